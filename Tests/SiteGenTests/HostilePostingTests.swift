import Foundation
import SiteGen
import TestSupport
import Testing

/// What a posting or a setting could try on a page, through the default theme.
@Suite struct HostilePostingTests {
  @Test func `an address that runs a script is blocked and named once`() async throws {
    let source = try smallSite(site: "params: {contact_url: \"javascript:alert(1)\"}\n")
    let warnings = """
      <sitegen>/themes/default/templates/partials/footer.html:17:17: warning: \
      'javascript:alert(1)' is no address that a page may open, so '#blocked' is written \
      [template/blocked-value]
        17 | <li><a href="{{ theme.params.contact_url }}">{{ t('nav.contact') }}</a></li>
           |                 ^^^^^^^^^^^^^^^^^^^^^^^^
        = help: http, https, mailto, tel and sms can be opened, and addresses without a scheme
        = note: included from here (<sitegen>/themes/default/templates/base.html:16:12)
        = note: while rendering / (site.yml)
        = note: the same on 5 other pages

      """
    for workers in [1, 4] {
      let target = try TestFolder()
      let result = await build(source.path, into: target, workers: workers)
      guard case .done = result.outcome else {
        Issue.record("the site was refused")
        return
      }
      #expect(report(result, source.path) == warnings)
      let page = try target.read("public/jobs/welder/index.html")
      #expect(page.contains(##"<li><a href="#blocked">Contact</a></li>"##))
      #expect(!page.contains("javascript:"))
    }
  }

  @Test func `markup in a posting stays text wherever it is shown`() async throws {
    let source = try smallSite(
      """
      department: "</title><script>alert(1)</script>"
      summary: "\\" onmouseover=\\"alert(1)"
      tech_stack: ["<img src=x onerror=alert(1)>"]
      keywords: {hard: ["--><script>alert(1)</script>"]}

      """
    )
    let target = try TestFolder()
    let result = await build(source.path, into: target)
    #expect(report(result, source.path) == "")
    let files = try TestFolder.files(below: target.path + "/public")
    for (name, bytes) in files where name.hasSuffix(".html") {
      let content = String(decoding: bytes, as: UTF8.self)
      #expect(!content.contains("<script>alert"), "in \(name)")
      #expect(!content.contains("<img src=x"), "in \(name)")
      #expect(!content.contains("\" onmouseover=\""), "in \(name)")
    }
  }
}
