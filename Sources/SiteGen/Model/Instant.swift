/// A point in time, in whole seconds.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int64

  package init(seconds: Int64) { self.seconds = seconds }

  /// The point at which a clock that stands `offset` seconds east of UTC shows this time of day.
  package init(_ date: CivilDate, secondOfDay: Int = 0, offset: Int = 0) {
    seconds = Int64(date.dayNumber) * 86_400 + Int64(secondOfDay - offset)
  }

  package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

// MARK: - Text

extension Instant {
  /// Reads RFC 3339 with a zone, as in `2026-12-18T23:59:59-04:00` or `2026-11-23T09:00Z`.
  ///
  /// Seconds may be left out, a fraction is refused, and `T` may be a space.
  package init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let date = CivilDate(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
      bytes[13] == UInt8(ascii: ":"), let hour = Int(digits: bytes[11..<13]),
      let minute = Int(digits: bytes[14..<16]), hour < 24, minute < 60
    else { return nil }
    var rest = bytes[16...]
    var second = 0
    if rest.first == UInt8(ascii: ":") {
      guard rest.count >= 4, let number = Int(digits: rest.dropFirst().prefix(2)), number < 60
      else { return nil }
      second = number
      rest = rest.dropFirst(3)
    }
    guard let offset = Instant.zoneOffset(rest) else { return nil }
    self.init(date, secondOfDay: hour * 3600 + minute * 60 + second, offset: offset)
  }

  /// Seconds east of UTC for `Z` or `±HH:MM`.
  private static func zoneOffset(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.elementsEqual("Z".utf8) { return 0 }
    let zone = Array(bytes)
    guard zone.count == 6, zone[3] == UInt8(ascii: ":"), let hours = Int(digits: zone[1..<3]),
      let minutes = Int(digits: zone[4..<6]), hours <= 14, minutes < 60
    else { return nil }
    switch zone[0] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
  }

  /// RFC 3339 as read on a clock `offset` seconds east of UTC: `2026-12-18T23:59:59-04:00`.
  package func iso(offset: Int) -> String {
    let local = seconds + Int64(offset)
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let second = Int(local - day * 86_400)
    let time = [second / 3600, second / 60 % 60, second % 60].map { pad($0, 2) }
    let zone = abs(offset) / 60
    let suffix =
      offset == 0 ? "Z" : (offset < 0 ? "-" : "+") + pad(zone / 60, 2) + ":" + pad(zone % 60, 2)
    return CivilDate(dayNumber: Int32(day)).iso + "T" + time.joined(separator: ":") + suffix
  }
}
