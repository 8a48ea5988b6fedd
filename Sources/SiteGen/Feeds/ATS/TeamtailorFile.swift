import SourceText

/// The jobs in the shape of Teamtailor's `jobs.json`: JSON Feed 1.1, 100 jobs a file, with the few
/// keys of a JobPosting that live boards have, a number as identifier and amounts as texts.
struct TeamtailorFile: RecruitingFile {
  static let paths: [String] = []
  /// Jobs in one file.
  static let pageSize = 100
  static let trackingName: String? = "teamtailor"
  static func isOn(_ boards: BoardSettings) -> Bool { boards.hasTeamtailor }

  let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  static func files(of plan: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    guard isOn(plan.site.feeds.boards) else { return [] }
    return (0..<pageCount(of: plan)).map { FeedFile(route($0), .part($0)) }
  }

  private static func pageCount(of plan: SitePlan) -> Int {
    max(1, (plan.editions[0].feedJobs.count + pageSize - 1) / pageSize)
  }

  /// `jobs.json`, then `jobs-2.json` and so on.
  private static func route(_ page: Int) -> Route {
    Route(.file("api/teamtailor/jobs\(page == 0 ? "" : "-\(page + 1)").json"))
  }

  func write(_ scope: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    guard case .part(let page) = scope else { return }
    var json = JSONWriter(.file)
    json.beginObject()
    json.member("version", "https://jsonfeed.org/version/1.1")
    json.member("title", plan.site.organization.name)
    json.member("home_page_url", plan.url(Route(.list)))
    json.member("feed_url", plan.url(TeamtailorFile.route(page)))
    if page + 1 < TeamtailorFile.pageCount(of: plan) {
      json.member("next_url", plan.url(TeamtailorFile.route(page + 1)))
    }
    json.name("items")
    let jobs = jobs.dropFirst(page * TeamtailorFile.pageSize).prefix(TeamtailorFile.pageSize)
    try writeEach(jobs, into: &json, draining: drain) { job, json in write(job, into: &json) }
    json.endObject()
    json.buffer.append("\n")
    try drain(&json.buffer)
  }
}

extension TeamtailorFile {
  private func write(_ job: RecruitedJob, into json: inout JSONWriter) {
    json.beginObject()
    json.member("id", job.uuid)
    json.member("title", job.posting.value.title)
    json.member("url", plan.tracked(job.url, in: "teamtailor"))
    json.member("date_published", job.iso(job.posted))
    json.name("content_html")
    json.value(bodyOf: job.index, in: context)
    json.name("_jobposting")
    writePosting(job, into: &json)
    json.endObject()
  }

  private func writePosting(_ job: RecruitedJob, into json: inout JSONWriter) {
    json.beginObject()
    json.member("@context", "http://schema.org/")
    json.member("@type", "JobPosting")
    json.member("title", job.posting.value.title)
    json.name("description")
    json.value(bodyOf: job.index, in: context)
    json.object("identifier", type: "PropertyValue")
    json.member("name", job.company.name)
    json.member("value", job.number)
    json.endObject()
    json.member("datePosted", job.iso(job.posted))
    json.member("validThrough", job.end.map { job.iso($0) })
    json.object("hiringOrganization", type: "Organization")
    json.member("name", job.company.name)
    json.member("sameAs", job.company.url ?? plan.site.baseURL)
    json.endObject()
    if let salary = job.salary {
      json.object("baseSalary", type: "MonetaryAmount")
      json.member("currency", salary.currency)
      json.object("value", type: "QuantitativeValue")
      json.member("unitText", salary.period.rawValue.uppercased())
      json.member("minValue", salary.low?.text)
      json.member("maxValue", salary.high?.text)
      json.endObject()
      json.endObject()
    }
    json.name("jobLocation")
    json.beginArray()
    for place in job.places {
      json.beginObject()
      json.member("@type", "Place")
      json.object("address", type: "PostalAddress")
      json.member("streetAddress", orNull: place.street)
      json.member("addressLocality", orNull: place.city)
      json.member("postalCode", orNull: place.postalCode)
      json.member("addressCountry", orNull: place.country)
      json.member("addressRegion", orNull: place.regionName)
      json.endObject()
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}
