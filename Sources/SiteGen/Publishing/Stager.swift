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
    let copy: StagedCopy
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
    let copy = makeCopy(for: standing)
    let file = try create(copy, of: path)
    try bytes.withBytes { (bytes) throws(PublishingFailure) in
      try write(bytes, to: file, copy, of: path)
    }
    let identity = try close(file, copy, of: path)
    return record(path, digest, order, identity, standing: standing, staged: copy)
  }

  /// Keeps a file that was made of another one, where both stand as they were published.
  ///
  /// - Parameters:
  ///   - path: the copy.
  ///   - original: what it is made of, as this build made it.
  /// - Returns: `nil` where the copy has to be made again.
  /// - Throws: `publish/cannot-read`.
  package mutating func keepCopy(
    _ path: String,
    of original: OutputRecord
  ) throws(PublishingFailure) -> OutputRecord? {
    guard !original.isChanged, folder.manifest.entry(of: original.path)?.digest == original.digest,
      let known = folder.manifest.entry(of: path),
      case .folder(let descriptor) = try walk.goToFolder(of: path),
      let status = try tree.status(of: OutputPath.split(path).name, in: descriptor, path: path),
      status.kind == .file, status.identity == known.identity
    else { return nil }
    return record(
      path,
      known.digest,
      original.order,
      known.identity,
      standing: .same(known.identity),
      staged: nil
    )
  }

  /// Where an output is staged: in a new folder as a part of it, else under a number.
  ///
  /// A durable build flushes folders one by one, and so moves files one by one.
  private func makeCopy(for standing: Standing) -> StagedCopy {
    if case .newFolder(let name) = standing, !tree.isDurable {
      folder.noteStaging()
      return .inNewFolder(name)
    }
    return .numbered(folder.makeStagedName())
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
    staged: StagedCopy?
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
    let copy =
      switch try walk.goToFolder(of: path) {
      case .missing: makeCopy(for: .newFolder(walk.missingFolder))
      case .folder, .blocked: makeCopy(for: .nothing)
      }
    stream = Stream(path: path, order: order, copy: copy, file: try create(copy, of: path))
  }

  /// Writes the next piece: hashed and staged as it passes.
  ///
  /// - Throws: `publish/cannot-write`.
  package mutating func append(_ bytes: borrowing ByteBuffer) throws(PublishingFailure) {
    guard var current = stream.take() else { preconditionFailure("no output was begun") }
    bytes.withBytes { hash.update($0) }
    do throws(PublishingFailure) {
      try bytes.withBytes { (bytes) throws(PublishingFailure) in
        try write(bytes, to: current.file, current.copy, of: current.path)
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
    let (path, order, copy, size) = (current.path, current.order, current.copy, current.size)
    let digest = hash.finish()
    let staged = try close(current.file, copy, of: path)
    let standing = try standing(at: path, size: size, digest)
    guard case .same(let identity) = standing else {
      return record(path, digest, order, staged, standing: standing, staged: copy)
    }
    try remove(copy, of: path)
    return record(path, digest, order, identity, standing: standing, staged: nil)
  }
}
