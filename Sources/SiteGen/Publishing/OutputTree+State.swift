import Hashing

/// What became of a file that we wrote.
enum PublishedState: Hashable, Sendable {
  case gone
  /// It holds our bytes; its time and inode may be others, as after a copy.
  case ours(FileIdentity)
  /// Somebody changed it, or put something else in its place.
  case edited

  var isOurs: Bool { if case .ours = self { true } else { false } }
}

extension OutputTree {
  /// Whether a file is still the one that `entry` describes; it is read only if it looks different.
  func state(
    of path: String,
    _ entry: Manifest.Entry,
    with walk: inout FolderWalk
  ) throws(PublishingFailure) -> PublishedState {
    guard case .folder(let folder) = try walk.goToFolder(of: path) else { return .gone }
    return try state(of: OutputPath.split(path).name, in: folder, path: path, entry)
  }

  /// The same for a file in an open folder.
  func state(
    of name: String,
    in folder: Int32,
    path: String,
    _ entry: Manifest.Entry
  ) throws(PublishingFailure) -> PublishedState {
    guard let status = try status(of: name, in: folder, path: path) else { return .gone }
    guard status.kind == .file else { return .edited }
    if status.identity == entry.identity { return .ours(entry.identity) }
    guard status.identity.size == entry.identity.size,
      try digest(of: name, in: folder, path: path) == entry.digest
    else { return .edited }
    return .ours(status.identity)
  }
}
