import Foundation

/// Dates, pay and addresses in a title that has digits; few have.
struct TitleFigures {
  private let title: String

  init(_ title: String) { self.title = title }

  /// The part that belongs into another field, and which.
  func foreignPart(_ places: [Place]) -> (text: String, what: String)? {
    if let date { return (date, "a date") }
    if let pay { return (pay, "pay") }
    return address(places).map { ($0, "an address") }
  }
}

// MARK: - Dates

extension TitleFigures {
  /// `23.11.2026`, `2026-11-23`, `23 November`, `November 2026`; 24/7, a year and a version are none.
  private var date: String? {
    let numbers = #/\b(?:\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-]\d{4})\b/#
    if let match = title.firstMatch(of: numbers) { return String(match.0) }
    let words = title.split { " ,()".contains($0) }
    for (word, next) in zip(words, words.dropFirst()) {
      let isDay = isDayOrYear(word) && Self.months.contains(next.lowercased())
      let isYear = isDayOrYear(next) && Self.months.contains(word.lowercased())
      if isDay || isYear { return "\(word) \(next)" }
    }
    return nil
  }

  /// `3`, `3.`, `3rd` or `2026`.
  private func isDayOrYear(_ word: Substring) -> Bool {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return false }
    let rest = word.dropFirst(digits.count).lowercased()
    let isDay = 1...31 ~= number && ["", ".", "st", "nd", "rd", "th"].contains(rest)
    return isDay || rest.isEmpty && 2000...2099 ~= number
  }

  /// Names of months in the languages of the interface texts, in small letters.
  ///
  /// The shortest, such as `may`, are words of their own.
  private static let months: Set<String> = {
    var names: Set<String> = []
    for language in ["en", "de", "pt"] {
      var calendar = Calendar(identifier: .gregorian)
      calendar.locale = Locale(identifier: language)
      names.formUnion(calendar.monthSymbols.map { $0.lowercased() })
    }
    return names.subtracting(["may", "mai"])
  }()
}

// MARK: - Pay

extension TitleFigures {
  /// `60,000 EUR`, `EUR 60k`, `60k-80k`, `25 per hour`, `25/hr`.
  private var pay: String? {
    // 'CAD' is a currency and a trade.
    let beside = #/\b(?:EUR|USD|GBP|CHF|AUD|BRL|PLN|SEK|NOK|DKK|CZK|INR)\s?\d[\d.,]*k?\b/#
    if let match = title.firstMatch(of: beside) { return String(match.0) }
    let behind = #/\b\d[\d.,']*k?\s?(?:EUR|USD|GBP|CHF|AUD|BRL|PLN|SEK|NOK|DKK|CZK|INR)\b/#
    if let match = title.firstMatch(of: behind) { return String(match.0) }
    let range = #/\b\d{2,3}k?\s?[-–]\s?\d{2,3}k\b/#.ignoresCase()
    if let match = title.firstMatch(of: range) { return String(match.0) }
    let rate =
      #/\b\d[\d.,]*\s?(?:/\s?h|/\s?hr|/\s?hour|/\s?Stunde|/\s?hora|per hour|an hour|pro Stunde|por hora)\b/#
      .ignoresCase()
    return title.firstMatch(of: rate).map { String($0.0) }
  }
}

// MARK: - Addresses

extension TitleFigures {
  /// A street with its number, or a postal code: one that no norm looks like, or that of the posting.
  private func address(_ places: [Place]) -> String? {
    for place in places {
      for part in [place.postalCode, place.street] {
        if let part, part.utf8.count > 3, title.contains(part) { return part }
      }
      // The code in front of the posting's city: '10115 Berlin'.
      guard let city = place.city, let found = title.firstRange(of: " " + city) else { continue }
      let word = title[..<found.lowerBound].split(separator: " ").last ?? ""
      if 4...5 ~= word.utf8.count, word.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
        return "\(word) \(city)"
      }
    }
    let codes = #/\b(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)\b/#
    if let match = title.firstMatch(of: codes) { return String(match.0) }
    let street = #/\b\d{1,5} (?:[A-Z]\w+ ){1,3}(?:Street|Avenue|Road|Lane|Boulevard)(?=$|[,)])/#
    if let match = title.firstMatch(of: street) { return String(match.0) }
    let strasse = #/\b[\p{L}.-]+(?:straße|strasse|str\.) \d+/#.ignoresCase()
    return title.firstMatch(of: strasse).map { String($0.0) }
  }
}
