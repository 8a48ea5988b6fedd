import Synchronization

/// The files of a site as they were read first, with changes that aren't on disk yet.
///
/// Several checks of one snapshot see the same bytes, whatever happens to the files meanwhile.
package final class SourceSnapshot: Sendable {
  package struct File: Sendable {
    package let path: String
    /// What was read.
    package let before: [UInt8]
    /// What it is to be.
    package fileprivate(set) var after: [UInt8]
  }

  private let files = Mutex<[String: File]>([:])

  package init() {}

  /// Whether files at this path are kept: those that people write fields in.
  func keeps(_ path: String) -> Bool {
    path.hasSuffix(".yml") || (path.hasSuffix(".md") && path.hasPrefix("content/"))
  }

  func bytes(of path: String) -> [UInt8]? { files.withLock { $0[path]?.after } }

  /// Keeps what was read, unless another reader was first.
  ///
  /// - Returns: the bytes that all readers get.
  func keep(_ bytes: [UInt8], of path: String) -> [UInt8] {
    files.withLock { files in
      if let file = files[path] { return file.after }
      files[path] = File(path: path, before: bytes, after: bytes)
      return bytes
    }
  }

  func change(_ path: String, to bytes: [UInt8]) {
    files.withLock { $0[path]?.after = bytes }
  }

  /// The files that are to be others than they were, sorted by their paths.
  package var changed: [File] {
    files.withLock { files in
      files.values.filter { $0.before != $0.after }
    }.sorted { $0.path.precedesByBytes($1.path) }
  }
}
