import SourceText

/// The board and its jobs in the shape of Greenhouse's Job Board API.
///
/// Source: github.com/grnhse/greenhouse-api-docs, and the live keys that clients ask for. Jobs are
/// as with `?content=true&pay_transparency=true`. The system has no fields for the kind of
/// employment, the workplace and the level: they are `metadata`.
struct GreenhouseFile: RecruitingFile {
  static let paths = [
    "api/greenhouse/v1/boards/careers/index.json",
    "api/greenhouse/v1/boards/careers/jobs/index.json",
  ]
  static let trackingName: String? = "greenhouse"
  static func isOn(_ boards: BoardSettings) -> Bool { boards.hasGreenhouse }

  let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  func write(_ scope: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    var json = JSONWriter(.file)
    json.beginObject()
    if scope == .part(0) {
      json.member("name", plan.site.organization.name)
      var content = ByteBuffer(capacity: 1_024)
      content.append("<p>")
      content.append(escapingHTML: plan.site.description ?? plan.site.title)
      content.append("</p>")
      json.member("content", content.text())
    } else {
      json.name("jobs")
      var content = ByteBuffer(capacity: 16_384)
      try writeEach(jobs, into: &json, draining: drain) { job, json in
        write(job, &content, into: &json)
      }
      json.name("meta")
      json.beginObject()
      json.member("total", jobs.count)
      json.endObject()
    }
    json.endObject()
    json.buffer.append("\n")
    try drain(&json.buffer)
  }
}

extension GreenhouseFile {
  private func write(
    _ job: RecruitedJob,
    _ content: inout ByteBuffer,
    into json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("id", job.number)
    json.member("internal_job_id", StableNumber.number(.posting, job.opening))
    json.member("title", job.posting.value.title)
    json.member("updated_at", job.iso(job.modified))
    json.member("first_published", job.iso(job.posted))
    json.member("requisition_id", job.opening)
    json.name("location")
    json.beginObject()
    json.member("name", location(of: job))
    json.endObject()
    json.member("absolute_url", plan.tracked(job.url, in: "greenhouse"))
    json.member("language", job.primaryLanguage)
    json.member("company_name", job.company.name)
    json.member("application_deadline", orNull: job.end.map { job.iso($0) })
    writeMetadata(job, into: &json)
    json.array("data_compliance", [])
    // Escaped once more than JSON needs: clients undo it.
    content.removeAll()
    context.withFeedHTML(of: job.index) { content.append(escapingHTML: $0) }
    json.name("content")
    content.withBytes { json.value($0) }
    writeDepartments(job, into: &json)
    writeOffices(job, into: &json)
    writePay(job, into: &json)
    json.endObject()
  }

  /// `Porto, Portugal; Faro, Portugal`, behind the word that crawlers look for.
  private func location(of job: RecruitedJob) -> String {
    let places = job.places.map { $0.fullName(context.names.englishCountryNames) }
      .joined(separator: "; ")
    switch job.posting.value.workplace {
    case .onSite: return places
    case .hybrid: return "Hybrid - " + places
    case .remote: return "Remote - " + places
    }
  }

  private func writeMetadata(_ job: RecruitedJob, into json: inout JSONWriter) {
    json.name("metadata")
    json.beginArray()
    func field(_ name: String, _ values: [String], isList: Bool, _ json: inout JSONWriter) {
      json.beginObject()
      json.member("id", StableNumber.number(.field, name))
      json.member("name", name)
      if isList {
        json.array("value", values)
      } else {
        json.member("value", orNull: values.first)
      }
      json.member("value_type", isList ? "multi_select" : "single_select")
      json.endObject()
    }
    let posting = job.posting.value
    field("Employment Type", posting.employmentTypes.map(\.rawValue), isList: true, &json)
    field("Workplace Type", [posting.workplace.rawValue], isList: false, &json)
    field("Level", posting.levels.map(\.rawValue), isList: true, &json)
    json.endArray()
  }

  private func writeDepartments(_ job: RecruitedJob, into json: inout JSONWriter) {
    json.name("departments")
    json.beginArray()
    if let name = job.posting.value.department {
      let departments = plan.site.departments
      let parent = departments.first { $0.name == name }?.parent
      json.beginObject()
      json.member("id", StableNumber.number(.department, name))
      json.member("name", name)
      json.member("parent_id", orNull: parent.map { StableNumber.number(.department, $0) })
      json.name("child_ids")
      json.beginArray()
      for child in departments where child.parent == name {
        json.value(StableNumber.number(.department, child.name))
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }

  private func writeOffices(_ job: RecruitedJob, into json: inout JSONWriter) {
    json.name("offices")
    json.beginArray()
    for place in job.places {
      json.beginObject()
      json.member("id", StableNumber.number(.office, place.key))
      json.member("name", place.place?.value.name ?? job.name(of: place))
      json.member("location", place.fullName(context.names.englishCountryNames))
      json.null("parent_id")
      json.array("child_ids", [])
      json.endObject()
    }
    json.endArray()
  }

  /// Cents a year, since the system has no period; the title says what the posting says.
  private func writePay(_ job: RecruitedJob, into json: inout JSONWriter) {
    json.name("pay_input_ranges")
    json.beginArray()
    for salary in job.posting.value.salaries {
      guard let low = salary.low ?? salary.high, let high = salary.high ?? salary.low else {
        continue
      }
      json.beginObject()
      json.member("min_cents", low.cents(aYearFor: salary.period))
      json.member("max_cents", high.cents(aYearFor: salary.period))
      json.member("currency_type", salary.currency)
      let places = salary.locations.joined(separator: "; ")
      let text = salary.boardText(in: job.places.first?.country)
      json.member("title", places.isEmpty ? text : "\(text) (\(places))")
      json.member("blurb", orNull: salary.note)
      json.endObject()
    }
    json.endArray()
  }
}

extension Amount {
  /// Hundredths of a year's pay: 2,080 hours, 260 days, 52 weeks, 12 months.
  func cents(aYearFor period: PayPeriod) -> Int {
    let factor: Int64 =
      switch period {
      case .hour: 2_080
      case .day: 260
      case .week: 52
      case .month: 12
      case .year: 1
      }
    let power = (0..<scale).reduce(1 as Int64) { result, _ in result * 10 }
    // An amount has 13 digits before its point at most, which leaves no room for hours.
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor * 100)
    return overflow ? Int.max : Int(product / power)
  }
}
