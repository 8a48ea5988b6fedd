import SourceText

/// The extension `_jobposting` of JSON Feed: a JobPosting of schema.org, which job boards read, and
/// the posting as its author wrote it.
///
/// Its JSON Schema is ``FeedSchema``; rules for changes are in docs/feeds.md.
struct PostingExtension {
  /// A new second number where members are added, a new first one where readers would have to change.
  static let version = "1.0"

  private let context: RenderContext
  private let data: StructuredData

  init(_ context: RenderContext) {
    self.context = context
    data = StructuredData(context)
  }
}

extension PostingExtension {
  /// Writes what the feed itself says of the extension: its version, and where it is described.
  func writeNotice(into json: inout JSONWriter) {
    json.beginObject()
    json.member("about", context.plan.url(FeedSchema.route))
    json.member("version", PostingExtension.version)
    json.endObject()
  }

  /// Writes the extension of an item.
  ///
  /// The text stands in it once, as the description: its sections are named by the anchors of their
  /// headings.
  func write(_ job: Int, into json: inout JSONWriter) {
    json.beginObject()
    data.writeMembers(of: job, withSections: false, into: &json)
    json.name("posting")
    json.beginObject()
    for field in ExtensionField.all { write(field, job, into: &json) }
    json.endObject()
    json.endObject()
  }
}

/// A member of `posting`, in the order in which they are written.
///
/// One that stands in front matter has the name and the meaning of its row, in the longest of the
/// forms that authors may use: a list where one would do, a map where a text would do.
enum ExtensionField: String, CaseIterable {
  case department, team
  case employmentType = "employment_type"
  case workplace, locations, remote, levels
  case techStack = "tech_stack"
  case workHours = "work_hours"
  case startDate = "start_date"
  case duration, openings, travel
  case validThrough = "valid_through"
  case salary, benefits, apply, experience, education, languages
  case visaSponsorship = "visa_sponsorship"
  case clearance, industry, occupation, interview, keywords, featured, tags, image, custom
  /// Made of the headings of the text.
  case sections
  /// The same posting in other languages.
  case translations

  static let all = allCases
}

// MARK: - Values

extension PostingExtension {
  /// Writes one member; nothing where the posting has no such value.
  private func write(_ field: ExtensionField, _ job: Int, into json: inout JSONWriter) {
    let posting = context.plan.postings[job]
    let details = posting.value.details
    switch field {
    case .department: json.member(field, posting.value.department)
    case .team: json.member(field, posting.value.team)
    case .levels: json.member(field, posting.value.levels.map(\.rawValue))
    case .employmentType: json.member(field, posting.value.employmentTypes.map(\.rawValue))
    case .workplace: json.member(field, posting.value.workplace.rawValue)
    case .locations:
      json.list(field, posting.value.locations) { $1.members(of: $0.value) }
    case .remote:
      guard posting.value.workplace == .remote else { return }
      json.object(field, details?.value.remote) { area, json in
        json.member("countries", area.countries)
        json.member("regions", area.regions)
        json.member("time_zones", area.timeZones)
      }
    case .techStack: json.member(field, posting.value.techStack)
    case .workHours: json.member(field, details?.value.workHours)
    case .startDate: json.member(field, details?.value.startDate)
    case .duration: json.member(field, details?.value.duration)
    case .openings: json.member(field, details?.value.openings)
    case .travel: json.member(field, details?.value.travel)
    case .validThrough: json.member(field, posting.value.validThrough.map(text))
    case .salary: json.list(field, posting.value.salaries) { $1.members(of: $0) }
    case .benefits: json.member(field, context.plan.benefitTexts(of: posting))
    case .apply:
      json.object(field, context.plan.applyTarget(of: posting)) { target, json in
        json.member("url", target.url.map(tracked))
        json.member("email", target.email)
        json.member("form", target.form.map(tracked))
        json.member("instructions", target.instructions)
      }
    case .experience:
      json.object(field, details?.value.experience) { experience, json in
        json.member("min_months", experience.isNone ? 0 : experience.minimumMonths)
        json.member("max_months", experience.isNone ? 0 : experience.maximumMonths)
      }
    case .education: json.member(field, details?.value.education?.rawValue)
    case .languages:
      json.list(field, details?.value.languages ?? []) { language, json in
        json.member("code", language.code)
        json.member("level", language.level?.rawValue)
      }
    case .visaSponsorship: json.member(field, details?.value.visaSponsorship)
    case .clearance: json.member(field, details?.value.clearance)
    case .industry: json.member(field, details?.value.industry)
    case .occupation: json.member(field, details?.value.occupation)
    case .interview:
      json.list(field, posting.value.interview) { step, json in
        json.member("name", step.name)
        json.member("duration", step.duration)
        json.member("with", step.with)
      }
    case .keywords:
      json.object(field, posting.value.keywords) { keywords, json in
        json.member("hard", keywords.hard)
        json.member("soft", keywords.soft)
      }
    case .tags: json.member(field, posting.value.tags)
    case .image:
      json.object(field, details?.value.image) { image, json in
        json.member("src", context.plan.absoluteAddress(image.source))
        json.member("alt", image.alternativeText)
      }
    case .featured: json.member(field, posting.value.isFeatured ? true : nil)
    case .custom: writeCustom(posting.value.custom, into: &json)
    case .sections:
      json.list(field, posting.value.body.sections.filter { $0.title != nil }) { section, json in
        json.member("id", section.anchor)
        json.member("kind", section.kind?.rawValue)
        json.member("title", section.title)
      }
    case .translations:
      json.list(field, translations(of: job)) { other, json in
        json.member("id", context.plan.postings[other].value.id.value)
        json.member("language", context.plan.postings[other].value.language)
        json.member("url", context.plan.url(context.plan.route(ofJob: other)))
      }
    }
  }

