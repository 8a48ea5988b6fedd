// Each method finds the next byte that needs care, eight bytes at a step, and copies everything
// before it at once. Eight at a step take a third of the instructions of one at a step.

extension ByteBuffer {
  /// Writes `bytes` as HTML text or as a part of a quoted attribute.
  ///
  /// Source: the five entities of MarkupSafe, as Jinja writes them.
  public mutating func append(escapingHTML bytes: UnsafeBufferPointer<UInt8>) {
    append(bytes, where: { $0.hasMarkup }) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&#34;"
      case UInt8(ascii: "'"): "&#39;"
      default: nil
      }
    }
  }

  /// Writes `bytes` as XML character data or as a part of a quoted attribute.
  ///
  /// Control characters that XML 1.0 (section 2.2) can't hold are left out.
  public mutating func append(escapingXML bytes: UnsafeBufferPointer<UInt8>) {
    append(bytes, where: { $0.hasMarkup | $0.hasControl }) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&apos;"
      case 0x09, 0x0A, 0x0D: nil
      case 0..<0x20: ""
      default: nil
      }
    }
  }

  /// Writes `bytes` as the inside of a JSON string (RFC 8259, section 7).
  public mutating func append(escapingJSON bytes: UnsafeBufferPointer<UInt8>) {
    append(bytes, where: { $0.hasJSON }) { jsonEscape($0) }
  }

  /// Writes `bytes` as the inside of a JSON string that may stand in an HTML `script` element.
  ///
  /// `<`, `>`, `&` and `'` become `\u` escapes, so that neither `</script>` nor `<!--` can appear.
  public mutating func append(escapingScriptJSON bytes: UnsafeBufferPointer<UInt8>) {
    append(bytes, where: { $0.hasJSON | $0.hasMarkup }) { byte in
      switch byte {
      case UInt8(ascii: "<"): "\\u003c"
      case UInt8(ascii: ">"): "\\u003e"
      case UInt8(ascii: "&"): "\\u0026"
      case UInt8(ascii: "'"): "\\u0027"
      default: jsonEscape(byte)
      }
    }
  }

  public mutating func append(escapingHTML text: String) {
    var text = text
    text.withUTF8 { append(escapingHTML: $0) }
  }

  public mutating func append(escapingXML text: String) {
    var text = text
    text.withUTF8 { append(escapingXML: $0) }
  }

  public mutating func append(escapingJSON text: String) {
    var text = text
    text.withUTF8 { append(escapingJSON: $0) }
  }

  public mutating func append(escapingScriptJSON text: String) {
    var text = text
    text.withUTF8 { append(escapingScriptJSON: $0) }
  }

  @inline(__always)
  private mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>,
    where interesting: (EightBytes) -> UInt64,
    replacing replacement: (UInt8) -> StaticString?
  ) {
    guard let base = bytes.baseAddress else { return }
    reserve(bytes.count)
    var start = 0
    var offset = 0
    while offset < bytes.count {
      if offset + 8 <= bytes.count {
        let word = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self)
        let found = interesting(EightBytes(UInt64(littleEndian: word)))
        guard found != 0 else {
          offset += 8
          continue
        }
        offset += found.trailingZeroBitCount / 8
      }
      if let replacement = replacement(base[offset]) {
        append(UnsafeBufferPointer(rebasing: bytes[start..<offset]))
        append(replacement)
        start = offset + 1
      }
      offset += 1
    }
    append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }
}

/// Eight bytes of text, the first in the lowest bits.
///
/// Each test sets the high bit of the first byte that it looks for; bits above that one mean
/// nothing. Source: Bit Twiddling Hacks, "Determine if a word has a byte less than n".
private struct EightBytes {
  private let word: UInt64

  init(_ word: UInt64) { self.word = word }

  /// Any of `& < > " '`.
  var hasMarkup: UInt64 {
    has(UInt8(ascii: "&")) | has(UInt8(ascii: "<")) | has(UInt8(ascii: ">"))
      | has(UInt8(ascii: "\"")) | has(UInt8(ascii: "'"))
  }

  /// Anything below a space.
  var hasControl: UInt64 { (word &- EightBytes.ones &* 0x20) & ~word & EightBytes.highs }

  /// What a JSON string can't hold as it is.
  var hasJSON: UInt64 { has(UInt8(ascii: "\"")) | has(UInt8(ascii: "\\")) | hasControl }

  @inline(__always)
  private func has(_ byte: UInt8) -> UInt64 {
    let difference = word ^ (EightBytes.ones &* UInt64(byte))
    return (difference &- EightBytes.ones) & ~difference & EightBytes.highs
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
}

@inline(__always)
private func jsonEscape(_ byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "\""): "\\\""
  case UInt8(ascii: "\\"): "\\\\"
  case UInt8(ascii: "\n"): "\\n"
  case UInt8(ascii: "\r"): "\\r"
  case UInt8(ascii: "\t"): "\\t"
  case 0..<0x20: controlEscapes[Int(byte)]
  default: nil
  }
}

private let controlEscapes: [StaticString] = [
  "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007",
  "\\b", "\\t", "\\n", "\\u000b", "\\f", "\\r", "\\u000e", "\\u000f",
  "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017",
  "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
]
