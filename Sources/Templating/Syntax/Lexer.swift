import SourceText

/// Cuts a template into tokens, and the text between tags to what is written.
///
/// Offsets are those of the file: a byte-order mark and CRLF line ends are stepped over, never
/// removed beforehand.
struct Lexer {
  /// What the space around tags means.
  struct Rules {
    var trimsBlocks = false
    var stripsBlocks = false
    var keepsTrailingNewline = false
  }

  let source: TemplateSource
  let rules: Rules
  let bytes: [UInt8]
  let end: Int
  var position: Int
  var tokens: [Token] = []
  var diagnostics: [Diagnostic] = []
  /// How the text behind the last tag begins.
  private var pendingTrim = Trim.none

  private enum Trim { case none, newline, all }

  init(_ source: TemplateSource, rules: Rules) {
    self.source = source
    self.rules = rules
    bytes = source.bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var end = bytes.count
    if !rules.keepsTrailingNewline, end > position, bytes[end - 1].isLineEnd {
      let isLineFeed = bytes[end - 1] == 0x0A
      end -= 1
      if isLineFeed, end > position, bytes[end - 1] == 0x0D { end -= 1 }
    }
    self.end = end
  }

  func byte(_ offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

  /// The character that begins at a byte of the template, which is UTF-8.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    bytes.withUnsafeBufferPointer { $0.scalar(at: offset) }
  }

  /// The first byte from `offset` on that is not white space.
  func skippingSpace(_ offset: Int) -> Int {
    var offset = offset
    while offset < end {
      let (character, length) = scalar(at: offset)
      guard character.isWhiteSpace else { break }
      offset += length
    }
    return offset
  }

  mutating func add(_ kind: Token.Kind, _ range: Range<Int>) {
    tokens.append(Token(kind: kind, range: SourceRange(range)))
  }

  mutating func report(_ message: String, _ range: Range<Int>, hint: String? = nil) {
    let range = SourceRange(range)
    diagnostics.append(
      Diagnostic("template/syntax", message, path: source.path, range: range, hint: hint)
    )
  }
}

// MARK: - Text and tags

extension Lexer {
  /// All tokens, the last one being the end.
  mutating func run() -> [Token] {
    while position < end {
      let opening = nextOpening(from: position)
      text(position..<opening)
      guard opening < end else { break }
      position = opening
      switch bytes[opening + 1] {
      case UInt8(ascii: "#"): comment()
      case UInt8(ascii: "%"): if !raw() { tag(isOutput: false) }
      default: tag(isOutput: true)
      }
    }
    add(.end, end..<end)
    return tokens
  }

  private func nextOpening(from start: Int) -> Int {
    var offset = start
    while offset + 1 < end {
      if bytes[offset] == UInt8(ascii: "{") {
        switch bytes[offset + 1] {
        case UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "#"): return offset
        default: break
        }
      }
      offset += 1
    }
    return end
  }

  /// Adds a text token for what is left of `range` after trimming at both of its ends.
  private mutating func text(_ range: Range<Int>) {
    var start = range.lowerBound
    var stop = range.upperBound
    switch pendingTrim {
    case .none: break
    case .all: start += trimmed(start..<stop).lowerBound
    case .newline:
      if start < stop, bytes[start] == 0x0D { start += 1 }
      if start < stop, bytes[start] == 0x0A { start += 1 }
    }
    pendingTrim = .none
    if stop < end {
      let mark = byte(stop + 2)
      let isOutput = bytes[stop + 1] == UInt8(ascii: "{")
      if mark == UInt8(ascii: "-") {
        let kept = trimmed(start..<stop)
        stop = kept.isEmpty ? start : start + kept.upperBound
      } else if rules.stripsBlocks, !isOutput, mark != UInt8(ascii: "+") {
        stop = strippingIndent(start: start, stop: stop, textStart: range.lowerBound)
      }
    }
    if start < stop { add(.text, start..<stop) }
  }

  /// What is left of a range without white space at its ends, counted from its start.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    bytes[range].withUnsafeBufferPointer { $0.trimmedRange }
  }

  private func strippingIndent(start: Int, stop: Int, textStart: Int) -> Int {
    var offset = stop
    while offset > start, bytes[offset - 1].isSpace, !bytes[offset - 1].isLineEnd { offset -= 1 }
    let first = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if offset > start { return bytes[offset - 1].isLineEnd ? offset : stop }
    return offset == first || bytes[offset - 1].isLineEnd ? offset : stop
  }

  /// Steps over a closing mark of two bytes and remembers how the text behind it is trimmed.
  private mutating func close(mark: UInt8, trimsNewline: Bool) {
    pendingTrim = mark == UInt8(ascii: "-") ? .all : .none
    if pendingTrim == .none, trimsNewline, rules.trimsBlocks, mark != UInt8(ascii: "+") {
      pendingTrim = .newline
    }
    position += 2
  }

  private mutating func comment() {
    let start = position
    var offset = start + 2
    while offset + 1 < end {
      if bytes[offset] == UInt8(ascii: "#"), bytes[offset + 1] == UInt8(ascii: "}") {
        position = offset
        close(mark: offset > start + 2 ? bytes[offset - 1] : 0, trimsNewline: true)
        return
      }
      offset += 1
    }
    diagnostics.append(
      Diagnostic(
        "template/unclosed-tag",
        "the comment '{#' is never closed",
        path: source.path,
        range: SourceRange(start..<start + 2),
        hint: "end it with '#}'"
      )
    )
    position = end
  }
}

