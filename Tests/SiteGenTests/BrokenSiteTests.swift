import Foundation
import SiteGen
import TestSupport
import Testing

/// Each folder of BrokenSites is a site that must be refused, with its complete fault text.
@Suite struct BrokenSiteTests {
  static let root = folder(of: #filePath) + "/BrokenSites"
  static let sites = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test(arguments: sites)
  func `a broken site is refused with all its faults`(_ name: String) async throws {
    let source = BrokenSiteTests.root + "/" + name
    let target = try TestFolder()
    let result = await build(source, into: target) { options in
      let state = source + "/state.txt"
      if FileManager.default.fileExists(atPath: state) { options.state = state }
    }
    if case .done = result.outcome { Issue.record("\(name) was built") }
    let published = try TestFolder.files(below: target.path + "/public")
    #expect(published.isEmpty, "nothing is published")
    let text = report(result, source).replacingOccurrences(of: source + "/", with: "")
    try expectGolden(text, at: source + "/faults.txt")
  }

  @Test func `there are broken sites`() {
    #expect(BrokenSiteTests.sites.count >= 8)
  }

  @Test func `five mistakes in five files keep the last good site`() async throws {
    let target = try TestFolder()
    let good = try smallSite()
    let first = await build(good.path, into: target)
    guard case .done = first.outcome else {
      Issue.record("the good site was refused: \(report(first, good.path))")
      return
    }
    let before = try TestFolder.files(below: target.path + "/public")
    let second = await build(BrokenSiteTests.root + "/five-files", into: target)
    #expect(second.diagnostics.count == 5)
    #expect(try TestFolder.files(below: target.path + "/public") == before)
  }

  /// Every fault that the sources can report occurs in a golden text or a test.
  @Test func `every fault id has a test`() throws {
    var known = ""
    let tests = repository + "/Tests"
    for file in FileManager.default.enumerator(atPath: tests)?.compactMap({ $0 as? String }) ?? []
    where file.hasSuffix(".swift") || file.hasSuffix(".txt") {
      guard !file.hasSuffix("BrokenSiteTests.swift") else { continue }
      known += try String(contentsOfFile: tests + "/" + file, encoding: .utf8)
    }
    var missing: Set<String> = []
    let sources = repository + "/Sources"
    let areas = "job|site|page|theme|body|yaml|front-matter|io|state|publish|new|build"
    let whole = try Regex("\"((?:\(areas))/[a-z0-9-]+)\"")
    let reported = try Regex("report\\(\\s*\"([a-z-]+)\"|fault: \"([a-z-]+)\"")
    for file in FileManager.default.enumerator(atPath: sources)?.compactMap({ $0 as? String }) ?? []
    where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
      for match in text.matches(of: whole) {
        let id = String(match.output[1].substring ?? "")
        if !known.contains(id) { missing.insert(id) }
      }
      for match in text.matches(of: reported) {
        let name = String(match.output[1].substring ?? match.output[2].substring ?? "")
        if !name.isEmpty, !known.contains("/" + name) { missing.insert(name) }
      }
    }
    #expect(missing.sorted() == [])
  }
}
