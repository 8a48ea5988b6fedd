extension ByteBuffer {
  /// Writes a CDATA section (XML 1.0, section 2.7); two or more where the text holds `]]>`.
  ///
  /// - Parameter write: writes the text with ``append(characterData:)``, in as many pieces as it
  ///   likes.
  public mutating func appendCDATA(_ write: (inout ByteBuffer) -> Void) {
    append("<![CDATA[")
    let start = count
    write(&self)
    splitCDATA(from: start)
    append("]]>")
  }

  public mutating func append(cdata text: String) {
    var text = text
    text.withUTF8 { bytes in appendCDATA { $0.append(characterData: bytes) } }
  }

  /// Ends the section inside each `]]>` and begins another behind it.
  ///
  /// It looks at what was written, not at the source: what XML can't hold may have stood between
  /// the brackets.
  private mutating func splitCDATA(from start: Int) {
    guard hasCDATAEnd(from: start) else { return }
    let text = bytes(from: start)
    truncate(to: start)
    text.withUnsafeBufferPointer { text in
      var run = 0
      for offset in text.indices.dropFirst(2) where isCDATAEnd(text, at: offset) {
        append(UnsafeBufferPointer(rebasing: text[run..<offset]))
        append("]]><![CDATA[")
        run = offset
      }
      append(UnsafeBufferPointer(rebasing: text[run...]))
    }
  }

  private borrowing func hasCDATAEnd(from start: Int) -> Bool {
    withBytes { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[start...])
      var offset = 2
      while offset < text.count {
        // Three at a step: only a bracket or the end of one can be near.
        switch text[offset] {
        case UInt8(ascii: ">"):
          if isCDATAEnd(text, at: offset) { return true }
          offset += 3
        case UInt8(ascii: "]"): offset += 1
        default: offset += 3
        }
      }
      return false
    }
  }

  /// Whether `]]>` ends at a place.
  private borrowing func isCDATAEnd(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    text[offset] == UInt8(ascii: ">") && text[offset - 1] == UInt8(ascii: "]")
      && text[offset - 2] == UInt8(ascii: "]")
  }
}
