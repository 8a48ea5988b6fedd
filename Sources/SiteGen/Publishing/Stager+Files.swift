import Glibc
import Hashing

// MARK: - What stands in the place

extension Stager {
  /// What an output finds at its path.
  enum Standing: Hashable {
    case nothing
    /// The very bytes that are planned, whoever wrote them.
    case same(FileIdentity)
    /// A file that we wrote, which may be replaced.
    case ours
    /// A folder in which files of ours stand; whether all of them are shows at the commit.
    case folderOfOurs
  }

  /// Looks at the place of an output.
  ///
  /// A file that is as we left it is known by its size, time and inode; only other files of the same
  /// size are read.
  ///
  /// - Throws: `publish/foreign-file`, `publish/cannot-read`.
  mutating func standing(
    at path: String,
    size: Int,
    _ digest: SHA256Digest
  ) throws(PublishingFailure) -> Standing {
    let known = folder.manifest.entry(of: path)
    let descriptor: Int32
    switch try walk.goToFolder(of: path) {
    case .missing: return .nothing
    case .folder(let folder): descriptor = folder
    case .blocked(let place):
      // A file of ours there is planned no more, or the commit finds the collision.
      guard folder.manifest.entry(of: place) != nil, try isFile(place) else {
        throw .foreignFile(tree.shown(place))
      }
      return .nothing
    }
    let name = OutputPath.split(path).name
    guard let status = try tree.status(of: name, in: descriptor, path: path) else {
      return .nothing
    }
    switch status.kind {
    case .folder:
      guard folder.manifest.hasFiles(in: path) else { throw .foreignFile(tree.shown(path)) }
      return .folderOfOurs
    case .link, .other: throw .foreignFile(tree.shown(path))
    case .file: break
    }
    if let known, known.identity == status.identity {
      return known.digest == digest ? .same(status.identity) : .ours
    }
    if status.identity.size == UInt64(size),
      try tree.digest(of: name, in: descriptor, path: path) == digest
    {
      return .same(status.identity)
    }
    guard known != nil else { throw .foreignFile(tree.shown(path)) }
    return .ours
  }

  private mutating func isFile(_ path: String) throws(PublishingFailure) -> Bool {
    guard case .folder(let folder) = try walk.goToFolder(of: path) else { return false }
    return try tree.status(of: OutputPath.split(path).name, in: folder, path: path)?.kind == .file
  }
}

// MARK: - Staged copies

extension Stager {
  func shownStaged(_ name: UInt64) -> String {
    tree.shownOwn("\(OutputTree.OwnFile.staging)/\(name)")
  }

  /// The descriptor of the staging folder.
  mutating func openedStaging() throws(PublishingFailure) -> Int32 {
    if let number = staging?.number { return number }
    let opened = try tree.openStaging()
    let number = opened.number
    staging = consume opened
    return number
  }

  mutating func createStaged(_ name: UInt64) throws(PublishingFailure) -> Descriptor {
    let descriptor = try openedStaging()
    do throws(SystemError) {
      return try tree.steps.create(String(name), in: descriptor)
    } catch {
      throw .cannotWrite(shownStaged(name), error)
    }
  }

  func write(
    _ bytes: UnsafeBufferPointer<UInt8>,
    to file: borrowing Descriptor,
    _ name: UInt64
  ) throws(PublishingFailure) {
    do throws(SystemError) {
      try tree.steps.write(bytes, to: file)
    } catch {
      throw .cannotWrite(shownStaged(name), error)
    }
  }

  /// Closes a staged copy; the result is what the manifest says of it.
  func close(
    _ file: consuming Descriptor,
    _ name: UInt64
  ) throws(PublishingFailure) -> FileIdentity {
    do throws(SystemError) {
      if tree.isDurable { try tree.steps.flush(file.number) }
      let identity = try FileStatus(of: file.number).identity
      try file.close()
      return identity
    } catch {
      throw .cannotWrite(shownStaged(name), error)
    }
  }
}
