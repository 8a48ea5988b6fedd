/// Turns libyaml's positions, which count characters, into byte offsets.
///
/// Events come almost in order, so it walks from the last position that was asked for.
struct MarkCursor {
  private let bytes: [UInt8]
  private let text: Range<Int>
  private let isASCII: Bool
  private var character = 0
  private var offset: Int

  /// A cursor at the start of `text`, a run of UTF-8 in `bytes`.
  init(_ bytes: [UInt8], in text: Range<Int>, isASCII: Bool) {
    self.bytes = bytes
    self.text = text
    self.isASCII = isASCII
    offset = text.lowerBound
  }

  /// The offset in the file of the character counted `target` from 0.
  mutating func offset(of target: Int) -> Int {
    if isASCII { return min(text.lowerBound + target, text.upperBound) }
    if target < character, character - target > target {
      character = 0
      offset = text.lowerBound
    }
    unsafe bytes.withUnsafeBufferPointer { bytes in
      while character < target, offset < text.upperBound {
        unsafe offset += sequenceLength(bytes[offset])
        character += 1
      }
      while character > target, offset > text.lowerBound {
        offset -= 1
        if unsafe bytes[offset] & 0xC0 != 0x80 { character -= 1 }
      }
    }
    return min(offset, text.upperBound)
  }

  private func sequenceLength(_ lead: UInt8) -> Int {
    switch lead {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}
