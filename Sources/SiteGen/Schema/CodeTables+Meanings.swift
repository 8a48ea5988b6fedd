import Foundation

// What people write where a code is wanted.

extension CodeTables {
  /// The code that a text can only mean: in small letters, by its English name, or by one of the
  /// abbreviations that everybody uses.
  func countryCode(meantBy text: String) -> String? {
    let upper = text.uppercased()
    if countries.contains(upper) { return upper }
    // Georgia is a state as well.
    guard text.lowercased() != "georgia" else { return nil }
    return Self.everydayCountries[text.lowercased()] ?? countryCode(ofEnglishName: text)
  }

  /// The code of a country by its English name.
  func countryCode(ofEnglishName name: String) -> String? {
    Self.countriesByName[name.lowercased()]
  }

  /// The code that a text can only mean: in small letters, by its English name, or by a sign that
  /// one currency has; `$` and `¥` are signs of several.
  func currencyCode(meantBy text: String) -> String? {
    let upper = text.uppercased()
    if currencies.contains(upper) { return upper }
    if text != "$", text != "¥", let code = Self.currencySigns[text] { return code }
    return Self.currenciesByName[text.lowercased()]
  }

  /// A tag in the case that BCP 47 recommends: `pt-BR` for `PT_br`.
  func languageTag(meantBy text: String) -> String? {
    let parts = text.split(separator: text.contains("_") ? "_" : "-")
    let tag = parts.enumerated().map { index, part in
      index == 0
        ? part.lowercased() : part.utf8.count == 4 ? part.capitalized : part.uppercased()
    }
    let joined = tag.joined(separator: "-")
    return isLanguageTag(joined) ? joined : nil
  }

  private static let everydayCountries = [
    "uk": "GB", "great britain": "GB", "usa": "US", "u.s.": "US", "united states of america": "US",
    "czech republic": "CZ", "turkey": "TR",
  ]

  private static let countriesByName = names(Locale.Region.isoRegions.map(\.identifier)) {
    Locale(identifier: "en").localizedString(forRegionCode: $0)
  }

  private static let currenciesByName = names(
    Locale.Currency.isoCurrencies.map(\.identifier)
  ) { Locale(identifier: "en").localizedString(forCurrencyCode: $0) }

  /// Codes by their names in small letters; a name of two codes is left out.
  private static func names(
    _ codes: [String],
    _ name: (String) -> String?
  ) -> [String: String] {
    var table: [String: String] = [:]
    var doubles: Set<String> = []
    for code in codes where code.utf8.count <= 3 && code.utf8.first ?? 0 > UInt8(ascii: "9") {
      guard let name = name(code)?.lowercased(), name != code.lowercased() else { continue }
      if table.updateValue(code, forKey: name) != nil { doubles.insert(name) }
    }
    return table.filter { !doubles.contains($0.key) }
  }
}
