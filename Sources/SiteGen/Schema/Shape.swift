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
  /// `Porto, PT` or `Denver, CO, US`.
  case placeText
  /// An amount of experience in words.
  case experience
  /// A text of a form that only site.yml and theme.yml have, in words that complete "write …".
  case written(String)
  case choice([String])
  /// A value that names something that stands elsewhere, or else what the shape says.
  case entry(Catalogue, Shape)
  case list(Shape)
  /// A map with rows of its own.
  case map(Part)
  case mapOf(Shape)
  /// A map with the fields that `site.yml` declares under `schema.custom`.
  case ownFields
  case anyOf([Shape])
  case anything

  /// The rows of a map inside a file.
  package struct Part: Hashable, Sendable {
    /// The name of its model, for references to it.
    package let name: String
    package let rows: [FieldRow]
  }

  /// What postings may name: things that `site.yml` lists, and each other.
  package enum Catalogue: Hashable, Sendable {
    case departments, organizations, locations, benefits, languages
    /// The other postings, by their ids.
    case postings
  }
}

extension Shape {
  /// How many entries a list of a posting has at most.
  static let mostEntries = 200

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
    case .placeText: "'City, Country code' such as 'Porto, PT'"
    case .experience: "an amount such as '3-5 years', '18 months' or 'none'"
    case .written(let words): words
    case .choice(let names) where names.count == 1: "the word '\(names[0])'"
    case .choice(let names): "one of " + names.joined(separator: ", ")
    case .entry(.locations, let other): "an office of site.yml, or \(other.description)"
    case .entry(_, let other): other.description
    case .list(let item): "a list, each entry \(item.description)"
    case .map(let part): "a map with " + part.rows.map(\.name).joined(separator: ", ")
    case .mapOf(let value): "a map of names to \(value.description)"
    case .ownFields: "a map with the fields that site.yml declares under schema.custom"
    case .anyOf(let shapes): shapes.map(\.description).joined(separator: ", or ")
    case .anything: "any value"
    }
  }
}

extension Shape {
  /// The values of a closed list, or of lists of them.
  var choices: [String]? {
    switch self {
    case .choice(let names): names
    case .list(let item): item.choices
    case .anyOf(let shapes): shapes.lazy.compactMap(\.choices).first
    default: nil
    }
  }
}
