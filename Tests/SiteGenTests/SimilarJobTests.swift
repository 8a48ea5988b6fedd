import SourceText
import Testing

@testable import SiteGen

/// Which postings are shown beside one, and what finding them costs.
@Suite struct SimilarJobTests {
  private static func posting(
    _ id: String,
    _ department: String? = nil,
    _ level: Level? = nil,
    _ stack: [String] = [],
    _ city: String? = nil
  ) -> Shared<JobPosting> {
    var posting = JobPosting()
    posting.id = Located(value: id, range: .init(start: 0, end: 0))
    posting.title = id
    posting.language = "en"
    posting.department = department
    posting.levels = level.map { [$0] } ?? []
    posting.techStack = stack
    posting.datePosted = CivilDate(dayNumber: 20_000)
    if let city {
      var place = Place()
      place.city = city
      place.country = "PT"
      posting.locations = [Shared(place)]
    }
    return Shared(posting)
  }

  private static func plan(_ postings: [Shared<JobPosting>]) throws -> SitePlan {
    let site = SiteConfiguration()
    let moment = BuildMoment(
      now: Instant(CivilDate(dayNumber: 20_001)),
      zone: .utc,
      lifecycle: Lifecycle()
    )
    let planner = Planner(
      site: site,
      moment: moment,
      previewsDrafts: false,
      previewsFuture: false,
      state: SiteState(),
      redirects: [],
      assets: [],
      anchors: ThemeAnchors([]),
      unread: UnreadFiles(),
      sitePath: "site.yml",
      renamed: []
    )
    return try #require(planner.plan(postings, pages: []).value)
  }

  private func similar(_ postings: [Shared<JobPosting>]) throws -> [String] {
    let plan = try Self.plan(postings)
    let job = try #require(plan.postings.firstIndex { $0.value.id.value == "own" })
    return plan.similarJobs(to: job, in: plan.editions[0]).map { plan.postings[$0].value.id.value }
  }

  @Test func `department counts more than place, place more than level, level more than a tool`()
    throws
  {
    let own = Self.posting("own", "Yard", .senior, ["Go", "Rust", "C", "Zig"], "Porto")
    #expect(
      try similar([
        own,
        Self.posting("d-tool", "Shop", .junior, ["go"], "Faro"),
        Self.posting("c-level", "Shop", .senior, [], "Faro"),
        Self.posting("b-place", "Shop", .junior, [], "Porto"),
        Self.posting("a-department", "Yard", .junior, [], "Faro"),
        Self.posting("e-nothing", "Shop", .junior, ["Java"], "Faro"),
      ]) == ["a-department", "b-place", "c-level", "d-tool"]
    )
  }

  @Test func `three tools count as much as a place, and more tools no more`() throws {
    let own = Self.posting("own", "Yard", .senior, ["Go", "Rust", "C", "Zig"], "Porto")
    #expect(
      try similar([
        own,
        Self.posting("b-place", "Shop", nil, [], "Porto"),
        Self.posting("a-four-tools", "Shop", nil, ["Zig", "C", "Rust", "Go"], "Faro"),
        Self.posting("c-two-tools", "Shop", nil, ["Rust", "Go", "Go"], "Faro"),
      ]) == ["a-four-tools", "b-place", "c-two-tools"]
    )
  }

  @Test func `of those that are equally alike the first in lists comes first`() throws {
    let others = ["f", "b", "d", "a", "e", "c"].map { Self.posting($0, "Yard") }
    #expect(try similar([Self.posting("own", "Yard")] + others) == ["a", "b", "c", "d"])
  }

  @Test func `a posting that shares the stack alone is found`() throws {
    let crowd = (0..<50).map { Self.posting("x\($0)", "Yard \($0)", nil, ["Java"], "Town \($0)") }
    let twin = Self.posting("twin", "Far", nil, ["Erlang"], "Away")
    let own = Self.posting("own", "Near", nil, ["Erlang"], "Here")
    #expect(try similar(crowd + [twin, own]) == ["twin"])
  }

  @Test func `a translation isn't similar to its original`() throws {
    #expect(try similar([Self.posting("own", "Yard")]) == [])
  }

  /// The work for one posting is bounded, so that for all it grows with their number alone.
  @Test(arguments: [100, 1_000, 4_000])
  func `how many are compared with one doesn't depend on how many there are`(_ count: Int) throws {
    let postings = (0..<count).map { index in
      Self.posting(
        "job-\(index)",
        "Department \(index % 3)",
        Level.allCases[index % 4],
        ["Go", "Rust", "C", "Zig", "Lua"],
        "City \(index % 5)"
      )
    }
    let plan = try Self.plan(postings)
    let counts = plan.postings.indices.map {
      SimilarJobs.candidates(for: $0, plan, plan.editions[0]).count
    }
    #expect(counts.allSatisfy { $0 <= SimilarJobs.mostCandidates })
    #expect(SimilarJobs.mostCandidates == 160)
  }
}
