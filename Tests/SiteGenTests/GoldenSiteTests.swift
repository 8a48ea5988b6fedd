import Foundation
import Hashing
import SiteGen
import TestSupport
import Testing

/// The sample site, byte for byte.
@Suite struct GoldenSiteTests {
  /// Files of which every byte is kept; of the others the digest.
  static let whole = [
    "index.html", "jobs/index.html", "departments/engineering/index.html",
    "locations/setubal-pt/index.html",
    "jobs/senior-embedded-engineer/index.html", "jobs/marine-field-technician/index.html",
    "jobs/logistics-coordinator/index.html", "jobs/director-of-production/index.html",
    "jobs/site-reliability-engineer/index.html",
    "de/jobs/field-service-technician-de/index.html", "de/index.html", "about/index.html",
    "404.html", "sitemap.xml", "robots.txt",
  ]

  @Test func `the sample site is what it was`() async throws {
    let target = try TestFolder()
    let result = await build(repository, into: target)
    #expect(report(result, repository) == "")
    let files = try TestFolder.files(below: target.path + "/public")
    let golden = folder(of: #filePath) + "/Golden"
    let list = files.sorted { $0.key < $1.key }.map { name, data in
      "\(SHA256.digest(of: Array(data)).hexadecimal(digits: 16)) \(name)\n"
    }
    for name in GoldenSiteTests.whole {
      let data = try #require(files[name], "\(name) was not made")
      // A tag a line: pages are minified, and changes are read.
      let text = String(decoding: data, as: UTF8.self)
      let isPage = name.hasSuffix(".html")
      try expectGolden(
        isPage ? text.replacingOccurrences(of: "><", with: ">\n<") : text,
        at: golden + "/site/" + name
      )
    }
    try expectGolden(list.joined(), at: golden + "/files.txt")
  }

  @Test func `only open postings are in lists, feeds and sitemaps`() async throws {
    let target = try TestFolder()
    _ = await build(repository, into: target)
    let files = try TestFolder.files(below: target.path + "/public")
    func text(_ name: String) -> String { String(decoding: files[name] ?? Data(), as: UTF8.self) }
    for id in ["logistics-coordinator", "director-of-production", "frontend-engineer"] {
      let page = text("jobs/\(id)/index.html")
      #expect(page.contains("noindex") && !page.contains("JobPosting"), "\(id)")
      #expect(!text("jobs/index.html").contains("/jobs/\(id)/"), "\(id)")
      #expect(!text("feed.json").contains("\"id\":\"\(id)\""), "\(id)")
      #expect(!text("sitemap.xml").contains("/jobs/\(id)/"), "\(id)")
    }
    for id in ["engineering-manager", "winter-stores-assistant", "power-electronics-engineer"] {
      #expect(files["jobs/\(id)/index.html"] == nil, "\(id)")
    }
  }
}
