import Foundation
package import Templating

/// What one language's pages need to write dates, money and names: plain data.
///
/// Source: the CLDR data of the toolchain's ICU, read through Foundation once per language, so
/// that no formatter runs per posting.
package final class LocaleData: Sendable {
  /// BCP 47.
  package let language: String
  package let isRightToLeft: Bool
  package let text: LocaleText
  package let plurals: PluralRules
  private let date: DatePattern
  private let money: [String: MoneyPattern]
  private let countries: [String: String]
  private let languages: [String: String]

  /// Reads what pages of one language need.
  ///
  /// - Parameters:
  ///   - language: BCP 47.
  ///   - currencies: the codes that postings name.
  ///   - countries: likewise.
  ///   - languages: likewise.
  package init(
    language: String,
    currencies: Set<String>,
    countries: Set<String>,
    languages: Set<String>
  ) {
    let locale = Locale(identifier: language)
    self.language = language
    isRightToLeft = locale.language.characterDirection == .rightToLeft
    text = LocaleText(locale)
    plurals = PluralRules(language: language)
    date = DatePattern(
      DateFormatter.dateFormat(fromTemplate: "dMMMMy", options: 0, locale: locale) ?? "d MMMM y"
    )
    money = MoneyPattern.all(currencies, in: locale)
    self.countries = Dictionary(
      uniqueKeysWithValues: countries.map {
        ($0, locale.localizedString(forRegionCode: $0) ?? $0)
      }
    )
    self.languages = Dictionary(
      uniqueKeysWithValues: languages.map {
        ($0, locale.localizedString(forIdentifier: $0) ?? $0)
      }
    )
  }
}

extension LocaleData {
  /// `20 October 2026`, in the order and with the words of the language.
  package func text(of date: CivilDate) -> String { self.date.text(of: date, text) }

  /// An amount with its currency: `€52,000`, `17,50 €`.
  package func text(of amount: Amount, currency: String) -> String {
    money[currency]?.text(of: amount) ?? amount.text + "\u{A0}" + currency
  }

  package func countryName(_ code: String) -> String { countries[code] ?? code }

  package func languageName(_ code: String) -> String { languages[code] ?? code }

  /// A language's name in that language itself, with a capital: `Deutsch`.
  package static func ownName(ofLanguage code: String) -> String {
    let locale = Locale(identifier: code)
    let name = locale.localizedString(forIdentifier: code) ?? code
    return name.prefix(1).uppercased(with: locale) + name.dropFirst()
  }

  /// A country's name in English, which structured data uses on pages of any language.
  package static func englishNames(ofCountries codes: Set<String>) -> [String: String] {
    let english = Locale(identifier: "en")
    return Dictionary(
      uniqueKeysWithValues: codes.map { ($0, english.localizedString(forRegionCode: $0) ?? $0) }
    )
  }
}

extension LocaleText {
  fileprivate init(_ locale: Locale) {
    let dates = DateFormatter()
    dates.locale = locale
    let numbers = NumberFormatter()
    numbers.locale = locale
    let money = NumberFormatter()
    money.locale = locale
    money.numberStyle = .currency
    // Foundation's weeks begin on Sunday, ours on Monday.
    func mondayFirst(_ days: [String]) -> [String] { Array(days[1...]) + days[..<1] }
    self.init(
      monthNames: dates.monthSymbols,
      shortMonthNames: dates.shortMonthSymbols,
      weekdayNames: mondayFirst(dates.weekdaySymbols),
      shortWeekdayNames: mondayFirst(dates.shortWeekdaySymbols),
      decimalSeparator: numbers.decimalSeparator,
      groupingSeparator: numbers.groupingSeparator,
      isCurrencyFirst: money.positiveFormat.hasPrefix("¤")
    )
  }
}
