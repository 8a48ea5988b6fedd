/// The paths of a whole site, for questions about files and the folders that they need.
struct PlannedPaths {
  /// Sorted by the bytes of their paths.
  let records: [OutputRecord]

  init(_ records: [OutputRecord]) { self.records = records }

  /// Whether a file with this path is planned.
  func contains(_ path: String) -> Bool {
    let index = firstIndex(notBefore: path)
    return index < records.count && records[index].path == path
  }

  /// Whether a published file at `path` makes another planned one impossible.
  ///
  /// It does when a folder is to stand there, or when a file is to stand where one of its folders is.
  func needsRoom(at path: String) -> Bool {
    let prefix = path + "/"
    let index = firstIndex(notBefore: prefix)
    if index < records.count, records[index].path.utf8.starts(with: prefix.utf8) { return true }
    return OutputPath.folders(of: path).contains { contains($0) }
  }

  /// Looks for two files with one path, and for files that stand where another needs a folder.
  ///
  /// - Throws: `publish/path-collision`.
  func checkCollisions() throws(PublishingFailure) {
    var checkedFolder: Substring = ""
    for (index, record) in records.enumerated() {
      if index > 0, records[index - 1].path == record.path {
        throw .pathCollision(record.path, with: record.path)
      }
      let folder = OutputPath.split(record.path).folder
      if folder == checkedFolder { continue }
      checkedFolder = folder
      for outer in OutputPath.folders(of: record.path) where contains(outer) {
        throw .pathCollision(outer, with: record.path)
      }
    }
  }

  private func firstIndex(notBefore path: String) -> Int {
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if records[middle].path.precedesByBytes(path) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
