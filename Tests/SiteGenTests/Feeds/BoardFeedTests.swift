import Foundation
import SourceText
import TestSupport
import Testing

@testable import SiteGen

@Suite struct BoardFeedTests {
  static let files = [
    "indeed.xml", "linkedin.xml", "jobs.xml",
    "api/greenhouse/v1/boards/careers/index.json",
    "api/greenhouse/v1/boards/careers/jobs/index.json",
    "api/lever/v0/postings/careers/index.json",
    "api/ashby/posting-api/job-board/careers/index.json",
    "api/recruitee/api/offers/index.json",
    "api/teamtailor/jobs.json",
  ]

  @Test func `each format says what the postings say`() async throws {
    let source = try boardSite()
    for workers in [1, 3] {
      let target = try TestFolder()
      let result = await build(source.path, into: target, workers: workers)
      #expect(report(result, source.path) == "")
      for name in BoardFeedTests.files {
        let golden = folder(of: #filePath) + "/../Golden/boards/" + name.replacing("/", with: "_")
        try expectGolden(try target.read("public/" + name), at: golden)
      }
    }
  }

  @Test func `nothing but what is turned on is there`() async throws {
    let source = try smallSite(site: "feeds: {jobs_xml: false, indeed: false}\n")
    let target = try TestFolder()
    let result = await build(source.path, into: target)
    #expect(report(result, source.path) == "")
    let names = try TestFolder.files(below: target.path + "/public").keys
    #expect(names.filter { BoardFeedTests.files.contains($0) } == [])
  }

  @Test func `a site without a number on LinkedIn has no file for it`() async throws {
    let source = try smallSite()
    let target = try TestFolder()
    _ = await build(source.path, into: target)
    let names = try TestFolder.files(below: target.path + "/public").keys
    #expect(
      names.filter { BoardFeedTests.files.contains($0) }.sorted() == ["indeed.xml", "jobs.xml"]
    )
  }

