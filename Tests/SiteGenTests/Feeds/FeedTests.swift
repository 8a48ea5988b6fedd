import Foundation
import SourceText
import TestSupport
import Testing

@testable import SiteGen

@Suite struct FeedTests {
  /// Fields that the item says itself, or that say nothing of an open posting.
  static let elsewhere: Set = [
    "title", "id", "company", "date_posted", "date_updated", "date_closed", "status", "summary",
    "lang", "translation_of", "aliases", "allow",
  ]

  @Test func `the extension has every field of postings`() {
    let names = Set(ExtensionField.all.map(\.rawValue))
    let rows = Set(Schema.job.fields.map(\.name))
    #expect(rows.subtracting(names) == FeedTests.elsewhere)
    #expect(names.subtracting(rows) == ["sections", "translations"])
  }

  static let identities = [
    ("https://jobs.example", nil, "tag:jobs.example,2026:/atom.xml"),
    ("https://acme.example/careers", nil, "tag:acme.example,2026:/careers/atom.xml"),
    ("http://localhost:8000", nil, "tag:localhost,2026:/atom.xml"),
    ("https://new.example", "https://old.example/jobs", "tag:old.example,2026:/jobs/atom.xml"),
  ]

  @Test(arguments: identities)
  func `ids are made of the first address`(base: String, first: String?, tag: String) async throws {
    let source = try smallSite(
      site: first.map { "feeds: {first_base_url: \"\($0)\"}\n" } ?? ""
    )
    let target = try TestFolder()
    _ = await build(source.path, into: target) { $0.baseURL = base }
    #expect(try target.read("public/atom.xml").contains("<id>\(tag)</id>"))
    let posting = tag.replacingOccurrences(of: "atom.xml", with: "jobs/welder")
    #expect(try target.read("public/atom.xml").contains("<id>\(posting)</id>"))
  }

  // MARK: What they hold

  /// A site of six postings of one department, the newest with the highest number.
  private func series(_ feeds: String, status: String = "open") throws -> TestFolder {
    let source = try smallSite(site: "feeds: \(feeds)\nchecks: {severity: {job: off}}\n")
    try FileManager.default.removeItem(atPath: source.path + "/content/jobs/welder.md")
    for number in 1...6 {
      try source.write(
        """
        ---
        title: Job \(number)
        department: Yard
        employment_type: full-time
        workplace: on-site
        locations: ["Porto, PT"]
        date_posted: 2026-11-0\(number)
        valid_through: 2026-12-\(20 - number)
        status: \(status)
        apply: jobs@acme.example
        ---

        Work.
        """,
        to: "content/jobs/job-\(number).md"
      )
    }
    return source
  }

  /// The ids of the items of a feed, and where it goes on.
  private func page(_ data: Data?) throws -> (ids: [String], next: String?) {
    let json = try JSONSerialization.jsonObject(with: try #require(data))
    let feed = try #require(json as? [String: NSObject])
    let items = feed["items"] as? [[String: NSObject]] ?? []
    return (items.compactMap { $0["id"] as? String }, feed["next_url"] as? String)
  }

  @Test func `feed.json holds all in pages, groups hold the newest`() async throws {
    let source = try series("{items: 2, page_items: 4}")
    let target = try TestFolder()
    _ = await build(source.path, into: target)
    let files = try TestFolder.files(below: target.path + "/public")
    let (first, second) = (try page(files["feed.json"]), try page(files["feed-2.json"]))
    #expect(first.ids == ["job-6", "job-5", "job-4", "job-3"])
    #expect(first.next == "https://jobs.example/feed-2.json")
    #expect(second.ids == ["job-2", "job-1"] && second.next == nil)
    let group = try page(files["departments/yard/feed.json"])
    #expect(group.ids == ["job-6", "job-5"] && group.next == nil)
    for name in ["rss.xml", "atom.xml", "departments/yard/atom.xml", "locations/porto-pt/rss.xml"] {
      let text = String(decoding: files[name] ?? Data(), as: UTF8.self)
      let titles = text.components(separatedBy: "<title>Job ").dropFirst().map { $0.prefix(1) }
      #expect(titles == ["6", "5"], "\(name)")
    }
    let calendar = String(decoding: files["closing.ics"] ?? Data(), as: UTF8.self)
    let events = calendar.components(separatedBy: "\r\nUID:job-").dropFirst().map { $0.prefix(1) }
    #expect(events == ["6", "5", "4", "3", "2", "1"], "what closes first comes first")
  }

  @Test func `a feed that is turned off has no file`() async throws {
    let source = try series("{json: false, rss: false, atom: false, calendar: false}")
    let target = try TestFolder()
    _ = await build(source.path, into: target)
    let names = try TestFolder.files(below: target.path + "/public").keys
    let endings = [".json", ".ics", "rss.xml", "atom.xml"]
    #expect(names.filter { name in endings.contains { name.hasSuffix($0) } }.isEmpty)
  }

  @Test func `feeds without a posting are whole and don't look at the clock`() async throws {
    let source = try series("{}", status: "paused")
    let (one, other) = (try TestFolder(), try TestFolder())
    _ = await build(source.path, into: one)
    _ = await build(source.path, into: other, now: "2026-11-25")
    let names = ["feed.json", "rss.xml", "atom.xml", "closing.ics"]
    for name in names {
      #expect(try one.read("public/" + name) == other.read("public/" + name), "\(name)")
    }
    #expect(try one.read("public/atom.xml").contains("<updated>2026-11-06T00:00:00Z</updated>"))
    #expect(try one.read("public/closing.ics").contains("BEGIN:VTIMEZONE"))
    #expect(!FileManager.default.fileExists(atPath: one.path + "/public/jobs/job-1/closing.ics"))
  }

  @Test func `two postings of one id are one fault, with calendars too`() async throws {
    let source = try smallSite(
      "valid_through: 2026-12-18\n",
      site: "checks: {severity: {job: off}}\n"
    )
    let posting = try source.read("content/jobs/welder.md")
    try source.write(posting + "More.\n", to: "content/jobs/yard/welder.md")
    let result = await build(source.path, into: try TestFolder())
    #expect(result.diagnostics.map(\.id.name) == ["site/duplicate-id"])
  }

  @Test func `a change that is still to come is none`() async throws {
    let source = try smallSite("date_updated: 2026-11-30\n")
    let target = try TestFolder()
    _ = await build(source.path, into: target)
    let feed = try target.read("public/feed.json")
    #expect(feed.contains("\"date_modified\":\"2026-11-01T00:00:00Z\""))
    _ = await build(source.path, into: target, now: "2026-11-30")
    #expect(
      try target.read("public/feed.json").contains("\"date_modified\":\"2026-11-30T00:00:00Z\"")
    )
  }
}
