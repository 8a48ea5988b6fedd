import Glibc

/// The lock on an output folder, held from the opening to the end of the build.
///
/// The system gives it back when the process ends in whatever way. The file says who held it last;
/// it is the one file that every build writes.
struct BuildLock: ~Copyable, Sendable {
  private let file: Descriptor

  private init(_ file: consuming Descriptor) { self.file = file }

  /// Takes the lock.
  ///
  /// - Throws: `publish/locked` when another build holds it and `options` say not to wait,
  ///   `publish/foreign-file`, `publish/cannot-write`.
  static func take(
    in tree: OutputTree,
    options: PublishingOptions,
    whenWaiting: (String) -> Void
  ) throws(PublishingFailure) -> BuildLock {
    do throws(SystemError) {
      let file = try openFile(in: tree)
      if try !lock(file, waiting: false) {
        guard options.waitsForLock else { throw SystemError(code: EWOULDBLOCK) }
        whenWaiting(holder(of: file))
        _ = try lock(file, waiting: true)
      }
      try sign(file, startedAt: options.startedAt, steps: tree.steps)
      return BuildLock(file)
    } catch {
      throw failure(error, in: tree)
    }
  }

  /// Gives the lock back before the file is closed.
  borrowing func release() { _ = flock(file.number, LOCK_UN) }
}

// MARK: - Steps

extension BuildLock {
  private static func openFile(in tree: OutputTree) throws(SystemError) -> Descriptor {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    let number = try tree.steps.perform("open-lock") {
      Int(openat(tree.own.number, OutputTree.OwnFile.lock, flags, 0o644))
    }
    return Descriptor(Int32(number))
  }

  /// Whether the lock is ours now.
  private static func lock(
    _ file: borrowing Descriptor,
    waiting: Bool
  ) throws(SystemError) -> Bool {
    while flock(file.number, waiting ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      if errno != EINTR { throw SystemError.last }
    }
    return true
  }

  /// Writes who holds the lock: one line without its line feed.
  private static func sign(
    _ file: borrowing Descriptor,
    startedAt: String,
    steps: SystemSteps
  ) throws(SystemError) {
    var holder = "process \(getpid())"
    if !startedAt.isEmpty { holder += ", started \(startedAt)" }
    let number = file.number
    try steps.perform("sign-lock") { Int(ftruncate(number, 0)) }
    try steps.perform("sign-lock") {
      holder.withUTF8 { pwrite(number, $0.baseAddress, $0.count, 0) }
    }
  }

  /// Who says in the file that they hold the lock.
  private static func holder(of file: borrowing Descriptor) -> String {
    var bytes = [UInt8](repeating: 0, count: 256)
    let number = file.number
    let count = bytes.withUnsafeMutableBytes { pread(number, $0.baseAddress, $0.count, 0) }
    return count <= 0 ? "another process" : String(decoding: bytes[..<count], as: UTF8.self)
  }

  private static func failure(_ error: SystemError, in tree: OutputTree) -> PublishingFailure {
    let shown = tree.shownOwn(OutputTree.OwnFile.lock)
    switch error.code {
    case ELOOP, EISDIR: return .foreignFile(shown)
    case EWOULDBLOCK:
      let file = try? Descriptor.open(OutputTree.OwnFile.lock, in: tree.own.number, flags: O_RDONLY)
      guard let file else { return .cannotWrite(shown, error) }
      return .locked(tree.path, by: holder(of: file))
    default: return .cannotWrite(shown, error)
    }
  }
}
