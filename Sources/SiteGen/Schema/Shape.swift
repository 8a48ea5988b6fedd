/// What a value must look like, as data for messages and for exports of the schema.
package indirect enum Shape: Hashable, Sendable {
  /// Text with this many Unicode scalars.
  case text(ClosedRange<Int>)
  case slug
  case url
  case email
  case sitePath
  case integer(ClosedRange<Int>)
  case decimal
  case coordinate(ClosedRange<Double>)
  case boolean
  case date
  case dateOrTime
  case country, currency, language, timeZone
  case choice([String])
  case list(Shape)
  case map([String])
  case mapOf(Shape)
  case anyOf([Shape])
  case anything
}

extension Shape {
  /// The shape in words that complete "write …".
  package var description: String {
    switch self {
    case .text(let length): "text of \(length.lowerBound) to \(length.upperBound) characters"
    case .slug: "lower-case letters, digits and hyphens, such as 'backend-engineer'"
    case .url: "an address such as https://example.com/apply"
    case .email: "an e-mail address such as jobs@example.com"
    case .sitePath: "a path such as /about/"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .decimal: "digits only, such as 52000 or 17.50"
    case .coordinate(let range): "degrees from \(range.lowerBound) to \(range.upperBound)"
    case .boolean: "true or false"
    case .date: "a date as year-month-day, such as 2026-11-23"
    case .dateOrTime:
      "a date such as 2026-12-18, or a time with its zone such as 2026-12-18T17:00+01:00"
    case .country: "a country's two letters, such as PT"
    case .currency: "a currency's three letters, such as EUR"
    case .language: "a language's code, such as en, de or pt-BR"
    case .timeZone: "a time zone such as Europe/Lisbon"
    case .choice(let names):
      (names.count == 1 ? "the word " : "one of ") + names.joined(separator: ", ")
    case .list(let item): "a list, each entry \(item.description)"
    case .map(let names): "a map with " + names.joined(separator: ", ")
    case .mapOf(let value): "a map of names to \(value.description)"
    case .anyOf(let shapes): shapes.map(\.description).joined(separator: ", or ")
    case .anything: "any value"
    }
  }
}
