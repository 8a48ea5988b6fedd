package import Templating

/// Reads JSON into template values, keys in their order.
package struct JSONValues {
  package struct Fault: Error {}

  private let bytes: [UInt8]
  private var place = 0
  private var arena = ValueArena()

  /// The entries of the object that the whole text is.
  ///
  /// - Throws: ``Fault`` if the text is not an object in JSON.
  package static func entries(
    of text: String
  ) throws(Fault) -> (entries: [(key: String, value: Value)], arena: ValueArena) {
    var reader = JSONValues(bytes: Array(text.utf8))
    let entries = try reader.object()
    return (entries, reader.arena)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func skipSpace() {
    while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func object() throws(Fault) -> [(key: String, value: Value)] {
    guard take("{") else { throw Fault() }
    var entries: [(key: String, value: Value)] = []
    while !take("}") {
      skipSpace()
      let key = try string()
      guard take(":") else { throw Fault() }
      entries.append((key, try value()))
      _ = take(",")
    }
    return entries
  }

  private mutating func value() throws(Fault) -> Value {
    skipSpace()
    guard place < bytes.count else { throw Fault() }
    switch bytes[place] {
    case UInt8(ascii: "{"): return arena.map(try object())
    case UInt8(ascii: "["):
      place += 1
      var items: [Value] = []
      while !take("]") {
        items.append(try value())
        _ = take(",")
      }
      return arena.list(items)
    case UInt8(ascii: "\""): return arena.text(try string())
    default: return try word()
    }
  }

  private mutating func word() throws(Fault) -> Value {
    let start = place
    while place < bytes.count, !",]} \n\t\r".utf8.contains(bytes[place]) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .none
    default:
      if let number = Int(text) { return .int(number) }
      guard let number = Double(text) else { throw Fault() }
      return .double(number)
    }
  }

  private mutating func string() throws(Fault) -> String {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw Fault() }
    place += 1
    var text = ""
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\") {
        text += String(decoding: try escapes(), as: UTF16.self)
      } else {
        let start = place
        while place < bytes.count, !"\"\\".utf8.contains(bytes[place]) { place += 1 }
        text += String(decoding: bytes[start..<place], as: UTF8.self)
      }
    }
    place += 1
    return text
  }

  /// Escapes that follow each other, of which two may be one character.
  private mutating func escapes() throws(Fault) -> [UInt16] {
    var units: [UInt16] = []
    while place < bytes.count, bytes[place] == UInt8(ascii: "\\") {
      guard place + 1 < bytes.count else { throw Fault() }
      let letter = bytes[place + 1]
      place += 2
      switch letter {
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0C)
      case UInt8(ascii: "u"):
        guard place + 4 <= bytes.count else { throw Fault() }
        let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
        units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
        place += 4
      default: units.append(UInt16(letter))
      }
    }
    return units
  }
}
