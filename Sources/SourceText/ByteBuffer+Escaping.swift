// Each method finds the next byte that needs care and copies everything before it at once.

extension ByteBuffer {
  /// Writes `bytes` as HTML text or as a part of a quoted attribute.
  ///
  /// Source: the five entities of MarkupSafe, as Jinja writes them.
  public mutating func append(escapingHTML bytes: UnsafeBufferPointer<UInt8>) {
    append(bytes) { byte in
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
    append(bytes) { byte in
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
    append(bytes) { jsonEscape($0) }
  }

  /// Writes `bytes` as the inside of a JSON string that may stand in an HTML `script` element.
  ///
  /// `<`, `>`, `&` and `'` become `\u` escapes, so that neither `</script>` nor `<!--` can appear.
  public mutating func append(escapingScriptJSON bytes: UnsafeBufferPointer<UInt8>) {
    append(bytes) { byte in
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
    replacing replacement: (UInt8) -> StaticString?
  ) {
    reserve(bytes.count)
    var start = 0
    for offset in bytes.indices {
      guard let replacement = replacement(bytes[offset]) else { continue }
      append(UnsafeBufferPointer(rebasing: bytes[start..<offset]))
      append(replacement)
      start = offset + 1
    }
    append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }
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
