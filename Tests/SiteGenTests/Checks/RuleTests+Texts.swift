import SiteGen
import SourceText
import TestSupport
import Testing

// Rules for texts, titles and the configuration of rules.

extension RuleTests {
  static let texts = [
    RuleCase(
      name: "an image that says nothing",
      body: "![](https://acme.example/yard.jpg) Our yard.\n",
      site: "output: {remote_images: [\"https://acme.example\"]}\n",
      text: """
        content/jobs/welder.md:10:1: warning: the image 'https://acme.example/yard.jpg' has no text \
        for people who can't see it [body/image-without-text]
          10 | ![](https://acme.example/yard.jpg) Our yard.
             | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: write what it shows between the brackets: \
        ![The team at work](https://acme.example/yard.jpg)

        """
    ),
    RuleCase(
      name: "pictures of other sites",
      front: "image: {src: \"https://a.example/yard.jpg\", alt: The yard}\n",
      body: "![Buoys](https://b.example/b.jpg) and ![a gauge](https://c.example/c.jpg)\n",
      site: "output: {remote_images: [\"https://c.example\"]}\n",
      text: """
        content/jobs/welder.md:8:8: warning: pages don't show 'https://a.example/yard.jpg', which is \
        on another site [body/remote-image]
          8 | image: {src: "https://a.example/yard.jpg", alt: The yard}
            |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: copy the picture to the site itself, or add 'https://a.example' to \
        output.remote_images of site.yml
        content/jobs/welder.md:11:1: warning: pages don't show 'https://b.example/b.jpg', which is \
        on another site [body/remote-image]
          11 | ![Buoys](https://b.example/b.jpg) and ![a gauge](https://c.example/c.jpg)
             | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: copy the picture to the site itself, or add 'https://b.example' to \
        output.remote_images of site.yml

        """
    ),
    RuleCase(
      name: "a misspelt heading",
      body: "## Requirments\n\nA good eye.\n",
      site: "sections: {qualifications: {en: [Requirements]}}\n",
      text: """
        content/jobs/welder.md:10:1: warning: the heading 'Requirments' begins no section of \
        site.yml [body/unclaimed-heading]
          10 | ## Requirments
             | ^^^^^^^^^^^^^^
          = help: did you mean 'Requirements'?

        """
    ),
    RuleCase(
      name: "headings of which none means anything",
      body: "## Day one\n\nWelding.\n\n## Day two\n\nMore welding.\n",
      site: "sections: {qualifications: {en: [Requirements]}, benefits: {en: [Benefits]}}\n",
      text: """
        content/jobs/welder.md:10:1: warning: none of the headings begins a section of site.yml, so \
        feeds don't know tasks from benefits [body/unclaimed-heading]
          10 | ## Day one
             | ^^^^^^^^^^
          = help: use one of 'Requirements', 'Benefits'

        """
    ),
    RuleCase(
      name: "a heading of one's own beside others",
      body: "## Requirements\n\nA good eye.\n\n## Your days\n\nLong.\n",
      site: "sections: {qualifications: {en: [Requirements]}}\n",
      text: ""
    ),
    RuleCase(
      name: "links to what isn't there",
      body: """
        [One](/jobs/wleder/), [itself](/jobs/welder), [above](../), [a file](painter.md),
        [a price list](/files/prices.pdf), [elsewhere](//example.com/x) and [below](#site-apply).

        """,
      text: """
        content/jobs/welder.md:10:1: warning: the site has no page '/jobs/wleder/' [body/broken-link]
          10 | [One](/jobs/wleder/), [itself](/jobs/welder), [above](../), [a file](painter.md),
             | ^^^^^^^^^^^^^^^^^^^^
          = help: did you mean '/jobs/welder/'?
        content/jobs/welder.md:10:61: warning: the site has no page '/jobs/welder/painter.md' \
        [body/broken-link]
          10 | [One](/jobs/wleder/), [itself](/jobs/welder), [above](../), [a file](painter.md),
             |                                                             ^^^^^^^^^^^^^^^^^^^^
          = help: write the path of a page, such as '/jobs/', or the whole address of another site

        """
    ),
    RuleCase(
      name: "a link to a file of a posting",
      body: "[The job](welder.md)\n",
      text: """
        content/jobs/welder.md:10:1: warning: the site has no page '/jobs/welder/welder.md' \
        [body/broken-link]
          10 | [The job](welder.md)
             | ^^^^^^^^^^^^^^^^^^^^
          = help: write '/jobs/welder/'

        """
    ),
  ]

