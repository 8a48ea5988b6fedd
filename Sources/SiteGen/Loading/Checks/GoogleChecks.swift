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
    guard !title.isEmpty, let checks = reader.site?.checks else { return }
    if checks.isOn(.decoratedTitle), let fault = decoration(of: title) {
      reader.report(
        .decoratedTitle,
        "the title '\(title)' \(fault)",
        at: posting.titleRange,
        hint: "write the name of the job in plain letters, as people search for it"
      )
    }
    if checks.isOn(.overloadedTitle), let (text, what) = foreignPart(of: title, reader.site) {
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
    var previous: Unicode.Scalar = " "
    for scalar in title.unicodeScalars {
      defer { previous = scalar }
      // Unicode's tables take a hundred instructions a letter.
      if "a"..."z" ~= scalar {
        hasLower = true
        continue
      }
      if "A"..."Z" ~= scalar {
        letters += 1
        continue
      }
      // 'Mitarbeiter*in' is a word.
      if scalar == "!" || scalar == "*" && !("a"..."z" ~= previous) {
        return "has a '\(scalar)' in it"
      }
      guard scalar.value > 0x7F else { continue }
      if scalar.properties.isEmojiPresentation || scalar.properties.generalCategory == .otherSymbol
      {
        return "has a picture in it"
      }
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
    for word in title.utf8.split(separator: UInt8(ascii: " ")) where isCode(word) {
      return (String(Substring(word)), "a code")
    }
    let company = posting.company ?? site?.organization.name ?? ""
    if holds(title, company) { return (company, "the company") }
    for city in places.compactMap(\.city) where holds(title, city) {
      return (city, "a place")
    }
    return nil
  }

  /// `REQ-1042`, `#77` or six digits in a row: codes of a system, not names of norms or tools.
  private func isCode(_ bytes: Substring.UTF8View) -> Bool {
    var digits = 0
    for (offset, byte) in bytes.reversed().enumerated() {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else {
        if byte == UInt8(ascii: "#") { return digits > 0 }
        // 737-800 is a model.
        let before = bytes.dropLast(offset + 1).last
        return digits > 5 || byte == UInt8(ascii: "-") && digits > 2 && isLetter(before)
      }
      digits += 1
    }
    return digits > 5
  }

  /// Whether the words stand in the title as words.
  private func holds(_ title: String, _ words: String) -> Bool {
    let (title, words) = (title.utf8, words.utf8)
    guard words.count > 2, title.count > words.count else { return false }
    return title.indices.contains { start in
      let rest = title[start...]
      guard rest.starts(with: words) else { return false }
      return !isLetter(title[..<start].last) && !isLetter(rest.dropFirst(words.count).first)
    }
  }

  /// Whether the byte is one of a letter, beyond ASCII of any character.
  private func isLetter(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  /// One fault that lists what Google recommends and the posting leaves out.
  func checkRecommended(_ reader: inout SchemaReader) {
    guard reader.site?.checks.isOn(.missingRecommended) == true else { return }
    var missing: [String] = []
    for field in ["valid_through", "salary", "experience", "education"]
    where !isWritten(field, reader) {
      missing.append(field)
    }
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
