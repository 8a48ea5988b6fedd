import SourceText

/// A run of a file that is known to be UTF-8 without characters that YAML refuses.
struct CheckedText {
  /// Without a byte-order mark at its start.
  var range: Range<Int>
  var isASCII: Bool
}

/// Looks at every byte of `range` once.
///
/// - Throws: `yaml/not-utf8` on the first bytes that are no UTF-8, or `yaml/control-character`.
///
/// Source: YAML 1.2.2, section 5.1, as libyaml's reader has it.
func checkedText(of file: SourceFile, in range: Range<Int>) throws(Diagnostic) -> CheckedText {
  var range = range
  if file.bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) {
    range = (range.lowerBound + 3)..<range.upperBound
  }
  if let bad = firstBytesOutsideUTF8(file.bytes, range) { throw .notUTF8(file, bad) }
  var isASCII = true
  let control = unsafe file.bytes.withUnsafeBufferPointer { bytes -> Range<Int>? in
    for offset in range {
      let byte = unsafe bytes[offset]
      if byte >= 0x20, byte < 0x7F { continue }
      if byte >= 0x80 {
        isASCII = false
        guard byte == 0xC2 || byte == 0xEF else { continue }
      }
      let length = unsafe lengthOfControl(at: offset, of: bytes)
      if length > 0 { return offset..<(offset + length) }
    }
    return nil
  }
  if let control { throw .controlCharacter(file, control) }
  return CheckedText(range: range, isASCII: isASCII)
}

/// How many bytes a character takes that YAML refuses; 0 for any other.
private func lengthOfControl(at offset: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
  switch unsafe bytes[offset] {
  case 0x09, 0x0A, 0x0D: 0
  case ..<0x20, 0x7F: 1
  case 0xC2: unsafe bytes[offset + 1] < 0xA0 && bytes[offset + 1] != 0x85 ? 2 : 0
  // A byte-order mark inside the text, and the two that are no characters.
  case 0xEF:
    unsafe bytes[offset + 1] == 0xBB && bytes[offset + 2] == 0xBF
      || bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE ? 3 : 0
  default: 0
  }
}

// MARK: - Faults

extension Diagnostic {
  fileprivate static func notUTF8(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "yaml/not-utf8",
      "the character here can't be read (byte \(hexadecimal(file.bytes[range.lowerBound], digits: 2)))",
      path: file.path,
      range: SourceRange(range),
      hint: "save the file in your editor with the encoding UTF-8, then look at the text here"
    )
  }

  fileprivate static func controlCharacter(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    let scalar = file.text(SourceRange(range)).unicodeScalars.first?.value ?? 0
    return Diagnostic(
      "yaml/control-character",
      "an invisible character, U+\(hexadecimal(scalar, digits: 4)), stands here",
      path: file.path,
      range: SourceRange(range),
      hint: "delete it and type the text around it anew"
    )
  }
}

private func hexadecimal(_ number: some BinaryInteger, digits: Int) -> String {
  let text = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