  static let google = [
    RuleCase(
      name: "a text that repeats the title",
      body: "Welder\n",
      text: """
        content/jobs/welder.md:1:1: warning: the text only repeats the title 'Welder' \
        [google/no-description]
          1 | ---
            | ^^^
          = help: say what people will do, and what they need

        """
    ),
    RuleCase(
      name: "no text at all",
      body: "",
      text: """
        content/jobs/welder.md:1:1: warning: the posting has no text below its fields \
        [google/no-description]
          1 | ---
            | ^^^
          = help: say what people will do, and what they need

        """
    ),
    RuleCase(
      name: "a short text, where the site wants to know",
      site: "checks: {severity: {google/short-description: warning}}\n",
      text: """
        content/jobs/welder.md:1:1: warning: the text has 10 characters, and job boards refuse \
        fewer than 100 [google/short-description]
          1 | ---
            | ^^^
          = help: say what people will do, and what they need

        """
    ),
    RuleCase(
      name: "what Google recommends, where the site wants to know",
      front: "experience: none\n",
      site: "checks: {severity: {google/missing-recommended: warning}}\n",
      text: """
        content/jobs/welder.md:1:1: warning: Google recommends 'valid_through', 'salary', \
        'education', which the posting leaves out [google/missing-recommended]
          1 | ---
            | ^^^
          = help: add what is true; what isn't known stays away

        """
    ),
  ]

  static let settings = [
    RuleCase(
      name: "a whole area that is off, but for one",
      front: "date_updated: 2026-12-24\n",
      body: "Welder\n",
      site: "checks: {severity: {google: off, job: off, job/updated-in-future: error}}\n",
      text: """
        content/jobs/welder.md:8:15: error: 'date_updated' 2026-12-24 is still to come \
        [job/updated-in-future]
          8 | date_updated: 2026-12-24
            |               ^^^^^^^^^^
          = help: write the day on which the text changed, today at the latest

        """
    ),
    RuleCase(
      name: "a misspelt check",
      site: "checks: {severity: {job/gohst-job: off}}\n",
      text: """
        site.yml:4:21: error: there is no check 'job/gohst-job' [site/unknown-check]
          4 | checks: {severity: {job/gohst-job: off}}
            |                     ^^^^^^^^^^^^^
          = help: did you mean 'job/ghost-job'?

        """
    ),
  ]

