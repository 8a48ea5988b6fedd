package import SourceText

/// The folders that a build reads, with the files that the program carries below them.
package struct SourceTree: Sendable {
  /// The folder of `site.yml`, without a slash at its end.
  package let root: String

  /// Files that are kept as they were read first.
  private let snapshot: SourceSnapshot?

  package init(root: String, snapshot: SourceSnapshot? = nil) {
    self.root = root
    self.snapshot = snapshot
  }

  /// A file by its path below the root; files of the program itself are found under `<sitegen>/`.
  ///
  /// - Throws: `io/cannot-read` with the system's own words, or `io/too-large`.
  package func read(_ path: String, limit: Int = 1 << 26) throws(Diagnostic) -> SourceFile {
    if let embedded = EmbeddedFiles.bytes(path) { return SourceFile(path: path, bytes: embedded) }
    if let kept = snapshot?.bytes(of: path) { return SourceFile(path: path, bytes: kept) }
    do throws(FileFailure) {
      let bytes = try FileReader.read(root + "/" + path, limit: limit)
      guard let snapshot, snapshot.keeps(path) else { return SourceFile(path: path, bytes: bytes) }
      return SourceFile(path: path, bytes: snapshot.keep(bytes, of: path))
    } catch {
      throw error.diagnostic(path: path)
    }
  }

  /// The paths of all files below `folder`, relative to the root, sorted by their bytes.
  ///
  /// A folder that isn't there has no files.
  package func files(below folder: String) throws(Diagnostic) -> [String] {
    do throws(FileFailure) {
      return try DirectoryListing(of: root + "/" + folder).files.map { folder + "/" + $0 }
    } catch {
      if error.isMissing { return [] }
      throw error.diagnostic(path: folder)
    }
  }

  /// For printing faults: the bytes of a file they name.
  ///
  /// Files outside the tree, such as a state file, are named by their absolute paths.
  package func bytes(forFaultIn path: String) -> [UInt8]? {
    path.hasPrefix("/") ? try? FileReader.read(path, limit: 1 << 26) : try? read(path).bytes
  }
}
