import SourceText
import YAML

// The title of a posting: the name of the job and nothing else.
//
// Source: developers.google.com/search/docs/appearance/structured-data/job-posting, `title`: no codes,
// addresses, dates, salaries or company names, no exclamation marks and asterisks; and the guidelines of
// job boards, which refuse capitals and calls to apply.

extension PostingCheck {
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
    guard checks.isOn(.overloadedTitle) else { return }
    if let (text, what) = foreignPart(of: title, reader.site) {
      reader.report(
        .overloadedTitle,
        "'\(text)' in the title looks like \(what)",
        at: posting.titleRange,
        hint: "keep the name of the job; the rest has fields of its own"
      )
    } else if title.utf8.count > Self.longestTitle, title.count > Self.longestTitle {
      reader.report(
        .overloadedTitle,
        "the title has \(title.count) characters, and lists of jobs cut it off",
        at: posting.titleRange,
        hint: "keep the name of the job, in \(Self.longestTitle) characters at most"
      )
    }
  }

  /// In characters.
  ///
  /// Our own choice: lists of results show about 60, and the longest names of trades with
  /// the forms for men and women have 70.
  private static let longestTitle = 80
}

// MARK: - Decoration

extension PostingCheck {
  private func decoration(of title: String) -> String? {
    var letters = 0
    var hasLower = false
    var previous: Unicode.Scalar = " "
    var isBehindMark = false
    for scalar in title.unicodeScalars {
      defer { previous = scalar }
      // A name such as Yahoo! goes on with another word.
      if isBehindMark, scalar != " " { return "has a '!' in it" }
      isBehindMark = false
      // Unicode's tables take a hundred instructions a letter.
      if "a"..."z" ~= scalar {
        hasLower = true
        continue
      }
      if "A"..."Z" ~= scalar {
        letters += 1
        continue
      }
      if scalar == "!" {
        isBehindMark = true
        continue
      }
      // 'Mitarbeiter*in' is a word.
      if scalar == "*" && !("a"..."z" ~= previous) { return "has a '*' in it" }
      guard scalar.value > 0x7F else { continue }
      if isPicture(scalar) { return "has a picture in it" }
      if scalar.properties.isUppercase { letters += 1 }
      if scalar.properties.isAlphabetic, !scalar.properties.isUppercase { hasLower = true }
    }
    if previous == "!" { return "has a '!' in it" }
    if letters > 5 && !hasLower { return "is all in capitals" }
    return letters > 11 && shouts(title) ? "has words in capitals" : nil
  }

  private func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "™" || scalar == "®" || scalar == "©" || scalar == "°" { return false }
    return scalar.properties.isEmojiPresentation
      || scalar.properties.generalCategory == .otherSymbol
  }

  /// Whether two words or more are in capitals that are too long for the usual abbreviations.
  private func shouts(_ title: String) -> Bool {
    let words = title.utf8.split { $0 < 0x80 && !isLetter($0) }
    return words.count { word in
      word.count > 5 && word.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    } > 1
  }
}

// MARK: - What belongs elsewhere

extension PostingCheck {
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
    if let call = TitleCalls.call(in: title) { return (call, "a call to apply") }
    if title.utf8.contains(where: { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let found = TitleFigures(title).foreignPart(places)
    {
      return found
    }
    let company = posting.company ?? site?.organization.name ?? ""
    if isSetOff(company, in: title) { return (company, "the company") }
    for city in places.compactMap(\.city) where isSetOff(city, in: title) {
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

  /// Whether the words stand apart from the name of the job: at its end, in brackets, between other
  /// signs, or behind a word such as `in`.
  ///
  /// A Reading Specialist teaches reading, wherever it is, and so does a Head of Reading.
  private func isSetOff(_ words: String, in title: String) -> Bool {
    let (title, words) = (title.utf8, words.utf8)
    guard words.count > 2, title.count > words.count else { return false }
    return title.indices.contains { start in
      guard title[start] == words.first, title[start...].starts(with: words) else { return false }
      let before = title[..<start]
      let behind = title[start...].dropFirst(words.count)
      guard !isLetter(before.last), !isLetter(behind.first), !before.isEmpty else { return false }
      let sign = before.last { $0 != UInt8(ascii: " ") } ?? UInt8(ascii: " ")
      if "-–,(|/@:[".utf8.contains(sign) { return true }
      let word = before.split(separator: UInt8(ascii: " ")).last.map { String(Substring($0)) } ?? ""
      if Self.placeWords.contains(word.lowercased()) { return true }
      return behind.isEmpty && !Self.joiningWords.contains(word.lowercased())
    }
  }

  /// Words behind which a name belongs to the job.
  private static let joiningWords: Set = [
    "of", "for", "and", "&", "für", "von", "und", "de", "da", "do", "para", "e",
  ]
  /// Words in front of a place or a company, in the languages of the interface texts.
  private static let placeWords: Set = ["in", "at", "near", "bei", "em", "na", "no"]

  /// Whether the byte is one of a letter, beyond ASCII of any character.
  private func isLetter(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }
}
