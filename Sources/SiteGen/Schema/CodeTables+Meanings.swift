import Foundation
import Synchronization

// What people write where a code is wanted.

extension CodeTables {
  /// The code that a text can only mean: in small letters, by its name in English or in one of the
  /// site's languages, or by one of the abbreviations that everybody uses.
  func countryCode(meantBy text: String, in languages: [String] = []) -> String? {
    let upper = text.uppercased()
    if countries.contains(upper) { return upper }
    // Georgia is a state as well.
    guard text.lowercased() != "georgia" else { return nil }
    return Self.everydayCountries[text.lowercased()] ?? countryCode(ofEnglishName: text)
      ?? languages.lazy.compactMap { names.code(ofCountry: text, in: $0) }.first
  }

  /// The code of a country by its English name.
  func countryCode(ofEnglishName name: String) -> String? { names.code(ofCountry: name, in: "en") }

  /// The code that a text can only mean: in small letters, by its English name, or by a sign that
  /// one currency has; `$` and `¥` are signs of several.
  func currencyCode(meantBy text: String) -> String? {
    let upper = text.uppercased()
    if currencies.contains(upper) { return upper }
    if text != "$", text != "¥", let code = Self.currencySigns[text] { return code }
    return names.code(ofCurrency: text, among: currencies)
  }

  /// A tag in the case that BCP 47 recommends: `pt-BR` for `PT_br`; or the code of a language by its
  /// name in English, in itself, or in one of the site's languages.
  func languageTag(meantBy text: String, in others: [String] = []) -> String? {
    let parts = text.split(separator: text.contains("_") ? "_" : "-")
    let tag = parts.enumerated().map { index, part in
      index == 0
        ? part.lowercased() : part.utf8.count == 4 ? part.capitalized : part.uppercased()
    }
    let joined = tag.joined(separator: "-")
    if isLanguageTag(joined) { return joined }
    return names.code(ofLanguage: text, in: "en", among: languages)
      ?? others.lazy.compactMap { names.code(ofLanguage: text, in: $0, among: languages) }.first
      ?? names.code(ofLanguageByItsOwnName: text, among: languages)
  }

  private static let everydayCountries = [
    "uk": "GB", "great britain": "GB", "usa": "US", "u.s.": "US", "united states of america": "US",
    "czech republic": "CZ", "turkey": "TR",
  ]
}

/// Codes by the names that ICU has for them, in small letters.
///
/// A table is made when a name is first looked for in its language, which takes some milliseconds:
/// only faults ask.
final class CodeNames: Sendable {
  private let tables = Mutex<[String: [String: String]]>([:])

  func code(ofCountry name: String, in language: String) -> String? {
    code(of: name, table: "country " + language) {
      let codes = Locale.Region.isoRegions.map(\.identifier)
      let locale = Locale(identifier: language)
      return codes.filter { $0.utf8.first ?? 0 > UInt8(ascii: "9") }.map { code in
        (code, locale.localizedString(forRegionCode: code))
      }
    }
  }

  func code(ofCurrency name: String, among codes: Set<String>) -> String? {
    code(of: name, table: "currency") {
      let locale = Locale(identifier: "en")
      return codes.map { ($0, locale.localizedString(forCurrencyCode: $0)) }
    }
  }

  func code(ofLanguage name: String, in language: String, among codes: Set<String>) -> String? {
    code(of: name, table: "language " + language) {
      let locale = Locale(identifier: language)
      return codes.map { ($0, locale.localizedString(forLanguageCode: $0)) }
    }
  }

  /// Looks among the languages that have two letters.
  func code(ofLanguageByItsOwnName name: String, among codes: Set<String>) -> String? {
    code(of: name, table: "language") {
      codes.filter { $0.utf8.count == 2 }.map { code in
        (code, Locale(identifier: code).localizedString(forLanguageCode: code))
      }
    }
  }

  private func code(
    of name: String,
    table: String,
    entries: () -> [(code: String, name: String?)]
  ) -> String? {
    tables.withLock { tables in
      if let known = tables[table] { return known[name.lowercased()] }
      let made = CodeNames.table(entries())
      tables[table] = made
      return made[name.lowercased()]
    }
  }

  /// A name of two codes is left out.
  private static func table(_ entries: [(code: String, name: String?)]) -> [String: String] {
    var table: [String: String] = [:]
    var doubles: Set<String> = []
    for (code, name) in entries {
      guard let name = name?.lowercased(), name != code.lowercased() else { continue }
      if table.updateValue(code, forKey: name) != nil { doubles.insert(name) }
    }
    return table.filter { !doubles.contains($0.key) }
  }
}
