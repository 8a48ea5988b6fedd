import SourceText

/// Finds where the links, images and tags of one paragraph, heading or table row are written.
///
/// cmark's columns are right only on the first line of a block. So the tree is laid on the source
/// again: every text, delimiter and line end moves a cursor over the bytes that made it.
struct InlineLocator {
  private let bytes: [UInt8]
  private let limit: Int
  private var cursor: Int
  /// Whether source and tree didn't match; then nothing more is found.
  private var isLost = false
  /// The places of all links, images and tags in the order in which they start.
  private var places: [Range<Int>?] = []
  private var open: [(place: Int, start: Int)] = []
  /// Whether the cursor is in an address without brackets, which is taken as it is written.
  private var isInBareLink = false

  private init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    cursor = range.lowerBound
    limit = range.upperBound
  }

  /// The places of what is in `block`, which is written in `range`; none where they aren't clear.
  static func places(
    in block: MarkdownNode,
    at range: Range<Int>,
    of bytes: [UInt8]
  ) -> [Range<Int>?] {
    var locator = InlineLocator(bytes, in: range)
    locator.walk(block)
    return locator.places
  }
}

// MARK: - Walking

extension InlineLocator {
  private mutating func walk(_ block: MarkdownNode) {
    switch block.kind {
    case .heading: skipHeadingSigns()
    case .paragraph: skipDefinitions(before: block.firstChild)
    default: break
    }
    var node = block.firstChild
    var depth = 1
    while let current = node {
      enter(current)
      if let child = current.firstChild {
        node = child
        depth += 1
        continue
      }
      leave(current)
      var last = current
      while last.next == nil, depth > 1, let parent = last.parent {
        leave(parent)
        last = parent
        depth -= 1
      }
      node = last.next
    }
  }

  private mutating func enter(_ node: MarkdownNode) {
    switch node.kind {
    case .text: unsafe node.withLiteral { unsafe matchText($0) }
    case .softBreak, .lineBreak: skipLineEnd()
    case .code: skipCode()
    case .emphasis: skip(1)
    case .strong: skip(2)
    case .strikethrough: skipTildes()
    case .htmlInline: places.append(unsafe node.withLiteral { unsafe matchTag($0) })
    case .tableCell: startCell()
    case .link, .image:
      open.append((places.count, cursor))
      places.append(nil)
      if node.kind == .image { skip(1) }
      if byte(cursor) == UInt8(ascii: "[") || byte(cursor) == UInt8(ascii: "<") {
        cursor += 1
      } else {
        isInBareLink = true
      }
    default: break
    }
  }

  private mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .emphasis: skip(1)
    case .strong: skip(2)
    case .strikethrough: skipTildes()
    case .link, .image:
      let link = open.removeLast()
      isInBareLink = false
      guard !isLost else { return }
      let opening = byte(link.start)
      if opening == UInt8(ascii: "<") {
        expect(UInt8(ascii: ">"))
      } else if node.kind == .image || opening == UInt8(ascii: "[") {
        expect(UInt8(ascii: "]"))
        skipDestination()
      }
      if !isLost { places[link.place] = link.start..<cursor }
    default: break
    }
  }
}

// MARK: - Parts

extension InlineLocator {
  private func byte(_ offset: Int) -> UInt8 { offset < limit ? bytes[offset] : 0 }

  private mutating func skip(_ count: Int) { cursor = min(cursor + count, limit) }

  private mutating func expect(_ wanted: UInt8) {
    if byte(cursor) == wanted { cursor += 1 } else { isLost = true }
  }

  private mutating func skipTildes() {
    while byte(cursor) == UInt8(ascii: "~") { cursor += 1 }
  }

  private mutating func skipBlanks() {
    while byte(cursor) == 0x20 || byte(cursor) == 0x09 { cursor += 1 }
  }

  /// Moves over text in which escapes and character references may stand.
  private mutating func matchText(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count, !isLost {
      let wanted = unsafe text[index]
      let here = byte(cursor)
      if isInBareLink {
        if here == wanted { cursor += 1 } else { isLost = true }
        index += 1
      } else if here == UInt8(ascii: "\\"), byte(cursor + 1) == wanted, isPunctuation(wanted) {
        cursor += 2
        index += 1
      } else if here == UInt8(ascii: "&"), let end = referenceEnd(),
        unsafe !isSpelledOut(end, in: UnsafeBufferPointer(rebasing: text[index...]))
      {
        cursor = end
        index += 1
        while unsafe index < text.count && text[index] & 0xC0 == 0x80 { index += 1 }
      } else if here == wanted, cursor < limit {
        cursor += 1
        index += 1
      } else {
        isLost = true
      }
    }
  }

