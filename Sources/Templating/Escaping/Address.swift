import SourceText

/// A value that becomes a part of an address in an attribute.
///
/// Sources: RFC 3986, section 2; WHATWG URL, "basic URL parser", for what browsers leave out.
struct Address {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private static let schemes = ["http", "https", "mailto", "tel", "sms"].map(packed)
  private static let data = packed("data")
  private static let pictures = ["png", "jpeg", "gif", "webp", "avif"].map { Array($0.utf8) }

  /// A word of at most eight bytes as a number.
  private static func packed(_ word: String) -> UInt64 {
    word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Writes the value, or `#blocked`.
  ///
  /// - Returns: whether the value was written.
  func write(as escaping: Escaping, _ output: inout ByteBuffer) -> Bool {
    switch escaping {
    case .urlStart, .imageStart:
      let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
      guard isHarmless(from: start, isImage: escaping == .imageStart) else {
        output.append("#blocked" as StaticString)
        return false
      }
      normalize(from: start, &output)
    case .urlSegment: writeSegment(&output)
    case .urlPath: normalize(from: 0, &output)
    case .urlQuery:
      for byte in bytes {
        if byte.isUnreserved { output.append(byte) } else { output.append(percent: byte) }
      }
    case .none, .html, .attribute, .script, .style, .nothing: return false
    }
    return true
  }
}

// MARK: - Schemes

extension Address {
  private func isHarmless(from start: Int, isImage: Bool) -> Bool {
    var scheme: UInt64 = 0
    var length = 0
    for offset in start..<bytes.count {
      switch bytes[offset] {
      case 0x09, 0x0A, 0x0D: continue
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"): return true
      case UInt8(ascii: ":"):
        if Address.schemes.contains(scheme) { return true }
        return isImage && scheme == Address.data && isPicture(from: offset + 1)
      default:
        scheme = scheme << 8 | UInt64(bytes[offset].lowercased)
        length += 1
        // No longer scheme is allowed.
        if length > 8 {
          let rest = bytes[offset...]
          let end = rest.firstIndex { ":/?#\\".utf8.contains($0) }
          return end.map { bytes[$0] != UInt8(ascii: ":") } ?? true
        }
      }
    }
    return true
  }

  /// Whether `image/png` or its like stands here.
  private func isPicture(from start: Int) -> Bool {
    let rest = bytes[start...]
    guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") })
    else { return false }
    let type = bytes[start..<end].map(\.lowercased)
    guard type.starts(with: "image/".utf8) else { return false }
    return Address.pictures.contains(Array(type.dropFirst(6)))
  }
}

// MARK: - Writing

extension Address {
  /// Colons before the first `/` can't make a scheme of what stands before the value.
  private func writeSegment(_ output: inout ByteBuffer) {
    let end = bytes.firstIndex { "/?#\\".utf8.contains($0) } ?? bytes.count
    var start = 0
    for offset in 0..<end where bytes[offset] == UInt8(ascii: ":") {
      Address(UnsafeBufferPointer(rebasing: bytes[start..<offset])).normalize(from: 0, &output)
      output.append(percent: UInt8(ascii: ":"))
      start = offset + 1
    }
    normalize(from: start, &output)
  }

  private func normalize(from start: Int, _ output: inout ByteBuffer) {
    let plain = Address.plain
    var run = start
    for offset in start..<max(start, bytes.count) {
      let byte = bytes[offset]
      if byte < 0x80, (byte < 0x40 ? plain.low : plain.high) >> UInt64(byte & 63) & 1 != 0 {
        continue
      }
      if byte == UInt8(ascii: "%"), isEscape(at: offset) { continue }
      output.append(UnsafeBufferPointer(rebasing: bytes[run..<offset]))
      run = offset + 1
      if byte == UInt8(ascii: "&") {
        output.append("&amp;" as StaticString)
      } else {
        output.append(percent: byte)
      }
    }
    output.append(UnsafeBufferPointer(rebasing: bytes[min(run, bytes.count)...]))
  }

  /// Bit n stands for byte n, and for byte 64 + n: what stays as it is.
  private static let plain: (low: UInt64, high: UInt64) = {
    var bits: (low: UInt64, high: UInt64) = (0, 0)
    for byte in 0..<128 as Range<UInt8> where byte.isUnreserved || byte.isReserved {
      if byte < 0x40 {
        bits.low |= 1 << UInt64(byte)
      } else {
        bits.high |= 1 << UInt64(byte - 0x40)
      }
    }
    return bits
  }()

  private func isEscape(at offset: Int) -> Bool {
    offset + 2 < bytes.count && bytes[offset + 1].digitValue != nil
      && bytes[offset + 2].digitValue != nil
  }
}

extension UInt8 {
  fileprivate var isUnreserved: Bool {
    isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
      || self == UInt8(ascii: "_") || self == UInt8(ascii: "~")
  }

  /// Signs with a meaning in addresses and none in a quoted attribute.
  ///
  /// Quotes and parentheses are left out: other readers give them a meaning.
  fileprivate var isReserved: Bool {
    switch self {
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":"),
      UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"),
      UInt8(ascii: "["), UInt8(ascii: "]"):
      true
    default: false
    }
  }
}

extension ByteBuffer {
  fileprivate mutating func append(percent byte: UInt8) {
    let digits = "0123456789ABCDEF".utf8
    append(UInt8(ascii: "%"))
    append(digits[digits.index(digits.startIndex, offsetBy: Int(byte >> 4))])
    append(digits[digits.index(digits.startIndex, offsetBy: Int(byte & 15))])
  }
}
