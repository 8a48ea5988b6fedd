/// One value of a template: 16 bytes of plain data.
///
/// Texts, lists and maps are an offset and a length into a ``ValueArena``; one bit says whether
/// it is the constants of a ``TemplateSet`` or the scratch arena of one renderer. Copying a value
/// never counts references.
package struct Value: BitwiseCopyable, Sendable {
  enum Tag: UInt8 {
    case undefined, none, bool, int, double, text, list, map, object
    case macro, module, namespace, loop, cycler, joiner
    /// An argument that a call leaves out.
    case absent
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    /// The bytes or values lie in the scratch arena, not among the constants.
    static let scratch = Flags(rawValue: 1)
    /// The text is HTML and written as it is.
    static let html = Flags(rawValue: 2)
    /// The text is JSON fit for a script element and written as it is.
    static let json = Flags(rawValue: 4)
    /// The list is a group: its parts are also called `grouper` and `list`.
    static let group = Flags(rawValue: 8)
    /// The undefined value of an `if` without `else`: it prints as nothing.
    static let silent = Flags(rawValue: 16)
    /// The list is shown with parentheses.
    static let tuple = Flags(rawValue: 32)
    /// The text holds nothing that HTML gives a meaning.
    static let clean = Flags(rawValue: 64)
    /// The text has been compared with all names of attributes: `extra` says which one it is.
    static let interned = Flags(rawValue: 128)

    static let safe: Flags = [.html, .json]
    static let writtenAsItIs: Flags = [.html, .json, .clean]
  }

  let tag: Tag
  var flags: Flags
  /// The type of an object, one more than the name of an interned text, the number of a macro.
  var extra: UInt16
  /// Bytes of a text, values of a list, pairs of a map.
  var length: UInt32
  /// The number itself, or the offset of the first byte or value.
  var bits: UInt64

  init(_ tag: Tag, flags: Flags = [], extra: UInt16 = 0, length: UInt32 = 0, bits: UInt64 = 0) {
    self.tag = tag
    self.flags = flags
    self.extra = extra
    self.length = length
    self.bits = bits
  }
}

// MARK: - Making

extension Value {
  package static var undefined: Value { Value(.undefined) }
  package static var none: Value { Value(.none) }
  static var absent: Value { Value(.absent) }

  package static func bool(_ value: Bool) -> Value { Value(.bool, bits: value ? 1 : 0) }

  package static func int(_ value: Int) -> Value {
    Value(.int, bits: UInt64(bitPattern: Int64(value)))
  }

  package static func double(_ value: Double) -> Value { Value(.double, bits: value.bitPattern) }

  /// A thing of the host, whose fields are asked for one by one.
  ///
  /// - Parameters:
  ///   - type: index into ``Vocabulary/objectTypes``.
  ///   - id: the host's own number, from 0 up to 48 bits.
  /// - Returns: a value that only the same host can read.
  package static func object(type: Int, id: Int) -> Value {
    Value(.object, extra: UInt16(type), bits: UInt64(id))
  }
}

// MARK: - Reading

extension Value {
  package var isUndefined: Bool { tag == .undefined || tag == .absent }
  package var isNone: Bool { tag == .none }
  package var intValue: Int? { tag == .int ? int : nil }
  package var boolValue: Bool? { tag == .bool ? bits != 0 : nil }

  /// A whole or a broken number as a `Double`.
  package var doubleValue: Double? {
    switch tag {
    case .int: Double(int)
    case .double: Double(bitPattern: bits)
    default: nil
    }
  }

  /// The type and the number of a thing of the host.
  package var objectReference: (type: Int, id: Int)? {
    tag == .object ? (Int(extra), Int(bits)) : nil
  }

  var int: Int { Int(truncatingIfNeeded: Int64(bitPattern: bits)) }
  var double: Double { Double(bitPattern: bits) }
  var offset: Int { Int(truncatingIfNeeded: bits) }
  var count: Int { Int(length) }
  var isSafe: Bool { tag == .text && !flags.isDisjoint(with: .safe) }
  var isText: Bool { tag == .text }
  var isTuple: Bool { flags.contains(.tuple) }
  var isNumber: Bool { tag == .int || tag == .double }
  /// A whole number, or a boolean, which counts as one.
  var isWhole: Bool { tag == .int || tag == .bool }

  func adding(_ more: Flags) -> Value {
    var copy = self
    copy.flags.formUnion(more)
    return copy
  }

  func removing(_ less: Flags) -> Value {
    var copy = self
    copy.flags.subtract(less)
    return copy
  }
}
