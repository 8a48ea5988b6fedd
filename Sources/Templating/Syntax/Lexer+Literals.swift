import SourceText

extension Lexer {
  /// Takes one name, number, string or sign.
  mutating func expressionToken() {
    let start = position
    let first = bytes[start]
    if beginsName {
      takeNameParts()
      add(.name, start..<position)
    } else if first.isDigit {
      number()
    } else if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
      string()
    } else if let sign = sign() {
      position += sign.rawValue.utf8.count
      add(.sign(sign), start..<position)
    } else {
      let (character, length) = scalar(at: start)
      position += length
      report("'\(character)' means nothing here", start..<position, hint: hint(for: character))
      add(.broken, start..<position)
    }
  }

  private func hint(for character: Unicode.Scalar) -> String? {
    switch character {
    case "!": "write 'not'"
    case "&": "write 'and'"
    case "?": "write 'a if condition else b'"
    case "`": "put text in single or double quotes"
    case "“", "”", "„", "‘", "’", "‚", "«", "»": "put text in straight quotes, ' or \""
    default: nil
    }
  }

  /// Whether the character here is a letter or `_`, of whatever script.
  private var beginsName: Bool {
    let first = bytes[position]
    guard first >= 0x80 else { return first.isNamePart && !first.isDigit }
    return scalar(at: position).scalar.properties.isXIDStart
  }

  private mutating func takeNameParts() {
    while position < end {
      if bytes[position] < 0x80 {
        guard bytes[position].isNamePart else { return }
        position += 1
      } else {
        let (character, length) = scalar(at: position)
        guard character.properties.isXIDContinue else { return }
        position += length
      }
    }
  }

  private func sign() -> Token.Sign? {
    let next = position + 1 < end ? bytes[position + 1] : 0
    if let pair = Token.Sign(rawValue: String(decoding: [bytes[position], next], as: UTF8.self)) {
      return pair
    }
    return Token.Sign(rawValue: String(decoding: [bytes[position]], as: UTF8.self))
  }
}

// MARK: - Numbers

extension Lexer {
  private mutating func number() {
    let start = position
    let prefix = byte(start + 1).lowercased
    let base = [UInt8(ascii: "x"): 16, UInt8(ascii: "o"): 8, UInt8(ascii: "b"): 2][prefix]
    if bytes[start] == UInt8(ascii: "0"), let base {
      position += 2
      return integer(digitsFrom: position, base: base, start: start)
    }
    takeDigits()
    var isDouble = false
    // `a.0.1` are two subscripts.
    let followsDot = tokens.last?.kind == .sign(.dot)
    if byte(position) == UInt8(ascii: "."), byte(position + 1).isDigit, !followsDot {
      isDouble = true
      position += 1
      takeDigits()
    }
    if byte(position).lowercased == UInt8(ascii: "e") {
      let sign = byte(position + 1)
      let digits = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1
      if byte(position + digits).isDigit {
        isDouble = true
        position += digits
        takeDigits()
      }
    }
    guard isDouble else {
      let text = bytes[start..<position]
      if text.count > 1, text.first == 0x30, text.contains(where: { $0 != 0x30 && $0 != 0x5F }) {
        let shown = String(decoding: text, as: UTF8.self)
        report("'\(shown)' begins with a 0", start..<position, hint: "leave the 0 out, or quote it")
        return add(.broken, start..<position)
      }
      position = start
      return integer(digitsFrom: start, base: 10, start: start)
    }
    guard !endsBadly(start) else { return }
    let text = String(decoding: bytes[start..<position].filter { $0 != 0x5F }, as: UTF8.self)
    add(.double(Double(text) ?? 0), start..<position)
  }

  private mutating func takeDigits() {
    while byte(position).isDigit
      || byte(position) == UInt8(ascii: "_") && byte(position + 1).isDigit
    {
      position += 1
    }
  }

  private mutating func integer(digitsFrom first: Int, base: Int, start: Int) {
    var value = 0
    var count = 0
    while position < end {
      if bytes[position] == UInt8(ascii: "_"), byte(position + 1).digitValue ?? 99 < base {
        position += 1
        continue
      }
      guard let digit = bytes[position].digitValue, digit < base else { break }
      let product = value.multipliedReportingOverflow(by: base)
      let sum = product.partialValue.addingReportingOverflow(digit)
      position += 1
      count += 1
      guard !product.overflow, !sum.overflow else {
        takeNameParts()
        report("the number is too large", start..<position, hint: "at most \(Int.max)")
        return add(.broken, start..<position)
      }
      value = sum.partialValue
    }
    guard !endsBadly(start, isEmpty: count == 0) else { return }
    add(.integer(value), start..<position)
  }

  private mutating func endsBadly(_ start: Int, isEmpty: Bool = false) -> Bool {
    let digits = position
    takeNameParts()
    guard isEmpty || position > digits else { return false }
    let shown = String(decoding: bytes[start..<position], as: UTF8.self)
    report("'\(shown)' is neither a number nor a name", start..<position)
    add(.broken, start..<position)
    return true
  }
}

// MARK: - Strings

extension Lexer {
  private mutating func string() {
    let start = position
    let quote = bytes[start]
    var text: [UInt8] = []
    position += 1
    while position < end, bytes[position] != quote {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < end {
        escape(into: &text)
      } else if bytes[position] == 0x0D {
        if byte(position + 1) != 0x0A { text.append(0x0A) }
        position += 1
      } else {
        text.append(bytes[position])
        position += 1
      }
    }
    guard position < end else {
      // The quote swallowed everything: go on behind the line on which it stands.
      position = start + 1
      while position < end, !bytes[position].isLineEnd, !closesTag(at: position) { position += 1 }
      report(
        "the text that opens with \(quote == UInt8(ascii: "'") ? "'" : "\"") is never closed",
        start..<start + 1,
        hint: "end it with the same quote"
      )
      return add(.broken, start..<position)
    }
    position += 1
    add(.string(text), start..<position)
  }

  private func closesTag(at offset: Int) -> Bool {
    let first = bytes[offset]
    return (first == UInt8(ascii: "%") || first == UInt8(ascii: "}"))
      && byte(offset + 1) == UInt8(ascii: "}")
  }

  private mutating func escape(into text: inout [UInt8]) {
    let letter = bytes[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "a"): text.append(0x07)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "v"): text.append(0x0B)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): text.append(letter)
    case 0x0A: break
    case UInt8(ascii: "x"): scalar(digits: 2, letter, into: &text)
    case UInt8(ascii: "u"): scalar(digits: 4, letter, into: &text)
    case UInt8(ascii: "U"): scalar(digits: 8, letter, into: &text)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = UInt32(letter) - 0x30
      var count = 1
      while count < 3, let digit = byte(position).digitValue, digit < 8 {
        value = value * 8 + UInt32(digit)
        position += 1
        count += 1
      }
      append(value, into: &text)
    default: text += [UInt8(ascii: "\\"), letter]
    }
  }

  private mutating func scalar(digits: Int, _ letter: UInt8, into text: inout [UInt8]) {
    let start = position - 2
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = byte(position).digitValue else {
        let shown = String(decoding: [letter], as: UTF8.self)
        report("'\\\(shown)' needs \(digits) hexadecimal digits", start..<position)
        return
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    append(value, into: &text)
  }

  private func append(_ value: UInt32, into text: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text += Array(String(scalar).utf8)
  }
}
