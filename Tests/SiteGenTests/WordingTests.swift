import SiteGen
import Testing

@Suite struct LocaleTests {
  private func locale(_ language: String) -> LocaleData {
    LocaleData(
      language: language,
      currencies: ["EUR", "USD", "JPY", "INR", "NOK"],
      countries: ["PT"],
      languages: ["de"]
    )
  }

  @Test(arguments: [
    ("en", "November 3, 2026"), ("de", "3. November 2026"), ("pt", "3 de novembro de 2026"),
    ("ja", "2026年11月3日"), ("en-GB", "3 November 2026"),
  ])
  func `a date is written as the language writes it`(_ language: String, _ text: String) throws {
    let date = try #require(CivilDate(iso: "2026-11-03"))
    #expect(locale(language).text(of: date) == text)
  }

  @Test(arguments: [
    ("en", "52000", "EUR", "€52,000"), ("de", "52000", "EUR", "52.000\u{A0}€"),
    ("de", "17.5", "EUR", "17,50\u{A0}€"), ("ja", "280000", "JPY", "¥280,000"),
    ("en-IN", "1234567", "INR", "₹12,34,567"), ("en", "52000", "XTS", "52000\u{A0}XTS"),
    ("en", "560000", "NOK", "NOK\u{A0}560,000"), ("fr", "52000", "EUR", "52\u{202F}000\u{A0}€"),
    ("es", "52000", "USD", "52.000\u{A0}US$"), ("ar", "52000", "EUR", "\u{200F}52,000\u{A0}€"),
  ])
  func `an amount is written as the language writes it`(
    _ language: String,
    _ amount: String,
    _ currency: String,
    _ text: String
  ) throws {
    let shown = locale(language).text(of: try #require(Amount(amount)), currency: currency)
    #expect(shown == text)
  }

  @Test func `a currency leaves nothing behind for the next one`() throws {
    func locale(_ currencies: Set<String>) -> LocaleData {
      LocaleData(language: "en-CH", currencies: currencies, countries: [], languages: [])
    }
    // Some have separators of their own in Switzerland.
    let currencies: Set<String> = ["CHF", "EUR", "USD", "GBP", "CVE", "NOK", "JPY"]
    let amount = try #require(Amount("52000"))
    let together = locale(currencies)
    for currency in currencies {
      let alone = locale([currency]).text(of: amount, currency: currency)
      #expect(together.text(of: amount, currency: currency) == alone)
    }
  }

  @Test(arguments: [
    ("en", [1: "one", 0: "other", 2: "other"]), ("pl", [1: "one", 3: "few", 5: "many", 22: "few"]),
    ("ja", [1: "other"]), ("ar", [0: "zero", 1: "one", 2: "two", 3: "few", 11: "many"]),
    ("es", [1: "one", 2: "other", 1_000_000: "many"]), ("ru", [1021: "one", 1111: "many"]),
  ])
  func `a number takes its plural form`(_ language: String, _ forms: [Int: String]) {
    let rules = PluralRules(language: language)
    for (number, form) in forms {
      #expect(rules.category(of: number).rawValue == form, "\(number)")
    }
  }
}
