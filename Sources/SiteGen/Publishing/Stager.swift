import Glibc
import Hashing
package import SourceText

/// Takes the outputs of one worker: hashes them, and writes to staging only what has changed.
///
/// Make one per worker, in the task that uses it. What is staged is published by
/// ``OutputFolder/commit(_:)``.
package struct Stager: ~Copyable {
  let folder: OutputFolder
  var walk: FolderWalk
  /// The staging folder, opened with the first output that has changed.
  var staging: Descriptor?
  private var hash = SHA256()
  private var stream: Stream?

  /// An output that is being written piece by piece.
  private struct Stream: ~Copyable {
    let path: String
    let order: PublishingOrder
    let name: UInt64
    let file: Descriptor
    var size = 0
  }

  init(_ folder: OutputFolder) {
    self.folder = folder
    walk = FolderWalk(folder.tree)
  }

  var tree: OutputTree { folder.tree }
}

// MARK: - Whole outputs

extension Stager {
  /// Compares an output with what was published, and writes it to staging if it has changed.
  ///
  /// - Parameters:
  ///   - path: relative to the output folder, such as `jobs/welder/index.html`.
  ///   - order: when it gets its place among the others.
  ///   - bytes: the whole output.
  /// - Returns: the record that ``OutputFolder/commit(_:)`` wants.
  /// - Throws: `publish/foreign-file`, `publish/path-not-allowed`, `publish/cannot-write`,
  ///   `publish/cannot-read`.
  package mutating func stage(
    _ path: String,
    order: PublishingOrder,
    _ bytes: borrowing ByteBuffer
  ) throws(PublishingFailure) -> OutputRecord {
    try checkPath(path)
    let digest = bytes.withBytes { hash.digest(of: $0) }
    let standing = try standing(at: path, size: bytes.count, digest)
    if case .same(let identity) = standing {
      return record(path, digest, order, identity, standing: standing, staged: nil)
    }
    let name = folder.makeStagedName()
    let file = try createStaged(name)
    try bytes.withBytes { (bytes) throws(PublishingFailure) in
      try write(bytes, to: file, name)
    }
    let identity = try close(file, name)
    return record(path, digest, order, identity, standing: standing, staged: name)
  }

  private func checkPath(_ path: String) throws(PublishingFailure) {
    precondition(stream == nil, "an output is still being written")
    guard OutputPath.isAllowed(path) else { throw .pathNotAllowed(path) }
  }

  private func record(
    _ path: String,
    _ digest: SHA256Digest,
    _ order: PublishingOrder,
    _ identity: FileIdentity,
    standing: Standing,
    staged: UInt64?
  ) -> OutputRecord {
    OutputRecord(
      path: path,
      digest: digest,
      size: Int(identity.size),
      order: order,
      isChanged: staged != nil,
      identity: identity,
      staged: staged,
      replaces: standing == .ours,
      needsFolderCleared: standing == .folderOfOurs
    )
  }
}

// MARK: - Outputs too large for memory

extension Stager {
  /// Starts an output that comes in pieces; one at a time.
  ///
  /// - Throws: `publish/path-not-allowed`, `publish/cannot-write`.
  package mutating func begin(
    _ path: String,
    order: PublishingOrder
  ) throws(PublishingFailure) {
    try checkPath(path)
    let name = folder.makeStagedName()
    stream = Stream(path: path, order: order, name: name, file: try createStaged(name))
  }

  /// Writes the next piece: hashed and staged as it passes.
  ///
  /// - Throws: `publish/cannot-write`.
  package mutating func append(_ bytes: borrowing ByteBuffer) throws(PublishingFailure) {
    guard var current = stream.take() else { preconditionFailure("no output was begun") }
    bytes.withBytes { hash.update($0) }
    do throws(PublishingFailure) {
      try bytes.withBytes { (bytes) throws(PublishingFailure) in
        try write(bytes, to: current.file, current.name)
      }
    } catch {
      _ = hash.finish()
      throw error
    }
    current.size += bytes.count
    stream = consume current
  }

  /// Gives up the output that was begun, if there is one; its staged copy is never published.
  package mutating func cancel() {
    guard stream.take() != nil else { return }
    _ = hash.finish()
  }

  /// Ends the output; its staged copy is dropped when it is what already stands there.
  ///
  /// - Throws: `publish/foreign-file`, `publish/cannot-write`, `publish/cannot-read`.
  package mutating func finish() throws(PublishingFailure) -> OutputRecord {
    guard let current = stream.take() else { preconditionFailure("no output was begun") }
    let (path, order, name, size) = (current.path, current.order, current.name, current.size)
    let digest = hash.finish()
    let staged = try close(current.file, name)
    let standing = try standing(at: path, size: size, digest)
    guard case .same(let identity) = standing else {
      return record(path, digest, order, staged, standing: standing, staged: name)
    }
    let descriptor = try openedStaging()
    do throws(SystemError) {
      try tree.steps.remove(String(name), in: descriptor)
    } catch {
      throw .cannotWrite(shownStaged(name), error)
    }
    return record(path, digest, order, identity, standing: standing, staged: nil)
  }
}
