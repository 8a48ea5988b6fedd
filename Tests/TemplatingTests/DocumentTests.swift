import Foundation
import TestSupport
import Testing

// The tables of names are no part of the package's interface.
@testable import Templating

/// The reference of the language, docs/templates.md, says what is there and what it does.
@Suite struct DocumentTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let template: String
    let result: String
    var testDescription: String { template }
  }

  static let text: String = {
    let path = folder(of: #filePath) + "/../../docs/templates.md"
    return (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }()

  static let data =
    text.components(separatedBy: "```json\n").last?
    .components(separatedBy: "\n```").first ?? ""

  /// Every `{{ … }}` → `output` of the tables.
  static let examples: [Example] = text.split(separator: "\n").compactMap { line in
    guard let arrow = line.range(of: "` → `"), line.hasSuffix("` |"),
      let start = line.range(of: "| `{", options: .backwards)
    else { return nil }
    let template = line[line.index(start.lowerBound, offsetBy: 3)..<arrow.lowerBound]
    func plain(_ text: Substring) -> String { text.replacingOccurrences(of: "\\|", with: "|") }
    return Example(template: plain(template), result: plain(line[arrow.upperBound...].dropLast(3)))
  }

  /// The names that begin the rows of a section.
  static func names(in section: String) -> Set<String> {
    let body = text.components(separatedBy: "\n## \(section)\n").last ?? ""
    let rows = body.components(separatedBy: "\n## ")[0].split(separator: "\n").dropFirst(2)
    let cells = rows.flatMap { row in
      row.components(separatedBy: " | ")[0].dropFirst(2).components(separatedBy: "`, `")
    }
    return Set(
      cells.map { cell in
        cell.trimmingCharacters(in: ["`"]).components(separatedBy: "(")[0]
      }
    )
  }

  @Test(arguments: examples)
  func `each example of the document gives what stands behind it`(_ example: Example) throws {
    let answer = try CaseFileTests.answer(of: DocumentTests.data + "\n---\n" + example.template)
    #expect(answer.text == example.result)
  }

  @Test func `each name of the language has an entry, and each entry is a name`() {
    #expect(DocumentTests.examples.count > 100)
    #expect(DocumentTests.names(in: "Filters") == Set(Signatures.filters.keys))
    #expect(DocumentTests.names(in: "Tests") == Set(Signatures.tests.keys))
    #expect(DocumentTests.names(in: "Functions") == Set(Signatures.builtins.keys))
    #expect(DocumentTests.names(in: "Methods") == Set(Signatures.methods))
  }
}
