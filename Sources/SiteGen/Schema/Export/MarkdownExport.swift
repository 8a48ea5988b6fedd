/// The schema of postings as tables for people.
struct MarkdownExport {
  let table: JobTable

  init(_ table: JobTable) { self.table = table }
}

extension MarkdownExport {
  var text: String {
    let subject = table.site.map { "a posting of '\($0.title)'" } ?? "a posting"
    let sections = tables.map { "\n## \($0)\n\n\($1)" }
    return "# The fields of \(subject)\n" + sections.joined()
  }

  /// The tables by their headings: groups of fields, maps inside them, where they appear.
  var tables: [(heading: String, table: String)] {
    var tables = table.groups.map { (heading: $0.title, table: fields($0.rows)) }
    for part in table.parts { tables.append((MarkdownExport.heading(of: part), fields(part.rows))) }
    if let own = table.ownFields, !own.rows.isEmpty {
      tables.append(("Own fields", fields(own.rows)))
    }
    tables.append(("Where fields appear", appearances))
    return tables
  }

  /// The heading in docs/posting.md under which a map's fields are.
  static func heading(of part: Shape.Part) -> String {
    switch part.name {
    case "Place": "Places"
    case "RemoteArea": "Remote jobs"
    case "Salary": "Pay"
    case "ApplyTarget": "Applying"
    case "SpokenLanguage": "Spoken languages"
    case "InterviewStep": "Interview steps"
    case "Image": "Pictures"
    case "Allowance": "Warnings"
    default: part.name
    }
  }

  private func fields(_ rows: [FieldRow]) -> String {
    "| field | meaning | values | example | required |\n|---|---|---|---|---|\n"
      + rows.map { row in
        let standard = row.standard.map { "; `\($0)` when left out" } ?? ""
        return MarkdownExport.line([
          "`\(row.name)`", row.summary, words(row.shape) + standard, "`\(table.example(of: row))`",
          row.requirement.cell,
        ])
      }.joined()
  }

  private static func line(_ cells: [String]) -> String {
    cells.reduce("|") { $0 + ($1.isEmpty ? " |" : " \($1) |") } + "\n"
  }
}

extension Requirement {
  fileprivate var cell: String {
    switch self {
    case .optional: ""
    case .always: "**yes**"
    case .when(let condition): condition
    }
  }
}

// MARK: - Values

extension MarkdownExport {
  private func words(_ shape: Shape) -> String {
    switch shape {
    case .text(let length): "text, \(length.lowerBound) to \(length.upperBound) characters"
    case .slug: "lower-case letters, digits and single hyphens, up to 100"
    case .url: "a web address"
    case .email: "an e-mail address"
    case .sitePath: "a path on the site"
    case .integer(let range): "a whole number, \(range.lowerBound) to \(range.upperBound)"
    case .decimal: "digits, with a point for cents"
    case .coordinate(let range): "degrees, \(Int(range.lowerBound)) to \(Int(range.upperBound))"
    case .boolean: "true, false"
    case .date: "a date"
    case .dateOrTime: "a date, or a time with its zone such as `2026-12-18T17:00Z`"
    case .country: "ISO 3166-1, two capitals"
    case .currency: "ISO 4217, three capitals"
    case .language: "a language tag such as `en` or `pt-BR`"
    case .timeZone: "IANA name"
    case .placeText: "`City, Country code`"
    case .experience: "`3-5 years`, `2 years`, `5+ years`, `18 months` or `none`"
    case .choice(let names): names.joined(separator: ", ")
    case .entry(let catalogue, let other): entry(catalogue, other)
    case .list(.text(let length)):
      "a list of texts, each \(length.lowerBound) to \(length.upperBound) characters"
    case .list(let item): "a list: " + words(item)
    case .map(let part): "a map, see [\(MarkdownExport.heading(of: part))](#\(anchor(of: part)))"
    case .mapOf(let value): "a map of names to: " + words(value)
    case .ownFields: "a map with the fields that your site declares"
    case .anyOf(let shapes):
      shapes.count == 2 && shapes[1] == .list(shapes[0])
        ? "one or a list: " + words(shapes[0])
        : shapes.map(words).joined(separator: ", or ")
    case .written(let words): words
    case .anything: "anything"
    }
  }

  private func entry(_ catalogue: Shape.Catalogue, _ other: Shape) -> String {
    let names = table.names(of: catalogue).joined(separator: ", ")
    if table.isClosed(catalogue) { return names }
    return switch catalogue {
    case .languages: "one of the languages of the site"
    case .postings: "the id of a posting"
    case .locations where names.isEmpty: "an office of site.yml, or " + words(other)
    case _ where names.isEmpty: words(other)
    default: names + ", or " + words(other)
    }
  }

  private func anchor(of part: Shape.Part) -> String {
    MarkdownExport.heading(of: part).lowercased().split(separator: " ").joined(separator: "-")
  }
}

// MARK: - Appearances

extension MarkdownExport {
  /// Every field of a posting with the places where its value is met again.
  private var appearances: String {
    "| field | pages | structured data | `feed.json` | `rss.xml` |\n|---|---|---|---|---|\n"
      + table.rows.map { row in
        var (pages, structured, feed, rss) = ([String](), [String](), [String](), [String]())
        for appearance in row.appearances {
          switch appearance {
          case .page: pages.append("its own")
          case .lists: pages.append("lists")
          case .groups: pages.append("a list for each value")
          case .address: pages.append("address")
          case .redirects: pages.append("redirects")
          case .templates: pages.append("themes of your own")
          case .report: pages.append("none: the report of changes")
          case .structured(let path): structured.append("`\(path)`")
          case .feed(let key): feed.append("`\(key)`")
          case .rss(let element): rss.append("`\(element)`")
          }
        }
        return MarkdownExport.line(
          ["`\(row.name)`"] + [pages, structured, feed, rss].map { $0.joined(separator: ", ") }
        )
      }.joined()
  }
}
