import SiteGen
import SourceText
import TestSupport
import Testing

/// Links of pages and postings to each other.
@Suite struct LinkTests {
  @Test func `links lead to what is published, from pages and in other languages too`() async throws
  {
    let site = try smallSite(
      body:
        "See [the company](../../about/#who-we-are), [jobs](/jobs/?page=2) and [German](/de/jobs/).\n",
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

      ## Who we are

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

  @Test func `a link behind '#' names a heading of its page, or what the theme names`() async throws
  {
    let site = try smallSite(
      body: """
        ## Your days

        ### In winter

        See [days](#your-days), [winter](#in-winter), [apply](#site-apply), [above](#top), [up](#),
        [night](#your-nights), [us](/about/#us), [them](/about/#them) and [lists](/jobs/#site-browse).

        """
    )
    try site.write("---\ntitle: About\n---\n\n## Us\n\nText.\n", to: "content/pages/about.md")
    let target = try TestFolder()
    #expect(
      report(await build(site.path, into: target), site.path) == """
        content/jobs/welder.md:15:1: warning: the text has no heading for '#your-nights' \
        [body/broken-link]
          15 | [night](#your-nights), [us](/about/#us), [them](/about/#them) and [lists](/jobs/#site-browse).
             | ^^^^^^^^^^^^^^^^^^^^^
          = help: the headings are #your-days, #in-winter
        content/jobs/welder.md:15:42: warning: the page '/about/' has no heading for '#them' \
        [body/broken-link]
          15 | [night](#your-nights), [us](/about/#us), [them](/about/#them) and [lists](/jobs/#site-browse).
             |                                          ^^^^^^^^^^^^^^^^^^^^
          = help: the only heading is '#us'

        """
    )
  }

  @Test func `an address of the site itself is looked for like a path`() async throws {
    let site = try smallSite(
      body: "[One](https://jobs.example/jobs/welder/), [two](https://jobs.example), "
        + "[three](https://jobs.example/jobs/wleder/?a=b), [four](https://jobs.example.com/x/).\n"
    )
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(result.diagnostics.map(\.message) == ["the site has no page '/jobs/wleder/'"])
    #expect(result.diagnostics.map(\.hint) == ["did you mean '/jobs/welder/'?"])
  }

  @Test func `a picture on the site is a file of assets`() async throws {
    let site = try smallSite(
      "image: {src: /images/taem.jpg, alt: The team}\n",
      body: "Us ![A](/images/team.jpg)\n![B](/images/yard.jpg)\n![C](/images/team.jpg)\n"
        + "![D](https://jobs.example/d.jpg) and the yard ![E](data:image/png;base64,AAAA)\n"
    )
    try site.write("a picture", to: "assets/images/team.jpg")
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(
      report(result, site.path) == """
        content/jobs/welder.md:8:14: warning: the site has no picture '/images/taem.jpg' \
        [body/missing-picture]
          8 | image: {src: /images/taem.jpg, alt: The team}
            |              ^^^^^^^^^^^^^^^^
          = help: did you mean '/images/team.jpg'?
        content/jobs/welder.md:12:1: warning: the site has no picture '/images/yard.jpg' \
        [body/missing-picture]
          12 | ![B](/images/yard.jpg)
             | ^^^^^^^^^^^^^^^^^^^^^^
          = help: put the file into the folder of site.yml, as assets/images/yard.jpg
        content/jobs/welder.md:14:1: warning: the site has no picture '/d.jpg' [body/missing-picture]
          14 | ![D](https://jobs.example/d.jpg) and the yard ![E](data:image/png;base64,AAAA)
             | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: put the file into the folder of site.yml, as assets/d.jpg

        """
    )
    #expect(try target.read("public/images/team.jpg") == "a picture")
    #expect(try target.read("public/jobs/welder/index.html").contains("src=\"/images/team.jpg\""))
  }
}
