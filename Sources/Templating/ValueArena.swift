import SourceText

/// How a text made by the host is written.
///
/// `html` and `json` (JSON fit for a script element) are written as they are.
package enum TextKind: Sendable {
  case plain
  case html
  case json

  var flags: Value.Flags {
    switch self {
    case .plain: []
    case .html: .html
    case .json: .json
    }
  }
}

/// The bytes and values of one lifetime: all texts, lists and maps live in one.
///
/// An arena only grows. The scratch arena of a renderer is emptied after each page and also reads
/// the constants of its ``TemplateSet``.
package struct ValueArena: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var values: [Value] = []
  private var constantBytes: [UInt8] = []
  private var constantValues: [Value] = []
  private var origin: Value.Flags = []

  package init() {}

  /// The scratch arena of a renderer.
  init(readingConstantsOf constants: ValueArena) {
    constantBytes = constants.bytes
    constantValues = constants.values
    origin = .scratch
    bytes.reserveCapacity(65_536)
    values.reserveCapacity(4_096)
  }
}

// MARK: - Making values

extension ValueArena {
  package mutating func text(_ text: String, as kind: TextKind = .plain) -> Value {
    var text = text
    return text.withUTF8 { self.text($0, as: kind) }
  }

  package mutating func text(
    _ text: UnsafeBufferPointer<UInt8>,
    as kind: TextKind = .plain
  ) -> Value {
    self.text(text, flags: kind.flags)
  }

  /// A list of values that live in this arena or among the constants.
  package mutating func list(_ values: [Value]) -> Value {
    values.withUnsafeBufferPointer { list($0) }
  }

  /// A map that keeps the order of its entries; keys are unique.
  package mutating func map(_ entries: [(key: String, value: Value)]) -> Value {
    let keys = entries.map { text($0.key) }
    let first = values.count
    for (key, entry) in zip(keys, entries) {
      values.append(key)
      values.append(entry.value)
    }
    return Value(.map, flags: origin, length: UInt32(entries.count), bits: UInt64(first))
  }

  /// A text that is put together where it stays.
  ///
  /// - Parameter append: adds its UTF-8 behind what is there, and leaves that alone.
  /// - Returns: the text.
  package mutating func text(appending append: (inout [UInt8]) -> Void) -> Value {
    let first = bytes.count
    append(&bytes)
    return text(from: first, flags: [])
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>, flags: Value.Flags) -> Value {
    let first = bytes.count
    bytes.append(contentsOf: text)
    return self.text(from: first, flags: flags)
  }

  private func text(from first: Int, flags: Value.Flags) -> Value {
    var flags = origin.union(flags)
    // Looked at once, where texts stay; those of one page are escaped as they are written.
    if origin.isEmpty {
      let isClean = bytes.withUnsafeBufferPointer {
        !UnsafeBufferPointer(rebasing: $0[first...]).hasMarkup
      }
      if isClean { flags.insert(.clean) }
    }
    let length = UInt32(bytes.count - first)
    return Value(.text, flags: flags, length: length, bits: UInt64(first))
  }

  mutating func list(_ values: UnsafeBufferPointer<Value>) -> Value {
    let first = self.values.count
    self.values.append(contentsOf: values)
    return Value(.list, flags: origin, length: UInt32(values.count), bits: UInt64(first))
  }

  /// A map of keys and values in turn.
  mutating func map(pairs: UnsafeBufferPointer<Value>) -> Value {
    let first = values.count
    values.append(contentsOf: pairs)
    return Value(.map, flags: origin, length: UInt32(pairs.count / 2), bits: UInt64(first))
  }

  mutating func replace(at offset: Int, with value: Value) { values[offset] = value }

  /// Marks each text among the values with the number that `number` gives it, 0 for none.
  mutating func intern(_ number: (UnsafeBufferPointer<UInt8>) -> UInt16) {
    for index in values.indices where values[index].isText {
      values[index].extra = number(bytes(of: values[index]))
      values[index].flags.insert(.interned)
    }
  }

  /// Bytes in use.
  var size: Int { bytes.count + values.count * 16 }

  /// Forgets everything that was made; the memory is kept.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }
}

// MARK: - Joining

extension ValueArena {
  /// Takes over everything that was made in another arena.
  ///
  /// - Returns: what turns the other arena's values into values of this one.
  mutating func append(_ other: ValueArena) -> Relocation {
    let relocation = Relocation(bytes: UInt64(bytes.count), values: UInt64(values.count))
    bytes += other.bytes
    for value in other.values { values.append(relocation(value)) }
    return relocation
  }

  /// Makes room for all of `others`, as often as they are going to come, so that nothing is copied while they are taken over.
  mutating func reserve(_ others: [ValueArena], repeats: Int) {
    bytes.reserve(others.reduce(0) { $0 + $1.bytes.count }, repeats: repeats)
    values.reserve(others.reduce(0) { $0 + $1.values.count }, repeats: repeats)
  }

  /// How values move when their arena becomes a part of another.
  package struct Relocation {
    fileprivate let bytes: UInt64
    fileprivate let values: UInt64

    package func callAsFunction(_ value: Value) -> Value {
      var moved = value
      switch value.tag {
      case .text: moved.bits += bytes
      case .list, .map: moved.bits += values
      // The host makes nothing else that lies in an arena.
      default: break
      }
      return moved
    }
  }
}

// MARK: - Reading

extension ValueArena {
  /// A text as a `String`, whichever of the two arenas it lies in; `nil` for any other value.
  package func string(_ value: Value) -> String? {
    value.isText ? String(decoding: bytes(of: value), as: UTF8.self) : nil
  }

  /// The values of a list; empty for any other value.
  package func elements(_ value: Value) -> [Value] {
    value.tag == .list ? (0..<value.count).map { element($0, of: value) } : []
  }

  /// The entries of a map in their order; empty for any other value.
  package func entries(_ value: Value) -> [(key: String, value: Value)] {
    guard value.tag == .map else { return [] }
    return (0..<value.count).map {
      (string(key($0, of: value)) ?? "", element($0 * 2 + 1, of: value))
    }
  }

  /// The bytes of a text, which stay where they are until this arena changes.
  @inline(__always)
  func bytes(of text: Value) -> UnsafeBufferPointer<UInt8> {
    let range = text.offset..<text.offset + text.count
    if text.flags.contains(.scratch) || !origin.contains(.scratch) {
      return bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[range]) }
    }
    return constantBytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[range]) }
  }

  /// A value by its place behind the first one of a list, or of a map's keys and values in turn.
  @inline(__always)
  func element(_ index: Int, of value: Value) -> Value {
    if value.flags.contains(.scratch) || !origin.contains(.scratch) {
      return values[value.offset + index]
    }
    return constantValues[value.offset + index]
  }

  func key(_ index: Int, of map: Value) -> Value { element(index * 2, of: map) }
}

extension Array {
  /// Makes room for `count` elements; if there is none, for as many `repeats` times and a sixteenth.
  fileprivate mutating func reserve(_ count: Int, repeats: Int) {
    guard capacity - self.count < count else { return }
    reserveCapacity(self.count + repeats * count * 17 / 16)
  }
}