  /// The end of what looks like a character reference at the cursor.
  private func referenceEnd() -> Int? {
    var offset = cursor + 1
    while offset < min(limit, cursor + 33) {
      switch bytes[offset] {
      case UInt8(ascii: ";"): return offset > cursor + 1 ? offset + 1 : nil
      case UInt8(ascii: "#"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        offset += 1
      default: return nil
      }
    }
    return nil
  }

  /// Whether the text has the reference itself: then it was none.
  private func isSpelledOut(_ end: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let source = bytes[cursor..<end]
    let isAmpersand = source.elementsEqual("&amp;".utf8) || source.elementsEqual("&#38;".utf8)
    return unsafe !isAmpersand && text.starts(with: source)
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private mutating func skipLineEnd() {
    while byte(cursor) == 0x20 || byte(cursor) == 0x09 || byte(cursor) == UInt8(ascii: "\\") {
      cursor += 1
    }
    guard byte(cursor) == 0x0A || byte(cursor) == 0x0D else { return isLost = true }
    skipLineStart()
  }

  /// Moves over a line end and the marks of quotes in front of the next line's text.
  private mutating func skipLineStart() {
    if byte(cursor) == 0x0D { cursor += 1 }
    if byte(cursor) == 0x0A { cursor += 1 }
    while byte(cursor) == 0x20 || byte(cursor) == 0x09 || byte(cursor) == UInt8(ascii: ">") {
      cursor += 1
    }
  }

  private mutating func skipCode() {
    guard byte(cursor) == UInt8(ascii: "`") else { return isLost = true }
    let length = run(of: UInt8(ascii: "`"))
    cursor += length
    while cursor < limit {
      let closing = run(of: UInt8(ascii: "`"))
      cursor += max(1, closing)
      if closing == length { return }
    }
    isLost = true
  }

  private func run(of sign: UInt8) -> Int {
    var end = cursor
    while byte(end) == sign { end += 1 }
    return end - cursor
  }

  /// Moves over a tag or comment, which may go on for several lines.
  private mutating func matchTag(_ tag: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let start = cursor
    var index = 0
    while index < tag.count, !isLost {
      let wanted = unsafe tag[index]
      if wanted == 0x0A || wanted == 0x0D {
        guard byte(cursor) == 0x0A || byte(cursor) == 0x0D else {
          isLost = true
          continue
        }
        skipLineStart()
        while unsafe index < tag.count && tag[index] <= 0x20 { index += 1 }
      } else if byte(cursor) == wanted, cursor < limit {
        cursor += 1
        index += 1
      } else {
        isLost = true
      }
    }
    return isLost ? nil : start..<cursor
  }
}

// MARK: - Starts and ends

extension InlineLocator {
  private mutating func skipHeadingSigns() {
    let level = run(of: UInt8(ascii: "#"))
    guard level > 0, byte(cursor + level) == 0x20 || byte(cursor + level) == 0x09 else { return }
    cursor += level
    skipBlanks()
  }

  /// Moves over `[name]: address` lines, which make no node.
  private mutating func skipDefinitions(before first: MarkdownNode?) {
    while byte(cursor) == UInt8(ascii: "["), let end = labelEnd(cursor),
      byte(end) == UInt8(ascii: ":")
    {
      if let first, first.kind == .text, isText(first, upTo: end) { return }
      while cursor < limit, bytes[cursor] != 0x0A, bytes[cursor] != 0x0D { cursor += 1 }
      skipLineStart()
    }
  }

  /// Whether a text is what stands between the cursor and `end`, and more.
  private func isText(_ node: MarkdownNode, upTo end: Int) -> Bool {
    unsafe node.withLiteral { text in
      guard text.count > end - cursor else { return false }
      return unsafe bytes[cursor..<end].elementsEqual(text[..<(end - cursor)])
    }
  }

  /// The offset behind the `]` that ends a label at `start`.
  private func labelEnd(_ start: Int) -> Int? {
    var offset = start + 1
    while offset < limit {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 2
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "]"): return offset + 1
      default: offset += 1
      }
    }
    return nil
  }

  private mutating func startCell() {
    skipBlanks()
    if byte(cursor) == UInt8(ascii: "|") { cursor += 1 }
    skipBlanks()
  }

  /// Moves over `(address "title")` or `[name]` behind a link's text.
  private mutating func skipDestination() {
    if byte(cursor) == UInt8(ascii: "("), let end = inlineEnd() {
      cursor = end
    } else if byte(cursor) == UInt8(ascii: "["), let end = labelEnd(cursor) {
      cursor = end
    }
  }

  private func inlineEnd() -> Int? {
    var offset = afterSpace(cursor + 1)
    if byte(offset) == UInt8(ascii: "<") {
      while byte(offset) != UInt8(ascii: ">") {
        offset += byte(offset) == UInt8(ascii: "\\") ? 2 : 1
        if offset >= limit { return nil }
      }
      offset += 1
    } else {
      var depth = 0
      scanning: while offset < limit {
        switch bytes[offset] {
        case UInt8(ascii: "\\"): offset += 1
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"):
          if depth == 0 { break scanning }
          depth -= 1
        case 0...0x20: break scanning
        default: break
        }
        offset += 1
      }
    }
    offset = afterSpace(offset)
    let quote = byte(offset)
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "(") {
      let closing = quote == UInt8(ascii: "(") ? UInt8(ascii: ")") : quote
      offset += 1
      while byte(offset) != closing {
        offset += byte(offset) == UInt8(ascii: "\\") ? 2 : 1
        if offset >= limit { return nil }
      }
      offset = afterSpace(offset + 1)
    }
    return byte(offset) == UInt8(ascii: ")") ? offset + 1 : nil
  }

  private func afterSpace(_ start: Int) -> Int {
    var offset = start
    while offset < limit, bytes[offset] <= 0x20 {
      let isLineEnd = bytes[offset] == 0x0A
      offset += 1
      guard isLineEnd else { continue }
      while byte(offset) == 0x20 || byte(offset) == UInt8(ascii: ">") { offset += 1 }
    }
    return offset
  }
}
