import SourceText

// Lines that have no name with a colon and a space.

extension SyntaxPlace {
  func missingColon(_ start: Int) -> Diagnostic {
    let line = line(around: start)
    if let fault = quotedLine(line) ?? unspacedItem(line) { return fault }
    if let tight = colon(in: line, spaced: false) {
      let name = file.text(SourceRange(line.lowerBound..<tight))
      if let blank = specialBlank(at: tight + 1) {
        return fault(
          "the blank behind '\(quote(line.lowerBound..<(tight + 1)))' is a special one",
          blank,
          hint: "delete it and type a space"
        )
      }
      let value = file.text(SourceRange((tight + 1)..<line.upperBound))
      return fault(
        "'\(quote(line))' has no space behind the ':'",
        line,
        hint: "write '\(name): \(value)'"
      )
    }
    if let sign = line.first(where: { file.bytes[$0] == UInt8(ascii: "=") }), sign > line.lowerBound
    {
      let name = trimmed(line.lowerBound..<sign)
      let value = trimmed((sign + 1)..<line.upperBound)
      return fault(
        "'\(quote(line))' has '=' for ':'",
        line,
        hint: "write '\(file.text(SourceRange(name))): \(file.text(SourceRange(value)))'"
      )
    }
    return fault(
      "'\(quote(line))' has no ':' behind it",
      line,
      hint: "write 'name: value'; where it continues the line above, indent it"
    )
  }

  /// A line whose quotes go around the name as well.
  func quotedLine(_ line: Range<Int>) -> Diagnostic? {
    guard let sign = byte(at: line.lowerBound), sign == byte(at: line.upperBound - 1),
      sign == UInt8(ascii: "'") || sign == UInt8(ascii: "\""), line.count > 2
    else { return nil }
    let inner = (line.lowerBound + 1)..<(line.upperBound - 1)
    guard let colon = colon(in: inner) else { return nil }
    let value = trimmed((colon + 1)..<inner.upperBound)
    let isSafe = self.colon(in: value) == nil && !value.isEmpty
    return fault(
      "the quotes of '\(quote(inner))' go around its name too",
      line,
      hint: "write '\(file.text(SourceRange(inner.lowerBound..<(colon + 1))))"
        + " \(isSafe ? file.text(SourceRange(value)) : inQuotes(value))'"
    )
  }

  /// An item of a list that begins with a bullet, or with a hyphen that no space follows.
  private func unspacedItem(_ line: Range<Int>) -> Diagnostic? {
    guard let item = UnspacedItem(file.text(SourceRange(line))) else { return nil }
    return fault(item.message, line, hint: item.hint)
  }

  /// The white space at `offset` that looks like a space and is none.
  private func specialBlank(at offset: Int) -> Range<Int>? {
    let rest = file.bytes[offset...]
    // No-break space, narrow no-break space, ideographic space.
    let signs: [[UInt8]] = [[0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE3, 0x80, 0x80]]
    return signs.first { rest.starts(with: $0) }.map { offset..<(offset + $0.count) }
  }
}

/// A line that was meant as an item of a list, but begins with a bullet, or with a hyphen and
/// no space.
package struct UnspacedItem {
  package let message: String
  package let hint: String

  /// Reads a line; `nil` if it begins otherwise.
  package init?(_ line: String) {
    guard let sign = line.first, "-•–—·▪◦".contains(sign) else { return nil }
    // Lines that YAML has joined.
    var end = line.endIndex
    for start in line.indices.dropFirst(2)
    where line[start] == sign && line[line.index(before: start)] == " " {
      end = line.index(before: start)
      break
    }
    let item = line[..<end]
    let text = item.dropFirst().drop { $0.isWhitespace }
    guard let first = text.first, first != "-" else { return nil }
    message =
      sign == "-" ? "'\(item)' has no space behind the '-'" : "'\(sign)' begins no item of a list"
    hint = "write '- \(text)'"
  }
}
