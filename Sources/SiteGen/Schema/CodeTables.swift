import Foundation
import Synchronization
import _FoundationICU

/// The codes of countries, currencies and languages that exist.
///
/// Source: the toolchain's ICU, through Foundation; read once per run.
package struct CodeTables: Sendable {
  /// ISO 3166-1 alpha-2.
  package let countries: Set<String>
  /// ISO 4217, those that people are paid in today: neither withdrawn ones nor gold.
  package let currencies: Set<String>
  /// ISO 639, two or three letters.
  package let languages: Set<String>
  private let money = CountryMoney()
  let regions = RegionCodes()
  let names = CodeNames()

  package init() {
    countries = Set(
      Locale.Region.isoRegions.map(\.identifier).filter {
        $0.utf8.count == 2 && !CodeTables.reserved.contains($0)
      }
    )
    currencies = Set(ICUTable.codes(of: "currency", "regular")?.codes ?? [])
    languages = Set(Locale.LanguageCode.isoLanguageCodes.map { $0.identifier.lowercased() })
  }
}

extension CodeTables {
  /// Whether the text is a language with an optional script and region, in BCP 47's usual case.
  package func isLanguageTag(_ text: String) -> Bool {
    var parts = text.split(separator: "-", omittingEmptySubsequences: false)[...]
    guard let language = parts.popFirst(), languages.contains(String(language)) else {
      return false
    }
    if let script = parts.first, script.utf8.count == 4 {
      guard script.wholeMatch(of: /[A-Z][a-z]{3}/) != nil else { return false }
      parts.removeFirst()
    }
    if let region = parts.first {
      guard countries.contains(String(region)) || region == "419" else { return false }
      parts.removeFirst()
    }
    return parts.isEmpty
  }

  /// Codes that ISO 3166-1 keeps for unions, islands and the United Nations: no countries.
  private static let reserved: Set = [
    "AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN",
  ]

  /// The English name of a country, for sentences.
  static func englishName(ofCountry code: String) -> String {
    Locale(identifier: "en").localizedString(forRegionCode: code) ?? code
  }

  /// IANA names, those too that are only other names of a zone, such as `Asia/Kolkata`.
  ///
  /// Foundation leaves those out.
  package static let timeZones: [String] = {
    var status = U_ZERO_ERROR
    let names = swift_ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, nil, nil, &status)
    defer { swift_uenum_close(names) }
    var zones: [String] = []
    while let name = swift_uenum_next(names, nil, &status) { zones.append(String(cString: name)) }
    return zones.filter { $0.utf8.contains(UInt8(ascii: "/")) && !$0.hasPrefix("SystemV/") }
      .sorted()
  }()

  static func isTimeZone(_ name: String) -> Bool { name == "UTC" || timeZones.contains(name) }

  /// Signs that people write where a code is wanted.
  package static let currencySigns = ["€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY", "₹": "INR"]

  /// Codes of US states (with DC) and Canadian provinces and territories, which are those of the post.
  ///
  /// `Denver, CO` would else be a city in Colombia. The territories of the United States are left out:
  /// to ISO 3166-1 they are countries of their own.
  package static let northAmericanRegions: Set<String> = states.union(provinces)

  /// `US` or `CA` for a code of ``northAmericanRegions``.
  static func northAmericanCountry(ofRegion code: String) -> String? {
    northAmericanRegions.contains(code) ? (provinces.contains(code) ? "CA" : "US") : nil
  }

  private static let states = RegionCodes.Country("US").current
  private static let provinces = RegionCodes.Country("CA").current
}

// MARK: - Money

extension CodeTables {
  /// The currency of a country, if it has one.
  package func currency(ofCountry code: String) -> String? { money.currency(of: code) }
}

/// Which money is used where, asked of ICU once for each country that a posting names.
final class CountryMoney: Sendable {
  private let known = Mutex<[String: String?]>([:])

  func currency(of country: String) -> String? {
    known.withLock { known in
      if let found = known[country] { return found }
      let found = Locale(identifier: "und_" + country).currency?.identifier
      known[country] = .some(found)
      return found
    }
  }
}
