import SourceText

/// The jobs in the shape of Ashby's posting API, as with `?includeCompensation=true`.
///
/// Source: developers.ashbyhq.com, "Public job posting API", and the keys of live boards. Clients
/// need a department and a team: one stands for the other, and the company for both.
struct AshbyFile: RecruitingFile {
  static let paths = ["api/ashby/posting-api/job-board/careers/index.json"]
  static let trackingName: String? = "ashby"
  static func isOn(_ boards: BoardSettings) -> Bool { boards.hasAshby }

  let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  func write(_: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    var json = JSONWriter(.file)
    json.beginObject()
    json.member("apiVersion", "1")
    json.name("jobs")
    try writeEach(jobs, into: &json, draining: drain) { job, json in write(job, into: &json) }
    json.endObject()
    json.buffer.append("\n")
    try drain(&json.buffer)
  }
}

extension AshbyFile {
  private func write(_ job: RecruitedJob, into json: inout JSONWriter) {
    let posting = job.posting.value
    json.beginObject()
    json.member("id", job.uuid)
    json.member("title", posting.title)
    json.member("department", posting.department ?? posting.team ?? job.company.name)
    json.member("team", posting.team ?? posting.department ?? job.company.name)
    json.member("employmentType", orNull: posting.ashbyEmploymentType)
    json.member("location", job.name(of: job.places.first))
    json.name("secondaryLocations")
    json.beginArray()
    for place in job.places.dropFirst() {
      json.beginObject()
      json.member("location", job.name(of: place))
      writeAddress(of: place, job, into: &json)
      json.endObject()
    }
    json.endArray()
    json.member("publishedAt", milliseconds(job.posted, job))
    json.member("isListed", true)
    json.member("isRemote", posting.workplace == .remote)
    json.member("workplaceType", posting.workplace.ashby)
    writeAddress(of: job.places.first, job, into: &json)
    json.member("shouldDisplayCompensationOnJobPostings", !posting.salaries.isEmpty)
    writePay(job, into: &json)
    json.member("jobUrl", plan.tracked(job.url, in: "ashby"))
    json.member("applyUrl", job.applyURL(in: "ashby"))
    json.name("descriptionHtml")
    json.value(bodyOf: job.index, in: context)
    json.member("descriptionPlain", context.plainText(of: job.index))
    json.endObject()
  }

  /// `2026-10-20T00:00:00.000+01:00`.
  private func milliseconds(_ instant: Instant, _ job: RecruitedJob) -> String {
    let text = job.iso(instant)
    return text.prefix(19) + ".000" + (text.hasSuffix("Z") ? "+00:00" : String(text.dropFirst(19)))
  }

  private func writeAddress(
    of place: BoardPlace?,
    _ job: RecruitedJob,
    into json: inout JSONWriter
  ) {
    json.name("address")
    guard let place else { return json.null() }
    json.beginObject()
    json.name("postalAddress")
    json.beginObject()
    json.member("addressLocality", place.city)
    json.member("addressRegion", place.regionName)
    json.member("addressCountry", job.countryName(of: place))
    json.member("postalCode", place.postalCode)
    json.endObject()
    json.endObject()
  }
}

// MARK: - Pay

extension AshbyFile {
  private func writePay(_ job: RecruitedJob, into json: inout JSONWriter) {
    let salaries = job.posting.value.salaries
    let country = job.places.first?.country
    let texts = salaries.map { $0.boardText(in: country) }
    let summary = texts.isEmpty ? nil : texts.joined(separator: " • ")
    json.name("compensation")
    json.beginObject()
    json.member("compensationTierSummary", orNull: summary)
    json.member("scrapeableCompensationSalarySummary", orNull: summary)
    json.name("compensationTiers")
    json.beginArray()
    for (index, salary) in salaries.enumerated() {
      let name = "\(job.id) \(index)"
      json.beginObject()
      json.member("id", StableNumber.uuid("compensation tier", name))
      json.member("tierSummary", texts[index])
      let places = salary.locations.joined(separator: "; ")
      json.member("title", orNull: places.isEmpty ? nil : places)
      json.member("additionalInformation", orNull: salary.note)
      json.name("components")
      json.beginArray()
      json.beginObject()
      json.member("id", StableNumber.uuid("compensation", name))
      json.member("summary", texts[index])
      writeComponent(salary, into: &json)
      json.endObject()
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.name("summaryComponents")
    json.beginArray()
    for salary in salaries {
      json.beginObject()
      writeComponent(salary, into: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func writeComponent(_ salary: Salary, into json: inout JSONWriter) {
    json.member("compensationType", "Salary")
    json.member("interval", "1 " + salary.period.rawValue.uppercased())
    json.member("currencyCode", salary.currency)
    json.member("minValue", orNull: salary.low)
    json.member("maxValue", orNull: salary.high)
  }
}

extension JobPosting {
  /// Ashby's `employmentType`: one word, for which tenure counts more than hours.
  fileprivate var ashbyEmploymentType: String? {
    func has(_ types: EmploymentType...) -> Bool { employmentTypes.contains { types.contains($0) } }
    if has(.internship, .apprenticeship) { return "Intern" }
    if has(.contract) { return "Contract" }
    if has(.fixedTerm, .temporary, .volunteer, .perDiem) { return "Temporary" }
    if has(.partTime) { return "PartTime" }
    return has(.fullTime) ? "FullTime" : nil
  }
}

extension Workplace {
  fileprivate var ashby: String {
    switch self {
    case .onSite: "OnSite"
    case .hybrid: "Hybrid"
    case .remote: "Remote"
    }
  }
}
