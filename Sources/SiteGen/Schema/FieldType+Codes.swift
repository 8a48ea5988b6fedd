import SourceText
import YAML

extension FieldType where Value == String {
  /// An ISO 3166-1 alpha-2 code in capitals.
  static var country: FieldType {
    FieldType(.country) { node, reader in
      guard let text = reader.scalar(node, expecting: .country) else { return nil }
      if reader.codes.countries.contains(text) { return text }
      let upper = text.uppercased()
      let isSpelling = reader.codes.countries.contains(upper)
      let meant = isSpelling ? upper : reader.codes.countryCode(ofEnglishName: text)
      reader.report(
        "unknown-country",
        "'\(text)' is not a country code",
        at: node.range,
        hint: meant.map { "write '\($0)'" } ?? "write " + Shape.country.description
      )
      return nil
    }
  }

  /// An ISO 4217 code in capitals.
  static var currency: FieldType {
    FieldType(.currency) { node, reader in
      guard let text = reader.scalar(node, expecting: .currency) else { return nil }
      if reader.codes.currencies.contains(text) { return text }
      let upper = text.uppercased()
      let meant = reader.codes.currencies.contains(upper) ? upper : CodeTables.currencySigns[text]
      reader.report(
        "unknown-currency",
        "'\(text)' is not a currency code",
        at: node.range,
        hint: meant.map { "write '\($0)'" } ?? "write " + Shape.currency.description
      )
      return nil
    }
  }

  /// A BCP 47 tag of a language with an optional script and region: `en`, `pt-BR`, `zh-Hant`.
  static var language: FieldType {
    FieldType(.language) { node, reader in
      guard let text = reader.scalar(node, expecting: .language) else { return nil }
      if reader.codes.isLanguageTag(text) { return text }
      reader.report(
        "unknown-language",
        "'\(text)' is not a language tag",
        at: node.range,
        shape: .language
      )
      return nil
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
      reader.report(
        "unknown-time-zone",
        "'\(text)' is not a time zone",
        at: node.range,
        hint: nearest.map { "did you mean '\($0)'?" }
          ?? "write " + Shape.timeZone.description
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
