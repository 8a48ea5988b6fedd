import Foundation
import SiteGen
import TestSupport
import Testing

@Suite struct ContentSecurityPolicyTests {
  private static let standard =
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    + "connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'"

  @Test func `nothing comes from elsewhere unless the site says so`() {
    let policy = ContentSecurityPolicy(SiteConfiguration(), forms: [])
    #expect(policy.text == Self.standard)
    #expect(policy.headerText == Self.standard + "; frame-ancestors 'none'")
    #expect(!policy.text.contains("unsafe"))
  }

  @Test func `forms and pictures are those of the site and of its postings`() {
    var site = SiteConfiguration()
    site.apply = ApplyDefaults()
    site.apply?.target.form = "https://Forms.example/apply?x=1"
    site.output.remoteImages = ["https://pictures.example"]
    let forms = ["https://forms.example/other", "https://b.example:8443/#x", "http://a.example"]
    let text = ContentSecurityPolicy(site, forms: forms).text
    #expect(text.contains("; img-src 'self' https://pictures.example; "))
    #expect(
      text.contains(
        "; form-action http://a.example https://b.example:8443 https://forms.example; "
      )
    )
  }

  @Test(arguments: [
    "https://a.example;script-src *", "https://a.example 'unsafe-inline'", "https://a@b.example",
    "https://ä.example", "javascript:x", "https://", "https://a.example'",
  ])
  func `an address can't add to the policy`(_ address: String) {
    let text = ContentSecurityPolicy(SiteConfiguration(), forms: [address]).text
    #expect(text == Self.standard)
  }

  @Test func `very many forms are any form`() {
    let forms = (0..<30).map { "https://host-\($0).example/" }
    let text = ContentSecurityPolicy(SiteConfiguration(), forms: forms).text
    #expect(text.contains("; form-action https:; "))
  }

  @Test func `every page carries it, and its style sheet's digest, unless it is off`() async throws
  {
    for isOff in [false, true] {
      let site = try smallSite(
        "aliases: [/old/]\n",
        site: isOff ? "output: {csp: off}\n" : ""
      )
      let target = try TestFolder()
      let result = await build(site.path, into: target)
      try #require(report(result, site.path) == "")
      let files = try TestFolder.files(below: target.path + "/public")
      for (name, data) in files where name.hasSuffix(".html") {
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains("Content-Security-Policy") == !isOff, "\(name)")
        #expect(text.contains("integrity=\"sha384-"), "\(name)")
        #expect(!text.contains(" style=") && !text.contains("<style"), "\(name)")
      }
    }
  }

  @Test func `integrity is the digest of what is published`() async throws {
    let site = try smallSite()
    // Source of the digest: printf 'p{top:0}' | openssl dgst -sha384 -binary | base64
    try site.write("p { top: 0 }\n", to: "assets/a.css")
    try site.write("{{ integrity('a.css')|safe }} {{ asset('a.css') }}", to: "templates/page.html")
    try site.write("---\ntitle: A\n---\n", to: "content/pages/a.md")
    let result = await build(site.path, into: site)
    try #require(report(result, site.path) == "")
    let page = try site.read("public/a/index.html").split(separator: " ")
    #expect(
      page[0]
        == "sha384-Su3I031jRiNj4l31PNdBG9t4sH9tVuirJL5m2Ce4+l9d/2K85rw+ProwhWYgLlWu"
    )
    #expect(try site.read("public" + page[1]) == "p{top:0}")
  }

  @Test func `an asset that isn't there has no integrity`() async throws {
    let site = try smallSite()
    try site.write("{{ integrity('styel.css') }}", to: "templates/job.html")
    let result = await build(site.path, into: site) { $0.isCheck = true }
    #expect(
      report(result, site.path) == """
        templates/job.html:1:4: error: the theme has no asset 'styel.css' [template/unknown-asset]
          1 | {{ integrity('styel.css') }}
            |    ^^^^^^^^^^^^^^^^^^^^^^
          = help: did you mean 'style.css'?
          = note: while rendering /jobs/welder/ (content/jobs/welder.md)

        """
    )
  }

  @Test func `a logo of another site is a warning`() async throws {
    let site = try smallSite()
    try site.write(
      "title: Jobs\nbase_url: https://jobs.example\n"
        + "organization: {name: Acme, logo: \"https://acme.example/logo.svg\"}\n",
      to: "site.yml"
    )
    let result = await build(site.path, into: try TestFolder()) { $0.isCheck = true }
    #expect(
      report(result, site.path) == """
        site.yml: warning: pages don't show the logo 'https://acme.example/logo.svg', which is on \
        another site [body/remote-image]
          = help: put the logo into assets/ and name it in 'brand', or add 'https://acme.example' to \
        output.remote_images

        """
    )
  }

  @Test func `pictures are allowed by site`() async throws {
    let site = try smallSite(site: "output: {remote_images: [https://a.example/x.png, ftp://b]}\n")
    let result = await build(site.path, into: try TestFolder()) { $0.isCheck = true }
    #expect(
      report(result, site.path) == """
        site.yml:4:26: error: 'https://a.example/x.png' is not the address of a site alone \
        [site/not-a-url]
          4 | output: {remote_images: [https://a.example/x.png, ftp://b]}
            |                          ^^^^^^^^^^^^^^^^^^^^^^^
          = help: write https://a.example, without a path
        site.yml:4:51: error: 'ftp://b' is not the address of a site alone [site/not-a-url]
          4 | output: {remote_images: [https://a.example/x.png, ftp://b]}
            |                                                   ^^^^^^^
          = help: write an address such as https://example.com, without a path

        """
    )
  }
}
