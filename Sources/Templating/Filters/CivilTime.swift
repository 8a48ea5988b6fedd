/// A moment as a calendar and a clock show it, with its distance from UTC.
struct CivilTime {
  var year = 1970
  var month = 1
  var day = 1
  var hour = 0
  var minute = 0
  var second = 0
  /// Minutes east of UTC.
  var offset = 0

  init(secondsSince1970 seconds: Int) {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60)
    (year, month, day) = CivilTime.date(daysSince1970: days)
  }

  /// Reads an ISO 8601 date or date-time; `nil` if it is neither or not a real day.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    func number(_ count: Int) -> Int? {
      guard place + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[place..<place + count] {
        guard byte.isDigit else { return nil }
        value = value * 10 + Int(byte) - 0x30
      }
      place += count
      return value
    }
    func take(_ sign: Unicode.Scalar) -> Bool {
      guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
      place += 1
      return true
    }
    guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    if place < bytes.count {
      guard take("T") || take(" "), let hour = number(2), take(":"), let minute = number(2) else {
        return nil
      }
      (self.hour, self.minute) = (hour, minute)
      if take(":") {
        guard let second = number(2) else { return nil }
        self.second = second
        if take(".") {
          guard place < bytes.count, bytes[place].isDigit else { return nil }
          while place < bytes.count, bytes[place].isDigit { place += 1 }
        }
      }
      while place < bytes.count, bytes[place].isSpace { place += 1 }
      if !take("Z"), place < bytes.count {
        let isEast = take("+")
        guard isEast || take("-"), let hours = number(2) else { return nil }
        _ = take(":")
        guard let minutes = number(2), hours < 24, minutes < 60 else { return nil }
        offset = (hours * 60 + minutes) * (isEast ? 1 : -1)
      }
    }
    let isReal =
      year > 0 && (1...12).contains(month) && day >= 1
      && day <= CivilTime.daysInMonth(year, month)
      && hour < 24 && minute < 60 && second < 60
    guard isReal, place == bytes.count else { return nil }
  }
}

// MARK: - The calendar

extension CivilTime {
  static func daysInMonth(_ year: Int, _ month: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Days since 1970-01-01, counted in eras of 400 years that begin in March.
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func date(daysSince1970 days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let number = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (number <= 2 ? 1 : 0), number, day)
  }

  var daysSince1970: Int { CivilTime.days(year, month, day) }
  var dayOfYear: Int { daysSince1970 - CivilTime.days(year, 1, 1) + 1 }
  /// Monday is 1.
  var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 + 1 }
  var secondsSince1970: Int {
    daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second - offset * 60
  }

  /// The week of ISO 8601 and the year to which it belongs.
  var week: (year: Int, number: Int) {
    let thursday = daysSince1970 - weekday + 4
    let year = CivilTime.date(daysSince1970: thursday).0
    return (year, (thursday - CivilTime.days(year, 1, 1)) / 7 + 1)
  }
}
