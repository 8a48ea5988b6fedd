import SourceText

extension Machine {
  /// Writes a value as its place in a page wants it.
  @inline(never)
  mutating func write(
    _ value: Value,
    as escaping: Escaping,
    _ output: inout ByteBuffer
  ) throws(TemplateFault) {
    switch escaping {
    case .none, .html: try write(value, flag: escaping.rawValue, &output)
    case .attribute:
      let text = try text(value)
      if text.flags.contains(.html) {
        output.append(escapingMarkupOf: arena.bytes(of: text))
      } else {
        output.append(escapingHTML: arena.bytes(of: text))
      }
    case .urlStart, .imageStart, .urlSegment, .urlPath, .urlQuery:
      try writeAddress(value, escaping, &output)
    case .script: try writeScript(value, &output)
    case .style: try writeStyle(value, &output)
    case .nothing: return
    }
  }

  /// JSON stays as it is; HTML is a text like any other.
  private mutating func writeScript(
    _ value: Value,
    _ output: inout ByteBuffer
  ) throws(TemplateFault) {
    if value.isText, value.flags.contains(.json) {
      let bytes = arena.bytes(of: value)
      if bytes.first == UInt8(ascii: "-") { output.append(UInt8(ascii: " ")) }
      return output.append(bytes)
    }
    if value.isUndefined {
      try refuseUndefined(value)
      return output.append("null" as StaticString)
    }
    let mark = work.count
    // Behind a minus sign a second one would be another operator.
    if value.isNumber, value.double < 0 || value.tag == .int && value.int < 0 {
      work.append(UInt8(ascii: " "))
    }
    try writeJSON(value, indent: nil)
    work.withBytes { output.append(UnsafeBufferPointer(rebasing: $0[mark...])) }
    work.truncate(to: mark)
  }

  private mutating func writeStyle(
    _ value: Value,
    _ output: inout ByteBuffer
  ) throws(TemplateFault) {
    let text = try text(value)
    let bytes = arena.bytes(of: text)
    if StyleValue.isHarmless(bytes) { return output.append(bytes) }
    output.append("blocked" as StaticString)
    noteBlocked(
      text,
      "can't stand in a style, so 'blocked' is written",
      hint: "letters, digits, spaces and # . % - + , _ can"
    )
  }

  private mutating func writeAddress(
    _ value: Value,
    _ escaping: Escaping,
    _ output: inout ByteBuffer
  ) throws(TemplateFault) {
    let text = try text(value)
    guard text.flags.contains(.html) else {
      if Address(arena.bytes(of: text)).write(as: escaping, &output) { return }
      return noteBlockedAddress(text)
    }
    // What is HTML already means what a browser makes of its references.
    let decoded = CharacterReference.decode(arena.bytes(of: text))
    let isWritten = decoded.withUnsafeBufferPointer { Address($0).write(as: escaping, &output) }
    if !isWritten { noteBlockedAddress(text) }
  }

  private mutating func noteBlockedAddress(_ text: Value) {
    noteBlocked(
      text,
      "is no address that a page may open, so '#blocked' is written",
      hint: "http, https, mailto, tel and sms can be opened, and addresses without a scheme"
    )
  }

  /// Remembers a warning about the current instruction.
  private mutating func noteBlocked(_ text: Value, _ message: String, hint: String) {
    // A list of many bad values is as clear after the first ones.
    guard warnings.count < 100 else { return }
    let scalars = (arena.string(text) ?? "").unicodeScalars
    let start = String(String.UnicodeScalarView(scalars.prefix(60)))
    let shown = start.unicodeScalars.count < scalars.count ? start + "…" : start
    var warning = diagnostic(
      TemplateFault("template/blocked-value", "'\(shown)' \(message)", hint: hint)
    )
    warning.severity = .warning
    warnings.append(warning)
  }
}

// MARK: - Styles

enum StyleValue {
  /// Whether a text is words and numbers and nothing that a style gives a meaning.
  static func isHarmless(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var letters: [UInt8] = []
    var last: UInt8 = 0
    for byte in bytes {
      let isAllowed =
        byte.isLetter || byte.isDigit || byte >= 0x80 || "#.%-+, _".utf8.contains(byte)
      guard isAllowed, byte != UInt8(ascii: "-") || last != byte else { return false }
      if byte.isLetter { letters.append(byte.lowercased) }
      last = byte
    }
    return !contains(letters, "url") && !contains(letters, "expression")
  }

  private static func contains(_ letters: [UInt8], _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard letters.count >= count else { return false }
    return word.withUTF8Buffer { word in
      (0...letters.count - count).contains { letters[$0..<$0 + count].elementsEqual(word) }
    }
  }
}

extension ByteBuffer {
  /// Writes HTML where tags mean nothing: references stay, quotes and brackets are escaped.
  mutating func append(escapingMarkupOf bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for offset in bytes.indices {
      let reference: StaticString
      switch bytes[offset] {
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\""): reference = "&#34;"
      case UInt8(ascii: "'"): reference = "&#39;"
      default: continue
      }
      append(UnsafeBufferPointer(rebasing: bytes[start..<offset]))
      append(reference)
      start = offset + 1
    }
    append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }
}
