import Foundation
import SiteGen
import SourceText
import TestSupport
import Testing

/// What the program remembers from build to build.
@Suite struct MemoryTests {
  private func modified(_ target: TestFolder) throws -> String {
    let feed = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: target.path + "/public/feed.json"))
    )
    let items = (feed as? [String: Any])?["items"] as? [[String: Any]]
    return items?.first?["date_modified"] as? String ?? ""
  }

  @Test func `a change moves the date, another build doesn't`() async throws {
    let site = try smallSite()
    let target = try TestFolder()
    _ = await build(site.path, into: target, now: "2026-11-10")
    #expect(try modified(target) == "2026-11-01T00:00:00Z")
    _ = await build(site.path, into: target, now: "2026-11-11")
    #expect(try modified(target) == "2026-11-01T00:00:00Z")
    let posting = try site.read("content/jobs/welder.md")
    try site.write(posting + "\nMore text.\n", to: "content/jobs/welder.md")
    let changed = await build(site.path, into: target, now: "2026-11-12")
    #expect(try modified(target) == "2026-11-12T00:00:00Z")
    #expect(changed.changes?.changed.map(\.fields) == [["body"]])
    _ = await build(site.path, into: target, now: "2026-11-20")
    #expect(try modified(target) == "2026-11-12T00:00:00Z")
  }

  @Test func `quotes and white space are no change`() async throws {
    let site = try smallSite("tags: [a, b]\n")
    let target = try TestFolder()
    _ = await build(site.path, into: target, now: "2026-11-10")
    let posting = try site.read("content/jobs/welder.md")
    let other = posting.replacingOccurrences(of: "[a, b]", with: "[\"a\",  'b']")
    try site.write(other, to: "content/jobs/welder.md")
    let second = await build(site.path, into: target, now: "2026-11-12")
    #expect(second.changes?.isEmpty == true)
  }

  @Test func `a renamed posting redirects from its old address`() async throws {
    let site = try smallSite()
    let target = try TestFolder()
    _ = await build(site.path, into: target, now: "2026-11-10")
    try FileManager.default.moveItem(
      atPath: site.path + "/content/jobs/welder.md",
      toPath: site.path + "/content/jobs/pipe-welder.md"
    )
    let second = await build(site.path, into: target, now: "2026-11-11")
    #expect(second.changes?.renamed.map(\.from) == ["welder"])
    #expect(second.changes?.renamed.map(\.item.id) == ["pipe-welder"])
    let old = try target.read("public/jobs/welder/index.html")
    #expect(old.contains("url=/jobs/pipe-welder/") && old.contains("noindex"))
    // It still does after the next build, which no longer sees the old id.
    _ = await build(site.path, into: target, now: "2026-11-12")
    #expect(try target.read("public/jobs/welder/index.html") == old)
  }

  @Test func `a posting that is taken away is reported`() async throws {
    let site = try smallSite()
    try site.write(
      try site.read("content/jobs/welder.md").replacingOccurrences(of: "Welder", with: "Painter")
        + "Paint.\n",
      to: "content/jobs/painter.md"
    )
    let target = try TestFolder()
    _ = await build(site.path, into: target, now: "2026-11-10")
    try FileManager.default.removeItem(atPath: site.path + "/content/jobs/painter.md")
    let reports = target.path + "/reports"
    _ = await build(site.path, into: target, now: "2026-11-11") { $0.report = reports }
    #expect(
      try target.read("reports/changes.json")
        == "{\"version\":1,\"date\":\"2026-11-11\",\"opened\":[],\"changed\":[],\"closed\":[],"
        + "\"gone\":[],\"removed\":[{\"id\":\"painter\","
        + "\"url\":\"https://jobs.example/jobs/painter/\"}],\"renamed\":[],\"allowed\":[]}\n"
    )
    #expect(try target.read("reports/changes.md") == "### Removed (1)\n\n- `/jobs/painter/`\n")
  }

  @Test func `a state file reads back as it was written`() async throws {
    let target = try TestFolder()
    _ = await build(repository, into: target)
    let text = try target.read("state")
    let state = try SiteState(SourceFile(path: "state", bytes: Array(text.utf8)))
    var written = ""
    state.write { part in
      written += part.text()
      part.removeAll()
    }
    #expect(written == text)
    #expect(state.entries.count >= 22)
  }
}
