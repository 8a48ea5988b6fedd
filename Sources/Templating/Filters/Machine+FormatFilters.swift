import Glibc
import SourceText

extension Machine {
  /// A size in bytes with the unit that suits it.
  mutating func fileSize(_ input: FilterInput) throws(TemplateFault) -> Value {
    var size: Double?
    switch input.value.tag {
    case .int, .double, .bool: size = asDouble(input.value)
    case .text: size = Machine.number(in: arena.bytes(of: input.value))
    case .undefined, .absent: throw undefinedFault(input.value)
    default: break
    }
    guard let size else {
      throw TemplateFault("template/value", "'filesizeformat' needs a number of bytes")
    }
    let isBinary = try flag(input[0])
    let base: Double = isBinary ? 1_024 : 1_000
    let mark = work.count
    if size == 1 {
      work.append("1 Byte" as StaticString)
    } else if size < base {
      work.append(decimal: Int(size))
      work.append(" Bytes" as StaticString)
    } else {
      let prefixes: [StaticString] = ["k", "M", "G", "T", "P", "E", "Z", "Y"]
      var unit = base * base
      var index = 0
      while size >= unit, index < prefixes.count - 1 {
        unit *= base
        index += 1
      }
      write(base * size / unit, as: "%.1f")
      work.append(0x20)
      if isBinary, index == 0 {
        work.append(UInt8(ascii: "K"))
      } else {
        work.append(prefixes[index])
      }
      work.append(isBinary ? "iB" as StaticString : "B")
    }
    return worked(from: mark)
  }

