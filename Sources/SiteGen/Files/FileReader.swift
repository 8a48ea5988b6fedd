import Glibc

/// Why a file or folder could not be read or written.
package struct FileFailure: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The system's answer.
    case system(SystemError)
    /// The file has more bytes than the limit.
    case tooLarge(limit: Int)
    /// It is a folder, a device or the like.
    case notAFile
  }

  /// As it was asked for.
  package let path: String
  package let reason: Reason

  /// Whether nothing stands at the path.
  package var isMissing: Bool {
    reason == .system(SystemError(code: ENOENT)) || reason == .system(SystemError(code: ENOTDIR))
  }

  /// Whether something stands at the path already.
  package var isTaken: Bool { reason == .system(SystemError(code: EEXIST)) }

  /// What is wrong, such as `Permission denied`; it fits behind the path and a colon.
  package var text: String {
    switch reason {
    case .system(let error): error.text
    case .tooLarge(let limit): "larger than \(limit) bytes"
    case .notAFile: "not a file"
    }
  }
}

/// Reads files whole.
package enum FileReader {
  /// The bytes of a file; links are followed.
  ///
  /// - Parameters:
  ///   - path: absolute or relative to the current folder.
  ///   - limit: the most bytes that are read.
  /// - Returns: all bytes as they are on disk.
  /// - Throws: `isMissing`, a file that is too large, a folder, or the system's answer.
  package static func read(
    _ path: String,
    limit: Int = 1 << 30
  ) throws(FileFailure) -> [UInt8] {
    do throws(SystemError) {
      // A pipe without a writer must not hold the program up.
      let file = try Descriptor.open(path, flags: O_RDONLY | O_NONBLOCK)
      let status = try FileStatus(of: file.number)
      guard status.kind == .file else { throw SystemError(code: EISDIR) }
      return try file.readAll(expecting: status.identity.size, limit: limit)
    } catch {
      switch error.code {
      case EFBIG: throw FileFailure(path: path, reason: .tooLarge(limit: limit))
      case EISDIR: throw FileFailure(path: path, reason: .notAFile)
      default: throw FileFailure(path: path, reason: .system(error))
      }
    }
  }
}

extension FileReader {
  /// Whether anything stands at `path`, a dangling link included.
  package static func exists(_ path: String) -> Bool {
    (try? FileStatus(of: path, in: AT_FDCWD)) != nil
  }
}
