import Templating

/// Reads JSON into template values, keys in their order.
struct JSONValues {
  struct Fault: Error {}

  private let bytes: [UInt8]
  private var place = 0
  var arena: ValueArena

  init(_ text: String, arena: ValueArena = ValueArena()) {
    bytes = Array(text.utf8)
    self.arena = arena
  }

  /// The entries of the object that the whole text is.
  static func entries(
    of text: String
  ) throws -> (entries: [(key: String, value: Value)], arena: ValueArena) {
    var reader = JSONValues(text)
    let entries = try reader.object()
    return (entries, reader.arena)
  }

  private mutating func skipSpace() {
    while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func object() throws -> [(key: String, value: Value)] {
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

  private mutating func value() throws -> Value {
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

  private mutating func word() throws -> Value {
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

  private mutating func string() throws -> String {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { throw Fault() }
    place += 1
    var units: [UInt16] = []
    var plain: [UInt8] = []
    var text = ""
    func decoded() -> String {
      String(decoding: plain, as: UTF8.self) + String(decoding: units, as: UTF16.self)
    }
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      guard bytes[place] == UInt8(ascii: "\\") else {
        text += units.isEmpty ? "" : decoded()
        units = []
        plain.append(bytes[place])
        place += 1
        continue
      }
      text += String(decoding: plain, as: UTF8.self)
      plain = []
      let letter = bytes[place + 1]
      place += 2
      switch letter {
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0C)
      case UInt8(ascii: "u"):
        let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
        units.append(UInt16(digits, radix: 16) ?? 0xFFFD)
        place += 4
      default: units.append(UInt16(letter))
      }
    }
    place += 1
    return text + decoded()
  }
}
