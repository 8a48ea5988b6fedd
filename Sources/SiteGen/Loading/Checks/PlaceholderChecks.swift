import SourceText

// What was put somewhere only to be replaced.

extension SchemaReader {
  /// Reports what `sitegen new job` wrote to be replaced, and what people write so; drafts may have it.
  mutating func checkPlaceholders(
    _ file: SourceFile,
    front: SourceRange,
    body: SourceRange,
    language: String
  ) {
    let checks = site?.checks ?? CheckSettings()
    guard checks.isOn(.unfilled) || checks.isOn(.placeholder) else { return }
    var search = PlaceholderSearch(file.bytes, language: language)
    search.lookThrough(front: front.indices)
    search.lookThrough(body: body.indices)
    for found in search.found where !hasFault(within: SourceRange(found.range)) {
      let text = file.text(SourceRange(found.range))
      let range = SourceRange(found.range)
      switch found.kind {
      case .exampleValue:
        report(
          .unfilled,
          "'\(text)' says that this value is only an example",
          at: range,
          hint: "correct the value, then delete '\(text)'; "
            + "'status: draft' hides the posting until then"
        )
      case .exampleText:
        report(
          .unfilled,
          "'\(text)' stands where the text should be",
          at: range,
          hint: "write what readers should know, or delete it with its heading; "
            + "'status: draft' hides the posting until then"
        )
      case .word:
        report(
          .placeholder,
          "'\(text)' looks like something that was to be replaced",
          at: range,
          hint: "write what belongs there, or delete it"
        )
      }
    }
  }
}

/// Looks through the bytes of a posting once.
private struct PlaceholderSearch {
  enum Kind { case exampleValue, exampleText, word }

  private(set) var found: [(kind: Kind, range: Range<Int>)] = []
  private let bytes: [UInt8]
  /// Where 'TODO' is a word in capitals: 'all'.
  private let hasWordTodo: Bool

  private static let exampleValue = Array(NewPosting.exampleMark.utf8)
  private static let exampleText = Array(NewPosting.exampleText.utf8)
  private static let lorem = Array("lorem ipsum".utf8)
  private static let todo = Array("TODO".utf8)

  init(_ bytes: [UInt8], language: String) {
    self.bytes = bytes
    hasWordTodo = ["es", "pt", "gl"].contains(String(language.prefix { $0 != "-" }))
  }

  /// Comments are not published.
  mutating func lookThrough(front range: Range<Int>) {
    look(through: range) { search, offset in
      guard search.bytes[offset] == UInt8(ascii: "#") else { return nil }
      guard offset == range.lowerBound || search.bytes[offset - 1] <= 0x20 else { return nil }
      let end = search.endOfLine(from: offset, in: range)
      if search.begins(with: Self.exampleValue, at: offset, in: range),
        search.isBlank(offset + Self.exampleValue.count..<end)
      {
        search.found.append((.exampleValue, offset..<offset + Self.exampleValue.count))
      }
      return end
    }
  }

  mutating func lookThrough(body range: Range<Int>) {
    look(through: range) { search, offset in
      guard search.bytes[offset] == UInt8(ascii: "<"),
        search.begins(with: Array("<!--".utf8), at: offset, in: range)
      else { return nil }
      var end = offset + 4
      while end < range.upperBound, search.bytes[end] != UInt8(ascii: ">") { end += 1 }
      return end
    }
  }

  /// - Parameters:
  ///   - range: front matter or text.
  ///   - skip: where to go on, if what begins at an offset is not to be looked at.
  private mutating func look(
    through range: Range<Int>,
    skip: (inout PlaceholderSearch, Int) -> Int?
  ) {
    var offset = range.lowerBound
    var isBehindLetter = false
    while offset < range.upperBound {
      let byte = bytes[offset]
      let isLetter = byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte > 0x7F
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "<"):
        if let end = skip(&self, offset) {
          offset = max(end, offset + 1)
          isBehindLetter = false
          continue
        }
      case UInt8(ascii: "T"), UInt8(ascii: "L"), UInt8(ascii: "l"), UInt8(ascii: "X"),
        UInt8(ascii: "x"):
        if !isBehindLetter, let placeholder = placeholder(at: offset, in: range) {
          found.append((placeholder.kind, offset..<placeholder.end))
        }
      default: break
      }
      isBehindLetter = isLetter
      offset += 1
    }
  }

  private func placeholder(at offset: Int, in range: Range<Int>) -> (kind: Kind, end: Int)? {
    func end(_ count: Int) -> Int? {
      let end = offset + count
      guard end < range.upperBound else { return end }
      let next = bytes[end]
      return next | 0x20 &- 0x61 < 26 || next &- 0x30 < 10 || next > 0x7F ? nil : end
    }
    switch bytes[offset] {
    case UInt8(ascii: "T"):
      if begins(with: Self.exampleText, at: offset, in: range) {
        return (.exampleText, offset + Self.exampleText.count)
      }
      guard begins(with: Self.todo, at: offset, in: range), let end = end(4) else { return nil }
      let isMarked = end < range.upperBound && bytes[end] == UInt8(ascii: ":")
      return hasWordTodo && !isMarked ? nil : (.word, end)
    case UInt8(ascii: "L"), UInt8(ascii: "l"):
      let text = bytes[offset..<min(offset + Self.lorem.count, range.upperBound)].map { $0 | 0x20 }
      return text == Self.lorem ? end(Self.lorem.count).map { (.word, $0) } : nil
    default:
      let count = bytes[offset..<range.upperBound].prefix { $0 | 0x20 == UInt8(ascii: "x") }.count
      return count > 2 ? end(count).map { (.word, $0) } : nil
    }
  }

  private func begins(with text: [UInt8], at offset: Int, in range: Range<Int>) -> Bool {
    bytes[offset..<range.upperBound].starts(with: text)
  }

  private func endOfLine(from offset: Int, in range: Range<Int>) -> Int {
    bytes[offset..<range.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
  }

  private func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 <= 0x20 } }
}
