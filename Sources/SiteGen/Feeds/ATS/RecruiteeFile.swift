import SourceText

/// The offers in the shape of Recruitee's careers site.
///
/// Source: docs.recruitee.com, and the keys of live boards. The whole text is `description`: clients
/// join it with `requirements`, so that a part which stood in both would be read twice.
struct RecruiteeFile: RecruitingFile {
  static let paths = ["api/recruitee/api/offers/index.json"]
  static let trackingName: String? = "recruitee"
  static func isOn(_ boards: BoardSettings) -> Bool { boards.hasRecruitee }

  let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  func write(_: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    var json = JSONWriter(.file)
    json.beginObject()
    json.name("offers")
    var position = 0
    try writeEach(jobs, into: &json, draining: drain) { job, json in
      position += 1
      write(job, position, into: &json)
    }
    json.endObject()
    json.buffer.append("\n")
    try drain(&json.buffer)
  }
}

extension RecruiteeFile {
  private func write(_ job: RecruitedJob, _ position: Int, into json: inout JSONWriter) {
    let posting = job.posting.value
    json.beginObject()
    json.member("id", job.number)
    json.member("guid", String(job.number, radix: 36))
    json.member("slug", job.id)
    json.member("position", position)
    json.member("status", "published")
    json.member("title", posting.title)
    json.member("sharing_title", posting.title)
    json.member("sharing_description", context.bodies.summary(of: job.posting))
    let image = posting.details?.value.image.map { plan.absoluteAddress($0.source) }
    json.member("sharing_image", orNull: image)
    json.member("cover_image", orNull: image)
    json.null("highlight")
    json.name("description")
    json.value(bodyOf: job.index, in: context)
    json.member("requirements", "")
    json.member("careers_url", plan.tracked(job.url, in: "recruitee"))
    json.member("careers_apply_url", job.applyURL(in: "recruitee"))
    json.member("mailbox_email", orNull: plan.applyTarget(of: job.posting)?.email)
    json.member("company_name", job.company.name)
    json.member("department", orNull: posting.department)
    json.null("category_code")
    json.member("employment_type_code", orNull: posting.recruiteeEmploymentType)
    json.member("experience_code", orNull: posting.lowestLevel?.recruitee)
    json.member("education_code", orNull: posting.details?.value.education?.recruitee)
    json.member("remote", posting.workplace == .remote)
    json.member("hybrid", posting.workplace == .hybrid)
    json.member("on_site", posting.workplace == .onSite)
    writePlaces(job, into: &json)
    for name in ["min_hours" as StaticString, "max_hours", "min_hours_per_week"] {
      json.null(name)
    }
    json.null("max_hours_per_week")
    writePay(job, into: &json)
    json.array("tags", posting.tags)
    writeForm(into: &json)
    json.member("created_at", utc(job.posted))
    json.member("published_at", utc(job.posted))
    json.member("updated_at", utc(job.modified))
    json.member("close_at", orNull: job.end.map(utc))
    writeTranslations(job, into: &json)
    json.endObject()
  }

  /// `2026-10-20 12:00:00 UTC`.
  private func utc(_ instant: Instant) -> String {
    let text = instant.iso(offset: 0)
    return text.prefix(10) + " " + text.dropFirst(11).prefix(8) + " UTC"
  }

  private func writePlaces(_ job: RecruitedJob, into json: inout JSONWriter) {
    let first = job.places.first
    json.member("city", orNull: first?.city)
    json.member("state_name", orNull: first?.regionName)
    json.member("state_code", orNull: first?.regionCode)
    json.member("country", orNull: job.countryName(of: first))
    json.member("country_code", orNull: first?.country)
    json.member("postal_code", orNull: first?.postalCode)
    json.member("location", first?.fullName(context.names.englishCountryNames) ?? "")
    json.name("locations")
    json.beginArray()
    for place in job.places {
      json.beginObject()
      json.member("id", StableNumber.number(.office, place.key))
      json.member("name", place.place?.value.name ?? job.name(of: place))
      json.member("city", orNull: place.city)
      json.member("state", orNull: place.regionName)
      json.member("state_code", orNull: place.regionCode)
      json.member("country", orNull: job.countryName(of: place))
      json.member("country_code", orNull: place.country)
      json.member("street", orNull: place.street)
      json.member("postal_code", orNull: place.postalCode)
      json.null("note")
      json.name("translations")
      json.beginObject()
      json.endObject()
      json.endObject()
    }
    json.endArray()
  }

  /// The pay at the first place; amounts are texts there.
  private func writePay(_ job: RecruitedJob, into json: inout JSONWriter) {
    json.name("salary")
    json.beginObject()
    json.member("min", orNull: job.salary?.low?.text)
    json.member("max", orNull: job.salary?.high?.text)
    json.member("period", orNull: job.salary?.period.rawValue)
    json.member("currency", orNull: job.salary?.currency)
    json.endObject()
  }

  /// The system's own form, of which nothing is asked here.
  private func writeForm(into json: inout JSONWriter) {
    let options: [StaticString] = [
      "options_cv", "options_cover_letter", "options_phone", "options_photo", "options_title",
      "options_salutation",
    ]
    for option in options { json.member(option, "off") }
    json.array("open_questions", [])
    json.null("locations_question")
    json.null("locations_question_type")
    json.member("locations_question_required", false)
  }

  /// The posting in all its languages, its own first.
  private func writeTranslations(_ job: RecruitedJob, into json: inout JSONWriter) {
    let others = plan.otherVersions(of: job.index).filter { plan.states[$0].isOpen }
    json.name("translations")
    json.beginObject()
    for version in [job.index] + others {
      let posting = plan.postings[version].value
      json.name(madeOf: posting.language)
      json.beginObject()
      json.member("title", posting.title)
      json.name("description")
      json.value(bodyOf: version, in: context)
      json.member("requirements", "")
      json.endObject()
    }
    json.endObject()
  }
}

extension JobPosting {
  /// Recruitee's `employment_type_code`, which joins hours and tenure.
  fileprivate var recruiteeEmploymentType: String? {
    func has(_ types: EmploymentType...) -> Bool { employmentTypes.contains { types.contains($0) } }
    if has(.internship) { return "internship" }
    if has(.apprenticeship) { return "apprenticeship" }
    if has(.volunteer) { return "volunteer" }
    if has(.contract) { return "contract" }
    if has(.temporary, .perDiem) { return "temporary" }
    let tenure = has(.fixedTerm) ? "fixed_term" : "permanent"
    if has(.partTime) { return "parttime_" + tenure }
    if has(.fullTime) { return "fulltime_" + tenure }
    return has(.fixedTerm) ? "temporary" : nil
  }
}

extension Level {
  fileprivate var recruitee: String {
    switch self {
    case .intern: "student_college"
    case .entry: "entry_level"
    case .junior: "mid_level"
    case .mid, .senior, .staff, .principal: "experienced"
    case .lead, .manager: "manager"
    case .director: "senior_manager"
    case .executive: "senior_executive"
    }
  }
}

extension Education {
  /// Only the codes that live boards show.
  fileprivate var recruitee: String? {
    switch self {
    case .highSchool: "high_school"
    case .bachelor: "bachelor_degree"
    case .certificate: "vocational"
    case .none, .associate, .postgraduate: nil
    }
  }
}
