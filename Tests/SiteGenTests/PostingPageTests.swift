import Foundation
import SiteGen
import TestSupport
import Testing

/// A posting with the kinds of facts that real ones carry, each of which must arrive.
@Suite struct PostingPageTests {
  private func made(_ front: String, body: String, site: String = "") async throws -> TestFolder {
    let source = try smallSite(front, body: body, site: site)
    let target = try TestFolder()
    let result = await build(source.path, into: target)
    #expect(report(result, source.path) == "")
    return target
  }

  private func posting(_ target: TestFolder) throws -> [String: Any] {
    let page = try target.read("public/jobs/welder/index.html")
    let parts = page.components(separatedBy: "<script type=\"application/ld+json\">")
    let script = try #require(parts.dropFirst().first?.components(separatedBy: "</script>").first)
    let posting = try JSONSerialization.jsonObject(with: Data(script.utf8))
    return try #require(posting as? [String: Any])
  }

  @Test func `every fact is on the page and in the structured data`() async throws {
    let target = try await made(
      """
      levels: [mid, senior]
      tech_stack: [Arc welding, ISO 9606, ".NET"]
      salary: {min: 52000, max: 64000, currency: EUR, per: year}
      valid_through: 2027-01-31
      keywords: {hard: [TIG, "C#"], soft: [patience]}

      """,
      body: """
        ## About the role

        You join pipes.

        ## Requirements

        - Three years of it

        ## Benefits

        - A warm hall
        """,
      site: """
        sections:
          about: {en: [About the role]}
          qualifications: {en: [Requirements]}
          benefits: {en: [Benefits]}

        """
    )
    let page = try target.read("public/jobs/welder/index.html")
    for fact in [
      "Welder", "Acme", "Full-time", "On-site", "Porto", "Portugal", "🇵🇹", "Mid", "Senior",
      "Arc welding", ".NET", "About the role", "You join pipes.", "Requirements",
      "Three years of it", "Benefits", "A warm hall", "TIG", "C#", "patience",
      "€52,000", "€64,000", "November 1, 2026", "January 31, 2027", "mailto:jobs@acme.example",
    ] {
      #expect(page.contains(fact), "the page lacks \(fact)")
    }
    let data = try posting(target)
    #expect(data["employmentType"] as? [String] == ["FULL_TIME"])
    #expect(data["datePosted"] as? String == "2026-11-01")
    #expect(data["validThrough"] as? String == "2027-01-31T23:59:59Z")
    #expect(data["skills"] as? String == "Arc welding, ISO 9606, .NET, TIG, C#")
    #expect((data["qualifications"] as? String)?.contains("Three years of it") == true)
    #expect((data["jobBenefits"] as? String)?.contains("A warm hall") == true)
    #expect((data["description"] as? String)?.contains("You join pipes.") == true)
    let places = data["jobLocation"] as? [[String: Any]]
    let address = places?.first?["address"] as? [String: Any]
    #expect(address?["addressLocality"] as? String == "Porto")
    #expect(address?["addressCountry"] as? String == "PT")
    let value = (data["baseSalary"] as? [String: Any])?["value"] as? [String: Any]
    #expect(value?["minValue"] as? Int == 52_000)
    #expect(value?["unitText"] as? String == "YEAR")
  }

  @Test func `hostile text stays text`() async throws {
    let target = try await made(
      "team: \"</script><script>alert(1)</script>\"\ndepartment: \"\\\" onclick=alert(1) x=\\\"\"\n",
      body: "Hello \\<script\\>alert(1)\\</script\\> and ]]> and \u{1F600}\n"
    )
    let page = try target.read("public/jobs/welder/index.html")
    #expect(!page.contains("<script>alert"))
    // In the structured data a quote has a backslash before it; everywhere else it is an entity.
    let markup = page.components(separatedBy: "</script>").last ?? ""
    #expect(markup.contains("onclick") && !markup.contains("\" onclick"))
    #expect(page.components(separatedBy: "<script").count == 4)
  }
}
