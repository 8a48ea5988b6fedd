import SourceText

/// How a filter changes capital and small letters.
enum CaseChange {
  case upper, lower, capitalize, title
}

extension Machine {
  /// Writes a text with its letters changed to the work buffer.
  mutating func write(_ text: Value, _ change: CaseChange) {
    let bytes = arena.bytes(of: text)
    work.reserve(bytes.count)
    var startsWord = true
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      let raises =
        switch change {
        case .upper: true
        case .lower: false
        case .capitalize: offset == 0
        case .title: startsWord
        }
      if byte < 0x80 {
        work.append(raises ? byte.uppercased : byte.lowercased)
        startsWord = byte.isSpace || Machine.opensWord(byte)
        offset += 1
      } else {
        let (scalar, length) = bytes.scalar(at: offset)
        let properties = scalar.properties
        if raises {
          work.append(
            change == .capitalize ? properties.titlecaseMapping : properties.uppercaseMapping
          )
        } else if scalar == "Σ", isFinalSigma(bytes, offset) {
          work.append("ς" as StaticString)
        } else {
          work.append(properties.lowercaseMapping)
        }
        startsWord = properties.isWhitespace
        offset += length
      }
    }
  }

  private static func opensWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "["),
      UInt8(ascii: "<"):
      true
    default: false
    }
  }

  /// Whether the sigma at a byte ends a word.
  ///
  /// Source: The Unicode Standard, section 3.13, "Final_Sigma".
  private func isFinalSigma(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    var before = offset
    var followsLetter = false
    while before > 0, !followsLetter {
      before = bytes.start(before: before)
      let properties = bytes.scalar(at: before).scalar.properties
      if properties.isCaseIgnorable { continue }
      guard properties.isCased else { return false }
      followsLetter = true
    }
    var after = offset + 2
    while after < bytes.count {
      let (scalar, length) = bytes.scalar(at: after)
      if !scalar.properties.isCaseIgnorable { return followsLetter && !scalar.properties.isCased }
      after += length
    }
    return followsLetter
  }

  /// Whether all letters of a text, of which there is one at least, are of one case.
  func isOfCase(_ text: Value, upper: Bool) -> Bool {
    let bytes = arena.bytes(of: text)
    var hasLetter = false
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = bytes.scalar(at: offset)
      offset += length
      let properties = scalar.properties
      if upper ? properties.isLowercase : properties.isUppercase { return false }
      if properties.generalCategory == .titlecaseLetter { return false }
      if upper ? properties.isUppercase : properties.isLowercase { hasLetter = true }
    }
    return hasLetter
  }
}
