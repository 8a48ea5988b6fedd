import SiteGen
import SourceText
import TestSupport
import Testing

/// What the addresses of feeds have in common.
@Suite struct FilePatternTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var file: String
    var scope: FeedScope
    var expression: String
    /// In `_headers`; nil where they have no words for it.
    var placeholders: String?
    /// The expression of the folder that the file stands for.
    var folder: String?
    var language = ""
    var testDescription: String { file }
  }

  static let cases = [
    Case(
      file: "feed.json",
      scope: .edition(0, page: 1),
      expression: "/careers/feed[.]json",
      placeholders: "/careers/feed.json"
    ),
    Case(
      file: "locations/porto-pt/rss.xml",
      scope: .group(edition: 0, 0),
      expression: "/careers/[^/]+/locations/[^/]+/rss[.]xml",
      placeholders: "/careers/:part0/locations/:part2/rss.xml",
      language: "pt-BR"
    ),
    Case(
      file: "feed-12.json",
      scope: .edition(0, page: 12),
      expression: "/careers/feed-[^/]+[.]json",
      placeholders: "/careers/feed-*"
    ),
    Case(
      file: "api/v1/jobs-3.json",
      scope: .part(2),
      expression: "/careers/api/v1/jobs-[^/]+[.]json",
      placeholders: "/careers/api/v1/jobs-*"
    ),
    Case(
      file: "api/v1/jobs/index.json",
      scope: .part(1),
      expression: "/careers/api/v1/jobs/index[.]json",
      placeholders: "/careers/api/v1/jobs/index.json",
      folder: "/careers/api/v1/jobs"
    ),
    Case(
      file: "locations/porto-pt/rss.xml",
      scope: .group(edition: 0, 0),
      expression: "/careers/locations/[^/]+/rss[.]xml",
      placeholders: "/careers/locations/:part1/rss.xml"
    ),
    Case(
      file: "jobs/welder/job.ics",
      scope: .posting(0),
      expression: "/careers/jobs/[^/]+/job[.]ics",
      placeholders: "/careers/jobs/:part1/job.ics"
    ),
    Case(
      file: "jobs/welder.ics",
      scope: .posting(0),
      expression: "/careers/jobs/[^/]+[.]ics"
    ),
    Case(
      file: "api/jobs/4021/index.json",
      scope: .posting(0),
      expression: "/careers/api/jobs/[^/]+/index[.]json",
      placeholders: "/careers/api/jobs/:part2/index.json",
      folder: "/careers/api/jobs/[^/]+"
    ),
    Case(
      file: "a+b{c}/função.txt",
      scope: .part(0),
      expression: "/careers/a\\x2bb\\x7bc\\x7d/função[.]txt",
      placeholders: "/careers/a%2Bb%7Bc%7D/fun%C3%A7%C3%A3o.txt"
    ),
  ]

  @Test(arguments: cases)
  func `a file's address becomes a pattern`(_ file: Case) async throws {
    let site = try smallSite(site: "output: {groups: [location]}\n")
    let target = try TestFolder()
    let plan = try #require(await build(site.path, into: target).context?.plan)
    let route = Route(.file(file.file), language: file.language)
    let pattern = try #require(FilePattern(FeedFile(route, file.scope), in: plan))
    #expect(pattern.expression(below: "/careers") == file.expression)
    #expect(pattern.placeholders(below: "/careers") == file.placeholders)
    #expect(pattern.folder?.expression(below: "/careers") == file.folder)
  }
}
