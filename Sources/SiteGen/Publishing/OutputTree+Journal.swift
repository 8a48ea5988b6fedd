import Glibc
import Hashing
import SourceText

// MARK: - Writing it

extension OutputTree {
  /// Stages the new manifest and writes the journal; from its last step on the new site is certain.
  ///
  /// - Parameters:
  ///   - journal: what remains to be done.
  ///   - manifest: the bytes of the new manifest.
  ///   - whenComplete: called as soon as the journal stands.
  /// - Throws: `publish/cannot-write`; if `whenComplete` was not called, nothing has changed.
  func writeJournal(
    _ journal: Journal,
    manifest: [UInt8],
    whenComplete: () -> Void
  ) throws(PublishingFailure) {
    let staging = try openStaging()
    do throws(SystemError) {
      try write(manifest, as: OwnFile.nextManifest, in: staging)
      try write(journal.bytes, as: OwnFile.nextJournal, in: staging)
      if isDurable { try steps.flush(staging.number) }
      try steps.rename(
        OwnFile.nextJournal,
        in: staging.number,
        to: OwnFile.journal,
        in: own.number
      )
      whenComplete()
      if isDurable { try steps.flush(own.number) }
    } catch {
      throw .cannotWrite(shownOwn(OwnFile.journal), error)
    }
  }

  private func write(
    _ bytes: [UInt8],
    as name: String,
    in folder: borrowing Descriptor
  ) throws(SystemError) {
    let file = try steps.create(name, in: folder.number)
    var failure: SystemError?
    bytes.withUnsafeBufferPointer { bytes in
      do throws(SystemError) { try steps.write(bytes, to: file) } catch { failure = error }
    }
    if let failure { throw failure }
    if isDurable { try steps.flush(file.number) }
    try file.close()
  }
}

// MARK: - Following it

extension OutputTree {
  /// Does what the journal says; whatever was done before is left as it is.
  ///
  /// - Returns: `publish/edited-file` for files that someone changed since the journal was written.
  /// - Throws: `publish/cannot-write`, `publish/foreign-file`, `publish/damaged-journal`; the journal
  ///   then stays, and following it again completes it.
  func follow(_ journal: Journal) throws(PublishingFailure) -> [Diagnostic] {
    let staging = try openStaging()
    var warnings = try delete(journal.clearings)
    var walk = FolderWalk(self, createsFolders: true, changesFolders: true)
    for move in journal.moves {
      switch move {
      case .file(let move): try place(move, from: staging, with: &walk)
      case .folder(let path): try placeFolder(path, from: staging, with: &walk)
      }
    }
    try walk.finish()
    warnings += try delete(journal.deletions)
    do throws(SystemError) {
      if isDurable { try steps.flush(root.number) }
      try placeManifest(journal.manifest, from: staging)
      if isDurable { try steps.flush(own.number) }
      try steps.remove(OwnFile.journal, in: own.number)
    } catch {
      throw .cannotWrite(shownOwn(OwnFile.manifest), error)
    }
    try clearStaging()
    return warnings
  }

  /// Renames one staged file to its place, unless that was done before.
  private func place(
    _ move: Journal.FileMove,
    from staging: borrowing Descriptor,
    with walk: inout FolderWalk
  ) throws(PublishingFailure) {
    let name = OutputPath.split(move.path).name
    let folder: Int32
    switch try walk.goToFolder(of: move.path) {
    case .folder(let descriptor): folder = descriptor
    case .blocked(let place): throw .foreignFile(shown(place))
    case .missing: throw .cannotWrite(shown(move.path), SystemError(code: ENOENT))
    }
    let staged = String(move.staged)
    do throws(SystemError) {
      if move.replaces || walk.isInNewFolder {
        try steps.rename(staged, in: staging.number, to: name, in: folder)
      } else {
        try steps.link(staged, in: staging.number, to: name, in: folder)
      }
    } catch {
      switch error.code {
      // Done before an interruption.
      case ENOENT where try state(of: move.path, move.file, with: &walk).isOurs: return
      case EEXIST where try state(of: move.path, move.file, with: &walk).isOurs: return
      case ENOENT: throw .damagedJournal(shownOwn(OwnFile.journal))
      case EEXIST, EISDIR, ENOTDIR: throw .foreignFile(shown(move.path))
      default: throw .cannotWrite(shown(move.path), error)
      }
    }
  }

  /// Renames a staged folder to its place, unless that was done before.
  ///
  /// What stands in the way stays: a folder replaces no more than an empty one.
  private func placeFolder(
    _ path: String,
    from staging: borrowing Descriptor,
    with walk: inout FolderWalk
  ) throws(PublishingFailure) {
    let name = OutputPath.split(path).name
    let folder: Int32
    switch try walk.goToFolder(of: path) {
    case .folder(let descriptor): folder = descriptor
    case .blocked(let place): throw .foreignFile(shown(place))
    case .missing: throw .cannotWrite(shown(path), SystemError(code: ENOENT))
    }
    do throws(SystemError) {
      let staged = "\(OwnFile.stagedFolders)/\(path)"
      try steps.rename(staged, in: staging.number, to: name, in: folder)
    } catch {
      switch error.code {
      // Done before an interruption.
      case ENOENT where try status(of: name, in: folder, path: path)?.kind == .folder: return
      case ENOENT: throw .damagedJournal(shownOwn(OwnFile.journal))
      case EEXIST, ENOTEMPTY, EISDIR, ENOTDIR: throw .foreignFile(shown(path))
      default: throw .cannotWrite(shown(path), error)
      }
    }
  }

  private func placeManifest(
    _ digest: SHA256Digest,
    from staging: borrowing Descriptor
  ) throws(SystemError) {
    do throws(SystemError) {
      try steps.rename(
        OwnFile.nextManifest,
        in: staging.number,
        to: OwnFile.manifest,
        in: own.number
      )
    } catch  where error.code == ENOENT {
      // Done before, if the manifest is the one that was planned.
      let file = try Descriptor.open(
        OwnFile.manifest,
        in: own.number,
        flags: O_RDONLY | O_NOFOLLOW
      )
      if SHA256.digest(of: try file.readAll()) != digest { throw error }
    }
  }
}

// MARK: - Deleting

extension OutputTree {
  /// Removes files that are as they were, then the folders that became empty.
  private func delete(_ deletions: [Journal.Deletion]) throws(PublishingFailure) -> [Diagnostic] {
    var walk = FolderWalk(self, changesFolders: true)
    var warnings: [Diagnostic] = []
    var folders: Set<String> = []
    for deletion in deletions {
      folders.formUnion(OutputPath.folders(of: deletion.path))
      guard case .folder(let folder) = try walk.goToFolder(of: deletion.path) else { continue }
      let name = OutputPath.split(deletion.path).name
      switch try state(of: name, in: folder, path: deletion.path, deletion.file) {
      case .gone: continue
      case .ours: break
      case .edited:
        warnings.append(.editedFile(shown(deletion.path)))
        continue
      }
      do throws(SystemError) {
        try steps.remove(name, in: folder)
      } catch {
        throw .cannotWrite(shown(deletion.path), error)
      }
    }
    // The innermost come first: a folder's path is a prefix of the paths in it.
    for folder in folders.sorted(by: { $1.precedesByBytes($0) }) {
      guard case .folder(let parent) = try walk.goToFolder(of: folder) else { continue }
      do throws(SystemError) {
        try steps.removeFolderIfEmpty(OutputPath.split(folder).name, in: parent)
      } catch {
        throw .cannotWrite(shown(folder), error)
      }
    }
    try walk.finish()
    return warnings
  }
}
