extension Amount {
  /// An amount in a writing of people that can only mean one number, with digits and a point.
  ///
  /// Spaces, apostrophes and `_` between groups of three, a comma before one or two digits, both
  /// separators, a separator that stands twice, and a `k` for thousands. In `52,000` and `52.000` the
  /// separator could be either: those aren't read.
  ///
  /// - Returns: `52000` for `52 000`, `17.50` for `17,50`, `1250000.5` for `1.250.000,5`.
  package static func spelling(ofWritten text: String) -> String? {
    guard 1...24 ~= text.utf8.count else { return nil }
    if let digits = thousands(text) { return digits }
    var whole = text[...]
    var fraction = ""
    if let point = decimalPoint(in: text) {
      whole = text[..<point]
      fraction = String(text[text.index(after: point)...])
      guard 1...2 ~= fraction.count, Int(digits: fraction.utf8) != nil else { return nil }
    }
    guard let digits = ungrouped(whole, isCertain: !fraction.isEmpty) else { return nil }
    return fraction.isEmpty ? digits : "\(digits).\(fraction)"
  }

  /// The amount that stands beside a currency, as in `52000 EUR` and `€64000`.
  static func digits(besideCurrency text: String) -> String? {
    let bare = text.drop { !$0.isNumber }
    let amount = bare.reversed().drop { !$0.isNumber }.reversed()
    let digits = String(amount)
    let other = text.unicodeScalars.count - digits.unicodeScalars.count
    guard 1...4 ~= other, !text.contains("-"), text.last != "k", text.last != "K" else {
      return nil
    }
    return Amount(digits) == nil ? spelling(ofWritten: digits) : digits
  }

  /// `52k`.
  private static func thousands(_ text: String) -> String? {
    guard text.last == "k" || text.last == "K" else { return nil }
    let digits = text.dropLast()
    guard 1...4 ~= digits.utf8.count, digits.first != "0", Int(digits: digits.utf8) != nil
    else { return nil }
    return digits + "000"
  }

  /// The last point or comma, where it can't stand between thousands.
  private static func decimalPoint(in text: String) -> String.Index? {
    guard let last = text.lastIndex(where: { $0 == "." || $0 == "," }) else { return nil }
    if text[..<last].contains(text[last]) { return nil }
    return text[last...].count - 1 == 3 ? nil : last
  }

  /// The digits of groups of three, which one separator keeps apart; where `isCertain` is false, one
  /// point or comma could be a decimal point.
  private static func ungrouped(_ text: Substring, isCertain: Bool) -> String? {
    guard let separator = text.first(where: { !isDigit($0) }) else {
      return text.isEmpty ? nil : String(text)
    }
    guard " \u{A0}\u{2009}\u{202F}'’_.,".contains(separator) else { return nil }
    let groups = text.split(separator: separator, omittingEmptySubsequences: false)
    guard isCertain || groups.count > 2 || !",.".contains(separator),
      let first = groups.first, 1...3 ~= first.count, first.first != "0",
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(isDigit) })
    else { return nil }
    return groups.joined()
  }

  private static func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }
}
