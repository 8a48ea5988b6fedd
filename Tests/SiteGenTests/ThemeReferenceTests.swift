import Foundation
import SiteGen
import Templating
import TestSupport
import Testing

/// The tables of docs/themes.md name the fields that are declared, and no others.
@Suite struct ThemeReferenceTests {
  static let vocabulary = DataModel.vocabulary(customFields: [])

  /// The rows of a section as their names and the cell behind them.
  private static func rows(of section: String) throws -> [(names: [String], text: String)] {
    let text = try String(contentsOfFile: repository + "/docs/themes.md", encoding: .utf8)
    let body = text.components(separatedBy: "\n### \(section)\n").last ?? ""
    let lines = body.components(separatedBy: "\n##")[0].split(separator: "\n")
    return lines.filter { $0.hasPrefix("| `") }.map { line in
      let cells = line.components(separatedBy: " | ")
      return (words(in: cells[0]), cells[1])
    }
  }

  /// What stands between back quotes.
  private static func words(in text: String) -> [String] {
    let parts = text.components(separatedBy: "`")
    return parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }
  }

  private static func fields(of kind: String) -> [Vocabulary.Field] {
    vocabulary.objectTypes.first { $0.name == kind }?.fields ?? []
  }

  @Test(arguments: [("site", "site"), ("page", "page"), ("job, and each entry of jobs", "job")])
  func `each field has a row, and each row is a field`(_ section: String, _ kind: String) throws {
    let rows = try ThemeReferenceTests.rows(of: section)
    let fields = ThemeReferenceTests.fields(of: kind)
    #expect(Set(rows.flatMap(\.names)) == Set(fields.map(\.name)))
    for field in fields {
      let row = rows.first { $0.names.contains(field.name) }
      let named = ThemeReferenceTests.words(in: row?.text ?? "").map { word in
        word.split(separator: ".").last.map(String.init) ?? ""
      }
      for part in parts(of: field.type) { #expect(named.contains(part), "\(field.name): \(part)") }
    }
  }

  @Test func `small things have all their fields too`() throws {
    let rows = try ThemeReferenceTests.rows(of: "theme, groups, group, pagination")
    var named: Set<String> = []
    for row in rows {
      var kind = ""
      for name in row.names {
        let parts = name.components(separatedBy: ".")
        kind = parts[0].isEmpty ? kind : parts[0]
        named.insert(kind + "." + (parts.last ?? ""))
      }
    }
    let declared = ["theme", "groups", "group", "pagination"].flatMap { kind in
      ThemeReferenceTests.fields(of: kind).map { "\(kind).\($0.name)" }
    }
    #expect(named == Set(declared))
    let text = try String(contentsOfFile: repository + "/docs/themes.md", encoding: .utf8)
    for (name, kind) in [("term", "choice"), ("place", "place")] {
      let paragraph = text.components(separatedBy: "A **\(name)** has ").last ?? ""
      let words = ThemeReferenceTests.words(in: paragraph.components(separatedBy: "\n\n")[0])
      for field in ThemeReferenceTests.fields(of: kind) { #expect(words.contains(field.name)) }
    }
  }

  /// The fields of a thing that has no paragraph of its own.
  private func parts(of type: Vocabulary.ValueType) -> [String] {
    switch type {
    case .any: return []
    case .list(let item): return parts(of: item)
    case .object(let index):
      let kind = ThemeReferenceTests.vocabulary.objectTypes[index]
      if ["group", "choice", "place", "job"].contains(kind.name) { return [] }
      return kind.fields.flatMap { [$0.name] + parts(of: $0.type) }
    }
  }
}