  /// Writes a number by a format of C.
  private mutating func write(_ number: Double, as format: String) {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
      let count = withVaList([number]) { vsnprintf(buffer.baseAddress, 512, format, $0) }
      for index in 0..<min(max(0, Int(count)), 511) {
        work.append(UInt8(bitPattern: buffer[index]))
      }
    }
  }

  // MARK: printf

  /// One `%` with what follows it.
  private struct Conversion {
    var isLeft = false
    var isSigned = false
    var isSpaced = false
    var isZeroed = false
    var isAlternate = false
    var width = 0
    var precision: Int?
    var letter: UInt8 = 0
  }

  /// A text whose `%s`, `%d` and the like are replaced by the arguments, or by a map's entries.
  mutating func format(_ text: Value, _ input: FilterInput) throws(TemplateFault) -> Value {
    let bytes = arena.bytes(of: text)
    let isSafe = text.isSafe
    let names = input.count > 0 && input.arguments[0].tag == .map ? input.arguments[0] : nil
    let given = input.count > 1 ? input.arguments[1] : Value(.list)
    var used = 0
    let mark = work.count
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "%") else {
        work.append(bytes[offset])
        offset += 1
        continue
      }
      offset += 1
      var value: Value?
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "("),
        let close = bytes[offset...].firstIndex(of: UInt8(ascii: ")"))
      {
        let key = part(of: text, offset + 1..<close)
        value = names.flatMap { entry(key, of: $0) }
        guard value != nil else {
          throw formatFault("nothing is named '\(arena.string(key) ?? "")'")
        }
        offset = close + 1
      }
      let conversion = try conversion(bytes, &offset)
      if conversion.letter == UInt8(ascii: "%") {
        work.append(conversion.letter)
        continue
      }
      if value == nil {
        guard used < given.count else { throw formatFault("it needs more values") }
        value = arena.element(used, of: given)
        used += 1
      }
      try write(value ?? .none, by: conversion, isSafe: isSafe)
    }
    guard used == given.count || names != nil else {
      work.truncate(to: mark)
      throw formatFault("it needs fewer values")
    }
    return worked(from: mark, flags: isSafe ? .html : [])
  }

  private func formatFault(_ message: String) -> TemplateFault {
    TemplateFault("template/type", "the format doesn't fit: \(message)")
  }

  private func conversion(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ offset: inout Int
  ) throws(TemplateFault) -> Conversion {
    var conversion = Conversion()
    flags: while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "-"): conversion.isLeft = true
      case UInt8(ascii: "+"): conversion.isSigned = true
      case UInt8(ascii: " "): conversion.isSpaced = true
      case UInt8(ascii: "0"): conversion.isZeroed = true
      case UInt8(ascii: "#"): conversion.isAlternate = true
      default: break flags
      }
      offset += 1
    }
    func digits() throws(TemplateFault) -> Int {
      var number = 0
      while offset < bytes.count, bytes[offset].isDigit {
        number = number * 10 + Int(bytes[offset]) - 0x30
        guard number <= 1_000 else { throw formatFault("a width is at most 1000") }
        offset += 1
      }
      return number
    }
    conversion.width = try digits()
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      conversion.precision = try digits()
    }
    guard offset < bytes.count else {
      throw TemplateFault("template/value", "the format ends with a lone '%'")
    }
    conversion.letter = bytes[offset]
    offset += 1
    return conversion
  }

  private mutating func write(
    _ value: Value,
    by conversion: Conversion,
    isSafe: Bool
  ) throws(TemplateFault) {
    let start = work.count
    let isText = conversion.letter == UInt8(ascii: "s") || conversion.letter == UInt8(ascii: "r")
    if value.isUndefined {
      guard isText else { throw undefinedFault(value) }
      try refuseUndefined(value)
    }
    switch conversion.letter {
    case UInt8(ascii: "s"), UInt8(ascii: "r"):
      if conversion.letter == UInt8(ascii: "r") {
        try writeShown(value)
        if isSafe {
          let shown = work.bytes(from: start)
          work.truncate(to: start)
          shown.withUnsafeBufferPointer { work.append(escapingHTML: $0) }
        }
      } else if isSafe, !value.isSafe {
        try writeEscaped(value)
      } else {
        try writeText(value)
      }
      if let precision = conversion.precision {
        let written = work.withBytes { bytes in
          UnsafeBufferPointer(rebasing: bytes[start...]).offset(ofScalar: precision)
        }
        work.truncate(to: start + written)
      }
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"), UInt8(ascii: "x"),
      UInt8(ascii: "X"), UInt8(ascii: "o"):
      guard value.isNumber || value.tag == .bool else {
        throw formatFault("a number is needed, not \(describe(value))")
      }
      let isDecimal =
        conversion.letter != UInt8(ascii: "o") && conversion.letter.lowercased != UInt8(ascii: "x")
      guard isDecimal || value.tag != .double,
        let number = value.tag == .double
          ? Int(exactly: value.double.rounded(.towardZero)) : value.int
      else { throw formatFault("a whole number is needed, not \(describe(value))") }
      sign(isNegative: number < 0, conversion)
      let radix = isDecimal ? 10 : conversion.letter == UInt8(ascii: "o") ? 8 : 16
      let isUpper = conversion.letter == UInt8(ascii: "X")
      work.append(String(number.magnitude, radix: radix, uppercase: isUpper))
    case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "e"), UInt8(ascii: "E"),
      UInt8(ascii: "g"), UInt8(ascii: "G"):
      guard value.isNumber || value.tag == .bool else {
        throw formatFault("a number is needed, not \(describe(value))")
      }
      let number = asDouble(value)
      sign(isNegative: number.sign == .minus, conversion)
      let letter = String(decoding: [conversion.letter], as: UTF8.self)
      write(number.magnitude, as: "%.\(min(conversion.precision ?? 6, 100))\(letter)")
    default:
      let shown = String(decoding: [conversion.letter], as: UTF8.self)
      throw TemplateFault("template/value", "'%\(shown)' in the format is not known")
    }
    pad(from: start, conversion)
  }

  private mutating func sign(isNegative: Bool, _ conversion: Conversion) {
    if isNegative {
      work.append(UInt8(ascii: "-"))
    } else if conversion.isSigned {
      work.append(UInt8(ascii: "+"))
    } else if conversion.isSpaced {
      work.append(0x20)
    }
  }

  /// Fills what was written up to its width.
  private mutating func pad(from start: Int, _ conversion: Conversion) {
    let written = work.bytes(from: start)
    let count = written.count { $0 & 0xC0 != 0x80 }
    guard count < conversion.width else { return }
    let missing = conversion.width - count
    let isText = "sr".utf8.contains(conversion.letter)
    if conversion.isLeft {
      for _ in 0..<missing { work.append(0x20) }
      return
    }
    work.truncate(to: start)
    let hasSign = written.first.map { "+- ".utf8.contains($0) } ?? false
    let zeroed = conversion.isZeroed && !isText
    if zeroed, hasSign { work.append(written[0]) }
    for _ in 0..<missing { work.append(zeroed ? 0x30 : 0x20) }
    work.append(zeroed && hasSign ? written[1...] : written[...])
  }
}
