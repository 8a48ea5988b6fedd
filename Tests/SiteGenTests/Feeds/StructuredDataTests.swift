import Foundation
import TestSupport
import Testing

@testable import SiteGen

@Suite struct StructuredDataTests {
  /// The scripts with structured data of a page, in their order.
  private func scripts(_ page: String) -> [String] {
    page.components(separatedBy: "<script type=\"application/ld+json\">").dropFirst()
      .map { $0.components(separatedBy: "</script>")[0] }
  }

  @Test func `pages say what belongs on them`() async throws {
    let source = try boardSite()
    let target = try TestFolder()
    let result = await build(source.path, into: target)
    #expect(report(result, source.path) == "")
    var text = ""
    for name in [
      "index.html", "de/index.html", "departments/firmware/index.html", "jobs/welder/index.html",
      "jobs/site-reliability-engineer/index.html", "de/jobs/crane-operator-de/index.html",
    ] {
      text += "\(name)\n"
      for script in scripts(try target.read("public/" + name)) { text += script + "\n" }
    }
    try expectGolden(text, at: folder(of: #filePath) + "/../Golden/boards/structured-data.txt")
  }

  @Test func `lists and postings that are not open say nothing`() async throws {
    let source = try smallSite("status: filled\ndate_closed: 2026-11-20\n")
    try source.write(
      try source.read("content/jobs/welder.md").replacing("filled", with: "paused")
        .replacing("date_closed: 2026-11-20\n", with: ""),
      to: "content/jobs/rigger.md"
    )
    try source.write("---\ntitle: About\n---\n\nUs.\n", to: "content/pages/about.md")
    let target = try TestFolder()
    let result = await build(source.path, into: target)
    #expect(report(result, source.path) == "")
    for name in [
      "jobs/index.html", "jobs/welder/index.html", "jobs/rigger/index.html", "about/index.html",
      "404.html",
    ] {
      #expect(scripts(try target.read("public/" + name)) == [], "\(name)")
    }
  }

  @Test(arguments: [
    ("12 months", "P12M"), ("1 year", "P1Y"), ("6 Weeks", "P6W"), ("90 days", "P90D"),
    ("18-month", "P18M"), ("12", nil), ("a year", nil), ("12 Monate", nil), ("0 months", nil),
    ("until June", nil), ("3 to 6 months", nil),
  ])
  func `a duration that is plain is one for machines`(_ text: String, _ duration: String?) {
    #expect(isoDuration(text) == duration)
  }

  @Test(arguments: [
    ("apply: https://acme.example/apply\n", "\"directApply\":false"),
    ("apply: {form: \"https://acme.example/form\"}\n", "\"directApply\":true"),
    (
      "apply: {url: \"https://acme.example/a\", form: \"https://acme.example/f\"}\n",
      "\"directApply\":false"
    ),
    (
      "apply: people@acme.example\n",
      "\"directApply\":false,"
        + "\"applicationContact\":{\"@type\":\"ContactPoint\",\"email\":\"people@acme.example\"}"
    ),
  ])
  func `people apply directly where the form is on the page`(
    _ front: String,
    _ data: String
  ) async throws {
    let source = try smallSite()
    let posting = try source.read("content/jobs/welder.md")
    try source.write(
      posting.replacing("apply: jobs@acme.example\n", with: front),
      to: "content/jobs/welder.md"
    )
    let target = try TestFolder()
    let result = await build(source.path, into: target)
    #expect(report(result, source.path) == "")
    #expect(scripts(try target.read("public/jobs/welder/index.html"))[0].contains(data))
  }
}
