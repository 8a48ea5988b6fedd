import Foundation
import Synchronization
import _FoundationICU

/// The codes of countries, currencies and languages that exist.
///
/// Source: the toolchain's ICU, through Foundation; read once per run.
package struct CodeTables: Sendable {
  /// ISO 3166-1 alpha-2.
  package let countries: Set<String>
  /// ISO 4217.
  package let currencies: Set<String>
  /// ISO 639, two or three letters.
  package let languages: Set<String>
  private let money = CountryMoney()

  package init() {
    countries = Set(
      Locale.Region.isoRegions.map(\.identifier).filter {
        $0.utf8.count == 2 && !CodeTables.reserved.contains($0)
      }
    )
    currencies = Set(Locale.Currency.isoCurrencies.map(\.identifier))
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

  /// Postal abbreviations of US states (with DC) and Canadian provinces and territories.
  ///
  /// `Denver, CO` would else be a city in Colombia. Source: USPS Publication 28 and Canada Post.
  package static let northAmericanRegions: Set<String> = provinces.union(
    states.subtracting(["AS", "GU", "MP", "PR", "VI"])
  )

  /// `US` or `CA` for a code of ``northAmericanRegions``.
  static func northAmericanCountry(ofRegion code: String) -> String? {
    northAmericanRegions.contains(code) ? (provinces.contains(code) ? "CA" : "US") : nil
  }

  /// With the territories, which are countries of their own to ISO 3166-1.
  private static let states: Set<String> = Set(
    """
    AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ \
    NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI
    """.split(separator: " ").map(String.init)
  )
  private static let provinces: Set<String> = Set(
    "AB BC MB NB NL NS NT NU ON PE QC SK YT".split(separator: " ").map(String.init)
  )
}

// MARK: - Regions and money

extension CodeTables {
  /// Whether a region may stand beside a country: a name, or a code that exists.
  ///
  /// Only the postal abbreviations of the United States and Canada are known: neither the toolchain's
  /// ICU nor the system offers the list of ISO 3166-2.
  package func isRegion(_ text: String, of country: String) -> Bool {
    let isCode = text.utf8.count == 2 && text.utf8.allSatisfy { 0x41...0x5A ~= $0 }
    switch country {
    case "US": return !isCode || Self.states.contains(text)
    case "CA": return !isCode || Self.provinces.contains(text)
    default: return true
    }
  }

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
