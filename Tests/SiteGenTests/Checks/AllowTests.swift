import SiteGen
import SourceText
import TestSupport
import Testing

/// Reasons that a posting gives for what would else be a warning, and what the command line allows.
@Suite struct AllowTests {
  static let reason = "allow: [{fault: job/ghost-job, reason: We hire for this role all year}]\n"

  @Test func `a reason silences the warning and stands in the report`() async throws {
    let site = try smallSite(AllowTests.reason)
    let target = try TestFolder()
    let reports = target.path + "/reports"
    let result = await build(site.path, into: target, now: "2027-02-01") { $0.report = reports }
    #expect(report(result, site.path) == "")
    let allowed = try #require(result.allowed.first)
    #expect(result.allowed.count == 1)
    #expect(allowed.posting == "welder" && allowed.path == "content/jobs/welder.md")
    #expect(allowed.fault == "job/ghost-job" && allowed.reason == "We hire for this role all year")
    #expect(
      try target.read("reports/changes.json")
        == "{\"version\":1,\"date\":\"2027-02-01\",\"opened\":[{\"id\":\"welder\",\"title\":\"Welder\","
        + "\"url\":\"https://jobs.example/jobs/welder/\"}],\"changed\":[],\"closed\":[],\"gone\":[],"
        + "\"removed\":[],\"renamed\":[],"
        + "\"allowed\":[{\"id\":\"welder\",\"fault\":\"job/ghost-job\","
        + "\"reason\":\"We hire for this role all year\"}]}\n"
    )
    #expect(
      try target.read("reports/changes.md") == """
        ### Opened (1)

        - [Welder](https://jobs.example/jobs/welder/) `welder`

        ### Allowed (1)

        - `welder`: `job/ghost-job`, because: We hire for this role all year

        """
    )
  }

  @Test func `a reason for nothing is a warning itself`() async throws {
    let site = try smallSite(AllowTests.reason)
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(
      report(result, site.path) == """
        content/jobs/welder.md:8:17: warning: 'job/ghost-job' is allowed here, but nothing was found \
        [job/unused-allow]
          8 | allow: [{fault: job/ghost-job, reason: We hire for this role all year}]
            |                 ^^^^^^^^^^^^^
          = help: take the entry away

        """
    )
  }

  @Test func `no reason is good enough for what the site makes an error`() async throws {
    let site = try smallSite(
      "date_updated: 2026-12-24\n"
        + "allow: [{fault: job/updated-in-future, reason: The text changes with the season}]\n",
      site: "checks: {severity: {job/updated-in-future: error}}\n"
    )
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(result.diagnostics.map(\.id.name) == ["job/updated-in-future"])
  }

  @Test func `a reason is written out, and only rules can be allowed`() async throws {
    let site = try smallSite(
      "allow: [{fault: job/ghost-job, reason: why not}, {fault: job/not-a-date}]\n"
    )
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    let names = result.diagnostics.map(\.id.name)
    #expect(names == ["job/wrong-length", "job/missing-field", "job/unknown-check"])
    #expect(result.diagnostics[0].message == "'allow.reason' is too short")
    #expect(result.diagnostics[2].message == "'job/not-a-date' can't be allowed")
    #expect(
      result.diagnostics[2].hint
        == "it is an error in every posting: mend what it says, and take the entry away"
    )
  }

  @Test func `a fault between postings can be allowed too`() async throws {
    let site = try smallSite(
      "allow: [{fault: job/same-title, reason: Two crews hire on their own account}]\n"
    )
    let first = try site.read("content/jobs/welder.md")
    try site.write(
      first.replacing("2026-11-01", with: "2026-10-01").split(separator: "\n")
        .filter { !$0.hasPrefix("allow") }.joined(separator: "\n") + "\n",
      to: "content/jobs/old.md"
    )
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(report(result, site.path) == "")
    #expect(result.allowed.map(\.fault) == ["job/same-title"])
  }

  @Test func `the command line denies and allows what site.yml left a warning`() async throws {
    let site = try smallSite()
    func outcome(_ change: (inout BuildOptions) -> Void) async throws -> (Bool, [String]) {
      let target = try TestFolder()
      let result = await build(site.path, into: target, now: "2027-02-01", change: change)
      if case .done = result.outcome { return (true, result.diagnostics.map(\.id.name)) }
      return (false, result.diagnostics.map(\.id.name))
    }
    #expect(try await outcome { _ in } == (true, ["job/ghost-job"]))
    #expect(try await outcome { $0.deniesWarnings = true } == (false, ["job/ghost-job"]))
    #expect(
      try await outcome {
        $0.deniesWarnings = true
        $0.allowed = ["job/ghost-job"]
      } == (true, [])
    )
    #expect(try await outcome { $0.allowed = ["job"] } == (true, []))
    try site.write(
      try site.read("site.yml") + "checks: {severity: {job/ghost-job: error}}\n",
      to: "site.yml"
    )
    #expect(try await outcome { $0.allowed = ["job/ghost-job"] } == (false, ["job/ghost-job"]))
  }
}
