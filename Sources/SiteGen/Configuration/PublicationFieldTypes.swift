import SourceText

// The types of fields that only hosts, search engines and browsers need.

extension FieldType where Value == String {
  /// A way to reach somebody, as an address.
  static var contact: FieldType {
    scalar(
      .written("an e-mail address, or an address that begins with https:, mailto: or tel:"),
      fault: "not-a-contact",
      "a way to reach somebody",
      hint: { text in webAddress(meantBy: text).map { "write '\($0)'" } }
    ) { text in
      if isEmailAddress(text) { return "mailto:" + text }
      let rest = text.dropFirst(text.hasPrefix("mailto:") ? 7 : 4)
      let isPhone =
        text.hasPrefix("tel:+")
        && rest.dropFirst().utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") }
      let isMail = text.hasPrefix("mailto:") && isEmailAddress(String(rest))
      let isPage = text.hasPrefix("https://") && isWebAddress(text)
      return isPhone || isMail || isPage ? text : nil
    }
  }

  /// Source: indexnow.org, "Verifying ownership via the key".
  static var indexNowKey: FieldType {
    scalar(
      .written("8 to 128 letters, digits and hyphens that nobody can guess"),
      fault: "not-a-key",
      "a key"
    ) { text in
      8...128 ~= text.utf8.count && text.utf8.allSatisfy(isKeyByte) ? text : nil
    }
  }

  /// A crawler's product token.
  ///
  /// Source: RFC 9309, section 2.2.1.
  static var crawlerName: FieldType {
    scalar(
      .written("the name of a crawler, such as ExampleBot"),
      fault: "not-a-crawler",
      "the name of a crawler"
    ) { text in
      let isName = text.utf8.allSatisfy { isKeyByte($0) || $0 == UInt8(ascii: "_") }
      return 1...60 ~= text.utf8.count && isName ? text : nil
    }
  }

  /// `#0b5b6b`.
  static var hexColor: FieldType {
    scalar(
      .written("a colour such as \"#0b5b6b\""),
      fault: "not-a-hex-color",
      "a colour of six digits"
    ) { text in
      let digits = text.utf8.dropFirst()
      let isColor =
        text.hasPrefix("#") && digits.count == 6
        && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
      return isColor ? text.lowercased() : nil
    }
  }
}

private func isKeyByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
    true
  default: false
  }
}
