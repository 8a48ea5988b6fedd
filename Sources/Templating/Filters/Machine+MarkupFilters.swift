import SourceText

// Filters that write parts of addresses and of HTML.

extension Machine {
  mutating func urlencode(_ value: Value) throws(TemplateFault) -> Value {
    let mark = work.count
    guard value.tag == .map || value.tag == .list else {
      percentEncode(try text(value), isQuery: false)
      return worked(from: mark)
    }
    for index in 0..<value.count {
      var pair = (Value.none, Value.none)
      if value.tag == .map {
        pair = (arena.key(index, of: value), arena.element(index * 2 + 1, of: value))
      } else {
        let item = arena.element(index, of: value)
        guard item.tag == .list, item.count == 2 else {
          work.truncate(to: mark)
          throw TemplateFault("template/type", "'urlencode' needs a text, a map or a list of pairs")
        }
        pair = (arena.element(0, of: item), arena.element(1, of: item))
      }
      if index > 0 { work.append(UInt8(ascii: "&")) }
      percentEncode(try text(pair.0), isQuery: true)
      work.append(UInt8(ascii: "="))
      percentEncode(try text(pair.1), isQuery: true)
    }
    return worked(from: mark)
  }

  private mutating func percentEncode(_ text: Value, isQuery: Bool) {
    for byte in arena.bytes(of: text) {
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "~"):
        work.append(byte)
      case UInt8(ascii: "/") where !isQuery: work.append(byte)
      case 0x20 where isQuery: work.append(UInt8(ascii: "+"))
      case _ where byte.isLetter || byte.isDigit: work.append(byte)
      default:
        work.append(UInt8(ascii: "%"))
        work.append((byte >> 4).hexDigit)
        work.append((byte & 15).hexDigit)
      }
    }
  }

  mutating func xmlattr(_ input: FilterInput) throws(TemplateFault) -> Value {
    let map = input.value
    guard map.tag == .map else {
      if map.isUndefined { throw undefinedFault(map) }
      throw TemplateFault("template/type", "'xmlattr' needs a map, not \(describe(map))")
    }
    var leadsWithSpace = true
    if let argument = input[0] { leadsWithSpace = try isTrue(argument) }
    let mark = work.count
    for index in 0..<map.count {
      let value = arena.element(index * 2 + 1, of: map)
      if value.isNone || value.isUndefined { continue }
      let key = try text(arena.key(index, of: map))
      if let bad = arena.bytes(of: key).first(where: Machine.endsAttributeName) {
        work.truncate(to: mark)
        let shown = String(decoding: [bad], as: UTF8.self)
        throw TemplateFault("template/value", "'\(shown)' can't be in the name of an attribute")
      }
      if leadsWithSpace || work.count > mark { work.append(0x20) }
      try writeEscaped(key)
      work.append("=\"" as StaticString)
      // JSON holds quotes.
      if value.isText, value.flags.contains(.html) {
        try writeText(value)
      } else {
        try writeEscaped(value)
      }
      work.append(UInt8(ascii: "\""))
    }
    return worked(from: mark, flags: input.escapes ? .html : [])
  }

  private static func endsAttributeName(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "=")
  }
}

extension UInt8 {
  /// The digit for a number below 16, in capitals.
  fileprivate var hexDigit: UInt8 { self < 10 ? 0x30 + self : 0x37 + self }
}
