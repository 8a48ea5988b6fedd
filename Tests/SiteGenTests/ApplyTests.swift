import Foundation
import TestSupport
import Testing

/// What themes get to know of the ways to apply.
@Suite struct ApplyTests {
  private func shown(_ apply: String) async throws -> String {
    let folder = try smallSite(
      site: """
        apply: \(apply)

        """
    )
    let posting = "content/jobs/welder.md"
    let text = try folder.read(posting)
      .replacingOccurrences(of: "apply: jobs@acme.example\n", with: "")
      .replacingOccurrences(of: "title: Welder", with: "title: \"Welder & Söhne: 50 %?\"")
    try folder.write(text, to: posting)
    try folder.write(
      "{{ job.apply.kind or 'none' }} {{ job.apply.form or 'no form' }} "
        + "{{ job.apply.subject|safe }} <a href=\"{{ job.apply.href or '-' }}\">",
      to: "templates/job.html"
    )
    let result = await build(folder.path, into: folder)
    try #require(report(result, folder.path) == "")
    return try folder.read("public/jobs/welder/index.html")
  }

  @Test(arguments: [
    (
      "https://acme.example/apply",
      "url no form Welder & Söhne: 50 %? (welder) <a href=\"https://acme.example/apply\">"
    ),
    (
      "{form: https://acme.example/form, email: a@acme.example}",
      "form https://acme.example/form Welder & Söhne: 50 %? (welder) "
        + "<a href=\"https://acme.example/form\">"
    ),
    (
      "a+b&c?d@acme.example",
      "email no form Welder & Söhne: 50 %? (welder) "
        + "<a href=\"mailto:a%2Bb%26c%3Fd@acme.example"
        + "?subject=Welder%20%26%20S%C3%B6hne%3A%2050%20%25%3F%20%28welder%29\">"
    ),
  ])
  func `the first way gives its kind, and a mail its subject`(
    _ apply: String,
    _ page: String
  ) async throws {
    #expect(try await shown(apply) == page)
  }
}
