import Foundation
import SiteGen
import SourceText
import TestSupport
import Testing

/// Forty postings, each with one mistake of a different kind.
@Suite struct BrokenPostingTests {
  static let root = folder(of: #filePath) + "/BrokenPostings"
  static let postings = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted()

  /// The faults of all forty, as one run of `check` finds them, and where their files are.
  private func faults() async throws -> (faults: [Diagnostic], site: TestFolder) {
    let site = try TestFolder()
    let files = FileManager.default
    let jobs = site.path + "/content/jobs"
    try files.createDirectory(atPath: jobs, withIntermediateDirectories: true)
    for name in BrokenPostingTests.postings {
      try files.copyItem(
        atPath: "\(BrokenPostingTests.root)/\(name)",
        toPath: "\(jobs)/\(name)"
      )
    }
    try files.copyItem(
      atPath: BrokenPostingTests.root + "/site.yml",
      toPath: site.path + "/site.yml"
    )
    let result = await build(site.path, into: try TestFolder()) { $0.isCheck = true }
    return (result.diagnostics, site)
  }

  @Test func `forty postings have forty faults, one each`() async throws {
    let (faults, _) = try await faults()
    #expect(BrokenPostingTests.postings.count == 40)
    #expect(faults.map(\.path) == BrokenPostingTests.postings.map { "content/jobs/" + $0 })
    #expect(faults.allSatisfy { $0.hint != nil && $0.range != nil })
  }

  @Test func `they are printed for people and for machines`() async throws {
    let (faults, site) = try await faults()
    let tree = SourceTree(root: site.path)
    let source: (String) -> [UInt8]? = { tree.bytes(forFaultIn: $0) }
    let root = BrokenPostingTests.root

    var text = TextReport(source: source)
    try expectGolden(text.render(faults), at: root + "/faults.txt")
    var json = MachineReport(.jsonLines, source: source)
    try expectGolden(json.render(faults), at: root + "/faults.jsonl")
    var github = MachineReport(.github, shownPath: { "careers/" + $0 }, source: source)
    try expectGolden(github.render(faults), at: root + "/faults.github")
    // The texts of the rules are those of the catalogue, which has tests of its own.
    var sarif = SARIFReport(
      version: "0.1.0",
      rule: { id in
        FaultCatalogue.page(id).map { _ in
          .init(summary: "Summary", description: "More", help: "Help", markdown: "# Help")
        }
      },
      shownPath: { "careers/" + $0 },
      source: source
    )
    try expectGolden(sarif.render(faults), at: root + "/faults.sarif")
  }

  @Test func `all formats name the same lines and columns`() throws {
    func golden(_ name: String) throws -> String {
      try String(contentsOfFile: "\(BrokenPostingTests.root)/\(name)", encoding: .utf8)
    }
    let place = try Regex("(?m)^content/jobs/(.*\\.md):(\\d+):(\\d+): error: .* \\[(.*)\\]$")
    let text = try golden("faults.txt").matches(of: place).map { match in
      (1...4).map { String(match.output[$0].substring ?? "") }.joined(separator: " ")
    }
    let json = try golden("faults.jsonl").split(separator: "\n").map { line in
      let fault = try JSONDecoder().decode(JSONFault.self, from: Data(line.utf8))
      return "\(fault.path.dropFirst(13)) \(fault.line) \(fault.column) \(fault.id)"
    }
    let command = try Regex(
      "(?m)^::error file=careers/content/jobs/(.*\\.md),line=(\\d+),col=(\\d+),(?:endLine=\\d+,endColumn=\\d+,)?title=(.*?)::"
    )
    let github = try golden("faults.github").matches(of: command).map { match in
      (1...4).map { String(match.output[$0].substring ?? "") }.joined(separator: " ")
    }
    let document = try JSONDecoder().decode(SARIF.self, from: Data(try golden("faults.sarif").utf8))
    let sarif = try document.runs[0].results.map { result in
      let location = try #require(result.locations.first).physicalLocation
      let path = location.artifactLocation.uri.removingPercentEncoding ?? ""
      let region = location.region
      let rule = document.runs[0].tool.driver.rules[result.ruleIndex].id
      return "\(path.dropFirst(21)) \(region.startLine) \(region.startColumn) \(rule)"
    }
    #expect(text.count == 40)
    #expect(json == text)
    #expect(github == text)
    #expect(sarif == text)
  }

  @Test func `no faults are an empty document`() {
    var report = SARIFReport(version: "1", rule: { _ in nil }, source: { _ in nil })
    #expect(
      report.render([])
        == #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"#
        + #""columnKind":"unicodeCodePoints","tool":{"driver":{"name":"sitegen","version":"1","#
        + #""rules":[]}},"results":[]}]}"# + "\n"
    )
  }

  @Test func `a report of one long line takes no longer for each fault than one of many lines`() {
    let count = 8_000
    let entry = "aé, "
    let bytes = Array(String(repeating: entry, count: count).utf8)
    let faults = (0..<count).map { index in
      let start = index * entry.utf8.count
      return Diagnostic("job/x", "x", path: "a.md", range: SourceRange(start..<(start + 3)))
    }
    let clock = ContinuousClock()
    let duration = clock.measure {
      var text = TextReport { _ in bytes }
      var json = MachineReport(.jsonLines) { _ in bytes }
      var sarif = SARIFReport(version: "1", rule: { _ in nil }, source: { _ in bytes })
      #expect(text.render(faults).hasPrefix("a.md:1:1: error: x [job/x]\n  1 | aé, aé"))
      #expect(json.render(faults).contains("\"column\":\((count - 1) * 4 + 1),"))
      #expect(sarif.render(faults).contains("\"startColumn\":\((count - 1) * 4 + 1),"))
    }
    #expect(duration < .seconds(20), "\(duration)")
  }
}

private struct JSONFault: Decodable {
  let path: String
  let line: Int
  let column: Int
  let id: String
}

private struct SARIF: Decodable {
  struct Run: Decodable {
    let tool: Tool
    let results: [Result]
  }
  struct Tool: Decodable { let driver: Driver }
  struct Driver: Decodable { let rules: [Rule] }
  struct Rule: Decodable { let id: String }
  struct Result: Decodable {
    let ruleIndex: Int
    let locations: [Location]
  }
  struct Location: Decodable { let physicalLocation: Physical }
  struct Physical: Decodable {
    let artifactLocation: Artifact
    let region: Region
  }
  struct Artifact: Decodable { let uri: String }
  struct Region: Decodable {
    let startLine: Int
    let startColumn: Int
  }

  let runs: [Run]
}
