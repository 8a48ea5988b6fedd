import Foundation
import SiteGen
import SourceText
import TestSupport
import Testing

/// How mended files reach the disk.
@Suite struct MendedFileTests {
  private func faults(_ faults: [Diagnostic]) -> String {
    var report = TextReport { _ in nil }
    return report.render(faults)
  }

  @Test func `a file that changed meanwhile is left alone`() async throws {
    let folder = try smallSite("featured: yes\n")
    let mending = await MendingTests.mend(folder.path)
    try folder.write("mine\n", to: "content/jobs/welder.md")
    let written = mending.write()
    #expect(try folder.read("content/jobs/welder.md") == "mine\n")
    #expect(written.paths.isEmpty)
    #expect(
      faults(written.faults) == """
        content/jobs/welder.md: error: the file was not mended: it changed while sitegen was reading \
        it [io/cannot-write]
          = help: save the file and run the command again

        """
    )
  }

  @Test func `permissions stay, and nothing lies around`() async throws {
    let folder = try smallSite("featured: yes\n")
    let path = folder.path + "/content/jobs/welder.md"
    try FileManager.default.setAttributes([.posixPermissions: 0o664], ofItemAtPath: path)
    let mending = await MendingTests.mend(folder.path)
    #expect(mending.write().paths == ["content/jobs/welder.md"])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o664)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/content/jobs")
    #expect(names == ["welder.md"])
    #expect(mending.write().faults == [], "what is so already is no fault")
  }

  @Test func `a link inside the site is kept, one out of it is not followed`() async throws {
    let folder = try smallSite("featured: yes\n")
    let other = try TestFolder()
    let files = FileManager.default
    try files.createDirectory(
      atPath: folder.path + "/content/jobs/old",
      withIntermediateDirectories: true
    )
    try files.moveItem(
      atPath: folder.path + "/content/jobs/welder.md",
      toPath: folder.path + "/content/jobs/old/welder.txt"
    )
    try files.createSymbolicLink(
      atPath: folder.path + "/content/jobs/welder.md",
      withDestinationPath: "old/welder.txt"
    )
    let site = try folder.read("site.yml") + "feeds: {rss: no}\n"
    try other.write(site, to: "site.yml")
    try files.removeItem(atPath: folder.path + "/site.yml")
    try files.createSymbolicLink(
      atPath: folder.path + "/site.yml",
      withDestinationPath: other.path + "/site.yml"
    )
    let written = await MendingTests.mend(folder.path).write()
    #expect(written.paths == ["content/jobs/welder.md"])
    #expect(try folder.read("content/jobs/old/welder.txt").contains("featured: true"))
    let link = folder.path + "/content/jobs/welder.md"
    #expect(try files.destinationOfSymbolicLink(atPath: link) == "old/welder.txt")
    #expect(try other.read("site.yml") == site)
    #expect(
      faults(written.faults) == """
        site.yml: error: the file was not mended: it is a link that leads out of the site's folder \
        [io/cannot-write]
          = help: mend it where it is

        """
    )
  }

  /// Postings put together at random from right and wrong lines, in block and in flow style.
  @Test(arguments: 0..<40)
  func `whatever is wrong, other bytes stay and a second run changes nothing`(_ seed: Int)
    async throws
  {
    var random = SplitMix(state: UInt64(seed))
    let pool: [(wrong: String, right: String)] = [
      ("Title: Welder", "title: Welder"),
      ("employment_type: Full Time", "employment_type: full-time"),
      ("employment_type: [\"PART_TIME\"]", "employment_type: [\"part-time\"]"),
      ("workplace: On-Site", "workplace: on-site"),
      ("locations: ['Porto, portugal']", "locations: ['Porto, PT']"),
      ("locations:\n  - {city: Porto, country: pt}", "locations:\n  - {city: Porto, country: PT}"),
      ("date_posted: 2026/11/1", "date_posted: 2026-11-01"),
      ("aply: jobs@acme.example", "apply: jobs@acme.example"),
      ("apply: www.acme.example/a?b=c", "apply: https://www.acme.example/a?b=c"),
      ("levels: [ Senior , lead ]", "levels: [ senior , lead ]"),
      ("valid_through: 31.12.2026", "valid_through: 2026-12-31"),
      (
        "salary: {Min: 1 000, currency: gbp, per: Month}",
        "salary: {min: 1000, currency: GBP, per: month}"
      ),
      ("featured: NO", "featured: false"), ("nonsense: x", "nonsense: x"),
      ("openings: many", "openings: many"), ("# full time, see above", "# full time, see above"),
      ("tags:\n-   a # b\n", "tags:\n-   a # b\n"),
    ]
    var (before, after) = ("---\n", "---\n")
    let end = ["\n", "\r\n"][Int.random(in: 0..<2, using: &random)]
    var names: Set<Substring> = []
    for line in pool.shuffled(using: &random).prefix(12) {
      let name = line.right.prefix { $0 != ":" }
      guard names.insert(name).inserted else { continue }
      let comment =
        line.wrong.contains("\n") ? "" : ["", "  # why: [x]"].randomElement(using: &random) ?? ""
      before += line.wrong + comment + "\n"
      after += line.right + comment + "\n"
    }
    let body = "---\n\nFull Time, \u{FFFD} www.acme.example, 2026/11/1"
    before = (before + body).replacingOccurrences(of: "\n", with: end)
    after = (after + body).replacingOccurrences(of: "\n", with: end)
    let folder = try smallSite()
    try folder.write(before, to: "content/jobs/welder.md")
    #expect(await MendingTests.mend(folder.path).write().faults == [])
    #expect(try folder.read("content/jobs/welder.md") == after)
    #expect(await MendingTests.mend(folder.path).files.isEmpty)
  }
}

/// A small random generator whose numbers follow from its seed.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
