import SourceText

extension Machine {
  /// Writes a text without comments and tags, spaces joined and character references decoded.
  mutating func stripTags(_ text: Value) {
    let start = work.count
    let untagged = removingTags(of: text, start)
    let bytes = arena.bytes(of: untagged)
    let range = bytes.trimmedRange
    var offset = range.lowerBound
    var run = offset
    while offset < range.upperBound {
      let (scalar, length) = bytes.scalar(at: offset)
      if scalar.isWhiteSpace {
        work.append(UnsafeBufferPointer(rebasing: bytes[run..<offset]))
        work.append(0x20)
        while bytes.scalar(at: offset).scalar.isWhiteSpace {
          offset += bytes.scalar(at: offset).length
        }
        run = offset
      } else if scalar == "&" {
        work.append(UnsafeBufferPointer(rebasing: bytes[run..<offset]))
        offset = decodeReference(bytes, offset)
        run = offset
      } else {
        offset += length
      }
    }
    work.append(UnsafeBufferPointer(rebasing: bytes[run..<range.upperBound]))
  }

  /// A text without comments and tags; one that nothing closes is kept, with all that follows.
  private mutating func removingTags(of text: Value, _ mark: Int) -> Value {
    let bytes = arena.bytes(of: text)
    var run = 0
    while let start = bytes.find("<", from: run) {
      let isComment = bytes[start...].starts(with: "<!--".utf8)
      let closing: StaticString = isComment ? "-->" : ">"
      guard let end = bytes.find(closing, from: isComment ? start + 4 : start) else { break }
      work.append(UnsafeBufferPointer(rebasing: bytes[run..<start]))
      run = end + closing.utf8CodeUnitCount
    }
    if run == 0 { return text }
    work.append(UnsafeBufferPointer(rebasing: bytes[run...]))
    return worked(from: mark)
  }

  /// Writes what the reference at a byte stands for.
  ///
  /// - Returns: the byte behind it.
  private mutating func decodeReference(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int
  ) -> Int {
    if start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "#") {
      return decodeNumber(bytes, start)
    }
    var end = start + 1
    while end < bytes.count, end - start <= CharacterReferences.maximumLength,
      bytes[end].isLetter || bytes[end].isDigit
    {
      end += 1
    }
    func name(_ end: Int) -> String { String(decoding: bytes[start + 1..<end], as: UTF8.self) }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";"),
      let character = CharacterReferences.character(name(end), isClosed: true)
    {
      work.append(String(character))
      return end + 1
    }
    // Old names count without a `;`, even at the beginning of a word.
    while end > start + 2 {
      if let character = CharacterReferences.character(name(end), isClosed: false) {
        work.append(String(character))
        return end
      }
      end -= 1
    }
    work.append(bytes[start])
    return start + 1
  }

  private mutating func decodeNumber(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int
  ) -> Int {
    let isHex = start + 2 < bytes.count && bytes[start + 2].lowercased == UInt8(ascii: "x")
    let base: UInt32 = isHex ? 16 : 10
    var offset = start + (isHex ? 3 : 2)
    let first = offset
    var number: UInt32 = 0
    while offset < bytes.count, let digit = bytes[offset].digitValue, digit < base {
      number = min(number * base + UInt32(digit), 0x110000)
      offset += 1
    }
    guard offset > first else {
      work.append(bytes[start])
      return start + 1
    }
    if let character = CharacterReferences.character(numbered: number) {
      work.append(String(character))
    }
    let isClosed = offset < bytes.count && bytes[offset] == UInt8(ascii: ";")
    return isClosed ? offset + 1 : offset
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func find(_ wanted: StaticString, from start: Int) -> Int? {
    let length = wanted.utf8CodeUnitCount
    let letters = UnsafeBufferPointer(start: wanted.utf8Start, count: length)
    var offset = start
    while offset + length <= count {
      if self[offset] == letters[0],
        (1..<length).allSatisfy({ self[offset + $0] == letters[$0] })
      {
        return offset
      }
      offset += 1
    }
    return nil
  }
}
