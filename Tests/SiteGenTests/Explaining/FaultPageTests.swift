import Foundation
import SiteGen
import SourceText
import TestSupport
import Testing

/// The paths of all files below a folder of the repository.
func files(below folder: String) -> [String] {
  FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
}

/// The pages of docs/faults, as they lie on the disk.
@Suite struct FaultPageTests {
  static let root = repository + "/docs/faults"
  static let names = files(below: root)
    .filter { $0.hasSuffix(".md") && $0 != "README.md" }.map { String($0.dropLast(3)) }.sorted()

  static func page(_ name: String) throws -> FaultPage {
    let text = try String(contentsOfFile: "\(root)/\(name).md", encoding: .utf8)
    return FaultPage(id: FaultID(named: name), markdown: text)
  }

  @Test(arguments: names)
  func `a page names its id, says what it is in a sentence, and shows or tells the way out`(
    _ name: String
  ) throws {
    let page = try FaultPageTests.page(name)
    #expect(page.title == name)
    #expect(20...200 ~= page.firstSentence.count, "\(page.firstSentence)")
    #expect(page.firstSentence.hasSuffix("."))
    let headings = page.blocks.compactMap { if case .heading(let text) = $0 { text } else { nil } }
    let shown = [name, "Wrong", "Right"]
    let told = [name, "When", "What to do"]
    #expect(headings == shown || headings == told)
    if headings == shown {
      #expect(!page.examples("Wrong").isEmpty && !page.examples("Right").isEmpty)
    } else {
      #expect(!page.section("When").isEmpty && !page.section("What to do").isEmpty)
    }
  }

  @Test(arguments: names)
  func `the wrong example has the fault and no other, and the right one builds`(
    _ name: String
  ) async throws {
    let page = try FaultPageTests.page(name)
    guard !page.examples("Wrong").isEmpty else { return }
    let wrong = try await check(page.examples("Wrong"))
    let counted = wrong.result.diagnostics.filter { $0.severity == .error || $0.id == page.id }
    let ids = Set(counted.map(\.id))
    #expect(ids == [page.id], "\(wrong.text)")
    let right = try await check(page.examples("Right"))
    #expect(!right.result.diagnostics.contains { $0.id == page.id }, "\(right.text)")
    #expect(right.result.outcome == .done, "\(right.text)")
  }

  private func check(_ examples: [FaultPage.Example]) async throws
    -> (result: BuildResult, text: String)
  {
    let site = try ExampleSite(examples).write()
    let result = await build(site.path, into: try TestFolder(), workers: 1) { options in
      options.isCheck = true
      options.state = nil
    }
    return (result, report(result, site.path))
  }
}
