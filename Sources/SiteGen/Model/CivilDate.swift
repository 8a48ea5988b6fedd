/// A day of the Gregorian calendar, without time or zone.
package struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let dayNumber: Int32

  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// The day with these numbers; `nil` for a day that doesn't exist, such as 30 February.
  package init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1 else { return nil }
    guard day <= CivilDate.length(ofMonth: month, year: year) else { return nil }
    // Counts from 1 March, so that the leap day is the last of its year.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `2026-11-23`; nothing else is a date.
  package init?(iso text: borrowing some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Int(digits: bytes[0..<4]), let month = Int(digits: bytes[5..<7]),
      let day = Int(digits: bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}

// MARK: - Parts

extension CivilDate {
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// `2026-11-23`.
  package var iso: String {
    let (year, month, day) = parts
    // Ten bytes fit into the string itself.
    return String(unsafeUninitializedCapacity: 10) { bytes in
      var rest = year
      for index in [3, 2, 1, 0] {
        bytes[index] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      bytes[4] = UInt8(ascii: "-")
      bytes[5] = UInt8(ascii: "0") + UInt8(month / 10)
      bytes[6] = UInt8(ascii: "0") + UInt8(month % 10)
      bytes[7] = UInt8(ascii: "-")
      bytes[8] = UInt8(ascii: "0") + UInt8(day / 10)
      bytes[9] = UInt8(ascii: "0") + UInt8(day % 10)
      return 10
    }
  }

  /// Monday is 0.
  package var weekday: Int {
    // 1 January 1970 was a Thursday.
    let days = Int(dayNumber) + 3
    return (days % 7 + 7) % 7
  }

  /// The day `days` later.
  package func adding(days: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber + Int32(days))
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

/// A number in decimal with zeros in front up to `width` digits.
func pad(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension Int {
  /// Reads ASCII digits only: no sign, no space.
  init?(digits bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    self = 0
    for byte in bytes {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
      self = self * 10 + Int(byte - UInt8(ascii: "0"))
    }
  }
}
