import SourceText

/// Writes iCalendar: lines that end with CR and LF and are folded before the 76th byte.
///
/// Source: RFC 5545, sections 3.1 and 3.3.11.
struct CalendarWriter: ~Copyable {
  /// Bytes in a line, without its end.
  private static let lineLength = 75

  var buffer = ByteBuffer()
  private var line = ByteBuffer(capacity: 512)
}

extension CalendarWriter {
  /// Writes a line whose value is of our own making: a keyword, a date or an address.
  mutating func property(_ name: StaticString, _ value: String) {
    line.append(name)
    line.append(":")
    line.append(value)
    endLine()
  }

  /// Writes a line whose value is a text of somebody.
  mutating func property(_ name: StaticString, text: String) {
    line.append(name)
    line.append(":")
    appendEscaped(text)
    endLine()
  }

  /// Line breaks of all kinds are written as `\n`; control characters are left out.
  private mutating func appendEscaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        line.append("\\")
        line.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\n", "\u{2028}", "\u{2029}": line.append("\\n")
      case "\t": line.append(" ")
      case "\0"..<" ", "\u{7F}"..<"\u{A0}": continue
      default:
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { line.append(byte) }
      }
    }
  }

  private mutating func endLine() {
    line.withBytes { bytes in
      var start = 0
      var room = CalendarWriter.lineLength
      while bytes.count - start > room {
        var end = start + room
        // A character stays whole: its later bytes begin with the bits 10.
        while end > start + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        buffer.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        buffer.append("\r\n ")
        start = end
        room = CalendarWriter.lineLength - 1
      }
      buffer.append(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    buffer.append("\r\n")
    line.removeAll()
  }
}