// MARK: - Raw text

extension Lexer {
  /// Takes `{% raw %}` up to `{% endraw %}` if it begins here.
  private mutating func raw() -> Bool {
    guard let opening = wordTag("raw", at: position), opening.closingMark != UInt8(ascii: "+")
    else { return false }
    let start = position
    position = opening.end - 2
    pendingTrim = opening.closingMark == UInt8(ascii: "-") ? .all : .none
    position += 2
    var offset = position
    while offset + 1 < end {
      if bytes[offset] == UInt8(ascii: "{"), let closing = wordTag("endraw", at: offset) {
        text(position..<offset)
        position = closing.end - 2
        close(mark: closing.closingMark, trimsNewline: true)
        return true
      }
      offset += 1
    }
    diagnostics.append(
      Diagnostic(
        "template/unclosed-tag",
        "'{% raw %}' is never closed",
        path: source.path,
        range: SourceRange(start..<opening.end),
        hint: "end it with '{% endraw %}'"
      )
    )
    position = end
    return true
  }

  /// The end of a tag that holds nothing but `word`, if one begins at `offset`.
  private func wordTag(_ word: StaticString, at offset: Int) -> (end: Int, closingMark: UInt8)? {
    guard byte(offset + 1) == UInt8(ascii: "%") else { return nil }
    var place = offset + 2
    if byte(place) == UInt8(ascii: "-") || byte(place) == UInt8(ascii: "+") { place += 1 }
    place = skippingSpace(place)
    let matches = word.withUTF8Buffer { letters in
      place + letters.count <= end
        && letters.indices.allSatisfy { bytes[place + $0] == letters[$0] }
    }
    guard matches else { return nil }
    place += word.utf8CodeUnitCount
    place = skippingSpace(place)
    var mark: UInt8 = 0
    if byte(place) == UInt8(ascii: "-") || byte(place) == UInt8(ascii: "+") {
      mark = byte(place)
      place += 1
    }
    guard byte(place) == UInt8(ascii: "%"), byte(place + 1) == UInt8(ascii: "}") else { return nil }
    return (place + 2, mark)
  }
}

// MARK: - Inside of tags

extension Lexer {
  private mutating func tag(isOutput: Bool) {
    let start = position
    add(isOutput ? .outputStart : .tagStart, start..<start + 2)
    position += 2
    if byte(position) == UInt8(ascii: "-") || byte(position) == UInt8(ascii: "+") { position += 1 }
    let closing = isOutput ? UInt8(ascii: "}") : UInt8(ascii: "%")
    var open: [UInt8] = []
    while true {
      position = skippingSpace(position)
      guard position < end else { return unclosedTag(from: start, isOutput: isOutput) }
      let byte = bytes[position]
      if isClosing(byte, closing, open.isEmpty) {
        let mark = byte == closing ? 0 : byte
        if mark != 0 { position += 1 }
        add(isOutput ? .outputEnd : .tagEnd, position..<position + 2)
        close(mark: mark, trimsNewline: !isOutput)
        return
      }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open.append(byte)
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): _ = open.popLast()
      default: break
      }
      expressionToken()
    }
  }

  /// Whether the tag ends here; braces that are open go before the end of an output.
  private func isClosing(_ first: UInt8, _ closing: UInt8, _ isBalanced: Bool) -> Bool {
    let hasMark =
      first == UInt8(ascii: "-") || first == UInt8(ascii: "+") && closing == UInt8(ascii: "%")
    let place = hasMark ? position + 1 : position
    guard byte(place) == closing, byte(place + 1) == UInt8(ascii: "}") else { return false }
    return isBalanced || closing == UInt8(ascii: "%")
  }

  /// An open tag takes the rest of the file with it, so lexing goes on behind its first line.
  private mutating func unclosedTag(from start: Int, isOutput: Bool) {
    let shown = isOutput ? "{{" : "{%"
    diagnostics.append(
      Diagnostic(
        isOutput ? "template/syntax" : "template/syntax",
        "the tag that opens with '\(shown)' is never closed",
        path: source.path,
        range: SourceRange(start..<start + 2),
        hint: "end it with '\(isOutput ? "}}" : "%}")'"
      )
    )
    while let last = tokens.last, last.range.start >= UInt32(start) { tokens.removeLast() }
    position = end
  }
}
