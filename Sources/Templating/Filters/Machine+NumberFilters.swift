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
      let string = arena.string(value).map { String(Substring(trimming($0))) }
      if let number = string.flatMap({ Double($0) }) { return .double(number) }
      return input[0] ?? .double(0)
    case .round: return try round(input)
    case .pluralize:
      let count = value.isNumber ? value : try listFilter(.length, input)
      let isOne = areSame(count, .int(1))
      if isOne { return input[0] ?? Value(.text) }
      if let plural = input[1] { return plural }
      work.append("s" as StaticString)
      return worked(from: work.count - 1)
    default: return try formatted(input)
    }
  }

  private func trimming(_ text: String) -> Substring {
    var rest = Substring(text)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }

  private func toInt(_ input: FilterInput) throws(TemplateFault) -> Value {
    let value = input.value
    let standard = input[0] ?? .int(0)
    switch value.tag {
    case .int, .bool: return .int(value.int)
    case .double: return truncated(value.double) ?? standard
    case .text:
      var text = String(trimming(arena.string(value) ?? "")).filter { $0 != "_" }
      let base = try input[1].map { base throws(TemplateFault) in try whole(base, "base") } ?? 10
      guard (2...36).contains(base) else {
        throw TemplateFault("template/value", "'base' is a number from 2 to 36")
      }
      for (prefix, wanted) in [("0x", 16), ("0o", 8), ("0b", 2)] where base == wanted {
        if text.lowercased().hasPrefix(prefix) { text.removeFirst(2) }
      }
      if let number = Int(text, radix: base) { return .int(number) }
      return base == 10 ? Double(text).flatMap { truncated($0) } ?? standard : standard
    default: return standard
    }
  }

  private func truncated(_ number: Double) -> Value? {
    Int(exactly: number.rounded(.towardZero)).map { .int($0) }
  }

  private func round(_ input: FilterInput) throws(TemplateFault) -> Value {
    let number = try self.number(input.value, "round")
    let precision =
      try input[0].map { value throws(TemplateFault) in try whole(value, "precision") } ?? 0
    let method =
      try input[1].map { value throws(TemplateFault) in try textArgument(value, "method") }
      ?? "common"
    guard ["common", "ceil", "floor"].contains(method) else {
      throw TemplateFault("template/value", "'method' is 'common', 'ceil' or 'floor'")
    }
    guard (-300...300).contains(precision) else {
      throw TemplateFault("template/value", "'precision' is a number from -300 to 300")
    }
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
    return .double(precision >= 0 ? cut / factor : cut * factor)
  }

  /// The exact binary value with this many decimals, halves to even.
  private func fixed(_ number: Double, _ decimals: Int) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 720) { buffer in
      let written = withVaList([Int32(decimals), number]) {
        vsnprintf(buffer.baseAddress, buffer.count, "%.*f", $0)
      }
      let bytes = buffer.prefix(max(0, Int(written))).map { UInt8(bitPattern: $0) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  // MARK: Grouped numbers

  func locale(_ value: Value?) throws(TemplateFault) -> LocaleText {
    guard let value, !value.isNone else { return program.locales["en"] ?? .english }
    let tag = try textArgument(value, "locale")
    let language = tag.split { $0 == "-" || $0 == "_" }.first.map(String.init) ?? tag
    if let locale = program.locales[tag] ?? program.locales[language] { return locale }
    throw TemplateFault(
      "template/value",
      "there are no words for the language '\(tag)'",
      hint: "known are: " + program.locales.keys.sorted().joined(separator: ", ")
    )
  }

  private mutating func formatted(_ input: FilterInput) throws(TemplateFault) -> Value {
    guard input.value.isNumber else {
      let kind = describe(input.value)
      throw TemplateFault("template/type", "'number' needs a number, not \(kind)")
    }
    let locale = try locale(input[1])
    var digits: String
    if input.value.tag == .int {
      digits = String(input.value.int.magnitude)
    } else {
      guard input.value.double.magnitude < 1e15 else {
        throw TemplateFault("template/value", "the number is too large to be written")
      }
      digits = input.value.double.magnitude.description
      if digits.contains("e") { digits = fixed(input.value.double.magnitude, 20) }
      if digits.hasSuffix(".0") { digits.removeLast(2) }
    }
    if let decimals = input[0], !decimals.isNone {
      let count = try whole(decimals, "decimals")
      guard (0...20).contains(count) else {
        throw TemplateFault("template/value", "'decimals' is a number from 0 to 20")
      }
      digits = rounded(digits, decimals: count)
    }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isZero = !digits.contains { $0 != "0" && $0 != "." }
    let mark = work.count
    let isNegative = input.value.doubleValue.map { $0 < 0 } ?? false
    if isNegative, !isZero { work.append(UInt8(ascii: "-")) }
    for (index, digit) in parts[0].utf8.enumerated() {
      if index > 0, (parts[0].utf8.count - index) % 3 == 0 { work.append(locale.groupingSeparator) }
      work.append(digit)
    }
    if parts.count > 1, !parts[1].isEmpty {
      work.append(locale.decimalSeparator)
      work.append(String(parts[1]))
    }
    return worked(from: mark)
  }

  /// Decimal digits with this many decimals, halves away from zero.
  private func rounded(_ number: String, decimals: Int) -> String {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    var whole = Array(parts[0].utf8)
    var rest = parts.count > 1 ? Array(parts[1].utf8) : []
    while rest.count < decimals { rest.append(0x30) }
    let roundsUp = rest.count > decimals && rest[decimals] >= UInt8(ascii: "5")
    rest.removeSubrange(decimals...)
    var digits = whole + rest
    var index = digits.count - 1
    var carries = roundsUp
    while carries, index >= 0 {
      carries = digits[index] == UInt8(ascii: "9")
      digits[index] = carries ? UInt8(ascii: "0") : digits[index] + 1
      index -= 1
    }
    if carries { digits.insert(UInt8(ascii: "1"), at: 0) }
    whole = Array(digits.dropLast(decimals))
    let text = String(decoding: whole, as: UTF8.self)
    return decimals == 0
      ? text : text + "." + String(decoding: digits.suffix(decimals), as: UTF8.self)
  }
}
