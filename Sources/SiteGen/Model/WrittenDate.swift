extension CivilDate {
  /// Reads a date in a writing of people that can only mean one day.
  ///
  /// `23.11.2026`, `11/23/2026`, `2026/11/23`, `20261123`, `23 November 2026`, `Nov 23rd, 2026`. In
  /// `03/04/2026` and `03.04.2026` either number could be the month: no date. Years have four
  /// digits, months in words are English.
  package init?(written text: String) {
    let text = text.lowercased()
    guard text.utf8.count <= 40 else { return nil }
    let date = CivilDate.numbers(text) ?? CivilDate.words(text)
    guard let date, 1900...2199 ~= date.parts.year else { return nil }
    self = date
  }

  private static func numbers(_ text: String) -> CivilDate? {
    if text.utf8.count == 8, let digits = Int(digits: text.utf8) {
      return CivilDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }
    guard let separator = text.utf8.first(where: { "./-".utf8.contains($0) }) else { return nil }
    let parts = text.utf8.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      1...4 ~= part.count ? Int(digits: part) : nil
    }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    switch (parts[0].count, parts[1].count, parts[2].count) {
    case (4, 1...2, 1...2):
      return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    case (1...2, 1...2, 4):
      let dayFirst = CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
      let monthFirst = CivilDate(year: numbers[2], month: numbers[0], day: numbers[1])
      if dayFirst == monthFirst { return dayFirst }
      if dayFirst != nil, monthFirst != nil { return nil }
      return dayFirst ?? monthFirst
    default: return nil
    }
  }

  /// What to write for a date such as `11/12/2026`, of which either number could be the month.
  static func hint(forReadingsOf text: String) -> String? {
    guard let separator = text.utf8.first(where: { "./-".utf8.contains($0) }) else { return nil }
    let parts = text.utf8.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { 1...4 ~= $0.count ? Int(digits: $0) : nil }
    guard parts.count == 3, numbers.count == 3, parts[2].count == 4,
      let first = CivilDate(year: numbers[2], month: numbers[1], day: numbers[0]),
      let second = CivilDate(year: numbers[2], month: numbers[0], day: numbers[1]), first != second
    else { return nil }
    return "write \(first.iso) for \(first.dayAndMonth), or \(second.iso) for \(second.dayAndMonth)"
  }

  private var dayAndMonth: String {
    let month = CivilDate.months[parts.month - 1]
    return "\(parts.day) \(month.prefix(1).uppercased())\(month.dropFirst())"
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// A day, a month's name and a year; the day may come second.
  private static func words(_ text: String) -> CivilDate? {
    let words = text.split { " ,-".contains($0) }.map { word in
      word.last == "." ? String(word.dropLast()) : String(word)
    }
    guard words.count == 3, words[2].utf8.count == 4, let year = Int(digits: words[2].utf8)
    else { return nil }
    for (day, name) in [(words[0], words[1]), (words[1], words[0])] {
      if let day = self.day(day), let month = month(name) {
        return CivilDate(year: year, month: month, day: day)
      }
    }
    return nil
  }

  /// `23`, `23rd`.
  private static func day(_ word: String) -> Int? {
    let digits = word.utf8.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    let ending = word.dropFirst(digits.count)
    guard 1...2 ~= digits.count, ["", "st", "nd", "rd", "th"].contains(ending) else { return nil }
    return Int(digits: digits)
  }

  /// A month by its name or the first three letters of it, or `sept`.
  private static func month(_ word: String) -> Int? {
    let index = months.firstIndex { name in
      word == name || word == name.prefix(3) || (word == "sept" && name == "september")
    }
    return index.map { $0 + 1 }
  }
}
