/// The part of an address that stands for a name: `Málaga & Co.` becomes `malaga-and-co`.
///
/// Latin letters lose their accents, `&` becomes "and", apostrophes go, and every run of anything
/// but letters and digits becomes one hyphen. Letters of other scripts stay.
///
/// - Returns: lower-case text; empty when the name has neither letters nor digits.
package func slug(_ name: String) -> String {
  var slug = ""
  var needsHyphen = false
  func append(_ text: String) {
    if needsHyphen, !slug.isEmpty { slug += "-" }
    needsHyphen = false
    slug += text
  }
  for scalar in name.unicodeScalars {
    switch scalar {
    case "a"..."z", "0"..."9": append(String(scalar))
    case "A"..."Z": append(scalar.properties.lowercaseMapping)
    case "'", "’": continue
    case "&":
      needsHyphen = true
      append("and")
      needsHyphen = true
    default:
      if let plain = plainLetters[scalar] {
        append(plain)
      } else if scalar.properties.generalCategory == .nonspacingMark, scalar.value < 0x0370 {
        continue
      } else if isLetterOrDigit(scalar) {
        append(scalar.properties.lowercaseMapping)
      } else {
        needsHyphen = true
      }
    }
  }
  return slug
}

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark:
    true
  default: false
  }
}

/// Latin letters with marks, and what is left without them.
private let plainLetters: [Unicode.Scalar: String] = {
  let rows = [
    "a": "àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặ", "b": "ḃḅḇ", "c": "çćĉċčḉ", "d": "ðďđḋḍḏḑḓ",
    "e": "èéêëēĕėęěȅȇȩẹẻẽếềểễệ", "f": "ḟ", "g": "ĝğġģǧǵḡ", "h": "ĥħȟḣḥḧḩḫẖ",
    "i": "ìíîïĩīĭįıǐȉȋịỉ", "j": "ĵǰ", "k": "ķǩḱḳḵ", "l": "ĺļľŀłḷḹḻḽ", "m": "ḿṁṃ",
    "n": "ñńņňǹṅṇṉṋ", "o": "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯọỏốồổỗộớờởỡợ", "p": "ṕṗ",
    "r": "ŕŗřȑȓṙṛṝṟ", "s": "śŝşšșṡṣ", "t": "ţťŧțṫṭṯṱẗ",
    "u": "ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữự", "v": "ṽṿ", "w": "ŵẁẃẅẇẉẘ", "x": "ẋẍ",
    "y": "ýÿŷȳẏẙỳỵỷỹ", "z": "źżžẑẓẕ", "ss": "ß", "ae": "æǽ", "oe": "œ", "th": "þ",
  ]
  var letters: [Unicode.Scalar: String] = [:]
  for (plain, marked) in rows {
    for scalar in marked.unicodeScalars {
      letters[scalar] = plain
      let upper = scalar.properties.uppercaseMapping.unicodeScalars
      if upper.count == 1, let capital = upper.first { letters[capital] = plain }
    }
  }
  letters["ẞ"] = "ss"
  return letters
}()
