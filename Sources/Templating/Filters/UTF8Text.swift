// Characters of a text are its Unicode scalars, as Jinja counts them; texts are valid UTF-8.

extension UnsafeBufferPointer<UInt8> {
  var scalarCount: Int { count { $0 & 0xC0 != 0x80 } }

  /// The scalar that begins at a byte, and how many bytes it has.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(self[offset])
    func rest(_ index: Int) -> UInt32 { UInt32(self[offset + index] & 0x3F) }
    let value: UInt32
    let length: Int
    switch first {
    case 0..<0x80: (value, length) = (first, 1)
    case 0x80..<0xE0: (value, length) = ((first & 0x1F) << 6 | rest(1), 2)
    case 0xE0..<0xF0: (value, length) = ((first & 0x0F) << 12 | rest(1) << 6 | rest(2), 3)
    default:
      let high = (first & 0x07) << 18 | rest(1) << 12
      (value, length) = (high | rest(2) << 6 | rest(3), 4)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// Where the scalar before a byte begins.
  func start(before offset: Int) -> Int {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The byte at which a scalar begins, counted from the start; the end if there are fewer.
  func offset(ofScalar number: Int) -> Int {
    var offset = 0
    var left = number
    while offset < count {
      if self[offset] & 0xC0 != 0x80 {
        if left == 0 { return offset }
        left -= 1
      }
      offset += 1
    }
    return count
  }

  /// The part without white space at its ends.
  var trimmedRange: Range<Int> { trimmedRange { $0.isWhiteSpace } }

  func trimmedRange(_ isDropped: (Unicode.Scalar) -> Bool) -> Range<Int> {
    var start = 0
    while start < count {
      let (scalar, length) = scalar(at: start)
      guard isDropped(scalar) else { break }
      start += length
    }
    var end = count
    while end > start {
      let last = self.start(before: end)
      guard isDropped(scalar(at: last).scalar) else { break }
      end = last
    }
    return start..<end
  }
}

extension Unicode.Scalar {
  /// White space as Python knows it, which counts the separators of ASCII.
  var isWhiteSpace: Bool {
    value < 0x80
      ? value == 0x20 || (0x09...0x0D).contains(value) || (0x1C...0x1F).contains(value)
      : properties.isWhitespace
  }

  /// A letter, a digit or `_`.
  var isWordPart: Bool {
    if value < 0x80 { return UInt8(value).isLetter || UInt8(value).isDigit || self == "_" }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
