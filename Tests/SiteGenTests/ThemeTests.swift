import Foundation
import SiteGen
import TestSupport
import Testing

/// Themes that take over another one, and pages that speak for lists.
@Suite struct ThemeTests {
  @Test func `the plain theme shows the sample with three templates of its own`() async throws {
    let target = try TestFolder()
    let result = await build(repository, into: target) { $0.theme = "plain" }
    #expect(report(result, repository) == "")
    let home = try target.read("public/index.html")
    #expect(home.contains("<dl class=\"reasons\">") && !home.contains("class=\"hero\""))
    let posting = try target.read("public/ar/jobs/harbour-partnerships-manager-ar/index.html")
    #expect(posting.contains("<div class=\"apply-bar\">"), "inherited")
    let own = try FileManager.default.subpathsOfDirectory(
      atPath: repository + "/themes/plain/templates"
    )
    #expect(own.count { $0.hasSuffix(".html") } == 3)
  }

  @Test func `what the manual of themes has a newcomer write does what it says`() async throws {
    let manual = try String(contentsOfFile: repository + "/docs/themes.md", encoding: .utf8)
    let source = try smallSite("status: paused\n", site: "theme: harbour\n")
    let files = try ThemeTests.files(in: manual, of: "Ten minutes")
    #expect(files.count == 5)
    for file in files { try source.write(file.text, to: file.path) }
    let target = try TestFolder()
    let result = await build(source.path, into: target)
    #expect(report(result, source.path) == "")
    #expect(try target.read("public/jobs/index.html").contains("Ring us all the same"))
    let page = try target.read("public/visit/index.html")
    #expect(page.contains("<meta name=\"format-detection\"") && page.contains("on Saturdays"))
  }

  @Test func `a page at the address of a list speaks for it`() async throws {
    let source = try smallSite("department: Yard\n", site: "languages: [en, de]\n")
    let pages = [
      ("yard", "path: /departments/yard/\ndescription: Dry work."),
      ("hof", "path: /departments/yard/\nlang: de\ntranslation_of: yard"),
      ("empty", "path: /departments/office/"), ("home", "path: /"),
    ]
    for (name, fields) in pages {
      try source.write(
        "---\ntitle: The \(name)\n\(fields)\n---\n\nText of \(name).\n",
        to: "content/pages/\(name).md"
      )
    }
    let target = try TestFolder()
    let result = await build(source.path, into: target)
    #expect(report(result, source.path) == "")
    let yard = try target.read("public/departments/yard/index.html")
    for text in ["<h1>The yard</h1>", "Dry work.", "<p>Text of yard.</p>", "/jobs/welder/"] {
      #expect(yard.contains(text), "\(text)")
    }
    let hof = try target.read("public/de/departments/yard/index.html")
    #expect(hof.contains("Text of hof.") && hof.contains("/jobs/welder/"))
    #expect(try target.read("public/index.html").contains("<h1>The home</h1>"))
    #expect(try target.read("public/departments/office/index.html").contains("Text of empty."))
  }

  /// The files that a section of a manual has readers write: fences with a path behind the language.
  private static func files(
    in manual: String,
    of section: String
  ) throws -> [(path: String, text: String)] {
    let start = try #require(manual.range(of: "\n## \(section)\n"))
    let text = manual[start.upperBound...].components(separatedBy: "\n## ")[0]
    return text.components(separatedBy: "\n```").dropFirst().compactMap { fence in
      let lines = fence.split(separator: "\n", omittingEmptySubsequences: false)
      guard let path = lines.first?.split(separator: " ").dropFirst().first else { return nil }
      return (String(path), lines.dropFirst().joined(separator: "\n") + "\n")
    }
  }
}
