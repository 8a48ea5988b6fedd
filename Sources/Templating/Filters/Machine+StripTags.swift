import SourceText

extension Machine {
  /// Writes a text without tags and comments, spaces joined and character references decoded.
  mutating func stripTags(_ text: Value) {
    let bytes = Array(arena.bytes(of: text))
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else {
        kept.append(bytes[offset])
        offset += 1
        continue
      }
      if let end = commentEnd(bytes, offset) ?? tagEnd(bytes, offset) {
        offset = end
      } else {
        kept.append(bytes[offset])
        offset += 1
      }
    }
    let words = String(decoding: kept, as: UTF8.self).unicodeScalars
      .split { $0.properties.isWhitespace }
    for (index, word) in words.enumerated() {
      if index > 0 { work.append(UInt8(ascii: " ")) }
      work.append(decodingReferences(String(Substring(word))))
    }
  }

  private func commentEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard bytes[start...].starts(with: Array("<!--".utf8)) else { return nil }
    var offset = start + 4
    while offset + 2 < bytes.count {
      if bytes[offset...].starts(with: Array("-->".utf8)) { return offset + 3 }
      offset += 1
    }
    return nil
  }

  private func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  /// The references that Markdown and this engine write, and numeric ones.
  private func decodingReferences(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let named = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
      "copy": "©", "reg": "®", "hellip": "…", "ndash": "–", "mdash": "—", "euro": "€",
      "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»",
      "middot": "·", "bull": "•", "times": "×", "deg": "°", "trade": "™", "shy": "\u{AD}",
    ]
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.firstIndex(of: ";") else { break }
      let name = String(rest[rest.index(after: rest.startIndex)..<end])
      if let decoded = named[name] ?? numeric(name) {
        result += decoded
        rest = rest[rest.index(after: end)...]
      } else {
        result += "&"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private func numeric(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap { Unicode.Scalar($0 == 0 ? 0xFFFD : $0) }.map { String($0) }
  }
}
