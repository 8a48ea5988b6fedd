import SourceText

/// Turns the HTML of bodies into text: a line for each item and row, an empty one between paragraphs.
///
/// Bodies come from our renderer: `<` begins a tag and nothing else, and four characters are written
/// as references.
struct PlainText: ~Copyable {
  private var text = ByteBuffer(capacity: 4_096)
  /// Line breaks to write before the next character.
  private var breaks = 0
  private var needsSpace = false
  /// Whether nothing but the mark of an item stands on the line.
  private var isBehindMark = false

  /// The text of a body.
  static func text(of html: UnsafeBufferPointer<UInt8>) -> String {
    var plain = PlainText()
    plain.append(html)
    return plain.text.text()
  }

  private mutating func append(_ html: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while offset < html.count {
      switch html[offset] {
      case UInt8(ascii: "<"): offset = readTag(html, offset + 1)
      case UInt8(ascii: "&"): offset = readReference(html, offset)
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        needsSpace = true
        offset += 1
      default:
        write(html[offset])
        offset += 1
      }
    }
  }

  private mutating func write(_ byte: UInt8) {
    if !text.isEmpty {
      for _ in 0..<breaks { text.append(UInt8(ascii: "\n")) }
      if breaks == 0, needsSpace { text.append(UInt8(ascii: " ")) }
    }
    breaks = 0
    needsSpace = false
    isBehindMark = false
    text.append(byte)
  }

  /// Notes what a tag means for lines.
  ///
  /// - Returns: the offset behind it.
  private mutating func readTag(_ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var offset = start
    let isEnd = offset < html.count && html[offset] == UInt8(ascii: "/")
    if isEnd { offset += 1 }
    let first = offset
    while offset < html.count, html[offset].isNameByte { offset += 1 }
    let name = String(decoding: html[first..<offset], as: UTF8.self)
    switch name {
    case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table", "div",
      "hr", "dl":
      // The first paragraph of an item stands beside its mark.
      if isEnd || !isBehindMark { breaks = max(breaks, 2) }
    case "li", "tr", "dt", "dd":
      breaks = max(breaks, 1)
      if name == "li", !isEnd {
        write(UInt8(ascii: "-"))
        needsSpace = true
        isBehindMark = true
      }
    case "br": breaks = max(breaks, 1)
    case "td", "th": needsSpace = true
    default: break
    }
    var quote: UInt8?
    while offset < html.count {
      let byte = html[offset]
      offset += 1
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if quote == nil, byte == UInt8(ascii: ">") {
        break
      }
    }
    return offset
  }

  /// Writes what a reference stands for; one that the renderer doesn't write stays as it is.
  ///
  /// - Returns: the offset behind it.
  private mutating func readReference(_ html: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    for (reference, byte) in PlainText.references
    where html[start...].starts(with: reference.utf8) {
      write(byte)
      return start + reference.utf8.count
    }
    write(html[start])
    return start + 1
  }

  private static let references: [(String, UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
  ]
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

extension RenderContext {
  /// The body of a posting as text.
  func plainText(of job: Int) -> String {
    bodies.withBytes(of: plan.postings[job].value.body.html) { PlainText.text(of: $0) } ?? ""
  }
}
