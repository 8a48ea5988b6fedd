internal import CCrypto

/// SHA-384 as `integrity` attributes want it.
package enum SHA384 {
  /// The digest of `bytes` in base64: 64 characters.
  ///
  /// Source: OpenSSL 3.0, `EVP_Digest(3)`.
  package static func base64(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 48)
    let finished = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe digest.withUnsafeMutableBufferPointer { target in
        unsafe EVP_Digest(
          source.baseAddress,
          source.count,
          target.baseAddress,
          nil,
          EVP_sha384(),
          nil
        )
      }
    }
    guard finished == 1 else { preconditionFailure("libcrypto has no SHA-384") }
    return base64(digest)
  }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  /// Whole groups of three bytes as four characters.
  private static func base64(_ bytes: [UInt8]) -> String {
    let text = stride(from: 0, to: bytes.count, by: 3).flatMap { start in
      let group = bytes[start..<start + 3].reduce(0) { $0 << 8 | Int($1) }
      return [18, 12, 6, 0].map { digits[group >> $0 & 63] }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
