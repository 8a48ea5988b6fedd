import SiteGen
import SourceText
import TestSupport
import Testing

/// Links of pages and postings to each other.
@Suite struct LinkTests {
  @Test func `links lead to what is published, from pages and in other languages too`() async throws
  {
    let site = try smallSite(
      body: "See [the company](../../about/#us), [jobs](/jobs/?page=2) and [German](/de/jobs/).\n",
      site: "languages: [en, de]\n"
    )
    let posting = try site.read("content/jobs/welder.md")
    try site.write(
      posting.replacing("title: Welder", with: "title: Painter\nstatus: draft"),
      to: "content/jobs/painter.md"
    )
    try site.write(
      """
      ---
      title: About us
      ---

      We look for [painters](/jobs/painter/) and [welders](/jobs/welder/), see [here](./jobs.html).

      """,
      to: "content/pages/about.md"
    )
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(
      report(result, site.path) == """
        content/pages/about.md:5:13: warning: the site has no page '/jobs/painter/' [body/broken-link]
          5 | We look for [painters](/jobs/painter/) and [welders](/jobs/welder/), see [here](./jobs.html).
            |             ^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: the posting 'painter' is not published: its state is draft
        content/pages/about.md:5:74: warning: the site has no page '/about/jobs.html' \
        [body/broken-link]
          5 | …obs/painter/) and [welders](/jobs/welder/), see [here](./jobs.html).
            |                                                  ^^^^^^^^^^^^^^^^^^^
          = help: write the path of a page, such as '/jobs/', or the whole address of another site

        """
    )
  }
}
