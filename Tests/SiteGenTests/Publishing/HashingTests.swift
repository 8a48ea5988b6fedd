import Hashing
import Testing

/// A text with its known digest.
struct KnownDigest: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let hexadecimal: String
  let base64: String
  var testDescription: String { name }

  /// From FIPS 180-2, appendix B, and `sha256sum`; base64 from `openssl base64`.
  static let all = [
    KnownDigest(
      name: "nothing",
      bytes: [],
      hexadecimal: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      base64: "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    ),
    KnownDigest(
      name: "abc",
      bytes: Array("abc".utf8),
      hexadecimal: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      base64: "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
    ),
    KnownDigest(
      name: "a million times a",
      bytes: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000),
      hexadecimal: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
      base64: "zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA="
    ),
  ]
}

@Suite struct HashingTests {
  @Test(arguments: KnownDigest.all)
  func `digests are those of the standard`(_ known: KnownDigest) {
    let digest = SHA256.digest(of: known.bytes)
    #expect(digest.description == known.hexadecimal)
    #expect(digest.base64 == known.base64)
    #expect(digest.hexadecimal(digits: 7) == String(known.hexadecimal.prefix(7)))
  }

  @Test(arguments: KnownDigest.all)
  func `pieces give the digest of the whole, one text after the other`(_ known: KnownDigest) {
    var hash = SHA256()
    for size in [1_000, 63, 64, 65, 999_999] {
      for start in stride(from: 0, to: known.bytes.count, by: size) {
        let end = min(start + size, known.bytes.count)
        known.bytes.withUnsafeBufferPointer { bytes in
          hash.update(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        }
      }
      #expect(hash.finish().hexadecimal() == known.hexadecimal)
    }
  }

  @Test func `a digest is 32 bytes that can be written and read`() throws {
    let digest = SHA256.digest(of: Array("abc".utf8))
    var bytes: [UInt8] = [1, 2, 3]
    digest.append(to: &bytes)
    #expect(bytes.count == 35)
    #expect(bytes[3] == 0xBA)
    #expect(bytes[34] == 0xAD)
    #expect(SHA256Digest(bytes, at: 3) == digest)
    #expect(SHA256Digest(bytes, at: 4) == nil)
    #expect(SHA256Digest(bytes, at: -1) == nil)
    #expect(MemoryLayout<SHA256Digest>.size == 32)
  }
}
