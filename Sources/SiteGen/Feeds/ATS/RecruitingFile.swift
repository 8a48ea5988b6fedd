import SourceText

/// A JSON file in the shape that a recruiting system answers its public clients with, at an address
/// that any host can serve.
///
/// Hosts ignore queries, so each file is the fullest answer that the system gives. It holds each
/// opening once, as `feed.json` does: in the site's own language where there is one.
protocol RecruitingFile: FeedFormat {
  static func isOn(_ boards: BoardSettings) -> Bool
  /// Below the site's root.
  static var paths: [String] { get }

  var context: RenderContext { get }
}

extension RecruitingFile {
  static func files(of plan: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    guard isOn(plan.site.feeds.boards) else { return [] }
    return paths.enumerated().map { FeedFile(Route(.file($1)), .part($0)) }
  }

  var plan: SitePlan { context.plan }
  var jobs: [Int] { context.plan.editions[0].feedJobs }

  /// Writes `jobs` one by one, and gives the buffer away whenever a piece has come together.
  func writeEach(
    _ jobs: some Collection<Int>,
    into json: inout JSONWriter,
    draining drain: FeedDrain,
    _ write: (RecruitedJob, inout JSONWriter) -> Void
  ) throws(PublishingFailure) {
    json.beginArray()
    for job in jobs {
      write(RecruitedJob(context, job), &json)
      if json.buffer.count >= Self.pieceSize { try drain(&json.buffer) }
    }
    json.endArray()
  }
}

/// What all such files say of a posting.
struct RecruitedJob {
  let context: RenderContext
  /// Index into the plan's postings.
  let index: Int
  let posting: Shared<JobPosting>
  let places: [BoardPlace]

  init(_ context: RenderContext, _ job: Int) {
    self.context = context
    index = job
    posting = context.plan.postings[job]
    places = posting.value.boardPlaces
  }
}

extension RecruitedJob {
  var plan: SitePlan { context.plan }
  var id: String { posting.value.id.value }
  /// The same in all languages.
  var opening: String { posting.value.translationOf?.value ?? id }
  var number: Int { StableNumber.number(.posting, id) }
  var uuid: String { StableNumber.uuid("posting", id) }
  var url: String { plan.url(plan.route(ofJob: index)) }
  var company: Organization { plan.employers[index] }

  /// Where people apply on the web, with the parameters of a feed; else the page.
  func applyURL(in feed: String) -> String {
    plan.applyAddress(of: index, in: feed) ?? plan.tracked(url, in: feed)
  }

  /// The language without region or script.
  var primaryLanguage: String { String(posting.value.language.prefix { $0 != "-" }) }

  /// Midnight of a day on the site's clock.
  func midnight(_ date: CivilDate) -> Instant { plan.moment.zone.instant(date) }

  /// RFC 3339 on the site's clock.
  func iso(_ instant: Instant) -> String {
    instant.iso(offset: plan.moment.zone.offset(at: instant))
  }

  var posted: Instant { midnight(posting.value.datePosted) }
  var modified: Instant { midnight(context.modified[index]) }
  var end: Instant? { posting.value.validThrough?.instant(in: plan.moment.zone) }

  /// The pay at the first place.
  var salary: Salary? { posting.value.salary(at: places.first) }

  /// `Porto, Portugal`; empty for a posting whose place nobody knows.
  func name(of place: BoardPlace?) -> String {
    place?.name(context.names.englishCountryNames) ?? ""
  }

  /// A country's name in English.
  func countryName(of place: BoardPlace?) -> String? {
    place?.country.map { context.names.englishCountryNames[$0] ?? $0 }
  }
}

// MARK: - JSON with keys that are always there

extension JSONWriter {
  /// Writes `null` for a text that isn't known.
  mutating func member(_ name: StaticString, orNull text: String?) {
    self.name(name)
    if let text { value(text) } else { null() }
  }

  mutating func member(_ name: StaticString, orNull number: Int?) {
    self.name(name)
    if let number { value(number) } else { null() }
  }

  mutating func member(_ name: StaticString, orNull amount: Amount?) {
    self.name(name)
    if let amount { value(amount) } else { null() }
  }

  mutating func null(_ name: StaticString) {
    self.name(name)
    null()
  }

  /// Writes a list, also an empty one.
  mutating func array(_ name: StaticString, _ texts: [String]) {
    self.name(name)
    beginArray()
    for text in texts { value(text) }
    endArray()
  }
}
