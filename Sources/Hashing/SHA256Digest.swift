/// A SHA-256 fingerprint: 32 bytes, held as four words without any allocation.
///
/// Used for the manifest, for the names of assets, for `integrity` attributes and for the hashes of
/// a content security policy.
package struct SHA256Digest: Hashable, Sendable {
  // The words hold the bytes in their order, the first byte highest.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// How many bytes a digest has.
  package static let byteCount = 32

  /// The digest whose bytes stand in `bytes` from `offset` on.
  ///
  /// - Returns: nil when fewer than 32 bytes are left there.
  package init?(_ bytes: [UInt8], at offset: Int = 0) {
    guard offset >= 0, offset <= bytes.count - Self.byteCount else { return nil }
    func word(_ index: Int) -> UInt64 {
      let start = offset + index * 8
      return bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    (first, second, third, fourth) = (word(0), word(1), word(2), word(3))
  }

  /// The digest made of four words in the byte order of this machine.
  init(words: InlineArray<4, UInt64>) {
    first = UInt64(bigEndian: words[0])
    second = UInt64(bigEndian: words[1])
    third = UInt64(bigEndian: words[2])
    fourth = UInt64(bigEndian: words[3])
  }
}

// MARK: - Forms

extension SHA256Digest {
  /// Byte number `index`, from 0 to 31.
  package subscript(_ index: Int) -> UInt8 {
    let word =
      switch index >> 3 {
      case 0: first
      case 1: second
      case 2: third
      default: fourth
      }
    return UInt8(truncatingIfNeeded: word >> UInt64(56 - (index & 7) * 8))
  }

  /// Adds the 32 bytes to the end of `bytes`.
  package func append(to bytes: inout [UInt8]) {
    for index in 0..<Self.byteCount { bytes.append(self[index]) }
  }

  /// The first `digits` hexadecimal digits in lower case; all 64 when nothing is said.
  package func hexadecimal(digits: Int = 64) -> String {
    String(asciiCount: min(64, max(0, digits))) { position in
      let byte = self[position >> 1]
      let digit = position & 1 == 0 ? byte >> 4 : byte & 15
      return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
  }

  /// The 44 characters of base64, as `integrity="sha256-…"` and a content security policy want them.
  package var base64: String {
    String(asciiCount: 44) { position in
      if position == 43 { return UInt8(ascii: "=") }
      let bit = position * 6
      let high = UInt16(self[bit >> 3]) << 8
      let low = bit >> 3 < 31 ? UInt16(self[(bit >> 3) + 1]) : 0
      return Self.base64Digit(UInt8((high | low) >> UInt16(10 - (bit & 7)) & 63))
    }
  }

  private static func base64Digit(_ value: UInt8) -> UInt8 {
    switch value {
    case 0..<26: UInt8(ascii: "A") + value
    case 26..<52: UInt8(ascii: "a") + value - 26
    case 52..<62: UInt8(ascii: "0") + value - 52
    case 62: UInt8(ascii: "+")
    default: UInt8(ascii: "/")
    }
  }
}

extension SHA256Digest: CustomStringConvertible {
  package var description: String { hexadecimal() }
}

extension String {
  /// Text of `count` ASCII bytes, each made from its position.
  fileprivate init(
    asciiCount count: Int,
    _ byte: (Int) -> UInt8
  ) {
    self.init(decoding: (0..<count).map(byte), as: UTF8.self)
  }
}
