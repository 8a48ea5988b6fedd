import SourceText
import YAML

extension FieldType where Value == String {
  /// An ISO 3166-1 alpha-2 code in capitals.
  static var country: FieldType {
    FieldType(.country) { node, reader in
      guard let text = reader.scalar(node, expecting: .country) else { return nil }
      if reader.codes.countries.contains(text) { return text }
      let languages = reader.site?.allLanguages ?? []
      let certain = reader.codes.countryCode(meantBy: text, in: languages)
      let meant = certain ?? reader.codes.countryCode(ofEnglishName: text)
      reader.report(
        "unknown-country",
        "'\(text)' is not a country code",
        at: node.range,
        hint: meant.map { "write '\($0)'" } ?? "write " + Shape.country.description,
        fix: certain.flatMap { node.edit(to: $0) }
      )
      return nil
    }
  }

  /// An ISO 4217 code in capitals.
  static var currency: FieldType {
    FieldType(.currency) { node, reader in
      guard let text = reader.scalar(node, expecting: .currency) else { return nil }
      if reader.codes.currencies.contains(text) { return text }
      if let fate = reader.codes.fate(ofCurrency: text) {
        reader.report("unknown-currency", fate.message(text), at: node.range, hint: fate.hint)
        return nil
      }
      let certain = reader.codes.currencyCode(meantBy: text)
      let meant = certain ?? CodeTables.currencySigns[text]
      reader.report(
        "unknown-currency",
        "'\(text)' is not a currency code",
        at: node.range,
        hint: certain.map { "write '\($0)'" } ?? meant.map { "if you mean \($0), write '\($0)'" }
          ?? "write " + Shape.currency.description,
        fix: certain.flatMap { node.edit(to: $0) }
      )
      return nil
    }
  }

  /// A BCP 47 tag of a language with an optional script and region: `en`, `pt-BR`, `zh-Hant`.
  static var language: FieldType {
    FieldType(.language) { node, reader in
      guard let text = reader.scalar(node, expecting: .language) else { return nil }
      if reader.codes.isLanguageTag(text) { return text }
      let others = reader.site?.allLanguages ?? []
      let meant = reader.codes.languageTag(meantBy: text, in: others)
      reader.report(
        "unknown-language",
        "'\(text)' is not a language's code",
        at: node.range,
        hint: "write " + (meant.map { "'\($0)'" } ?? Shape.language.description),
        fix: meant.flatMap { node.edit(to: $0) }
      )
      return nil
    }
  }
}

extension CurrencyFate {
  fileprivate func message(_ code: String) -> String {
    switch self {
    case .withdrawn: "nobody is paid in '\(code)' any more"
    case .notMoney: "'\(code)' is not money that people are paid in"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .withdrawn(let successor?):
      "write the amount in the money that replaced it, with 'currency: \(successor)'"
    case .notMoney(let instead?): "if you mean \(instead), write '\(instead)'"
    case .withdrawn(nil), .notMoney(nil): "write " + Shape.currency.description
    }
  }
}

extension FieldType where Value == String {
  /// The name of an IANA time zone.
  static var timeZoneName: FieldType {
    FieldType(.timeZone) { node, reader in
      guard let text = reader.scalar(node, expecting: .timeZone) else { return nil }
      if CodeTables.isTimeZone(text) { return text }
      let nearest = nearestName(to: text, in: CodeTables.timeZones)
      let isSpelling = nearest.map { $0.lowercased() == text.lowercased() } ?? false
      reader.report(
        "unknown-time-zone",
        "'\(text)' is not a time zone",
        at: node.range,
        hint: nearest.map { "did you mean '\($0)'?" }
          ?? "write " + Shape.timeZone.description,
        fix: isSpelling ? nearest.flatMap { node.edit(to: $0) } : nil
      )
      return nil
    }
  }
}

extension FieldType where Value == TimeZoneRules {
  /// An IANA time zone with its rules, which take 0.5 ms to make.
  static var timeZone: FieldType {
    FieldType(.timeZone) { node, reader in
      FieldType<String>.timeZoneName.read(node, &reader).flatMap { TimeZoneRules($0) }
    }
  }
}
