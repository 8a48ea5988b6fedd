import Glibc

extension FileWriter {
  /// How an attempt to change a file of the author's ended.
  enum Replacement: Sendable {
    case done
    /// The file is another one than the one that was read.
    case changedMeanwhile
    /// The path leads out of the folder.
    case outside
  }

  /// Replaces a file whose bytes are known, so that no reader sees half of it.
  ///
  /// Its permissions stay, and its owner where the system allows that. A link is kept: the file that
  /// it leads to is replaced.
  ///
  /// - Parameters:
  ///   - path: absolute or relative to the current folder.
  ///   - root: the folder that the file must be in, when all links are followed.
  ///   - before: what the file holds; a file that holds something else is left alone.
  ///   - after: the whole new content.
  /// - Returns: whether it was replaced, or why not.
  /// - Throws: the system's answer; `EACCES` for a file that may not be written.
  static func replace(
    _ path: String,
    below root: String,
    from before: [UInt8],
    to after: [UInt8]
  ) throws(FileFailure) -> Replacement {
    do throws(SystemError) {
      let real = try DirectoryListing.realPath(path)
      let folder = try DirectoryListing.realPath(root)
      guard folder == "/" || real.utf8.starts(with: "\(folder)/".utf8) else { return .outside }
      let file = try Descriptor.open(real, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
      var status = stat()
      guard fstat(file.number, &status) == 0 else { throw SystemError.last }
      guard FileStatus(status).kind == .file else { return .changedMeanwhile }
      let bytes = try file.readAll()
      if bytes == after { return .done }
      guard bytes == before else { return .changedMeanwhile }
      guard access(real, W_OK) == 0 else { throw SystemError.last }
      try move(after, onto: real, like: status)
      return .done
    } catch {
      throw FileFailure(path: path, reason: .system(error))
    }
  }

  private static func move(
    _ bytes: [UInt8],
    onto path: String,
    like status: stat
  ) throws(SystemError) {
    let (folder, name) = OutputPath.split(path)
    let temporary = "\(folder)/.\(name.prefix(64)).\(getpid()).tmp"
    let steps = SystemSteps(beforeStep: nil)
    try steps.remove(temporary, in: AT_FDCWD)
    do throws(SystemError) {
      let file = try steps.create(temporary, in: AT_FDCWD)
      let number = file.number
      // Before the first byte, so that nobody reads what was not theirs to read. Only root can give a
      // file away, which clears some permissions.
      if status.st_uid != geteuid() || status.st_gid != getegid() {
        _ = fchown(number, status.st_uid, status.st_gid)
      }
      try steps.perform("permissions") { Int(fchmod(number, status.st_mode & 0o7777)) }
      try bytes.withUnsafeBufferPointer { (bytes) throws(SystemError) in
        try steps.write(bytes, to: file)
      }
      try file.close()
      try steps.rename(temporary, in: AT_FDCWD, to: path, in: AT_FDCWD)
    } catch {
      try? steps.remove(temporary, in: AT_FDCWD)
      throw error
    }
  }
}
