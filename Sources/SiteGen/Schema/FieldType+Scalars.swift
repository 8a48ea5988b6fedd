import SourceText
import YAML

// Texts, numbers and switches.

extension FieldType where Value == String {
  /// Text with this many Unicode scalars, without white space at its ends; line breaks are spaces.
  static func text(_ length: ClosedRange<Int> = 1...2000) -> FieldType {
    let shape = Shape.text(length)
    return FieldType(shape) { node, reader in
      if node.isVisibleASCII, length.contains(node.textCount) { return node.text }
      guard let written = reader.scalar(node, expecting: shape) else { return nil }
      let text = oneLine(written)
      guard !text.unicodeScalars.contains(where: isControl) else {
        reader.report(
          "control-character",
          "\(reader.fieldName) holds a character that can't be seen",
          at: node.range,
          hint: "write the text anew, without copying it from elsewhere"
        )
        return nil
      }
      let count = text.unicodeScalars.count
      guard length.contains(count) else {
        let measure = count > length.upperBound ? "long: \(count) characters" : "short"
        reader.report(
          "wrong-length",
          "\(reader.fieldName) is too \(measure)",
          at: node.range,
          shape: shape
        )
        return nil
      }
      return text
    }
  }

  static var slug: FieldType {
    scalar(.slug, fault: "not-a-slug", "an id") { text in
      isSlug(text) ? text : nil
    }
  }

  /// An absolute http or https address.
  static var url: FieldType {
    scalar(.url, fault: "not-a-url", "a web address", meaning: webAddress) { text in
      isWebAddress(text) ? text : nil
    }
  }

  static var email: FieldType {
    scalar(
      .email,
      fault: "not-an-email",
      "an e-mail address",
      meaning: emailAddress,
      hint: addressHint(for:)
    ) { text in
      isEmailAddress(text) ? text : nil
    }
  }

  /// A path on the site: it begins with `/`, and `..` is not in it.
  static var sitePath: FieldType {
    scalar(.sitePath, fault: "not-a-path", "a path on the site") { text in
      guard isSitePath(text) else { return nil }
      // A page without an ending is a folder: hosts would else offer it as a download.
      let isFile = text.hasSuffix("/") || text.split(separator: "/").last?.contains(".") == true
      return isFile ? text : text + "/"
    }
  }
}

extension FieldType where Value == Int {
  static func integer(_ range: ClosedRange<Int>) -> FieldType {
    scalar(.integer(range), fault: "not-a-number", "a whole number in range") { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension FieldType where Value == Amount {
  static var decimal: FieldType {
    scalar(.decimal, fault: "not-an-amount", "an amount", meaning: Amount.spelling) { text in
      Amount.digits(besideCurrency: text).map { "write \($0)" }
    } parse: { text in
      Amount(text)
    }
  }
}

extension FieldType where Value == Double {
  static func coordinate(_ range: ClosedRange<Double>) -> FieldType {
    scalar(.coordinate(range), fault: "not-a-coordinate", "a coordinate") { text in
      Double(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension FieldType where Value == Bool {
  static var boolean: FieldType {
    scalar(.boolean, fault: "not-a-switch", "true or false") { text in
      ["yes": "true", "no": "false"][text.lowercased()]
    } parse: { text in
      switch text {
      case "true", "True", "TRUE": true
      case "false", "False", "FALSE": false
      default: nil
      }
    }
  }
}

extension FieldType where Value == CivilDate {
  static var date: FieldType {
    scalar(.date, fault: "not-a-date", dateNoun) { text in
      CivilDate(written: text)?.iso
    } hint: { text in
      CivilDate.hint(forReadingsOf: text)
    } parse: { text in
      CivilDate(iso: text)
    }
  }

  /// What a text that can't be read as a date is not.
  static var dateNoun: String { "a day of the calendar, written as year-month-day" }
}

extension FieldType where Value == Deadline {
  static var deadline: FieldType {
    scalar(.dateOrTime, fault: "not-a-date", "a day written as year-month-day") { text in
      CivilDate(written: text)?.iso
    } hint: { text in
      // A time is rather one that lacks its zone.
      CivilDate.hint(forReadingsOf: text)
        ?? (text.contains(":")
          ? nil
          : "write 2026-12-18 (the whole day counts); leave it out if there is no last day")
    } parse: { text in
      CivilDate(iso: text).map(Deadline.day) ?? Instant(iso: text).map(Deadline.moment)
    }
  }
}

/// When something ends: with a day of the site's time zone, or at a moment.
package enum Deadline: Hashable, Sendable {
  case day(CivilDate)
  case moment(Instant)

  /// The last moment that still counts.
  package func instant(in zone: TimeZoneRules) -> Instant {
    switch self {
    case .day(let date): zone.endOfDay(date)
    case .moment(let instant): instant
    }
  }
}

/// Whether a scalar is a control character or turns the direction of what follows.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}

/// The text on one line, without white space at its ends.
private func oneLine(_ text: String) -> String {
  func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
  let bytes = text.utf8
  guard
    bytes.contains(where: { 0x09...0x0D ~= $0 }) || bytes.first.map(isSpace) == true
      || bytes.last.map(isSpace) == true
  else { return text }
  let words = bytes.split(whereSeparator: isSpace).map { String(Substring($0)) }
  return words.joined(separator: " ")
}

// MARK: - Spellings

/// Whether the text is lower-case ASCII letters and digits, joined by single hyphens.
package func isSlug(_ text: String) -> Bool {
  guard 1...100 ~= text.utf8.count else { return false }
  var previous = UInt8(ascii: "-")
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
    case UInt8(ascii: "-"): if previous == UInt8(ascii: "-") { return false }
    default: return false
    }
    previous = byte
  }
  return previous != UInt8(ascii: "-")
}

/// Whether the text is an absolute http or https address without spaces or control characters.
package func isWebAddress(_ text: String) -> Bool {
  let lowered = text.prefix(8).lowercased()
  let rest =
    lowered.hasPrefix("https://")
    ? text.utf8.dropFirst(8) : lowered.hasPrefix("http://") ? text.utf8.dropFirst(7) : "".utf8[...]
  guard let first = rest.first, first != UInt8(ascii: "/"), text.utf8.count <= 2000 else {
    return false
  }
  return rest.allSatisfy { byte in
    isAddressByte(byte)
  }
}

private func isAddressByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
    UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
    UInt8(ascii: "|"), UInt8(ascii: "}"):
    false
  default: true
  }
}

/// Whether the text is `name@host` with a dot in the host, in the letters that need no quotes.
package func isEmailAddress(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
  guard parts.count == 2, 1...64 ~= parts[0].count, 3...253 ~= parts[1].count else { return false }
  let host = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard host.count >= 2, host.allSatisfy({ !$0.isEmpty }) else { return false }
  let isName = parts[0].allSatisfy { isAlphanumeric($0) || "!#$%&'*+-/=?^_{|}~.".utf8.contains($0) }
  return isName && parts[1].allSatisfy { isAlphanumeric($0) || "-.".utf8.contains($0) }
}

/// Whether the text begins with one `/` and stays inside the site.
package func isSitePath(_ text: String) -> Bool {
  guard text.utf8.first == UInt8(ascii: "/"), !text.hasPrefix("//"), text.utf8.count <= 1000
  else { return false }
  let parts = text.split(separator: "/")
  return parts.allSatisfy { part in
    part != "." && part != ".."
      && part.utf8.allSatisfy { isAlphanumeric($0) || "-_.~".utf8.contains($0) || $0 >= 0x80 }
  }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
  case UInt8(ascii: "0")...UInt8(ascii: "9"): true
  default: false
  }
}
