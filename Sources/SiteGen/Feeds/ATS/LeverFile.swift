import SourceText

/// The postings in the shape of Lever's Postings API: one list and nothing around it.
///
/// Source: github.com/lever/postings-api. The whole text is `descriptionBody`: clients join
/// `description`, `lists` and `additional`, so that a part which stood in two would be read twice.
struct LeverFile: RecruitingFile {
  static let paths = ["api/lever/v0/postings/careers/index.json"]
  static let trackingName: String? = "lever"
  static func isOn(_ boards: BoardSettings) -> Bool { boards.hasLever }

  let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  func write(_: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    var json = JSONWriter(.file)
    try writeEach(jobs, into: &json, draining: drain) { job, json in write(job, into: &json) }
    json.buffer.append("\n")
    try drain(&json.buffer)
  }
}

extension LeverFile {
  private func write(_ job: RecruitedJob, into json: inout JSONWriter) {
    let posting = job.posting.value
    let text = context.plainText(of: job.index)
    json.beginObject()
    json.member("id", job.uuid)
    json.member("text", posting.title)
    json.name("categories")
    json.beginObject()
    json.member("commitment", orNull: posting.commitment)
    json.member("department", orNull: posting.department)
    json.member("team", orNull: posting.team)
    json.member("level", orNull: posting.lowestLevel?.boardName)
    json.member("location", orNull: job.places.first.map { job.name(of: $0) })
    json.array("allLocations", job.places.map { job.name(of: $0) })
    json.endObject()
    json.member("country", orNull: job.places.first?.country)
    json.member("workplaceType", posting.workplace.rawValue)
    json.member("createdAt", Int(job.posted.seconds) * 1_000)
    json.member("opening", "")
    json.member("openingPlain", "")
    for name in ["description" as StaticString, "descriptionBody"] {
      json.name(name)
      json.value(bodyOf: job.index, in: context)
    }
    json.member("descriptionPlain", text)
    json.member("descriptionBodyPlain", text)
    json.array("lists", [])
    json.member("additional", "")
    json.member("additionalPlain", "")
    writePay(job, into: &json)
    json.member("hostedUrl", plan.tracked(job.url, in: "lever"))
    json.member("applyUrl", job.applyURL(in: "lever"))
    json.endObject()
  }

  /// The pay of the first place as a range, and all of it in words.
  private func writePay(_ job: RecruitedJob, into json: inout JSONWriter) {
    json.name("salaryRange")
    if let salary = job.salary, let (low, high) = salary.ends {
      json.beginObject()
      json.member("currency", salary.currency)
      json.member("interval", salary.period.leverInterval)
      json.member("min", low)
      json.member("max", high)
      json.endObject()
    } else {
      json.null()
    }
    let lines = job.posting.value.salaries.map { salary in
      let places = salary.locations.isEmpty ? "" : salary.locations.joined(separator: "; ") + ": "
      return places + salary.boardText(in: job.places.first?.country)
    }
    var html = ByteBuffer(capacity: 512)
    for line in lines {
      html.append("<div>")
      html.append(escapingHTML: line)
      html.append("</div>")
    }
    json.member("salaryDescription", html.text())
    json.member("salaryDescriptionPlain", lines.joined(separator: "\n"))
  }
}

extension JobPosting {
  /// Lever's `commitment`, which is free text.
  fileprivate var commitment: String? {
    let words = employmentTypes.map { type in
      switch type {
      case .fullTime: "Full-time"
      case .partTime: "Part-time"
      case .contract: "Contract"
      case .fixedTerm: "Fixed-Term"
      case .temporary: "Temporary"
      case .internship: "Intern"
      case .apprenticeship: "Apprenticeship"
      case .volunteer: "Volunteer"
      case .perDiem: "Per diem"
      case .other: "Other"
      }
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

extension PayPeriod {
  fileprivate var leverInterval: String {
    switch self {
    case .hour: "per-hour-wage"
    case .day: "per-day-wage"
    case .week: "per-week-salary"
    case .month: "per-month-salary"
    case .year: "per-year-salary"
    }
  }
}