  @Test func `what can't be read is always an error`() async throws {
    let site = try smallSite(site: "checks: {severity: {job/not-an-amount: off}}\n")
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    let fault = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1)
    #expect(fault.message == "'job/not-an-amount' is always an error")
    #expect(
      fault.hint
        == "what can't be read or would be published wrong stops the build; take the entry away"
    )
  }

  /// Titles, and what Google may have against them.
  static let titles: [(title: String, fault: String?)] = [
    ("Welder", nil), ("CNC Machinist", nil), ("ISO 9001 Auditor", nil), ("C++ Developer", nil),
    ("Welder / Fitter", nil), ("Portologist", nil), ("Köchin", nil), ("QA", nil),
    ("Welder!", "the title 'Welder!' has a '!' in it"),
    ("**Welder**", "the title '**Welder**' has a '*' in it"),
    ("WELDER WANTED", "the title 'WELDER WANTED' is all in capitals"),
    ("Welder 🔥", "the title 'Welder 🔥' has a picture in it"),
    ("Welder in Porto", "'Porto' in the title looks like a place"),
    ("Welder at Acme", "'Acme' in the title looks like the company"),
    ("Welder, 24 € an hour", "'€' in the title looks like pay"),
    ("Welder REQ-1042", "'REQ-1042' in the title looks like a code"),
    ("Welder #7", "'#7' in the title looks like a code"),
    ("Porto Wine Taster", nil), ("Acme Thread Inspector", nil), ("Yahoo! Partner Manager", nil),
    ("Nurse (RN)", nil), ("24/7 Support Agent", nil), ("Level 2 CAD Technician", nil),
    ("Head of Growth, EMEA", nil), ("Delta Wing Engineer", nil), ("Urgent Care Nurse", nil),
    ("ISO 27001 Lead Auditor", nil), ("737-800 Pilot", nil), ("Node 18.12 Developer", nil),
    ("24 Hour Road Assistant", nil), ("SAP ABAP HANA Developer", nil), ("Trainee 2027", nil),
    ("Salesforce™ Administrator", nil), ("5G Engineer", nil), ("Sucher", nil),
    ("Welder (Porto)", "'Porto' in the title looks like a place"),
    ("Welder Porto", "'Porto' in the title looks like a place"),
    ("Welder - Acme", "'Acme' in the title looks like the company"),
    ("Apply now: Welder", "'Apply now' in the title looks like a call to apply"),
    ("URGENT Welder", "'URGENT' in the title looks like a call to apply"),
    ("Welder (hiring now)", "'hiring now' in the title looks like a call to apply"),
    ("Schweißer gesucht", "'gesucht' in the title looks like a call to apply"),
    ("Soldador - início imediato", "'início imediato' in the title looks like a call to apply"),
    ("Apply now! Welder", "'Apply now' in the title looks like a call to apply"),
    ("Welder!!! Yard", "the title 'Welder!!! Yard' has a '!' in it"),
    (
      "EXPERIENCED WELDERS for the yard",
      "the title 'EXPERIENCED WELDERS for the yard' has words in capitals"
    ),
    ("Welder from 3 March", "'3 March' in the title looks like a date"),
    ("Schweißer ab Januar 2027", "'Januar 2027' in the title looks like a date"),
    ("Welder until 2026-12-18", "'2026-12-18' in the title looks like a date"),
    ("Welder 18.12.2026", "'18.12.2026' in the title looks like a date"),
    ("Welder 60,000 EUR", "'60,000 EUR' in the title looks like pay"),
    ("Welder 60k-80k", "'60k-80k' in the title looks like pay"),
    ("Welder 25/hr", "'25/hr' in the title looks like pay"),
    ("Welder, 4050 Porto", "'4050 Porto' in the title looks like an address"),
    ("Welder, 9 Quay Road", "'9 Quay Road' in the title looks like an address"),
    ("Schweißer, Hafenstraße 12", "'Hafenstraße 12' in the title looks like an address"),
    ("Welder SW1A 1AA", "'SW1A 1AA' in the title looks like an address"),
    (
      "Welder for the frames of buoys that stay at sea for nine years and are mended by hand",
      "the title has 85 characters, and lists of jobs cut it off"
    ),
  ]

  @Test(arguments: titles)
  func `a title is the name of the job`(_ title: String, _ fault: String?) async throws {
    let site = try smallSite()
    let posting = try site.read("content/jobs/welder.md")
    try site.write(
      posting.replacing("title: Welder", with: "title: \"\(title)\""),
      to: "content/jobs/welder.md"
    )
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(result.diagnostics.map(\.message) == (fault.map { [$0] } ?? []))
    for fault in result.diagnostics {
      #expect(["google/decorated-title", "google/overloaded-title"].contains(fault.id.name))
    }
  }
}
