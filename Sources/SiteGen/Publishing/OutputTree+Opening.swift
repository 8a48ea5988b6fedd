import Glibc

// MARK: - Opening

extension OutputTree {
  /// Opens the output folder and our own folder in it; both are made when they aren't there.
  static func open(
    _ path: String,
    options: PublishingOptions
  ) throws(PublishingFailure) -> OutputTree {
    let steps = SystemSteps(beforeStep: options.beforeStep)
    let root = try openRoot(path, steps: steps)
    let own: Descriptor
    do throws(SystemError) {
      own = try openOrMake(OutputPath.ownFolder, in: root.number, steps: steps)
    } catch {
      let shown = "\(path)/\(OutputPath.ownFolder)"
      throw error.code == ENOTDIR || error.code == ELOOP
        ? .foreignFile(shown) : .cannotWrite(shown, error)
    }
    return OutputTree(
      path: path,
      root: root,
      own: own,
      steps: steps,
      isDurable: options.isDurable
    )
  }

  private static func openOrMake(
    _ name: String,
    in folder: Int32,
    steps: SystemSteps
  ) throws(SystemError) -> Descriptor {
    do throws(SystemError) {
      return try Descriptor.openFolder(name, in: folder)
    } catch  where error.code == ENOENT {
      try steps.makeFolder(name, in: folder)
      return try Descriptor.openFolder(name, in: folder)
    }
  }

  /// Opens the output folder itself, through links if need be, and makes it with its parents.
  private static func openRoot(
    _ path: String,
    steps: SystemSteps
  ) throws(PublishingFailure) -> Descriptor {
    do throws(SystemError) {
      do throws(SystemError) {
        return try Descriptor.open(path, flags: O_RDONLY | O_DIRECTORY)
      } catch  where error.code == ENOENT && !path.isEmpty {
        for folder in OutputPath.folders(of: path) where !folder.isEmpty {
          try steps.makeFolder(folder)
        }
        try steps.makeFolder(path)
        return try Descriptor.open(path, flags: O_RDONLY | O_DIRECTORY)
      }
    } catch {
      throw error.code == ENOTDIR ? .foreignFile(path) : .cannotWrite(path, error)
    }
  }
}

// MARK: - After an interruption

extension OutputTree {
  /// Completes what a build had begun to put into place, and clears what another had only staged.
  func recover() throws(PublishingFailure) {
    if let bytes = try readOwn(OwnFile.journal) {
      guard let journal = Journal(bytes) else {
        throw .damagedJournal(shownOwn(OwnFile.journal))
      }
      do throws(PublishingFailure) {
        _ = try follow(journal)
      } catch {
        throw error.afterJournal()
      }
    }
    try clearStaging()
  }

  /// What was published last; nothing when there is no manifest.
  func readManifest() throws(PublishingFailure) -> Manifest {
    guard let bytes = try readOwn(OwnFile.manifest) else { return Manifest() }
    guard let manifest = Manifest(bytes) else {
      throw .damagedManifest(shownOwn(OwnFile.manifest))
    }
    return manifest
  }

  /// The bytes of a file in our own folder; nil when there is none.
  private func readOwn(_ name: String) throws(PublishingFailure) -> [UInt8]? {
    do throws(SystemError) {
      let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK
      let file = try Descriptor.open(name, in: own.number, flags: flags)
      return try file.readAll()
    } catch  where error.code == ENOENT {
      return nil
    } catch  where error.code == ELOOP || error.code == EISDIR {
      throw .foreignFile(shownOwn(name))
    } catch {
      throw .cannotRead(shownOwn(name), error)
    }
  }
}
