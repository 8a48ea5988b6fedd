import Foundation

/// When a place's clocks stand how far from UTC: a time zone as plain data.
///
/// Made once per zone from Foundation's tables, so that no formatter runs per posting.
package struct TimeZoneRules: Sendable {
  /// IANA name, such as `Europe/Lisbon`.
  package let name: String
  /// From `start` on (seconds since 1970), the clock stands `offset` seconds east of UTC.
  private let periods: [(start: Int64, offset: Int)]

  /// The rules of an IANA zone from 1990 to 2100; `nil` for a name that doesn't exist.
  package init?(_ name: String) {
    guard CodeTables.isTimeZone(name), let zone = TimeZone(identifier: name) else { return nil }
    self.name = name
    var moment = Date(timeIntervalSince1970: 631_152_000)
    var periods = [(start: Int64.min, offset: zone.secondsFromGMT(for: moment))]
    let end = Date(timeIntervalSince1970: 4_102_444_800)
    while let next = zone.nextDaylightSavingTimeTransition(after: moment), next < end,
      next > moment
    {
      periods.append((Int64(next.timeIntervalSince1970), zone.secondsFromGMT(for: next)))
      moment = next
    }
    self.periods = periods
  }
}

extension TimeZoneRules {
  /// Seconds east of UTC at this moment.
  package func offset(at instant: Instant) -> Int { periods[periodIndex(at: instant)].offset }

  private func periodIndex(at instant: Instant) -> Int {
    var low = 0
    var high = periods.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if periods[middle].start <= instant.seconds { low = middle } else { high = middle }
    }
    return low
  }

  /// The day that the zone's calendar shows at this moment.
  package func date(at instant: Instant) -> CivilDate {
    let local = instant.seconds + Int64(offset(at: instant))
    return CivilDate(dayNumber: Int32(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
  }

  /// The moment at which the zone's clocks show this time of `date`.
  ///
  /// A time that clocks skip is taken as the moment they skip it; of a time that comes twice, the
  /// first.
  package func instant(_ date: CivilDate, secondOfDay: Int = 0) -> Instant {
    // Clocks change at most once in the two days around it, so these are all offsets it can have.
    let around = [-86_400, 86_400].map { distance in
      offset(at: Instant(date, secondOfDay: secondOfDay + distance))
    }
    for offset in around {
      let moment = Instant(date, secondOfDay: secondOfDay, offset: offset)
      if self.offset(at: moment) == offset { return moment }
    }
    let skipped = Instant(date, secondOfDay: secondOfDay, offset: around[0])
    return Instant(seconds: periods[periodIndex(at: skipped)].start)
  }

  /// The last second of `date`.
  package func endOfDay(_ date: CivilDate) -> Instant {
    Instant(seconds: instant(date.adding(days: 1)).seconds - 1)
  }
}

extension TimeZoneRules {
  package static let utc = TimeZoneRules(fixedOffset: 0, name: "UTC")

  private init(fixedOffset offset: Int, name: String) {
    self.name = name
    periods = [(start: .min, offset: offset)]
  }
}
