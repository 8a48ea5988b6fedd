/// Where a posting stands on the day of the build.
///
/// Derived, never stored.
package enum JobState: String, CaseIterable, Hashable, Sendable {
  case draft, scheduled, open
  case closingSoon = "closing-soon"
  case paused, closed
  /// Closed for so long that its page is gone.
  case gone
}

extension JobState {
  /// Whether people can apply: only such postings are in lists, feeds and sitemaps.
  package var isOpen: Bool { self == .open || self == .closingSoon }
}

/// The moment a build is made for, with the site's clock.
package struct BuildMoment: Sendable {
  package let now: Instant
  package let zone: TimeZoneRules
  package let lifecycle: Lifecycle

  package init(now: Instant, zone: TimeZoneRules, lifecycle: Lifecycle) {
    self.now = now
    self.zone = zone
    self.lifecycle = lifecycle
  }

  /// The day on the site's calendar.
  package var today: CivilDate { zone.date(at: now) }

  /// The state of a posting.
  ///
  /// - Parameters:
  ///   - posting: what its author says.
  ///   - lastSeenOpen: the day a build last found it open, from the state file: when a posting
  ///     without `date_closed` closed.
  ///   - previewsFuture: `--future`: postings of later days count as open.
  ///   - previewsDrafts: `--drafts`: drafts do.
  /// - Returns: what follows from status, dates and the site's lifecycle.
  package func state(
    of posting: Shared<JobPosting>,
    lastSeenOpen: CivilDate? = nil,
    previewsFuture: Bool = false,
    previewsDrafts: Bool = false
  ) -> JobState {
    if posting.value.status == .draft, !previewsDrafts { return .draft }
    if zone.instant(posting.value.datePosted) > now, !previewsFuture { return .scheduled }
    if let day = closingDay(of: posting, lastSeenOpen: lastSeenOpen) {
      return today > day.adding(days: lifecycle.keepClosed) ? .gone : .closed
    }
    if posting.value.status == .paused { return .paused }
    guard let end = posting.value.validThrough?.instant(in: zone) else { return .open }
    let remaining = zone.date(at: end).dayNumber - today.dayNumber
    return remaining <= lifecycle.closingSoon ? .closingSoon : .open
  }

  /// The day on which the posting closed, if it has.
  package func closingDay(of posting: Shared<JobPosting>, lastSeenOpen: CivilDate? = nil)
    -> CivilDate?
  {
    let end = posting.value.validThrough?.instant(in: zone)
    let endDay = end.flatMap { $0 < now ? zone.date(at: $0) : nil }
    switch posting.value.status {
    case .filled, .closed:
      return posting.value.dateClosed ?? endDay ?? lastSeenOpen ?? posting.value.dateUpdated
        ?? posting.value.datePosted
    case .draft, .open, .paused: return endDay
    }
  }

  /// Whole days until the posting closes: 0 on its last day.
  package func daysLeft(of posting: Shared<JobPosting>) -> Int? {
    guard let end = posting.value.validThrough?.instant(in: zone), end >= now else { return nil }
    return Int(zone.date(at: end).dayNumber - today.dayNumber)
  }
}
