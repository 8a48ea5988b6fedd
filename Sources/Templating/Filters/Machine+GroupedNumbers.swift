import SourceText

extension Machine {
  /// The words of a language, of which a date leaves a region out that they don't differ by.
  mutating func locale(_ value: Value?, dropsRegion: Bool = false) throws(TemplateFault)
    -> LocaleText
  {
    guard let value else { return program.locales["en"] ?? .english }
    let tag = arena.string(try textArgument(value, named: "locale")) ?? ""
    if let locale = program.locales[tag] { return locale }
    let language = tag.split { $0 == "-" || $0 == "_" }.first.map(String.init)
    if dropsRegion, let language, let locale = program.locales[language] { return locale }
    throw TemplateFault(
      "template/value",
      "there are no words for the language '\(tag)'",
      hint: "known are: " + program.locales.keys.sorted().joined(separator: ", ")
    )
  }

  /// `number`: digits in groups, as many decimals as wanted.
  mutating func grouped(_ input: FilterInput) throws(TemplateFault) -> Value {
    let digits = try digits(of: input.value, for: "number")
    let locale = try locale(input[1])
    let mark = work.count
    let shown = try input[0].flatMap { $0.isNone ? nil : $0 }.map {
      decimals throws(TemplateFault) in
      rounded(digits, decimals: try whole(decimals, "decimals", in: 0...20))
    }
    writeSign(of: input.value, shown ?? digits)
    writeGroups(shown ?? digits, locale)
    return worked(from: mark)
  }

  /// `money`: an amount with the sign of its currency, where the language puts it.
  mutating func money(_ input: FilterInput) throws(TemplateFault) -> Value {
    let digits = try digits(of: input.value, for: "money")
    let locale = try locale(input[1])
    var code: Value?
    if let argument = input[0] { code = try textArgument(argument, named: "currency") }
    let currency = code.flatMap { arena.string($0) } ?? "USD"
    var decimals = 2
    if let argument = input[2], !argument.isNone {
      decimals = try whole(argument, "decimals", in: 0...20)
    } else if !digits.utf8.contains(UInt8(ascii: ".")) || ["JPY", "KRW"].contains(currency) {
      decimals = 0
    }
    let symbol: StaticString? =
      switch currency {
      case "EUR": "€"
      case "USD": "$"
      case "GBP": "£"
      case "JPY": "¥"
      default: nil
      }
    let mark = work.count
    if asDouble(input.value) < 0 { work.append(UInt8(ascii: "-")) }
    func writeSymbol(_ work: inout ByteBuffer) {
      if let symbol { work.append(symbol) } else { work.append(currency) }
    }
    if locale.isCurrencyFirst {
      writeSymbol(&work)
      if symbol == nil { work.append("\u{A0}" as StaticString) }
      writeGroups(rounded(digits, decimals: decimals), locale)
    } else {
      writeGroups(rounded(digits, decimals: decimals), locale)
      work.append("\u{A0}" as StaticString)
      writeSymbol(&work)
    }
    return worked(from: mark)
  }

  private mutating func whole(
    _ value: Value,
    _ name: String,
    in range: ClosedRange<Int>
  ) throws(TemplateFault) -> Int {
    let number = try whole(value, name)
    guard range.contains(number) else {
      throw TemplateFault(
        "template/value",
        "'\(name)' is a number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  /// The decimal digits of a number without its sign.
  private func digits(of value: Value, for name: String) throws(TemplateFault) -> String {
    guard value.isNumber else {
      throw TemplateFault("template/value", "'\(name)' needs a number, not \(describe(value))")
    }
    if value.tag == .int { return String(value.int.magnitude) }
    let number = value.double.magnitude
    guard number < 1e24 else {
      throw TemplateFault("template/value", "the number is too large to be written")
    }
    var digits = Machine.shortest(number)
    if let exponent = digits.firstIndex(of: "e") {
      guard number < 1 else { return Machine.digits(digits, exponent) }
      digits = fixed(number, 20)
      while digits.hasSuffix("0"), !digits.hasSuffix(".0") { digits.removeLast() }
    }
    if digits.hasSuffix(".0") { digits.removeLast(2) }
    return digits
  }

  /// `1.25e+17` with the zeros that the exponent stands for.
  private static func digits(_ number: String, _ exponent: String.Index) -> String {
    let digits = number[..<exponent].filter { $0 != "." }
    let zeros = (Int(number[exponent...].dropFirst()) ?? 0) + 1 - digits.count
    return digits + String(repeating: "0", count: max(0, zeros))
  }

  private mutating func writeSign(of value: Value, _ digits: String) {
    let isZero = digits.utf8.allSatisfy { $0 == 0x30 || $0 == UInt8(ascii: ".") }
    if asDouble(value) < 0, !isZero { work.append(UInt8(ascii: "-")) }
  }

  private mutating func writeGroups(_ digits: String, _ locale: LocaleText) {
    let whole = digits.utf8.firstIndex(of: UInt8(ascii: ".")) ?? digits.utf8.endIndex
    var left = digits.utf8.distance(from: digits.utf8.startIndex, to: whole)
    for (index, digit) in digits.utf8[..<whole].enumerated() {
      if index > 0, left % 3 == 0 { work.append(locale.groupingSeparator) }
      work.append(digit)
      left -= 1
    }
    if whole < digits.utf8.endIndex {
      work.append(locale.decimalSeparator)
      for digit in digits.utf8[whole...].dropFirst() { work.append(digit) }
    }
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
