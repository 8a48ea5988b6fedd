import SourceText
import YAML

// What Google asks of the structured data of a job.
//
// Source: developers.google.com/search/docs/appearance/structured-data/job-posting, "Structured data
// type definitions": what is required is required by the schema of postings; `title`, `description`
// and the recommended properties are here.

extension PostingCheck {
  /// The title is the name of the job: no codes, places, pay, company or decoration.
  func checkTitle(_ reader: inout SchemaReader) {
    let title = posting.title
    guard !title.isEmpty else { return }
    if let fault = decoration(of: title) {
      reader.report(
        .decoratedTitle,
        "the title '\(title)' \(fault)",
        at: posting.titleRange,
        hint: "write the name of the job in plain letters, as people search for it"
      )
    }
    if let (text, what) = foreignPart(of: title, reader.site) {
      reader.report(
        .overloadedTitle,
        "'\(text)' in the title looks like \(what)",
        at: posting.titleRange,
        hint: "keep the name of the job; the rest has fields of its own"
      )
    }
  }

  private func decoration(of title: String) -> String? {
    var letters = 0
    var hasLower = false
    for scalar in title.unicodeScalars {
      if scalar == "!" || scalar == "*" { return "has a '\(scalar)' in it" }
      if scalar.value > 0x7F, scalar.properties.isEmojiPresentation { return "has a picture in it" }
      if scalar.properties.isUppercase { letters += 1 }
      if scalar.properties.isAlphabetic, !scalar.properties.isUppercase { hasLower = true }
    }
    return letters > 5 && !hasLower ? "is all in capitals" : nil
  }

  /// A part of the title that belongs into another field, and which.
  private func foreignPart(
    of title: String,
    _ site: SiteConfiguration?
  ) -> (text: String, what: String)? {
    if title.utf8.contains(where: { $0 > 0x7F || $0 == UInt8(ascii: "$") }),
      let sign = title.first(where: { CodeTables.currencySigns[String($0)] != nil })
    {
      return (String(sign), "pay")
    }
    for word in title.split(separator: " ") {
      if isCode(word) { return (String(word), "a code") }
    }
    let company = posting.company ?? site?.organization.name ?? ""
    if holds(title, company) { return (company, "the company") }
    for city in places.compactMap(\.city) where holds(title, city) {
      return (city, "a place")
    }
    return nil
  }

  /// `REQ-1042`, `#77` or five digits in a row: codes of a system, not names of norms or tools.
  private func isCode(_ word: Substring) -> Bool {
    let bytes = word.utf8
    guard let last = bytes.last, let first = bytes.first else { return false }
    var digits = 0
    for byte in bytes.reversed() {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else {
        let isJoined = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "#")
        return digits > 4 || (isJoined && digits > (byte == UInt8(ascii: "#") ? 0 : 2))
      }
      digits += 1
    }
    return digits > 4 && first != 0 && last != 0
  }

  /// Whether the words stand in the title as words.
  private func holds(_ title: String, _ words: String) -> Bool {
    guard words.utf8.count > 2, title.utf8.count > words.utf8.count,
      let found = title.firstRange(of: words)
    else { return false }
    let before = title[..<found.lowerBound].last
    let behind = title[found.upperBound...].first
    return before?.isLetter != true && behind?.isLetter != true
  }

  /// One fault that lists what Google recommends and the posting leaves out.
  func checkRecommended(_ reader: inout SchemaReader) {
    guard reader.site?.checks.isOn(.missingRecommended) == true else { return }
    var missing: [String] = []
    if posting.validThrough == nil { missing.append("valid_through") }
    if posting.salaries.isEmpty { missing.append("salary") }
    if posting.details?.value.experience == nil { missing.append("experience") }
    if posting.details?.value.education == nil { missing.append("education") }
    guard !missing.isEmpty else { return }
    let names = missing.map { "'\($0)'" }.joined(separator: ", ")
    reader.report(
      .missingRecommended,
      "Google recommends \(names), which the posting leaves out",
      at: fence,
      hint: "add what is true; what isn't known stays away"
    )
  }
}
