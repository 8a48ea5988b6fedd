import Glibc
import SourceText

extension Machine {
  mutating func numberFilter(
    _ filter: Filter,
    _ input: FilterInput
  ) throws(TemplateFault) -> Value {
    let value = input.value
    switch filter {
    case .abs:
      let number = try self.number(value, "abs")
      if number.tag == .double { return .double(number.double.magnitude) }
      return number.int < 0 ? try negated(number) : .int(number.int)
    case .int: return try toInt(input)
    case .float:
      if let number = value.doubleValue { return .double(number) }
      if value.tag == .bool { return .double(Double(value.int)) }
      if value.isText, let number = Machine.number(in: arena.bytes(of: value)) {
        return .double(number)
      }
      return input[0] ?? .double(0)
    case .round: return try round(input)
    case .pluralize:
      let hasLength = value.isText || value.tag == .list || value.tag == .map
      let count = hasLength ? try listFilter(.length, input) : value
      if areSame(count, .int(1)) { return input[0] ?? Value(.text) }
      if let plural = input[1] { return plural }
      work.append("s" as StaticString)
      return worked(from: work.count - 1)
    case .money: return try money(input)
    default: return try grouped(input)
    }
  }

  /// A number as Python reads it: decimal, perhaps with `_` between digits.
  static func number(in bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let text = UnsafeBufferPointer(rebasing: bytes[bytes.trimmedRange])
    var letters: [UInt8] = []
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "_") {
        let isBetween =
          index > 0 && index + 1 < text.count && text[index - 1].isDigit && text[index + 1].isDigit
        guard isBetween else { return nil }
        continue
      }
      // Swift reads hexadecimal numbers too, Python does not.
      guard byte.lowercased != UInt8(ascii: "x"), byte != UInt8(ascii: "(") else { return nil }
      letters.append(byte)
    }
    return Double(String(decoding: letters, as: UTF8.self))
  }

  private mutating func toInt(_ input: FilterInput) throws(TemplateFault) -> Value {
    let value = input.value
    let standard = input[0] ?? .int(0)
    switch value.tag {
    case .int, .bool: return .int(value.int)
    case .double: return truncated(value.double) ?? standard
    case .text:
      let bytes = arena.bytes(of: value)
      var text = String(decoding: bytes[bytes.trimmedRange], as: UTF8.self)
      let base = try input[1].map { base throws(TemplateFault) in try whole(base, "base") } ?? 10
      guard (2...36).contains(base) else {
        throw TemplateFault("template/value", "'base' is a number from 2 to 36")
      }
      guard !text.hasPrefix("_"), !text.hasSuffix("_"), !text.contains("__") else {
        return standard
      }
      text.removeAll { $0 == "_" }
      for (prefix, wanted) in [("0x", 16), ("0o", 8), ("0b", 2)] where base == wanted {
        if text.lowercased().hasPrefix(prefix) { text.removeFirst(2) }
      }
      if let number = Int(text, radix: base) { return .int(number) }
      // A broken number is cut, whatever the base.
      return Machine.number(in: bytes).flatMap { truncated($0) } ?? standard
    default: return standard
    }
  }

  private func truncated(_ number: Double) -> Value? {
    Int(exactly: number.rounded(.towardZero)).map { .int($0) }
  }

  private mutating func round(_ input: FilterInput) throws(TemplateFault) -> Value {
    let precision =
      try input[0].map { value throws(TemplateFault) in
        try whole(value, "precision", isPlain: true)
      } ?? 0
    if let method = input[1], method.isUndefined { try refuseUndefined(method) }
    let method = input[1].map { arena.string($0) ?? "" } ?? "common"
    guard ["common", "ceil", "floor"].contains(method) else {
      throw TemplateFault("template/value", "'method' is 'common', 'ceil' or 'floor'")
    }
    guard (-300...300).contains(precision) else {
      throw TemplateFault("template/value", "'precision' is a number from -300 to 300")
    }
    if input.value.isUndefined, method == "common" {
      throw wrongKind(input.value, " and not a number")
    }
    let number = try self.number(input.value, "round")
    let factor = pow(10, Double(precision.magnitude))
    if method == "common" {
      if number.tag != .double, precision >= 0 { return .int(number.int) }
      let value = asDouble(number)
      guard value.isFinite else { return .double(value) }
      if precision == 0 { return .double(value.rounded(.toNearestOrEven)) }
      if precision > 0 { return .double(Double(fixed(value, precision)) ?? value) }
      let rounded = (value / factor).rounded(.toNearestOrEven) * factor
      return number.tag == .double ? .double(rounded) : truncated(rounded) ?? number
    }
    let scaled = precision >= 0 ? asDouble(number) * factor : asDouble(number) / factor
    let cut = scaled.rounded(method == "ceil" ? .up : .down)
    // Adding nothing turns a negative zero into a positive one.
    return .double((precision >= 0 ? cut / factor : cut * factor) + 0)
  }

  /// The exact binary value with this many decimals, halves to even.
  func fixed(_ number: Double, _ decimals: Int) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 720) { buffer in
      let written = withVaList([Int32(decimals), number]) {
        vsnprintf(buffer.baseAddress, buffer.count, "%.*f", $0)
      }
      let bytes = buffer.prefix(max(0, Int(written))).map { UInt8(bitPattern: $0) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
