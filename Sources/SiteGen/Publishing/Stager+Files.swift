import Glibc
import Hashing

// MARK: - What stands in the place

extension Stager {
  /// What an output finds at its path.
  enum Standing: Hashable {
    case nothing
    /// Not even its folder; the text is the outermost folder that is missing.
    case newFolder(String)
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
    case .missing: return .newFolder(walk.missingFolder)
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
  private func shown(_ copy: StagedCopy, of path: String) -> String {
    let place =
      switch copy {
      case .numbered(let number): String(number)
      case .inNewFolder: "\(OutputTree.OwnFile.stagedFolders)/\(path)"
      }
    return tree.shownOwn("\(OutputTree.OwnFile.staging)/\(place)")
  }

  /// The descriptor of the staging folder.
  mutating func openedStaging() throws(PublishingFailure) -> Int32 {
    if let number = staging?.number { return number }
    let opened = try tree.openStaging()
    let number = opened.number
    staging = consume opened
    return number
  }

  mutating func create(_ copy: StagedCopy, of path: String) throws(PublishingFailure) -> Descriptor
  {
    let descriptor = try openedStaging()
    do throws(SystemError) {
      switch copy {
      case .numbered(let number): return try tree.steps.create(String(number), in: descriptor)
      case .inNewFolder:
        let path = "\(OutputTree.OwnFile.stagedFolders)/\(path)"
        try makeFolders(of: path, in: descriptor)
        return try tree.steps.create(path, in: descriptor)
      }
    } catch {
      throw .cannotWrite(shown(copy, of: path), error)
    }
  }

  /// Makes the folder of a staged copy, and those around it where they are missing.
  private func makeFolders(of path: String, in staging: Int32) throws(SystemError) {
    do throws(SystemError) {
      try tree.steps.makeFolder(String(OutputPath.split(path).folder), in: staging)
    } catch  where error.code == ENOENT {
      for folder in OutputPath.folders(of: path) { try tree.steps.makeFolder(folder, in: staging) }
    }
  }

  /// Drops a staged copy that nobody needs.
  mutating func remove(_ copy: StagedCopy, of path: String) throws(PublishingFailure) {
    let descriptor = try openedStaging()
    do throws(SystemError) {
      switch copy {
      case .numbered(let number): try tree.steps.remove(String(number), in: descriptor)
      case .inNewFolder:
        try tree.steps.remove("\(OutputTree.OwnFile.stagedFolders)/\(path)", in: descriptor)
      }
    } catch {
      throw .cannotWrite(shown(copy, of: path), error)
    }
  }

  func write(
    _ bytes: UnsafeBufferPointer<UInt8>,
    to file: borrowing Descriptor,
    _ copy: StagedCopy,
    of path: String
  ) throws(PublishingFailure) {
    do throws(SystemError) {
      try tree.steps.write(bytes, to: file)
    } catch {
      throw .cannotWrite(shown(copy, of: path), error)
    }
  }

  /// Closes a staged copy; the result is what the manifest says of it.
  func close(
    _ file: consuming Descriptor,
    _ copy: StagedCopy,
    of path: String
  ) throws(PublishingFailure) -> FileIdentity {
    do throws(SystemError) {
      if tree.isDurable { try tree.steps.flush(file.number) }
      let identity = try FileStatus(of: file.number).identity
      try file.close()
      return identity
    } catch {
      throw .cannotWrite(shown(copy, of: path), error)
    }
  }
}
