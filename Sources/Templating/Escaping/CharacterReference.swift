/// The character references that stand for ASCII, as far as they matter for where a value stands.
///
/// Source: HTML Living Standard, section 13.5; no letter has a name of its own.
enum CharacterReference {
  private static let named: [String: UInt8] = [
    "Tab": 0x09, "NewLine": 0x0A, "excl": 0x21, "quot": 0x22, "QUOT": 0x22, "num": 0x23,
    "dollar": 0x24, "percnt": 0x25, "amp": 0x26, "AMP": 0x26, "apos": 0x27, "lpar": 0x28,
    "rpar": 0x29, "ast": 0x2A, "midast": 0x2A, "plus": 0x2B, "comma": 0x2C, "period": 0x2E,
    "sol": 0x2F, "colon": 0x3A, "semi": 0x3B, "lt": 0x3C, "LT": 0x3C, "equals": 0x3D, "gt": 0x3E,
    "GT": 0x3E, "quest": 0x3F, "commat": 0x40, "lsqb": 0x5B, "lbrack": 0x5B, "bsol": 0x5C,
    "rsqb": 0x5D, "rbrack": 0x5D, "Hat": 0x5E, "lowbar": 0x5F, "UnderBar": 0x5F, "grave": 0x60,
    "DiacriticalGrave": 0x60, "lcub": 0x7B, "lbrace": 0x7B, "verbar": 0x7C, "vert": 0x7C,
    "VerticalLine": 0x7C, "rcub": 0x7D, "rbrace": 0x7D,
  ]
  /// Names that need no semicolon.
  private static let loose: Set<String> = ["quot", "QUOT", "amp", "AMP", "lt", "LT", "gt", "GT"]

  /// Longer ones are no references.
  static let longest = 32

  /// What `&…` stands for, in UTF-8.
  ///
  /// - Parameters:
  ///   - reference: from the `&` on, without a semicolon.
  ///   - isClosed: whether a semicolon follows.
  /// - Returns: nothing for what is not in the table.
  static func decoded(_ reference: some Collection<UInt8>, isClosed: Bool) -> [UInt8]? {
    let body = reference.dropFirst()
    guard body.first == UInt8(ascii: "#") else {
      let name = String(decoding: body, as: UTF8.self)
      guard let byte = named[name], isClosed || loose.contains(name) else { return nil }
      return [byte]
    }
    let digits = String(decoding: body.dropFirst(), as: UTF8.self)
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number else { return nil }
    guard let scalar = Unicode.Scalar(number), number != 0 else { return Array("\u{FFFD}".utf8) }
    return Array(String(Character(scalar)).utf8)
  }

  /// A text with its references read; what is none stays.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "&") else {
        decoded.append(bytes[offset])
        offset += 1
        continue
      }
      var end = offset + 1
      let limit = min(bytes.count, offset + longest)
      while end < limit, continues(bytes[offset..<end], with: bytes[end]) { end += 1 }
      let isClosed = end < bytes.count && bytes[end] == UInt8(ascii: ";")
      if let found = self.decoded(bytes[offset..<end], isClosed: isClosed) {
        decoded += found
        offset = end + (isClosed ? 1 : 0)
      } else {
        decoded.append(bytes[offset])
        offset += 1
      }
    }
    return decoded
  }

  /// Whether a byte still belongs to a reference.
  static func continues(_ reference: some Collection<UInt8>, with byte: UInt8) -> Bool {
    guard reference.dropFirst().first == UInt8(ascii: "#") else {
      return byte.isLetter || byte.isDigit || byte == UInt8(ascii: "#") && reference.count == 1
    }
    if reference.count == 2, byte.lowercased == UInt8(ascii: "x") { return true }
    let isHex = reference.dropFirst(2).first?.lowercased == UInt8(ascii: "x")
    return isHex ? byte.digitValue != nil : byte.isDigit
  }
}
