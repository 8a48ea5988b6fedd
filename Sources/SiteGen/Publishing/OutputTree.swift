import Glibc
import Hashing

/// An output folder that is open, with our own folder in it.
final class OutputTree: Sendable {
  /// The output folder as users know it.
  let path: String
  let root: Descriptor
  /// The folder `.sitegen`.
  let own: Descriptor
  let steps: SystemSteps
  let isDurable: Bool

  init(
    path: String,
    root: consuming Descriptor,
    own: consuming Descriptor,
    steps: SystemSteps,
    isDurable: Bool
  ) {
    self.path = path
    self.root = root
    self.own = own
    self.steps = steps
    self.isDurable = isDurable
  }
}

// MARK: - Names

extension OutputTree {
  /// A path of the output as users know it.
  func shown(_ path: String) -> String {
    self.path.utf8.last == UInt8(ascii: "/") ? self.path + path : "\(self.path)/\(path)"
  }

  /// A path in our own folder as users know it.
  func shownOwn(_ name: String) -> String { shown("\(OutputPath.ownFolder)/\(name)") }

  /// The files in our own folder.
  enum OwnFile {
    static let lock = "lock"
    static let manifest = "manifest"
    static let journal = "journal"
    static let staging = "staging"
    /// In the staging folder, until they get their place.
    static let stagedFolders = "tree"
    static let nextManifest = "manifest"
    static let nextJournal = "journal"
  }
}

// MARK: - Looking

extension OutputTree {
  /// What stands under `name` in an open folder; nil when there is nothing.
  func status(
    of name: String,
    in folder: Int32,
    path: @autoclosure () -> String
  ) throws(PublishingFailure) -> FileStatus? {
    do throws(SystemError) {
      return try FileStatus(of: name, in: folder)
    } catch {
      if error.code == ENOENT { return nil }
      throw .cannotRead(shown(path()), error)
    }
  }

  /// The digest of a file that stands in an open folder.
  func digest(
    of name: String,
    in folder: Int32,
    path: @autoclosure () -> String
  ) throws(PublishingFailure) -> SHA256Digest {
    do throws(SystemError) {
      let file = try Descriptor.open(name, in: folder, flags: O_RDONLY | O_NOFOLLOW)
      var running = SHA256()
      try file.readChunks { running.update($0) }
      return running.finish()
    } catch {
      throw .cannotRead(shown(path()), error)
    }
  }

  /// Opens the staging folder, which is made when it isn't there.
  func openStaging() throws(PublishingFailure) -> Descriptor {
    do throws(SystemError) {
      try steps.makeFolder(OwnFile.staging, in: own.number)
      return try Descriptor.openFolder(OwnFile.staging, in: own.number)
    } catch  where error.code == ENOTDIR || error.code == ELOOP {
      throw .foreignFile(shownOwn(OwnFile.staging))
    } catch {
      throw .cannotWrite(shownOwn(OwnFile.staging), error)
    }
  }

  /// Removes the staging folder and what is in it.
  func clearStaging() throws(PublishingFailure) {
    do throws(SystemError) {
      let staging = try Descriptor.openFolder(OwnFile.staging, in: own.number)
      for name in try staging.names() where name != OwnFile.stagedFolders {
        try steps.remove(name, in: staging.number)
      }
      try removeStagedFolder(OwnFile.stagedFolders, in: staging.number)
      try steps.removeFolderIfEmpty(OwnFile.staging, in: own.number)
    } catch  where error.code == ENOENT {
      return
    } catch  where error.code == ENOTDIR || error.code == ELOOP {
      throw .foreignFile(shownOwn(OwnFile.staging))
    } catch {
      throw .cannotWrite(shownOwn(OwnFile.staging), error)
    }
  }
}

// MARK: - Folders

extension OutputTree {
  /// Removes a folder of ours with everything in it; one that is gone already is fine.
  private func removeStagedFolder(_ name: String, in parent: Int32) throws(SystemError) {
    do throws(SystemError) {
      let folder = try Descriptor.openFolder(name, in: parent)
      for entry in try folder.names() {
        if try FileStatus(of: entry, in: folder.number).kind == .folder {
          try removeStagedFolder(entry, in: folder.number)
        } else {
          try steps.remove(entry, in: folder.number)
        }
      }
      try steps.removeFolderIfEmpty(name, in: parent)
    } catch  where error.code == ENOENT {
      return
    }
  }

  /// The names in an open folder with what they are.
  func entries(
    of folder: Int32,
    path: String
  ) throws(PublishingFailure) -> [(name: String, kind: FileStatus.Kind)] {
    do throws(SystemError) {
      let descriptor = try Descriptor.openFolder(".", in: folder)
      var entries: [(name: String, kind: FileStatus.Kind)] = []
      for name in try descriptor.names() {
        entries.append((name, try FileStatus(of: name, in: folder).kind))
      }
      return entries
    } catch {
      throw .cannotRead(shown(path), error)
    }
  }
}
