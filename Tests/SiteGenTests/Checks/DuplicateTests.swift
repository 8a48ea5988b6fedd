import SiteGen
import SourceText
import TestSupport
import Testing

/// Postings that are most likely one job.
@Suite struct DuplicateTests {
  /// A text of different words.
  static func text(_ words: Int, from first: Int = 0) -> String {
    (first..<first + words).map { "word\($0)" }.joined(separator: " ") + "\n"
  }

  private func site(_ postings: [(name: String, front: String, body: String)]) throws -> TestFolder
  {
    let site = try smallSite(site: "languages: [en, de]\n")
    for (name, front, body) in postings {
      try site.write(
        """
        ---
        employment_type: full-time
        workplace: on-site
        date_posted: 2026-11-02
        apply: jobs@acme.example
        \(front)
        ---

        \(body)
        """,
        to: "content/jobs/\(name).md"
      )
    }
    return site
  }

  @Test func `the same title in the same place is named on the newer one`() async throws {
    let site = try site([
      ("painter", "title: welder\nlocations: [\"Porto, PT\"]", "Other text.\n"),
      ("welder-lyon", "title: Welder\nlocations: [\"Lyon, FR\"]", "Other text.\n"),
      ("closed", "title: Welder\nlocations: [\"Porto, PT\"]\nstatus: closed", "Other text.\n"),
    ])
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(
      report(result, site.path) == """
        content/jobs/painter.md:6:8: warning: the same job 'welder' in the same place is posted twice \
        [job/same-title]
          6 | title: welder
            |        ^^^^^^
          = help: keep one and say with 'openings' how many people are sought, or tell the titles apart
          = note: the other one is here (content/jobs/welder.md:2:8)

        """
    )
  }

  @Test func `nearly the same text is named once, however often it is there`() async throws {
    let text = DuplicateTests.text(300)
    let other = text.replacing("word17 ", with: "another ")
    let site = try site([
      ("lyon", "title: Fitter\nlocations: [\"Lyon, FR\"]", text),
      ("nantes", "title: Turner\nlocations: [\"Nantes, FR\"]", other),
      ("paris", "title: Miller\nlocations: [\"Paris, FR\"]", "## A heading\n\n" + text),
      ("rome", "title: Smith\nlocations: [\"Rome, IT\"]", DuplicateTests.text(300, from: 150)),
      ("bern", "title: Dreher\nlang: de\nlocations: [\"Bern, CH\"]", text),
    ])
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(
      report(result, site.path) == """
        content/jobs/lyon.md:6:8: warning: the text is nearly the same as that of 'paris' \
        [job/near-duplicate]
          6 | title: Fitter
            |        ^^^^^^
          = help: if it is one job in several places, write one posting with several 'locations'; if \
        they are two, say how they differ
          = note: the other one is here (content/jobs/paris.md:6:8)
          = note: and one more

        """
    )
  }

  @Test func `a translation is no duplicate`() async throws {
    let site = try site([
      (
        "welder-de", "title: Welder\nlang: de\ntranslation_of: welder\nlocations: [\"Porto, PT\"]",
        DuplicateTests.text(100)
      )
    ])
    let target = try TestFolder()
    #expect(report(await build(site.path, into: target), site.path) == "")
  }
}
