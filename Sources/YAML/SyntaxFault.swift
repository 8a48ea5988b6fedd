import SourceText

/// Says in plain words what libyaml's sentence means for the text at hand.
///
/// - Parameters:
///   - problem: what libyaml says.
///   - file: the file that it read.
///   - offset: where it stopped, in bytes of the file.
///   - context: where what it was reading began.
/// - Returns: a fault `yaml/syntax` on the part of the text that has to change.
func syntaxFault(
  _ problem: YAMLProblem,
  in file: SourceFile,
  at offset: Int,
  since context: Int
) -> Diagnostic {
  let place = SyntaxPlace(file: file, offset: offset, context: context)
  return switch problem.sentence {
  case "found character that cannot start any token":
    place.byte(at: offset) == 0x09 ? place.tab : place.reservedStart(at: offset)
  case "found a tab character where an indentation space is expected",
    "found a tab character that violates indentation":
    place.tab
  case "mapping values are not allowed in this context": place.secondColon
  case "could not find expected ':'": place.missingColon(context)
  case "block sequence entries are not allowed in this context": place.listBesideName
  case "found unexpected end of stream", "found unexpected document indicator":
    place.unclosedQuote(at: context)
  case "found unknown escape character", "did not find expected hexdecimal number",
    "found invalid Unicode character escape code":
    place.escape
  case "did not find expected comment or line break", "found an indentation indicator equal to 0":
    place.textBesideBlockSign
  case "did not find expected ',' or ']'", "did not find expected ',' or '}'": place.unclosedBracket
  case "did not find expected key", "did not find expected '-' indicator":
    place.misplaced(isList: problem.sentence == "did not find expected '-' indicator")
  case "did not find expected node content", "found undefined tag handle":
    place.reservedStart(at: offset)
  default:
    switch place.byte(at: context) {
    case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "%"):
      place.reservedStart(at: context)
    default: place.lineAbove(offset).flatMap(place.quotedLine) ?? place.unreadable
    }
  }
}

/// The text around a place that libyaml can't read.
struct SyntaxPlace {
  let file: SourceFile
  let offset: Int
  let context: Int

  func byte(at offset: Int) -> UInt8? {
    file.bytes.indices.contains(offset) ? file.bytes[offset] : nil
  }

  /// The line around `offset`, without its line end and the white space on both sides.
  func line(around offset: Int) -> Range<Int> {
    var start = min(offset, file.bytes.count)
    while start > 0, !isLineEnd(start - 1) { start -= 1 }
    var end = min(offset, file.bytes.count)
    while end < file.bytes.count, !isLineEnd(end) { end += 1 }
    return trimmed(start..<end)
  }

  /// The last line above `offset` that isn't empty.
  func lineAbove(_ offset: Int) -> Range<Int>? {
    var end = line(around: offset).lowerBound
    while end > 0, !isLineEnd(end - 1) { end -= 1 }
    while end > 0, file.bytes[end - 1] <= 0x20 { end -= 1 }
    return end == 0 ? nil : line(around: end)
  }

  /// How far the line that starts its text at `offset` is indented.
  func indentation(_ offset: Int) -> Int {
    var start = offset
    while start > 0, !isLineEnd(start - 1) { start -= 1 }
    return offset - start
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, file.bytes[start] <= 0x20 { start += 1 }
    while end > start, file.bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  func isLineEnd(_ offset: Int) -> Bool { file.bytes[offset] == 0x0A || file.bytes[offset] == 0x0D }

  /// The first colon in `range` that has white space behind it, or none.
  func colon(in range: Range<Int>, spaced: Bool = true) -> Int? {
    range.first { at in
      guard file.bytes[at] == UInt8(ascii: ":"), at + 1 < file.bytes.count else { return false }
      return (file.bytes[at + 1] <= 0x20) == spaced
    }
  }

  /// The text of `range`, shortened in the middle of a fault's sentence.
  func quote(_ range: Range<Int>) -> String {
    let text = file.text(SourceRange(range))
    return text.unicodeScalars.count <= 40 ? text : String(text.prefix(39)) + "…"
  }

  /// The text of `range` as a value in quotes.
  func inQuotes(_ range: Range<Int>) -> String {
    let text = file.text(SourceRange(range))
    if text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      let doubled = text.split(separator: "'", omittingEmptySubsequences: false)
      return "'\(doubled.joined(separator: "''"))'"
    }
    return "\"\(text)\""
  }

