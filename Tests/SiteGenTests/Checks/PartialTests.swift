import SiteGen
import SourceText
import TestSupport
import Testing

/// What only shows between files is said in the run that finds faults in some of them, and nothing is
/// said only because those are missing.
@Suite struct PartialTests {
  private static func posting(_ fields: String, body: String = "Some text.\n") -> String {
    """
    ---
    employment_type: full-time
    workplace: on-site
    date_posted: 2026-11-02
    apply: jobs@acme.example
    \(fields)
    ---

    \(body)
    """
  }

  @Test func `two ids, links, aliases and translations are looked at beside a faulty posting`()
    async throws
  {
    let site = try smallSite(
      body: "[One](/jobs/nowhere/), [two](/jobs/turner/), [three](/jobs/lathe-hand/), "
        + "[four](/old-turner/), [five](/departments/lathe/), [six](/help/).\n",
      site: "languages: [en, de]\n"
    )
    let place = "locations: [\"Porto, PT\"]"
    let files = [
      // Two with faults, of which one can't be read at all.
      "jobs/turner": PartialTests.posting(
        "title: Turner\ndepartment: Lathe\nsalary: lots\n"
          + "aliases: [/old-turner/]\n" + place
      ),
      "jobs/broken": "---\ntitle: \"Lathe hand\nid: lathe-hand\n---\n\nText.\n",
      "pages/help": "---\ntitel: Help\n---\n\nText.\n",
      // The others.
      "jobs/painter": PartialTests.posting("title: Painter\nid: welder\n" + place),
      "jobs/fitter": PartialTests.posting("title: Fitter\naliases: [/jobs/welder/]\n" + place),
      "jobs/turner-de": PartialTests.posting(
        "title: Dreher\nlang: de\ntranslation_of: turner\n" + place
      ),
      "jobs/smith-de": PartialTests.posting(
        "title: Schmied\nlang: de\ntranslation_of: smiht\n" + place
      ),
      "pages/help-de": "---\ntitle: Hilfe\nlang: de\ntranslation_of: help\n---\n\nText.\n",
    ]
    for (path, text) in files { try site.write(text, to: "content/\(path).md") }
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(
      result.diagnostics.map { "\($0.path.dropFirst(8)): \($0.message)" } == [
        "jobs/broken.md: the quote (\") that starts here is never closed",
        "jobs/painter.md: two things want the address /jobs/welder/: an alias of 'fitter' and the "
          + "posting 'welder'",
        "jobs/smith-de.md: no original posting has the id 'smiht'",
        "jobs/turner.md: 'salary' has several parts",
        "jobs/welder.md: two postings have the id 'welder'",
        "jobs/welder.md: the site has no page '/jobs/nowhere/'",
        "pages/help.md: a page has no field 'titel'",
      ]
    )
    #expect(result.outcome == .faults && !result.isPublished)
    #expect(try TestFolder.files(below: target.path).isEmpty)
  }

  @Test func `a reason may wait until the other posting can be read`() async throws {
    let site = try smallSite(
      "allow: [{fault: job/same-title, reason: Two crews hire on their own account}, "
        + "{fault: job/ghost-job, reason: We hire for this role all year}]\n"
    )
    let first = try site.read("content/jobs/welder.md")
    try site.write(
      first.replacing("apply:", with: "levels: mid\napply:"),
      to: "content/jobs/welder-two.md"
    )
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(
      result.diagnostics.filter { $0.path.hasSuffix("welder.md") }.map(\.message)
        == ["'job/ghost-job' is allowed here, but nothing was found"]
    )
  }

  @Test func `with warnings denied, those between files come with the others`() async throws {
    let site = try smallSite("date_updated: 2026-12-24\n", body: "[One](/jobs/nowhere/)\n")
    let target = try TestFolder()
    let result = await build(site.path, into: target) { $0.deniesWarnings = true }
    #expect(result.diagnostics.map(\.id.name) == ["job/updated-in-future", "body/broken-link"])
    #expect(result.outcome == .faults && !result.isPublished)
  }

  @Test func `a theme that can't be read doesn't hide what is wrong in a posting`() async throws {
    let site = try smallSite("salary: lots\n")
    let target = try TestFolder()
    let result = await build(site.path, into: target) { $0.theme = "blue" }
    #expect(result.diagnostics.map(\.id.name) == ["job/not-a-map", "theme/unknown-theme"])
  }
}
