import Glibc

/// Owns one open file descriptor.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { _ = Glibc.close(number) }

  /// Closes now, to see whether the system reports a late error.
  consuming func close() throws(SystemError) {
    let number = number
    discard self
    // After EINTR, Linux has closed it all the same.
    if Glibc.close(number) != 0, errno != EINTR { throw SystemError.last }
  }

  /// Opens without creating anything.
  static func open(
    _ name: String,
    in folder: Int32 = AT_FDCWD,
    flags: Int32
  ) throws(SystemError) -> Descriptor {
    while true {
      let number = openat(folder, name, flags | O_CLOEXEC)
      if number >= 0 { return Descriptor(number) }
      if errno != EINTR { throw SystemError.last }
    }
  }

  /// Opens a folder that is no link.
  static func openFolder(_ name: String, in folder: Int32) throws(SystemError) -> Descriptor {
    try open(name, in: folder, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
  }
}

// MARK: - Reading

extension Descriptor {
  /// Hands the bytes from here to the end to `body`, at most 256 KiB at a time.
  func readChunks(_ body: (UnsafeBufferPointer<UInt8>) -> Void) throws(SystemError) {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 262_144)
    defer { buffer.deallocate() }
    while true {
      let count = read(number, buffer.baseAddress, buffer.count)
      if count == 0 { return }
      if count > 0 {
        body(UnsafeBufferPointer(rebasing: buffer[..<count]))
      } else if errno != EINTR {
        throw SystemError.last
      }
    }
  }

  /// All bytes of the file, from its start.
  ///
  /// - Parameters:
  ///   - expected: how many they probably are; asked for when nothing is said.
  ///   - limit: the most bytes that are read.
  /// - Returns: the bytes, however the file may grow or shrink meanwhile.
  /// - Throws: `EFBIG` for a larger file, and the `errno` of the calls.
  func readAll(expecting expected: UInt64? = nil, limit: Int = .max) throws(SystemError) -> [UInt8]
  {
    let size = if let expected { expected } else { try FileStatus(of: number).identity.size }
    guard size <= UInt64(limit) else { throw SystemError(code: EFBIG) }
    // One byte more than expected shows at once whether the file has grown.
    var bytes = [UInt8](repeating: 0, count: Int(size) + 1)
    var filled = 0
    while true {
      let count = bytes.withUnsafeMutableBytes {
        pread(number, $0.baseAddress.map { $0 + filled }, $0.count - filled, off_t(filled))
      }
      if count == 0 { break }
      if count < 0 {
        if errno != EINTR { throw SystemError.last }
        continue
      }
      filled += count
      guard filled <= limit else { throw SystemError(code: EFBIG) }
      // One more was asked for and did not come.
      if filled == Int(size) { break }
      if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
    }
    bytes.removeSubrange(filled...)
    return bytes
  }

  /// The names in this folder without `.` and `..`, sorted by their bytes.
  func names() throws(SystemError) -> [String] { try entries().map(\.name) }

  /// Likewise, with what they are where the file system says so while it lists them.
  func entries() throws(SystemError) -> [(name: String, kind: FileStatus.Kind?)] {
    // The stream takes its descriptor over, and shares its position with a duplicate.
    let copy = openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw SystemError.last }
    guard let stream = fdopendir(copy) else {
      let error = SystemError.last
      _ = Glibc.close(copy)
      throw error
    }
    defer { closedir(stream) }
    var entries: [(name: String, kind: FileStatus.Kind?)] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw SystemError.last }
        break
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      entries.append((name, FileStatus.Kind(directoryType: Int32(entry.pointee.d_type))))
    }
    return entries.sorted { $0.name.precedesByBytes($1.name) }
  }
}

extension String {
  /// Whether this text comes before `other` when their UTF-8 bytes are compared.
  func precedesByBytes(_ other: String) -> Bool { compareBytes(other) < 0 }

  /// Less than, equal to or greater than zero, as the bytes of the two texts compare.
  func compareBytes(_ other: String) -> Int {
    var left = self
    var right = other
    return left.withUTF8 { left in
      right.withUTF8 { right in
        compareRuns(left, right)
      }
    }
  }
}

/// Less than, equal to or greater than zero, as two runs of bytes compare.
func compareRuns(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
  let common = min(left.count, right.count)
  if common > 0, let first = left.baseAddress, let second = right.baseAddress {
    let order = memcmp(first, second, common)
    if order != 0 { return Int(order) }
  }
  return left.count - right.count
}