  /// The site's own fields: numbers and switches as such, everything else as text.
  private func writeCustom(_ values: [CustomValue], into json: inout JSONWriter) {
    guard !values.isEmpty else { return }
    json.name(madeOf: ExtensionField.custom.rawValue)
    json.beginObject()
    for value in values {
      let field: CustomField? = context.plan.site.jobRules.custom.value(of: value.key)
      json.name(madeOf: value.key)
      switch field?.kind {
      case .boolean: json.value(value.value == "true")
      case .integer: Int(value.value).map { json.value($0) } ?? json.value(value.value)
      case .text, .date, .url, .list, nil: json.value(value.value)
      }
    }
    json.endObject()
  }

  private func translations(of job: Int) -> [Int] {
    context.plan.otherVersions(of: job).filter { context.plan.states[$0].isOpen }
  }

  private func tracked(_ address: String) -> String { context.plan.tracked(address, in: "json") }

  private func text(_ deadline: Deadline) -> String {
    switch deadline {
    case .day(let date): return date.iso
    case .moment(let instant):
      return instant.iso(offset: context.plan.moment.zone.offset(at: instant))
    }
  }
}

// MARK: - Members

extension JSONWriter {
  fileprivate mutating func member(_ field: ExtensionField, _ text: String?) {
    guard let text else { return }
    name(madeOf: field.rawValue)
    value(text)
  }

  fileprivate mutating func member(_ field: ExtensionField, _ number: Int?) {
    guard let number else { return }
    name(madeOf: field.rawValue)
    value(number)
  }

  fileprivate mutating func member(_ field: ExtensionField, _ flag: Bool?) {
    guard let flag else { return }
    name(madeOf: field.rawValue)
    value(flag)
  }

  fileprivate mutating func member(_ field: ExtensionField, _ texts: [String]) {
    list(field, texts, isObject: false) { $1.value($0) }
  }

  /// Writes a list of objects, or of plain values; nothing for an empty one.
  fileprivate mutating func list<Item>(
    _ field: ExtensionField,
    _ items: [Item],
    isObject: Bool = true,
    _ write: (Item, inout JSONWriter) -> Void
  ) {
    guard !items.isEmpty else { return }
    name(madeOf: field.rawValue)
    beginArray()
    for item in items {
      if isObject { beginObject() }
      write(item, &self)
      if isObject { endObject() }
    }
    endArray()
  }

  /// Writes nothing for `nil`.
  fileprivate mutating func object<Item>(
    _ field: ExtensionField,
    _ item: Item?,
    _ write: (Item, inout JSONWriter) -> Void
  ) {
    guard let item else { return }
    name(madeOf: field.rawValue)
    beginObject()
    write(item, &self)
    endObject()
  }

  fileprivate mutating func members(of place: Place) {
    member("name", place.name)
    member("street", place.street)
    member("postal_code", place.postalCode)
    member("city", place.city)
    member("region", place.region)
    member("country", place.country)
    if let latitude = place.latitude {
      name("latitude")
      value(latitude)
    }
    if let longitude = place.longitude {
      name("longitude")
      value(longitude)
    }
    member("time_zone", place.timeZone)
  }

  fileprivate mutating func members(of salary: Salary) {
    member("min", salary.minimum)
    member("max", salary.maximum)
    member("value", salary.value)
    member("currency", salary.currency)
    member("per", salary.period.rawValue)
    member("note", salary.note)
    member("locations", salary.locations)
  }
}
