import Glibc

/// Writes single files whole: the state file, a new posting.
package enum FileWriter {
  /// Writes the next piece of a file.
  typealias Write = (UnsafeBufferPointer<UInt8>) throws(SystemError) -> Void

  /// Writes a file beside its place and then moves it there, so that no reader sees half of it.
  ///
  /// - Parameters:
  ///   - bytes: the whole new content.
  ///   - path: absolute or relative to the current folder; a link there is replaced, not followed.
  ///   - makesFolders: whether folders that are missing are made.
  ///   - replaces: whether a file that stands there may be replaced; otherwise it is a failure.
  /// - Throws: the system's answer; `isTaken` when a file stands there and may not be replaced.
  package static func writeAtomically(
    _ bytes: [UInt8],
    to path: String,
    makesFolders: Bool = true,
    replaces: Bool = true
  ) throws(FileFailure) {
    try writeAtomically(to: path, makesFolders: makesFolders, replaces: replaces) {
      (write) throws(SystemError) in
      try bytes.withUnsafeBufferPointer(write)
    }
  }

  /// Likewise for content that comes piece by piece: `content` hands each to the function it is given.
  static func writeAtomically(
    to path: String,
    makesFolders: Bool = true,
    replaces: Bool = true,
    _ content: (_ write: Write) throws(SystemError) -> Void
  ) throws(FileFailure) {
    let (folder, name) = OutputPath.split(path)
    let prefix = folder.isEmpty ? String(path.dropLast(name.utf8.count)) : folder + "/"
    // A leftover of a process with this number is nobody's.
    let temporary = "\(prefix).\(name.prefix(64)).\(getpid()).tmp"
    let steps = SystemSteps(beforeStep: nil)
    do throws(SystemError) {
      if makesFolders {
        for folder in OutputPath.folders(of: path) where !folder.isEmpty {
          try steps.makeFolder(folder)
        }
      }
      try steps.remove(temporary, in: AT_FDCWD)
      do throws(SystemError) {
        try write(content, to: temporary, steps: steps)
        if replaces {
          try steps.rename(temporary, in: AT_FDCWD, to: path, in: AT_FDCWD)
        } else {
          try steps.link(temporary, in: AT_FDCWD, to: path, in: AT_FDCWD)
          try steps.remove(temporary, in: AT_FDCWD)
        }
      } catch {
        try? steps.remove(temporary, in: AT_FDCWD)
        throw error
      }
    } catch {
      throw FileFailure(path: path, reason: .system(error))
    }
  }

  private static func write(
    _ content: (_ write: Write) throws(SystemError) -> Void,
    to path: String,
    steps: SystemSteps
  ) throws(SystemError) {
    let file = try steps.create(path, in: AT_FDCWD)
    try content { (bytes) throws(SystemError) in try steps.write(bytes, to: file) }
    try file.close()
  }
}
