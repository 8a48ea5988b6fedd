import Hashing

/// Numbers and UUIDs for clients that know nothing else, made of names alone.
///
/// A name has the same number in every build and on every site, whatever else there is. That two
/// names have the same one is unlikely (1 in 10⁶ among 120,000) and would be mended by nothing that
/// stays: so ``NumberCheck`` refuses it.
enum StableNumber {
  /// What is numbered; equal names of different kinds have different numbers.
  enum Kind: String, CaseIterable {
    case posting, department, office, field
  }

  /// The first 53 bits of a digest, which JavaScript holds exactly.
  static func number(_ kind: Kind, _ name: String) -> Int {
    let digest = digest(kind.rawValue, name)
    let bits = (0..<7).reduce(0 as UInt64) { $0 << 8 | UInt64(digest[$1]) } >> 3
    return max(1, Int(bits))
  }

  /// A UUID of version 8 (RFC 9562, section 5.8): the first 122 free bits of a digest.
  static func uuid(_ kind: String, _ name: String) -> String {
    let digest = digest("uuid " + kind, name)
    var text = ""
    text.reserveCapacity(36)
    for index in 0..<16 {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      var byte = digest[index]
      if index == 6 { byte = byte & 0x0F | 0x80 }
      if index == 8 { byte = byte & 0x3F | 0x80 }
      text += byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
    }
    return text
  }

  private static func digest(_ kind: String, _ name: String) -> SHA256Digest {
    SHA256.digest(of: Array("\(kind) \(name)".utf8))
  }
}