  /// The text between the single quotes of `range`, in double ones.
  func inOtherQuotes(_ range: Range<Int>) -> String {
    let inner = range.dropFirst().dropLast()
    let text = file.text(SourceRange(inner)).split(separator: "''").joined(separator: "'")
    return text.contains("\"") ? inQuotes(inner) : "\"\(text)\""
  }

  /// Where the value of a line starts: behind its name, or behind the hyphen of an item.
  func valueStart(in line: Range<Int>) -> Int {
    if let colon = colon(in: line) { return colon + 1 }
    return line.lowerBound + (byte(at: line.lowerBound) == UInt8(ascii: "-") ? 1 : 0)
  }

  /// Where a value above starts with a quote that its line doesn't close.
  func openQuote(_ sign: UInt8, above line: Range<Int>) -> Int? {
    guard sign == UInt8(ascii: "\"") || sign == UInt8(ascii: "'") else { return nil }
    var line = line
    while let above = lineAbove(line.lowerBound) {
      let value = trimmed(valueStart(in: above)..<above.upperBound)
      if byte(at: value.lowerBound) == sign {
        return file.bytes[value.dropFirst()].contains(sign) ? nil : value.lowerBound
      }
      line = above
    }
    return nil
  }

  func fault(_ message: String, _ range: Range<Int>, hint: String) -> Diagnostic {
    Diagnostic(
      "yaml/syntax",
      message,
      path: file.path,
      range: SourceRange(range.clamped(to: 0..<file.bytes.count)),
      hint: hint
    )
  }
}

// MARK: - Characters

extension SyntaxPlace {
  var tab: Diagnostic {
    var end = offset
    while byte(at: end) == 0x09 { end += 1 }
    return fault(
      "a tab stands where only spaces may indent a line",
      offset..<max(end, offset + 1),
      hint: "delete the tab and type spaces instead, two for each level"
    )
  }

  func reservedStart(at offset: Int) -> Diagnostic {
    guard let first = byte(at: offset), first > 0x20 else { return unreadable }
    let value = trimmed(offset..<max(offset, line(around: offset).upperBound))
    let sign = first < 0x80 ? String(UnicodeScalar(first)) : quote(value)
    return fault(
      "a value can't start with '\(sign)' unless it is in quotes",
      value,
      hint: "write \(inQuotes(value))"
    )
  }

  func unclosedQuote(at context: Int) -> Diagnostic {
    let sign = byte(at: context) == UInt8(ascii: "'") ? "'" : "\""
    return fault(
      "the quote (\(sign)) that starts here is never closed",
      context..<(context + 1),
      hint: "write \(sign) at the end of the value too"
    )
  }

  var escape: Diagnostic {
    var start = offset
    while start > context, byte(at: start) != UInt8(ascii: "\\") { start -= 1 }
    var end = start + 1
    while let next = byte(at: end), next & 0xC0 == 0x80 || end == start + 1 {
      guard next > 0x20 else { break }
      end += 1
    }
    return fault(
      "'\(quote(start..<end))' stands for no character between double quotes",
      start..<end,
      hint: "write '\\\\' for a backslash, or use single quotes around the value"
    )
  }

  var textBesideBlockSign: Diagnostic {
    let value = trimmed(context..<max(context, line(around: context).upperBound))
    let sign = byte(at: context) == UInt8(ascii: ">") ? ">" : "|"
    return fault(
      "text stands behind '\(sign)' on the same line",
      value,
      hint: "start the text on the next line, indented, or write \(inQuotes(value))"
    )
  }
}

