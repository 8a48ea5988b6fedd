import SiteGen
import Testing

struct StateCase: Sendable, CustomTestStringConvertible {
  let name: String
  let state: JobState
  let change: @Sendable (inout JobPosting) -> Void
  var testDescription: String { name }

  init(_ name: String, _ state: JobState, _ change: @escaping @Sendable (inout JobPosting) -> Void)
  {
    self.name = name
    self.state = state
    self.change = change
  }
}

private func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

@Suite struct JobStateTests {
  static let cases = [
    StateCase("posted before", .open) { _ in },
    StateCase("posted today", .open) { $0.datePosted = day("2026-11-23") },
    StateCase("posted tomorrow", .scheduled) { $0.datePosted = day("2026-11-24") },
    StateCase("draft", .draft) { $0.status = .draft },
    StateCase("paused", .paused) { $0.status = .paused },
    StateCase("ends today", .closingSoon) { $0.validThrough = .day(day("2026-11-23")) },
    StateCase("ended yesterday", .closed) { $0.validThrough = .day(day("2026-11-22")) },
    StateCase("ends in a week", .closingSoon) { $0.validThrough = .day(day("2026-11-30")) },
    StateCase("ends in eight days", .open) { $0.validThrough = .day(day("2026-12-01")) },
    StateCase("paused and ended", .closed) {
      $0.status = .paused
      $0.validThrough = .day(day("2026-11-22"))
    },
    StateCase("filled today", .closed) {
      $0.status = .filled
      $0.dateClosed = day("2026-11-23")
    },
    StateCase("closed 90 days ago", .closed) {
      $0.status = .closed
      $0.dateClosed = day("2026-08-25")
    },
    StateCase("closed 91 days ago", .gone) {
      $0.status = .closed
      $0.dateClosed = day("2026-08-24")
    },
  ]

  static let moment = BuildMoment(
    now: Instant(day("2026-11-23"), secondOfDay: 43_200),
    zone: .utc,
    lifecycle: Lifecycle()
  )

  @Test(arguments: cases)
  func `the state follows from status and dates`(_ state: StateCase) {
    var posting = JobPosting()
    posting.datePosted = day("2026-11-01")
    state.change(&posting)
    #expect(JobStateTests.moment.state(of: Shared(posting)) == state.state)
  }

  @Test func `previews show drafts and later days`() {
    var posting = JobPosting()
    posting.datePosted = day("2026-12-01")
    posting.status = .draft
    let moment = JobStateTests.moment
    #expect(moment.state(of: Shared(posting), previewsDrafts: true) == .scheduled)
    #expect(moment.state(of: Shared(posting), previewsFuture: true, previewsDrafts: true) == .open)
  }

  @Test func `a last day ends with the site's own clock`() throws {
    var posting = JobPosting()
    posting.datePosted = day("2026-11-01")
    posting.validThrough = .day(day("2026-11-23"))
    let halifax = try #require(TimeZoneRules("America/Halifax"))
    // 03:30 UTC on the 24th is 23:30 on the 23rd in Halifax.
    let now = Instant(day("2026-11-24"), secondOfDay: 12_600)
    let there = BuildMoment(now: now, zone: halifax, lifecycle: Lifecycle())
    let here = BuildMoment(now: now, zone: .utc, lifecycle: Lifecycle())
    #expect(there.state(of: Shared(posting)) == .closingSoon)
    #expect(here.state(of: Shared(posting)) == .closed)
  }
}

@Suite struct RouteTests {
  @Test(arguments: [
    (Route(.home), "/", "index.html"),
    (Route(.home, language: "de"), "/de/", "de/index.html"),
    (Route(.list, page: 3), "/jobs/page/3/", "jobs/page/3/index.html"),
    (
      Route(.group(.level, key: "senior"), language: "de"), "/de/levels/senior/",
      "de/levels/senior/index.html"
    ),
    (Route(.job(id: "welder")), "/jobs/welder/", "jobs/welder/index.html"),
    (Route(.path("/about")), "/about", "about"),
    (Route(.file("feed.json")), "/feed.json", "feed.json"),
  ])
  func `a route is a path and a file`(_ route: Route, _ path: String, _ file: String) {
    #expect(route.path == path)
    #expect(route.file == file)
  }
}
