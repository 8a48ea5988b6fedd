import Foundation
import SiteGen
import SourceText
import TestSupport
import Testing

/// What stands at which address.
@Suite struct AddressTests {
  @Test func `every link carries the site's base path`() async throws {
    let site = try smallSite(
      "aliases: [/old]\n",
      body: "See [us](/about/) and ![x](/images/x.jpg) and [w](//w.example).\n"
    )
    try site.write("---\ntitle: About\npath: /about\n---\n\nText.\n", to: "content/pages/about.md")
    try site.write("a picture", to: "assets/images/x.jpg")
    let target = try TestFolder()
    let result = await build(site.path, into: target) { $0.baseURL = "https://x.example/careers/" }
    #expect(report(result, site.path) == "")
    let page = try target.read("public/jobs/welder/index.html")
    #expect(page.contains("href=\"/careers/about/\""))
    #expect(page.contains("src=\"/careers/images/x.jpg\""))
    #expect(try target.read("public/images/x.jpg") == "a picture")
    #expect(page.contains("href=\"//w.example\""))
    #expect(page.contains("https://x.example/careers/jobs/welder/"))
    #expect(try target.read("public/old/index.html").contains("url=/careers/jobs/welder/"))
    let plain = page.replacingOccurrences(of: "href=\"/careers/", with: "")
    #expect(!plain.contains("href=\"/j") && !plain.contains("href=\"/a"))
  }

  @Test(arguments: ["/.host/old/", "/a/.b/", "/assets/old/"])
  func `an address that hosts treat in another way than pages is refused`(_ alias: String)
    async throws
  {
    let site = try smallSite("aliases: [\(alias)]\n")
    let result = await build(site.path, into: try TestFolder())
    #expect(result.diagnostics.map(\.id.name) == ["site/address-not-allowed"])
  }

  @Test(arguments: [
    ("https://x.example/careers", true), ("https://x.example/ü", true),
    ("https://x.example/a%20b", false), ("https://x.example/a$b", false),
    ("https://x.example/.jobs", false), ("https://x.example/a\"b", false),
  ])
  func `the site's own address has no sign with a meaning to hosts`(
    _ address: String,
    _ isAllowed: Bool
  ) {
    #expect(isBaseAddress(address) == isAllowed)
  }

  @Test func `names of one slug keep apart, spellings of one name don't`() async throws {
    let site = try smallSite("tags: [\"C++\", \"C#\", \"c#\"]\n")
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(report(result, site.path) == "")
    #expect(try target.read("public/tags/c/index.html").contains("C++"))
    #expect(try target.read("public/tags/c-2/index.html").contains("C#"))
    #expect(!FileManager.default.fileExists(atPath: target.path + "/public/tags/c-3"))
  }

  @Test func `cities of one name in two states are two places`() async throws {
    let site = try smallSite()
    let posting = try site.read("content/jobs/welder.md")
    for (state, name) in [("OR", "a"), ("ME", "b")] {
      try site.write(
        posting.replacingOccurrences(of: "Porto, PT", with: "Portland, \(state), US"),
        to: "content/jobs/\(name).md"
      )
    }
    let target = try TestFolder()
    _ = await build(site.path, into: target)
    let west = try target.read("public/locations/portland-or-us/index.html")
    #expect(west.contains("/jobs/a/") && !west.contains("/jobs/b/"))
    #expect(west.contains("Portland, OR, United States"))
  }

  @Test func `a preview leaves no memory`() async throws {
    let site = try smallSite("status: draft\n")
    let target = try TestFolder()
    let preview = await build(site.path, into: target) { $0.previewsDrafts = true }
    #expect(preview.counts.open == 1)
    #expect(!FileManager.default.fileExists(atPath: target.path + "/state"))
  }

  @Test func `two empty postings are not one that was renamed`() async throws {
    let site = try smallSite(body: "")
    let target = try TestFolder()
    _ = await build(site.path, into: target)
    let posting = try site.read("content/jobs/welder.md")
    try FileManager.default.removeItem(atPath: site.path + "/content/jobs/welder.md")
    try site.write(
      posting.replacingOccurrences(of: "title: Welder", with: "title: Baker")
        .replacingOccurrences(of: "full-time", with: "part-time"),
      to: "content/jobs/baker.md"
    )
    let second = await build(site.path, into: target)
    #expect(second.changes?.renamed.isEmpty == true)
    #expect(second.changes?.removed.map(\.id) == ["welder"])
  }

  @Test func `a state that can't be kept doesn't hide that the site is there`() async throws {
    let site = try smallSite()
    let target = try TestFolder()
    let result = await build(site.path, into: target) { $0.report = "/proc/nowhere" }
    #expect(result.isPublished)
    if case .machineFailure = result.outcome {} else { Issue.record("\(result.outcome)") }
    #expect(result.diagnostics.map(\.id) == ["io/cannot-write"])
  }
}