// MARK: - Lines

extension SyntaxPlace {
  /// A colon where a value is being read already.
  var secondColon: Diagnostic {
    let line = line(around: offset)
    if let first = colon(in: line.lowerBound..<max(line.lowerBound, offset)) {
      let value = trimmed((first + 1)..<line.upperBound)
      return fault(
        "'\(quote(value))' has a ':' in it, so it could be a value or a name",
        value,
        hint: "put the value in quotes: \(inQuotes(value))"
      )
    }
    if let above = lineAbove(offset) {
      if colon(in: above) == nil { return missingColon(above.lowerBound) }
      if indentation(line.lowerBound) > indentation(above.lowerBound) {
        return fault(
          "'\(quote(line))' is indented, but the line above has a value already",
          line,
          hint: "start the line below the first letter of '\(quote(above))'"
        )
      }
    }
    return unreadable
  }

  var listBesideName: Diagnostic {
    fault(
      "a list can't start on the line of its name",
      offset..<(offset + 1),
      hint: "start each item on a line of its own with '- ', or put the value in quotes"
    )
  }

  var unclosedBracket: Diagnostic {
    let sign = byte(at: context) == UInt8(ascii: "{") ? ("{", "}") : ("[", "]")
    let isSameLine = line(around: offset) == line(around: context) && byte(at: offset) != nil
    if isSameLine, let next = byte(at: offset), next > 0x20 {
      let rest = trimmed(offset..<line(around: offset).upperBound)
      return fault(
        "a ',' or '\(sign.1)' is missing in front of '\(quote(rest))'",
        rest,
        hint: "separate the items between '\(sign.0)' and '\(sign.1)' with ','"
      )
    }
    return fault(
      "the '\(sign.0)' that starts here has no '\(sign.1)'",
      context..<(context + 1),
      hint: "write '\(sign.1)' behind the last item"
    )
  }

  /// Text that doesn't belong to what is open above it.
  func misplaced(isList: Bool) -> Diagnostic {
    let line = line(around: offset)
    let before = trimmed(line.lowerBound..<max(line.lowerBound, offset))
    if !before.isEmpty, let last = byte(at: before.upperBound - 1) {
      let rest = trimmed(offset..<max(offset, line.upperBound))
      let whole = trimmed(valueStart(in: line)..<line.upperBound)
      let isOpening = whole.lowerBound == before.upperBound - 1
      if isOpening || byte(at: whole.lowerBound) != last, let start = openQuote(last, above: line) {
        return unclosedQuote(at: start)
      }
      switch last {
      case UInt8(ascii: "'"):
        return fault(
          "'\(quote(rest))' stands behind the closing quote",
          rest,
          hint:
            "write \(byte(at: whole.upperBound - 1) == last ? inOtherQuotes(whole) : inQuotes(whole))"
        )
      case UInt8(ascii: "\""), UInt8(ascii: "]"), UInt8(ascii: "}"):
        return fault(
          "'\(quote(rest))' stands behind the end of the value",
          rest,
          hint: "write \(inQuotes(whole))"
        )
      default: break
      }
    }
    if isList {
      return fault(
        "'\(quote(line))' is no item of the list above it",
        line,
        hint: "start the line with '- ', or move it to the column of the list's name"
      )
    }
    if file.bytes[line].starts(with: [UInt8(ascii: "-"), UInt8(ascii: " ")]) {
      return fault(
        "'\(quote(line))' is an item, but no list stands directly above it",
        line,
        hint: "write the items of a list below its name, without other fields between them"
      )
    }
    return fault(
      "'\(quote(line))' is indented like none of the lines above it",
      line,
      hint: "start fields that belong together in the same column"
    )
  }

  var unreadable: Diagnostic {
    let line = line(around: offset)
    return fault(
      line.isEmpty ? "the text ends too early" : "'\(quote(line))' can't be read here",
      line,
      hint: "write 'name: value'; lists start with '- ', and special signs need quotes"
    )
  }
}
