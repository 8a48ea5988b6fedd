internal import CCrypto

/// Computes SHA-256 with libcrypto.
///
/// It owns one `EVP_MD_CTX` and is used for one text after the other without allocating. Not shared
/// between tasks: make one per worker. Source: OpenSSL 3.0, `EVP_DigestInit(3)`.
@safe package struct SHA256: ~Copyable {
  private let context: OpaquePointer

  package init() {
    guard let context = unsafe EVP_MD_CTX_new() else {
      preconditionFailure("libcrypto could not allocate a digest context")
    }
    unsafe self.context = unsafe context
    guard unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      preconditionFailure("libcrypto has no SHA-256")
    }
  }

  deinit { unsafe EVP_MD_CTX_free(context) }
}

// MARK: - Hashing

extension SHA256 {
  /// Takes in more bytes of the text that is being hashed.
  package mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else {
      preconditionFailure("libcrypto could not hash")
    }
  }

  /// The digest of everything since the last call; the next text starts afresh.
  package mutating func finish() -> SHA256Digest {
    var words = InlineArray<4, UInt64>(repeating: 0)
    var span = words.mutableSpan
    let finished = unsafe span.withUnsafeMutableBytes { target in
      unsafe EVP_DigestFinal_ex(
        context,
        target.baseAddress?.assumingMemoryBound(to: UInt8.self),
        nil
      )
    }
    // Without a type, the context keeps the one that it has and looks nothing up.
    guard finished == 1, unsafe EVP_DigestInit_ex(context, nil, nil) == 1 else {
      preconditionFailure("libcrypto could not finish a digest")
    }
    return SHA256Digest(words: words)
  }

  /// The digest of `bytes` alone; nothing may be half hashed.
  package mutating func digest(of bytes: UnsafeBufferPointer<UInt8>) -> SHA256Digest {
    unsafe update(bytes)
    return finish()
  }

  /// The digest of `bytes`.
  package static func digest(of bytes: [UInt8]) -> SHA256Digest {
    var hash = SHA256()
    return unsafe bytes.withUnsafeBufferPointer { unsafe hash.digest(of: $0) }
  }
}
