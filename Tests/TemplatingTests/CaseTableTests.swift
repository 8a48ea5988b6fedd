import Foundation
import Templating
import TestSupport
import Testing

/// Many small cases in one file, `Cases/<area>.cases`.
///
/// The file begins with JSON data. A line `=== name` begins a case: its template stands below, further ones
/// behind `--- name`, and behind `>>>` what it gives, up to an empty line before the next case. A word in
/// parentheses at the end of the name is a rule: `lenient`, `chainable` or `lists`.
struct CaseTable {
  struct Entry: Sendable, CustomTestStringConvertible {
    let file: String
    let name: String
    let data: String
    let templates: String
    let result: String
    var testDescription: String { file + ": " + name }

    /// What the case gives now, without the line feed that ends a list of faults.
    func render(knowsData: Bool = false) throws -> String {
      var rules = CaseFileTests.Rules(knowsData: knowsData)
      if name.hasSuffix("(lenient)") { rules.undefined = .lenient }
      if name.hasSuffix("(chainable)") { rules.undefined = .chainable }
      rules.writesLists = name.hasSuffix("(lists)")
      let answer = try CaseFileTests.answer(of: data + "---\n" + templates, rules)
      return answer.isFault ? String(answer.text.dropLast()) : answer.text
    }
  }

  let data: String
  let entries: [Entry]

  init(named file: String) throws {
    let path = CaseTable.path(of: file)
    let parts = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n=== ")
    data = parts[0]
    entries = parts.dropFirst().map { [data] part in
      let halves = part.components(separatedBy: "\n>>>\n")
      let head = halves[0].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return Entry(
        file: file,
        name: String(head[0]),
        data: data,
        templates: head.count > 1 ? String(head[1]) : "",
        result: halves.count > 1 ? String(halves[1].dropLast()) : ""
      )
    }
  }

  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: CaseFileTests.folder)
    return (files ?? []).filter { $0.hasSuffix(".cases") }.map { String($0.dropLast(6)) }.sorted()
  }()

  static let all = names.flatMap { (try? CaseTable(named: $0).entries) ?? [] }

  static func path(of name: String) -> String { "\(CaseFileTests.folder)/\(name).cases" }

  /// The file with what each case gives now.
  func rendered() throws -> String {
    try entries.reduce(into: data) { text, entry in
      text += "\n=== \(entry.name)\n\(entry.templates)\n>>>\n\(try entry.render())\n"
    }
  }
}

@Suite struct CaseTableTests {
  @Test(.enabled(if: !updatesGoldenFiles), arguments: CaseTable.all)
  func `each case of a table gives what stands below it`(_ entry: CaseTable.Entry) throws {
    #expect(try entry.render() == entry.result)
  }

  @Test(arguments: CaseTable.all)
  func `each case gives the same when its data is known at compile time`(
    _ entry: CaseTable.Entry
  ) throws {
    #expect(try entry.render(knowsData: true) == entry.render())
  }

  @Test(.enabled(if: updatesGoldenFiles), arguments: CaseTable.names)
  func `tables are written anew`(_ name: String) throws {
    try expectGolden(try CaseTable(named: name).rendered(), at: CaseTable.path(of: name))
  }

  @Test func `names of cases are told apart`() {
    let names = CaseTable.all.map(\.testDescription)
    #expect(names.count > 500)
    #expect(Set(names).count == names.count)
  }
}
