import SourceText

/// What a block of HTML is made of.
enum CommentBlock {
  case onlyComments
  /// A comment without an end, from this offset on.
  case unclosed(Int)
  case text(SourceRange)
  case tag(SourceRange)

  /// Reads the source of a block of HTML.
  ///
  /// A block that starts with a comment ends with the line on which the comment ends.
  static func judge(_ bytes: [UInt8], _ source: Range<Int>) -> CommentBlock {
    var offset = source.lowerBound
    while offset < source.upperBound, bytes[offset] <= 0x20 { offset += 1 }
    if !starts(with: "<!--", bytes, offset..<source.upperBound) {
      return .tag(tag(at: offset, bytes, source.upperBound))
    }
    while starts(with: "<!--", bytes, offset..<source.upperBound) {
      let start = offset
      guard let end = end(ofComment: start, bytes, source.upperBound) else {
        return .unclosed(start)
      }
      offset = end
      while offset < source.upperBound, bytes[offset] <= 0x20 { offset += 1 }
    }
    if offset >= source.upperBound { return .onlyComments }
    let rest = offset..<source.upperBound
    guard let tagStart = rest.first(where: { isTagStart(bytes, $0, source.upperBound) }) else {
      return .text(SourceRange(rest))
    }
    return .tag(tag(at: tagStart, bytes, source.upperBound))
  }

  private static func isTagStart(_ bytes: [UInt8], _ offset: Int, _ limit: Int) -> Bool {
    guard bytes[offset] == UInt8(ascii: "<"), offset + 1 < limit else { return false }
    switch bytes[offset + 1] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      return true
    default: return false
    }
  }

  private static func starts(with text: StaticString, _ bytes: [UInt8], _ range: Range<Int>) -> Bool
  {
    guard range.lowerBound <= range.upperBound else { return false }
    return text.withUTF8Buffer { unsafe bytes[range].starts(with: $0) }
  }

  private static func end(ofComment start: Int, _ bytes: [UInt8], _ limit: Int) -> Int? {
    // '<!-->' is a whole comment in HTML, and so it is for cmark.
    var offset = start + 2
    while offset + 3 <= limit {
      if starts(with: "-->", bytes, offset..<limit) { return offset + 3 }
      offset += 1
    }
    return nil
  }

  /// From `<` to `>`, or to the end of the line.
  private static func tag(at start: Int, _ bytes: [UInt8], _ limit: Int) -> SourceRange {
    var end = start
    while end < limit, bytes[end] != 0x0A, bytes[end] != 0x0D {
      end += 1
      if bytes[end - 1] == UInt8(ascii: ">") { break }
    }
    return SourceRange(start..<end)
  }
}

// MARK: - Faults

extension Diagnostic {
  static func rawHTML(_ tag: String, _ file: SourceFile, _ range: SourceRange) -> Diagnostic {
    let shown = tag.unicodeScalars.count <= 40 ? tag : String(tag.prefix(39)) + "…"
    return Diagnostic(
      "body/raw-html",
      "HTML such as '\(shown)' can't stand in a text",
      path: file.path,
      range: range,
      hint: MarkedText(behind: range, of: tag, in: file)?.hint ?? insteadOfTag(tag)
    )
  }

  static func textBesideComment(_ file: SourceFile, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "body/raw-html",
      "'\(file.text(range))' stands behind a comment on the same line and would not be shown",
      path: file.path,
      range: range,
      hint: "put the comment '<!-- … -->' on a line of its own"
    )
  }

  static func unclosedComment(_ file: SourceFile, _ start: Int) -> Diagnostic {
    Diagnostic(
      "body/unclosed-comment",
      "the comment that starts here has no '-->' and would hide the rest of the text",
      path: file.path,
      range: SourceRange(start..<(start + 4)),
      hint: "write '-->' where the comment ends"
    )
  }

  /// What Markdown has for a tag.
  private static func insteadOfTag(_ tag: String) -> String {
    switch tagName(tag) {
    case "b", "strong": "write '**bold**'"
    case "i", "em": "write '*italic*'"
    case "s", "del", "strike": "write '~~struck out~~'"
    case "a": "write '[text](https://example.com)'"
    case "br": "end the line with a backslash '\\' to break it"
    case "p", "div": "delete the tag and leave an empty line between paragraphs"
    case "u", "font", "span", "center": "delete it; paste the text without its formatting"
    case "img": "write '![what it shows](picture.jpg)'"
    case "ul", "ol", "li": "start each item with '- ' or '1. '"
    case "h1", "h2", "h3", "h4", "h5", "h6": "write '## Heading'"
    case "hr": "write '---' between two empty lines"
    case "code", "pre": "put code between backticks '`'"
    case "blockquote": "start the line with '> '"
    case "table", "tr", "td", "th": "write the table with '|' between the cells"
    default: "use Markdown instead; for a plain '<' write '\\<'"
    }
  }
}

/// The name of a tag in small letters.
private func tagName(_ tag: String) -> String {
  tag.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
}

/// What stands between a tag and the one that closes it on the same line.
private struct MarkedText {
  let text: String
  let sign: String

  init?(behind range: SourceRange, of tag: String, in file: SourceFile) {
    switch tagName(tag) {
    case "b", "strong": sign = "**"
    case "i", "em": sign = "*"
    case "s", "del", "strike": sign = "~~"
    case "code": sign = "`"
    default: return nil
    }
    var end = range.indices.upperBound
    while end < file.bytes.count, file.bytes[end] >= 0x20, file.bytes[end] != UInt8(ascii: "<") {
      end += 1
    }
    let between = range.indices.upperBound..<end
    guard 1...80 ~= between.count, !tag.hasPrefix("</"),
      file.bytes[end...].starts(with: "</".utf8)
    else { return nil }
    text = file.text(SourceRange(between))
    guard text.first != " ", text.last != " " else { return nil }
  }

  var hint: String { "write '\(sign)\(text)\(sign)'" }
}
