import Glibc

/// What tells without reading whether a file is still the one that we left.
struct FileIdentity: Hashable, Sendable {
  /// Bytes.
  let size: UInt64
  /// Nanoseconds since 1970-01-01 UTC.
  let modified: Int64
  let inode: UInt64
}

/// What stands at a place.
struct FileStatus: Sendable {
  enum Kind: Sendable {
    case file, folder, link, other

    /// What an entry of a folder says that it is; many file systems leave it open.
    init?(directoryType: Int32) {
      switch Int(directoryType) {
      case Int(DT_REG): self = .file
      case Int(DT_DIR): self = .folder
      case Int(DT_LNK): self = .link
      default: return nil
      }
    }
  }

  let kind: Kind
  let identity: FileIdentity
  let device: UInt64

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    identity = FileIdentity(
      size: UInt64(status.st_size),
      modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
      inode: UInt64(status.st_ino)
    )
    device = UInt64(status.st_dev)
  }

  /// What `name` in an open folder is; a link is not followed.
  ///
  /// - Throws: the `errno` of the call.
  init(of name: String, in folder: Int32) throws(SystemError) {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { throw SystemError.last }
    self.init(status)
  }

  /// What an open descriptor is.
  ///
  /// - Throws: the `errno` of the call.
  init(of descriptor: Int32) throws(SystemError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError.last }
    self.init(status)
  }
}

/// A system call that did not succeed.
package struct SystemError: Error, Hashable, Sendable {
  /// The `errno`.
  package let code: Int32

  package init(code: Int32) { self.code = code }

  /// The error of the call just made.
  static var last: SystemError { SystemError(code: errno) }

  /// The system's own words, such as `No space left on device`.
  package var text: String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }
}
