import Hashing

/// Every file that is published, as we left it.
///
/// It stays the block of bytes that was read; an entry is decoded when it is asked for. Layout: a
/// header line, the number of entries (8 bytes), the entries sorted by the bytes of their paths, a
/// SHA-256 of all that. An entry: digest (32), size (8), time in nanoseconds (8), inode (8), order
/// (1), length of the path (2), path.
struct Manifest: Sendable {
  let bytes: [UInt8]
  /// Where each entry begins.
  private let offsets: [Int]

  struct Entry: Hashable, Sendable {
    let digest: SHA256Digest
    let identity: FileIdentity
  }

  private enum Layout {
    static let header: StaticString = "sitegen manifest 1\n"
    static let size = 32
    static let modified = 40
    static let inode = 48
    static let order = 56
    static let pathCount = 57
    static let path = 59
  }

  /// Nothing published.
  init() {
    bytes = []
    offsets = []
  }
}

// MARK: - Reading

extension Manifest {
  /// Checks all of `bytes`; nil when they are not what we wrote.
  init?(_ bytes: [UInt8]) {
    guard var reader = BinaryReader(bytes, header: Layout.header),
      let count = reader.number(UInt64.self), count <= bytes.count / Layout.path
    else { return nil }
    var offsets: [Int] = []
    offsets.reserveCapacity(Int(count))
    var previous: Range<Int>?
    for _ in 0..<count {
      guard let start = reader.skip(Layout.pathCount),
        PublishingOrder(rawValue: bytes[start + Layout.order]) != nil,
        let pathCount = reader.number(UInt16.self), let path = reader.skip(Int(pathCount))
      else { return nil }
      let range = path..<path + Int(pathCount)
      let isInOrder = bytes.withUnsafeBufferPointer { all in
        let text = UnsafeBufferPointer(rebasing: all[range])
        guard OutputPath.isAllowed(text) else { return false }
        guard let previous else { return true }
        return compareRuns(UnsafeBufferPointer(rebasing: all[previous]), text) < 0
      }
      guard isInOrder else { return nil }
      previous = range
      offsets.append(start)
    }
    guard reader.isAtEnd else { return nil }
    self.bytes = bytes
    self.offsets = offsets
  }

  var count: Int { offsets.count }

  func path(at index: Int) -> String {
    String(decoding: bytes[pathRange(at: index)], as: UTF8.self)
  }

  func entry(at index: Int) -> Entry {
    let start = offsets[index]
    guard let digest = SHA256Digest(bytes, at: start) else {
      preconditionFailure("an entry lies inside the manifest")
    }
    let identity = FileIdentity(
      size: bytes.littleEndianNumber(at: start + Layout.size),
      modified: bytes.littleEndianNumber(at: start + Layout.modified),
      inode: bytes.littleEndianNumber(at: start + Layout.inode)
    )
    return Entry(digest: digest, identity: identity)
  }

  private func pathRange(at index: Int) -> Range<Int> {
    let start = offsets[index] + Layout.path
    let count: UInt16 = bytes.littleEndianNumber(at: offsets[index] + Layout.pathCount)
    return start..<start + Int(count)
  }
}

// MARK: - Searching

extension Manifest {
  /// The entry of `path`; nil when we did not write such a file.
  func entry(of path: String) -> Entry? {
    let index = firstIndex(notBefore: path)
    guard index < count, compare(index, path) == 0 else { return nil }
    return entry(at: index)
  }

  /// Whether a file of ours stands somewhere in the folder `path`.
  func hasFiles(in path: String) -> Bool {
    let prefix = path + "/"
    let index = firstIndex(notBefore: prefix)
    return index < count && bytes[pathRange(at: index)].starts(with: prefix.utf8)
  }

  /// Less than, equal to or greater than zero, as the path at `index` compares with `path`.
  func compare(_ index: Int, _ path: String) -> Int {
    var path = path
    return path.withUTF8 { right in
      bytes.withUnsafeBufferPointer { all in
        compareRuns(UnsafeBufferPointer(rebasing: all[pathRange(at: index)]), right)
      }
    }
  }

  private func firstIndex(notBefore path: String) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if compare(middle, path) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

// MARK: - Writing

extension Manifest {
  /// The bytes of the manifest of `records`, which are sorted by the bytes of their paths.
  static func bytes(of records: [OutputRecord]) -> [UInt8] {
    let capacity = records.reduce(64) { $0 + Layout.path + $1.path.utf8.count }
    var writer = BinaryWriter(header: Layout.header, reservingBytes: capacity)
    writer.append(UInt64(records.count))
    for record in records {
      writer.append(record.digest)
      writer.append(record.identity)
      writer.append(record.order.rawValue)
      writer.append(record.path)
    }
    return writer.finish()
  }
}
