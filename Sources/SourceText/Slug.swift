/// The part of an address that stands for a name: `Málaga & Co.` becomes `malaga-and-co`.
///
/// Letters and digits, lower-cased, with single hyphens between; accents of Latin letters are
/// dropped, `&` becomes "and", and letters of other scripts stay as they are.
///
/// - Returns: an empty text when the name has neither letters nor digits.
package func slug(_ text: String) -> String {
  asciiSlug(text) ?? unicodeSlug(text)
}

/// The same for ASCII alone, a byte at a time; most names are.
private func asciiSlug(_ text: String) -> String? {
  var text = text
  return text.withUTF8 { bytes -> String? in
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    // An '&' becomes 'and' between two hyphens. No byte is spare: a short slug needs no block.
    let space = bytes.count + 4 * bytes.count { $0 == UInt8(ascii: "&") }
    return String(unsafeUninitializedCapacity: space) { result in
      var count = 0
      var needsHyphen = false
      func add(_ byte: UInt8) {
        if needsHyphen, count > 0 {
          result[count] = UInt8(ascii: "-")
          count += 1
        }
        needsHyphen = false
        result[count] = byte
        count += 1
      }
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          add(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): add(byte | 0x20)
        case UInt8(ascii: "'"): break
        case UInt8(ascii: "&"):
          needsHyphen = true
          for letter in "and".utf8 { add(letter) }
          needsHyphen = true
        default: needsHyphen = true
        }
      }
      return count
    }
  }
}

private func unicodeSlug(_ text: String) -> String {
  var result = ""
  var needsHyphen = false
  func add(_ letters: String) {
    if needsHyphen, !result.isEmpty { result += "-" }
    needsHyphen = false
    result += letters.lowercased()
  }
  for scalar in text.unicodeScalars {
    let properties = scalar.properties
    switch scalar {
    case "ß": add("ss")
    case "æ", "Æ": add("ae")
    case "œ", "Œ": add("oe")
    case "ø", "Ø": add("o")
    case "ł", "Ł": add("l")
    case "đ", "Đ", "ð", "Ð": add("d")
    case "þ", "Þ": add("th")
    case "ı": add("i")
    case "'", "’": break
    case "&":
      needsHyphen = true
      add("and")
      needsHyphen = true
    default:
      if properties.canonicalCombiningClass != .notReordered {
        // An accent behind a Latin letter is dropped; other marks belong to their letter.
        if let last = result.unicodeScalars.last, !last.isASCII {
          result.unicodeScalars.append(scalar)
        }
      } else if properties.isAlphabetic || properties.numericType != nil {
        add(latinBase(scalar) ?? String(scalar))
      } else if !(properties.generalCategory == .nonspacingMark) {
        needsHyphen = true
      } else if !needsHyphen {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result
}

/// The letter below the accents of a Latin letter, read from its Unicode name.
private func latinBase(_ scalar: Unicode.Scalar) -> String? {
  if scalar.isASCII { return String(scalar) }
  guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return nil }
  let words = name.split(separator: " ")
  guard words.count > 4, words[2] == "LETTER", words[3].count == 1, words[4] == "WITH" else {
    return nil
  }
  let marks = words[5...].split(separator: "AND").map { $0.joined(separator: " ") }
  return marks.allSatisfy(accents.contains) ? String(words[3]) : nil
}

private let accents: Set<String> = [
  "GRAVE", "ACUTE", "CIRCUMFLEX", "TILDE", "DIAERESIS", "RING ABOVE", "RING BELOW", "CARON",
  "CEDILLA", "OGONEK", "MACRON", "BREVE", "BREVE BELOW", "DOT ABOVE", "DOT BELOW", "DOUBLE ACUTE",
  "DOUBLE GRAVE", "COMMA BELOW", "HORN", "HOOK ABOVE", "INVERTED BREVE", "LINE BELOW",
  "CIRCUMFLEX BELOW", "TILDE BELOW", "DIAERESIS BELOW",
]