  @Test func `a posting for nobody leaves files that are empty but whole`() async throws {
    let source = try smallSite("status: paused\n", site: "feeds: {lever: true, teamtailor: true}\n")
    let target = try TestFolder()
    let result = await build(source.path, into: target)
    #expect(report(result, source.path) == "")
    #expect(
      try target.read("public/indeed.xml") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <source>
        <publisher><![CDATA[Acme]]></publisher>
        <publisherurl><![CDATA[https://jobs.example/]]></publisherurl>
        </source>

        """
    )
    #expect(try target.read("public/api/lever/v0/postings/careers/index.json") == "[]\n")
    #expect(try target.read("public/api/teamtailor/jobs.json").hasSuffix("\"items\":[]}\n"))
  }
}

// MARK: - Places

@Suite struct BoardPlaceTests {
  typealias City = (String?, String?, String?)

  static let cities: [([City], [String])] = [
    ([("Porto", nil, "PT")], ["porto-pt"]),
    ([("Porto", nil, "PT"), ("Porto", nil, "PT")], ["porto-pt"]),
    ([("Porto", nil, "PT"), ("Porto", "Norte", "PT")], ["porto-pt", "porto-norte-pt"]),
    ([("Portland", "OR", "US"), ("Portland", "ME", "US")], ["portland-or-us", "portland-me-us"]),
    ([(nil, "Vestland", "NO"), (nil, nil, "NO")], ["vestland-no", "no"]),
    ([("神戸", nil, "JP"), ("Málaga", nil, "ES")], ["神戸-jp", "malaga-es"]),
  ]

  private func posting(_ places: [City]) -> JobPosting {
    var posting = JobPosting()
    posting.locations = places.map { city, region, country in
      var place = Place()
      (place.city, place.region, place.country) = (city, region, country)
      return Shared(place)
    }
    return posting
  }

  @Test(arguments: cities)
  func `each city has a key that stays`(_ places: [City], _ keys: [String]) {
    #expect(posting(places).boardPlaces.map(\.key) == keys)
  }

  @Test func `a remote job without places is in each of its countries`() {
    var posting = JobPosting()
    posting.workplace = .remote
    posting.filledDetails.remote = RemoteArea()
    posting.filledDetails.remote?.countries = ["PT", "NO", "PT"]
    #expect(posting.boardPlaces.map(\.key) == ["remote-pt", "remote-no"])
    posting.workplace = .hybrid
    #expect(posting.boardPlaces.isEmpty)
  }

  @Test func `pay is that of the place, else that of all`() {
    var posting = posting([("Porto", nil, "PT"), ("Faro", nil, "PT")])
    var all = Salary()
    all.value = Amount("1")
    var porto = Salary()
    porto.value = Amount("2")
    porto.locations = ["Porto, PT"]
    posting.salaries = [all, porto]
    #expect(posting.boardPlaces.map { posting.salary(at: $0)?.value?.text } == ["2", "1"])
    posting.salaries = [porto]
    #expect(posting.boardPlaces.map { posting.salary(at: $0)?.value?.text } == ["2", nil])
  }
}

// MARK: - Words

struct PayCase: Sendable, CustomTestStringConvertible {
  var minimum: String?
  var maximum: String?
  var value: String?
  var currency = "USD"
  var period = PayPeriod.year
  var country = "US"
  let text: String
  var testDescription: String { text }
}

@Suite struct BoardWordTests {
  static let kinds: [([EmploymentType], String, String?)] = [
    ([.fullTime], "fulltime", "FULL_TIME"),
    ([.fullTime, .fixedTerm], "fulltime", "FULL_TIME"),
    ([.partTime, .temporary], "parttime, temporary", "CONTRACT"),
    ([.fixedTerm], "temporary", "CONTRACT"),
    ([.contract], "contract", "CONTRACT"),
    ([.internship, .partTime], "internship, parttime", "INTERNSHIP"),
    ([.apprenticeship], "", "INTERNSHIP"),
    ([.volunteer], "", "VOLUNTEER"),
    ([.perDiem], "", "CONTRACT"),
    ([.other], "", nil),
    ([.fixedTerm, .temporary], "temporary", "CONTRACT"),
  ]

  static let experiences: [(Int?, Int?, String?)] = [
    (36, 60, "3-5 years"), (60, nil, "5+ years"), (18, nil, "18+ months"), (6, 18, "6-18 months"),
    (36, 36, "3+ years"), (0, nil, nil), (nil, 24, nil),
  ]

  @Test(arguments: [
    PayCase(minimum: "50000", maximum: "60000", text: "$50000-$60000 per year"),
    PayCase(value: "50000", text: "$50000 per year"),
    PayCase(minimum: "50000", maximum: "50000", text: "$50000 per year"),
    PayCase(minimum: "16", maximum: "20.5", period: .hour, text: "$16.00-$20.50 per hour"),
    PayCase(value: "0.125", period: .hour, text: "$0.125 per hour"),
    PayCase(minimum: "4000", period: .month, text: "From $4000 per month"),
    PayCase(maximum: "4000", period: .week, text: "Up to $4000 per week"),
    PayCase(value: "200", currency: "CAD", period: .day, country: "CA", text: "$200 per day"),
    PayCase(value: "200", currency: "CAD", period: .day, country: "US", text: "CAD 200 per day"),
    PayCase(value: "200", currency: "JPY", country: "JP", text: "¥200 per year"),
    PayCase(value: "200", currency: "CNY", country: "JP", text: "CNY 200 per year"),
    PayCase(value: "52000", currency: "EUR", country: "PT", text: "€52000 per year"),
    PayCase(value: "620000", currency: "NOK", country: "NO", text: "NOK 620000 per year"),
  ])
  func `pay is one figure or a range with its period`(_ row: PayCase) {
    var salary = Salary()
    salary.minimum = row.minimum.flatMap { Amount($0) }
    salary.maximum = row.maximum.flatMap { Amount($0) }
    salary.value = row.value.flatMap { Amount($0) }
    salary.currency = row.currency
    salary.period = row.period
    #expect(salary.boardText(in: row.country) == row.text)
  }

  @Test(arguments: kinds)
  func `kinds of employment have the boards' words`(
    _ types: [EmploymentType],
    _ indeed: String,
    _ linkedIn: String?
  ) {
    var posting = JobPosting()
    posting.employmentTypes = types
    #expect(posting.indeedJobTypes == indeed)
    #expect(posting.linkedInJobType == linkedIn)
  }

  @Test(arguments: experiences)
  func `experience is in years where it can be`(_ low: Int?, _ high: Int?, _ text: String?) {
    var posting = JobPosting()
    var experience = Experience()
    experience.minimumMonths = low
    experience.maximumMonths = high
    posting.filledDetails.experience = experience
    #expect(posting.experienceText == text)
  }

  @Test func `a reference that is too long for a board is cut, and still one of a kind`()
    async throws
  {
    let id = "head-of-the-department-of-things-that-float"
    let source = try smallSite(
      "id: \(id)\n",
      body: String(repeating: "Weld what floats. ", count: 9),
      site: "feeds: {indeed: true}\n"
    )
    var site = try source.read("site.yml")
    site = site.replacing("{name: Acme}", with: "{name: Acme, linkedin_id: 1}")
    try source.write(site, to: "site.yml")
    let target = try TestFolder()
    _ = await build(source.path, into: target)
    let references = try target.read("public/linkedin.xml").split(separator: "\n")
      .filter { $0.hasPrefix("<partnerJobId>") }
    #expect(
      references
        == ["<partnerJobId><![CDATA[head-of-the-department--a5cf6e023c79fd17]]></partnerJobId>"]
    )
    #expect(try target.read("public/indeed.xml").contains("<![CDATA[\(id).porto-pt]]>"))
  }
}
