import Glibc
import Synchronization

/// The one gate that every system call that changes something passes.
///
/// Shared by all workers of a build. Steps count from 0.
final class SystemSteps: Sendable {
  private let beforeStep: (@Sendable (Int, StaticString) -> StepOutcome)?
  private let count = Atomic<Int>(0)

  init(beforeStep: (@Sendable (Int, StaticString) -> StepOutcome)?) {
    self.beforeStep = beforeStep
  }

  /// Makes a call, again when a signal interrupted it.
  ///
  /// - Parameters:
  ///   - name: the call's name, such as `rename`, for the hook.
  ///   - call: returns a negative number and sets `errno` when it did not succeed.
  /// - Returns: what the call returned.
  /// - Throws: the call's `errno`, or the one that the hook wants.
  @discardableResult
  func perform(_ name: StaticString, _ call: () -> Int) throws(SystemError) -> Int {
    if let beforeStep {
      let step = count.wrappingAdd(1, ordering: .relaxed).oldValue
      if case .fail(let code) = beforeStep(step, name) { throw SystemError(code: code) }
    }
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError.last }
    }
  }
}

// MARK: - The calls

extension SystemSteps {
  /// Makes a file that is not there yet and opens it for writing.
  func create(_ name: String, in folder: Int32) throws(SystemError) -> Descriptor {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    return Descriptor(Int32(try perform("create") { Int(openat(folder, name, flags, 0o644)) }))
  }

  /// Writes all of `bytes`.
  func write(
    _ bytes: UnsafeBufferPointer<UInt8>,
    to descriptor: borrowing Descriptor
  ) throws(SystemError) {
    let number = descriptor.number
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let chunk = rest
      let count = try perform("write") { Glibc.write(number, chunk.baseAddress, chunk.count) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Waits until the disk has the file or folder.
  func flush(_ descriptor: Int32) throws(SystemError) {
    try perform("flush") { Int(fsync(descriptor)) }
  }

  /// Makes a folder; one that is there already is fine.
  ///
  /// - Returns: whether it was not there.
  @discardableResult
  func makeFolder(_ name: String, in folder: Int32 = AT_FDCWD) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try perform("make-folder") { Int(mkdirat(folder, name, 0o755)) }
      return true
    } catch {
      if error.code != EEXIST { throw error }
      return false
    }
  }

  /// Gives a file a new place; what stands there is replaced in one go.
  func rename(
    _ name: String,
    in folder: Int32,
    to newName: String,
    in newFolder: Int32
  ) throws(SystemError) {
    try perform("rename") { Int(renameat(folder, name, newFolder, newName)) }
  }

  /// Gives a file a second name without ever replacing what stands there.
  ///
  /// Unlike `rename`, which replaces. The first name goes when the staging folder is cleared.
  ///
  /// - Throws: `EEXIST` when something stands there.
  func link(
    _ name: String,
    in folder: Int32,
    to newName: String,
    in newFolder: Int32
  ) throws(SystemError) {
    do throws(SystemError) {
      try perform("link") { Int(linkat(folder, name, newFolder, newName, 0)) }
    } catch  where error.code == EPERM || error.code == EOPNOTSUPP {
      // The file system gives a file one name only; the place was looked at before.
      try rename(name, in: folder, to: newName, in: newFolder)
    }
  }

  /// Removes a file; one that is gone already is fine.
  func remove(_ name: String, in folder: Int32) throws(SystemError) {
    do throws(SystemError) {
      try perform("remove") { Int(unlinkat(folder, name, 0)) }
    } catch {
      if error.code != ENOENT { throw error }
    }
  }

  /// Removes a folder if it is empty.
  ///
  /// - Returns: whether it is gone.
  @discardableResult
  func removeFolderIfEmpty(_ name: String, in folder: Int32) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try perform("remove-folder") { Int(unlinkat(folder, name, AT_REMOVEDIR)) }
      return true
    } catch {
      switch error.code {
      case ENOENT: return true
      // A mount point is busy; something else than a folder is not ours.
      case ENOTEMPTY, EEXIST, ENOTDIR, EBUSY: return false
      default: throw error
      }
    }
  }
}
