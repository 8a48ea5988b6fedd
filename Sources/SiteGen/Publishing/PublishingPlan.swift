import Hashing
import SourceText

/// What a commit is going to do, worked out before anything is changed.
struct PublishingPlan {
  private(set) var journal: Journal
  /// The bytes of the new manifest.
  let manifest: [UInt8]
  private(set) var summary: PublishingSummary

  /// Compares what this build made with what was published.
  ///
  /// - Throws: `publish/path-collision`, `publish/foreign-file`, `publish/cannot-read`.
  init(
    _ made: [OutputRecord],
    over published: Manifest,
    in tree: OutputTree
  ) throws(PublishingFailure) {
    // By their paths alone: comparing two records would copy both.
    let paths = made.map(\.path)
    let order = paths.indices.sorted { paths[$0].precedesByBytes(paths[$1]) }
    let records = order.map { made[$0] }
    let routes = PlannedPaths(records)
    try routes.checkCollisions()
    manifest = Manifest.bytes(of: records)
    journal = Journal(
      manifest: SHA256.digest(of: manifest),
      clearings: [],
      moves: Self.moves(for: records),
      deletions: []
    )
    let written = records.count { $0.isChanged }
    summary = PublishingSummary(
      written: written,
      deleted: 0,
      unchanged: records.count - written,
      deletedPaths: [],
      warnings: []
    )
    try planDeletions(routes, published, in: tree)
    try checkClearedFolders(records, in: tree)
  }

  /// A new folder gets its place with the first of its files.
  private static func moves(for records: [OutputRecord]) -> [Journal.Move] {
    var placed: Set<String> = []
    return PublishingOrder.allCases.flatMap { order in
      records.indices.compactMap { index -> Journal.Move? in
        guard records[index].order == order else { return nil }
        let record = records[index]
        switch record.staged {
        case nil: return nil
        case .inNewFolder(let folder):
          return placed.insert(folder).inserted ? .folder(folder) : nil
        case .numbered(let number):
          return .file(
            Journal.FileMove(
              staged: number,
              path: record.path,
              file: Manifest.Entry(digest: record.digest, identity: record.identity),
              replaces: record.replaces
            )
          )
        }
      }
    }
  }
}

// MARK: - Deletions

extension PublishingPlan {
  private mutating func planDeletions(
    _ planned: PlannedPaths,
    _ published: Manifest,
    in tree: OutputTree
  ) throws(PublishingFailure) {
    var walk = FolderWalk(tree)
    var next = 0
    for index in 0..<published.count {
      while next < planned.records.count, published.compare(index, planned.records[next].path) > 0 {
        next += 1
      }
      if next < planned.records.count, published.compare(index, planned.records[next].path) == 0 {
        continue
      }
      let path = published.path(at: index)
      let isInTheWay = planned.needsRoom(at: path)
      let entry = published.entry(at: index)
      switch try tree.state(of: path, entry, with: &walk) {
      case .gone: break
      case .ours(let identity):
        let file = Manifest.Entry(digest: entry.digest, identity: identity)
        let deletion = Journal.Deletion(path: path, file: file)
        if isInTheWay {
          journal.clearings.append(deletion)
        } else {
          journal.deletions.append(deletion)
        }
        summary.deleted += 1
        summary.deletedPaths.append(path)
      case .edited:
        if isInTheWay { throw .foreignFile(tree.shown(path)) }
        summary.warnings.append(.editedFile(tree.shown(path)))
      }
    }
  }
}

// MARK: - Folders that become files

extension PublishingPlan {
  /// Makes sure that nothing of somebody else stands in a folder whose place a file takes.
  private func checkClearedFolders(
    _ records: [OutputRecord],
    in tree: OutputTree
  ) throws(PublishingFailure) {
    let cleared = Set(journal.clearings.map(\.path))
    let folders = Set(journal.clearings.flatMap { OutputPath.folders(of: $0.path) })
    for record in records where record.needsFolderCleared {
      var walk = FolderWalk(tree)
      var waiting = [record.path]
      while let folder = waiting.popLast() {
        guard folders.contains(folder) else { throw .foreignFile(tree.shown(folder)) }
        // Any name inside leads the walk into the folder itself.
        guard case .folder(let descriptor) = try walk.goToFolder(of: folder + "/.") else {
          throw .foreignFile(tree.shown(folder))
        }
        for (name, kind) in try tree.entries(of: descriptor, path: folder) {
          let path = "\(folder)/\(name)"
          switch kind {
          case .folder: waiting.append(path)
          case .file where cleared.contains(path): continue
          case .file, .link, .other: throw .foreignFile(tree.shown(path))
          }
        }
      }
    }
  }
}
