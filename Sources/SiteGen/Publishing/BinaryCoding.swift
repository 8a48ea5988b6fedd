import Hashing

/// Writes the files that only we read: whole numbers in little-endian order, then a checksum.
struct BinaryWriter: ~Copyable {
  private(set) var bytes: [UInt8]

  /// Starts with `header`, a line of text that says which format and version follows.
  init(header: StaticString, reservingBytes capacity: Int) {
    bytes = []
    bytes.reserveCapacity(capacity)
    header.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ digest: SHA256Digest) { digest.append(to: &bytes) }

  mutating func append(_ identity: FileIdentity) {
    append(identity.size)
    append(identity.modified)
    append(identity.inode)
  }

  /// A text of less than 64 KiB, its length before it.
  mutating func append(_ text: String) {
    append(UInt16(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  /// The bytes with the digest of all of them at the end.
  consuming func finish() -> [UInt8] {
    SHA256.digest(of: bytes).append(to: &bytes)
    return bytes
  }
}

/// Reads what ``BinaryWriter`` wrote; every read is nil when the bytes don't hold it.
struct BinaryReader {
  let bytes: [UInt8]
  /// The next byte.
  private(set) var offset: Int
  /// Where the checksum begins.
  private let end: Int

  /// Opens bytes that begin with `header` and end in the right checksum.
  init?(_ bytes: [UInt8], header: StaticString) {
    let headerCount = header.utf8CodeUnitCount
    let end = bytes.count - SHA256Digest.byteCount
    guard end >= headerCount,
      header.withUTF8Buffer({ bytes[..<headerCount].elementsEqual($0) }),
      let checksum = SHA256Digest(bytes, at: end)
    else { return nil }
    var hash = SHA256()
    bytes.withUnsafeBufferPointer { hash.update(UnsafeBufferPointer(rebasing: $0[..<end])) }
    guard hash.finish() == checksum else { return nil }
    self.bytes = bytes
    offset = headerCount
    self.end = end
  }

  var isAtEnd: Bool { offset == end }

  mutating func number<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
    guard let start = skip(MemoryLayout<Number>.size) else { return nil }
    return bytes.littleEndianNumber(at: start)
  }

  mutating func digest() -> SHA256Digest? {
    skip(SHA256Digest.byteCount).flatMap { SHA256Digest(bytes, at: $0) }
  }

  mutating func identity() -> FileIdentity? {
    guard let size = number(UInt64.self), let modified = number(Int64.self),
      let inode = number(UInt64.self)
    else { return nil }
    return FileIdentity(size: size, modified: modified, inode: inode)
  }

  mutating func text() -> String? {
    guard let count = number(UInt16.self), let start = skip(Int(count)) else { return nil }
    return String(decoding: bytes[start..<start + Int(count)], as: UTF8.self)
  }

  /// Goes over `count` bytes; the result is where they begin.
  mutating func skip(_ count: Int) -> Int? {
    guard count <= end - offset else { return nil }
    defer { offset += count }
    return offset
  }
}

extension [UInt8] {
  /// The number whose bytes begin at `offset`, which must lie inside.
  func littleEndianNumber<Number: FixedWidthInteger>(at offset: Int) -> Number {
    precondition(offset >= 0 && offset + MemoryLayout<Number>.size <= count)
    return withUnsafeBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
  }
}
