import SourceText

/// `closing.ics`: the last days to apply, of each language, and of each open posting with an end.
///
/// Days are those of the site's clock. Nothing in it comes from the clock of the build. Source: RFC
/// 5545; name and refreshing of a calendar RFC 7986.
struct ClosingCalendar: FeedFormat {
  /// Events of a calendar at most, those that come next.
  static let limit = 1000

  private let context: RenderContext
  private let identity: FeedIdentity

  init(_ context: RenderContext) {
    self.context = context
    identity = FeedIdentity(context.plan)
  }
}

extension ClosingCalendar {
  static func files(of plan: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    guard plan.site.feeds.hasCalendar else { return [] }
    let calendars = plan.editions.indices.map {
      FeedFile(route(plan.editions[$0]), .edition($0, page: 1))
    }
    let events = plan.postings.indices.compactMap { job in
      route(ofJob: job, in: plan).map { FeedFile($0, .posting(job)) }
    }
    return calendars + events
  }

  static func route(_ edition: Edition) -> Route {
    Route(.file("closing.ics"), language: edition.prefix)
  }

  /// Where the calendar of one posting lies; `nil` for one that has none.
  static func route(ofJob job: Int, in plan: SitePlan) -> Route? {
    let posting = plan.postings[job]
    guard plan.site.feeds.hasCalendar, posting.value.validThrough != nil, plan.states[job].isOpen
    else { return nil }
    let language = plan.edition(of: posting.value.language).prefix
    return Route(.file("jobs/\(posting.value.id.value)/closing.ics"), language: language)
  }

  func write(_ scope: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    let plan = context.plan
    var calendar = CalendarWriter()
    calendar.property("BEGIN", "VCALENDAR")
    calendar.property("VERSION", "2.0")
    calendar.property("PRODID", "-//sitegen//closing dates//EN")
    switch scope {
    case .edition(let edition, _): write(edition, into: &calendar)
    case .posting(let job):
      let language = plan.postings[job].value.language
      let edition = plan.editions.firstIndex { $0.language == language } ?? 0
      write(job, in: edition, into: &calendar)
    case .group, .part: return
    }
    calendar.property("END", "VCALENDAR")
    try drain(&calendar.buffer)
  }
}

// MARK: - Contents

extension ClosingCalendar {
  private func write(_ index: Int, into calendar: inout CalendarWriter) {
    let edition = context.plan.editions[index]
    let site = context.plan.site.title
    let name = context.words[index].find("calendar.title", count: nil, [("site", site)]) ?? site
    calendar.property("NAME", text: name)
    // What most programs read instead.
    calendar.property("X-WR-CALNAME", text: name)
    calendar.property(
      "SOURCE;VALUE=URI",
      percentEncoded(context.plan.url(ClosingCalendar.route(edition)))
    )
    calendar.property("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
    let closing = edition.feedJobs.compactMap { job in lastDay(of: job).map { (job: job, day: $0) }
    }
    let next = closing.sorted { $0.day == $1.day ? $0.job < $1.job : $0.day < $1.day }
    for (job, _) in next.prefix(ClosingCalendar.limit) { write(job, in: index, into: &calendar) }
    if next.isEmpty { writePlaceholder(into: &calendar) }
  }

  private func write(_ job: Int, in edition: Int, into calendar: inout CalendarWriter) {
    let plan = context.plan
    let posting = plan.postings[job]
    guard let day = lastDay(of: job) else { return }
    let title = posting.value.title
    let summary = context.words[edition].find("calendar.closes", count: nil, [("title", title)])
    calendar.property("BEGIN", "VEVENT")
    calendar.property("UID", text: identity.closingEvent(of: posting))
    calendar.property("DTSTAMP", moment(plan.moment.zone.instant(context.modified[job])))
    calendar.property("DTSTART;VALUE=DATE", digits(day))
    calendar.property("DTEND;VALUE=DATE", digits(day.adding(days: 1)))
    calendar.property("SUMMARY", text: summary ?? title)
    calendar.property("DESCRIPTION", text: context.bodies.summary(of: posting))
    calendar.property("URL", percentEncoded(plan.url(plan.route(ofJob: job))))
    if let department = posting.value.department {
      calendar.property("CATEGORIES", text: department)
    }
    // It takes nobody's time.
    calendar.property("TRANSP", "TRANSPARENT")
    calendar.property("END", "VEVENT")
  }

  /// A calendar has at least one component (RFC 5545, section 3.6); this one says nothing.
  private func writePlaceholder(into calendar: inout CalendarWriter) {
    calendar.property("BEGIN", "VTIMEZONE")
    calendar.property("TZID", "Etc/UTC")
    calendar.property("BEGIN", "STANDARD")
    calendar.property("DTSTART", "19700101T000000")
    calendar.property("TZOFFSETFROM", "+0000")
    calendar.property("TZOFFSETTO", "+0000")
    calendar.property("END", "STANDARD")
    calendar.property("END", "VTIMEZONE")
  }

  /// The last day to apply, on the site's calendar.
  private func lastDay(of job: Int) -> CivilDate? {
    let zone = context.plan.moment.zone
    return context.plan.postings[job].value.validThrough.map { zone.date(at: $0.instant(in: zone)) }
  }

  /// `20261218`.
  private func digits(_ date: CivilDate) -> String { date.iso.filter { $0 != "-" } }

  /// `20261218T230000Z`.
  private func moment(_ instant: Instant) -> String {
    instant.iso(offset: 0).filter { $0 != "-" && $0 != ":" }
  }
}
