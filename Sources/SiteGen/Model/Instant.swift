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
    let (date, second) = reading(offset: offset)
    var text = date.iso
    text.reserveCapacity(25)
    text += "T"
    append(timeOf: second, to: &text)
    if offset == 0 {
      text += "Z"
    } else {
      append(zone: offset, separator: ":", to: &text)
    }
    return text
  }

  /// RFC 822 with the four-digit year of RFC 2822: `Fri, 18 Dec 2026 23:59:59 -0400`.
  package func rfc822(offset: Int) -> String {
    let (date, second) = reading(offset: offset)
    let (year, month, day) = date.parts
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    var text = "\(weekdays[date.weekday]), \(pad(day, 2)) \(months[month - 1]) \(pad(year, 4)) "
    append(timeOf: second, to: &text)
    text += " "
    append(zone: offset, separator: "", to: &text)
    return text
  }

  /// What a clock `offset` seconds east of UTC shows: the day and the second of the day.
  private func reading(offset: Int) -> (date: CivilDate, second: Int) {
    let local = seconds + Int64(offset)
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return (CivilDate(dayNumber: Int32(day)), Int(local - day * 86_400))
  }

  private func append(timeOf second: Int, to text: inout String) {
    text += pad(second / 3600, 2)
    text += ":"
    text += pad(second / 60 % 60, 2)
    text += ":"
    text += pad(second % 60, 2)
  }

  private func append(zone offset: Int, separator: String, to text: inout String) {
    let minutes = abs(offset) / 60
    text += offset < 0 ? "-" : "+"
    text += pad(minutes / 60, 2)
    text += separator
    text += pad(minutes % 60, 2)
  }
}
