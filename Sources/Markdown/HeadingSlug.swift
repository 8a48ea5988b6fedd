/// Gives headings ids that are unique in one text.
struct HeadingSlugs {
  /// How often each slug was asked for.
  private var uses: [String: Int] = [:]

  /// An `id` for the heading `title`.
  ///
  /// Letters and digits of any script stay, lower-cased; everything else between them is one
  /// hyphen. A heading without letters is `section`; later ones get `-2`, `-3` and so on.
  mutating func id(for title: String) -> String {
    let slug = Self.slug(title)
    var id = slug
    while uses[id] != nil {
      let count = uses[slug, default: 1] + 1
      uses[slug] = count
      id = "\(slug)-\(count)"
    }
    uses[id] = 1
    return id
  }

  private static func slug(_ title: String) -> String {
    var slug = ""
    for scalar in title.lowercased().unicodeScalars {
      if isWordPart(scalar) {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, slug.utf8.last != UInt8(ascii: "-") {
        slug += "-"
      }
    }
    if slug.utf8.last == UInt8(ascii: "-") { slug.removeLast() }
    return slug.isEmpty ? "section" : slug
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      let byte = UInt8(scalar.value)
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }
}
