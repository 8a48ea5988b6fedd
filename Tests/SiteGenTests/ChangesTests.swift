import Foundation
import SiteGen
import SourceText
import TestSupport
import Testing

/// What builds report of changes.
@Suite struct ChangesTests {
  static let edits: [(from: String, to: String, fields: [String])] = [
    ("title: Welder", "title: Night Welder", ["title"]),
    ("full-time", "part-time", ["employment_type"]),
    ("Porto, PT", "Lisbon, PT", ["locations"]),
    ("apply: jobs@acme.example", "apply: work@acme.example", ["apply"]),
    ("title: Welder", "title: Welder\nsalary: {min: 20, currency: EUR, per: hour}", ["salary"]),
    ("title: Welder", "tags: [night]\nteam: Frames\ntitle: Diver", ["title", "team", "tags"]),
    ("Some text.", "Other text.", ["body"]),
    ("on-site", "hybrid", ["workplace"]),
    ("Porto, PT", "Porto,  PT", []),
  ]

  @Test(arguments: edits)
  func `a change names its fields`(_ edit: (from: String, to: String, fields: [String]))
    async throws
  {
    let site = try smallSite()
    let target = try TestFolder()
    _ = await build(site.path, into: target, now: "2026-11-10")
    let posting = try site.read("content/jobs/welder.md")
    try site.write(
      posting.replacingOccurrences(of: edit.from, with: edit.to),
      to: "content/jobs/welder.md"
    )
    let second = await build(site.path, into: target, now: "2026-11-11")
    #expect(report(second, site.path) == "")
    #expect(second.changes?.changed.first?.fields ?? [] == edit.fields)
  }

  @Test func `a file taken away long after its page is no news`() async throws {
    let site = try smallSite(
      "valid_through: 2026-11-15\n",
      site: "lifecycle: {keep_closed: 0, keep_gone: 3}\n"
    )
    let target = try TestFolder()
    for day in ["2026-11-15", "2026-11-16", "2026-11-20"] {
      _ = await build(site.path, into: target, now: day)
    }
    try FileManager.default.removeItem(atPath: site.path + "/content/jobs/welder.md")
    let result = await build(site.path, into: target, now: "2026-11-21")
    #expect(result.changes?.removed.isEmpty == true)
    #expect(!(try target.read("public/_redirects").contains("/jobs/welder/")))
  }

  @Test func `a posting's life is reported day by day`() async throws {
    let site = try smallSite(
      "valid_through: 2026-11-15\n",
      site: "lifecycle: {keep_closed: 10}\n"
    )
    let target = try TestFolder()
    let reports = target.path + "/reports"
    func changes(_ day: String) async throws -> (markdown: String, google: String) {
      _ = await build(site.path, into: target, now: day) { $0.report = reports }
      return (
        try target.read("reports/changes.md"), try target.read("reports/indexing-api.jsonl")
      )
    }
    let address = "https://jobs.example/jobs/welder/"
    let opened = try await changes("2026-11-10")
    #expect(opened.markdown == "### Opened (1)\n\n- [Welder](\(address)) `welder`\n")
    #expect(opened.google == "{\"url\":\"\(address)\",\"type\":\"URL_UPDATED\"}\n")
    let nothing = try await changes("2026-11-15")
    #expect(nothing.markdown == "No posting opened, changed or closed.\n")
    let closed = try await changes("2026-11-16")
    #expect(closed.markdown == "### Closed (1)\n\n- [Welder](\(address)) `welder`\n")
    #expect(closed.google == "{\"url\":\"\(address)\",\"type\":\"URL_DELETED\"}\n")
    let gone = try await changes("2026-11-26")
    #expect(gone.markdown == "### Gone (1)\n\n- `/jobs/welder/`\n")
    #expect(gone.google == "{\"url\":\"\(address)\",\"type\":\"URL_DELETED\"}\n")
  }

  @Test func `titles are text in the summary`() async throws {
    let site = try smallSite()
    let posting = try site.read("content/jobs/welder.md")
    try site.write(
      posting.replacingOccurrences(of: "title: Welder", with: "title: \"[x](y) <b> `c` @all #1\""),
      to: "content/jobs/welder.md"
    )
    let target = try TestFolder()
    _ = await build(site.path, into: target) { $0.report = target.path + "/reports" }
    let title = "\\[x\\]\\(y\\) \\<b\\> \\`c\\` @\u{2060}all \\#\u{2060}1"
    let text = try target.read("reports/changes.md")
    #expect(text.contains("- [\(title)](https://jobs.example/jobs/welder/) `welder`\n"))
  }

  @Test func `a state of version 1 is read, and moves no date`() async throws {
    let site = try smallSite()
    let target = try TestFolder()
    _ = await build(site.path, into: target, now: "2026-11-10")
    let line = try #require(
      try target.read("state").split(separator: "\n").first { $0.hasPrefix("welder\t") }
    )
    let body = line.split(separator: "\t")[6].split(separator: ",")[0]
    try target.write(
      """
      sitegen-state 1
      welder\t/jobs/welder/\topen\t2026-11-10\t2026-11-01\t2026-11-10\t1,2,3,4,5,6,\(body)\t/old/

      """,
      to: "state"
    )
    let second = await build(site.path, into: target, now: "2026-11-12")
    #expect(second.changes?.isEmpty == true)
    #expect(try target.read("public/old/index.html").contains("url=/jobs/welder/"))
    #expect(try target.read("state").hasPrefix("sitegen-state 2\n"))
    try site.write(
      try site.read("content/jobs/welder.md") + "More.\n",
      to: "content/jobs/welder.md"
    )
    try target.write(
      "sitegen-state 1\nwelder\t/jobs/welder/\topen\t2026-11-10\t2026-11-01\t2026-11-10"
        + "\t1,2,3,4,5,6,\(body)\t\n",
      to: "state"
    )
    let third = await build(site.path, into: target, now: "2026-11-13")
    #expect(third.changes?.changed.map(\.fields) == [["body"]])
  }

  @Test func `fields that a later version knows no more are no change`() async throws {
    let site = try smallSite()
    let target = try TestFolder()
    _ = await build(site.path, into: target, now: "2026-11-10")
    let state = try target.read("state")
    try target.write(state.replacingOccurrences(of: " team ", with: " crew "), to: "state")
    let second = await build(site.path, into: target, now: "2026-11-12")
    #expect(second.changes?.isEmpty == true)
  }
}
