import Hashing

/// What remains to be done once everything is staged.
///
/// It is complete as soon as it stands beside the manifest: it is written in the staging folder and
/// renamed. Every part of it may be done again after an interruption. Order: clearings, moves,
/// deletions, then the manifest.
struct Journal: Hashable, Sendable {
  /// What is staged gets its place.
  enum Move: Hashable, Sendable {
    case file(FileMove)
    /// A folder that is new, with everything in it; the text is its path.
    case folder(String)
  }

  struct FileMove: Hashable, Sendable {
    /// The number of the staged copy.
    let staged: UInt64
    let path: String
    let file: Manifest.Entry
    /// Whether a file of ours may stand there.
    let replaces: Bool
  }

  /// A published file goes, if it is still as it was.
  struct Deletion: Hashable, Sendable {
    let path: String
    let file: Manifest.Entry
  }

  /// SHA-256 of the new manifest's bytes.
  var manifest: SHA256Digest
  /// Deletions that make room: a file where a folder has to be, or the other way round.
  var clearings: [Deletion]
  var moves: [Move]
  var deletions: [Deletion]
}

// MARK: - On disk

extension Journal {
  private static var header: StaticString { "sitegen journal 2\n" }

  var bytes: [UInt8] {
    let count = clearings.count + moves.count + deletions.count
    var writer = BinaryWriter(header: Self.header, reservingBytes: 128 + count * 96)
    writer.append(manifest)
    writer.append(UInt64(moves.count))
    for move in moves {
      switch move {
      case .file(let move):
        writer.append(UInt8(move.replaces ? 1 : 0))
        writer.append(move.staged)
        append(move.file, move.path, to: &writer)
      case .folder(let path):
        writer.append(UInt8(2))
        writer.append(path)
      }
    }
    for list in [clearings, deletions] {
      writer.append(UInt64(list.count))
      for deletion in list {
        append(deletion.file, deletion.path, to: &writer)
      }
    }
    return writer.finish()
  }

  private func append(_ file: Manifest.Entry, _ path: String, to writer: inout BinaryWriter) {
    writer.append(file.digest)
    writer.append(file.identity)
    writer.append(path)
  }

  private static func file(from reader: inout BinaryReader) -> (Manifest.Entry, path: String)? {
    guard let digest = reader.digest(), let identity = reader.identity(),
      let path = reader.text(), OutputPath.isAllowed(path)
    else { return nil }
    return (Manifest.Entry(digest: digest, identity: identity), path)
  }

  /// Checks all of `bytes`; nil when they are not what we wrote.
  init?(_ bytes: [UInt8]) {
    guard var reader = BinaryReader(bytes, header: Self.header), let manifest = reader.digest(),
      let moves = Self.moves(from: &reader), let clearings = Self.deletions(from: &reader),
      let deletions = Self.deletions(from: &reader), reader.isAtEnd
    else { return nil }
    self.init(manifest: manifest, clearings: clearings, moves: moves, deletions: deletions)
  }

  private static func moves(from reader: inout BinaryReader) -> [Move]? {
    guard let count = reader.number(UInt64.self) else { return nil }
    var moves: [Move] = []
    for _ in 0..<count {
      guard let kind = reader.number(UInt8.self), kind <= 2 else { return nil }
      if kind == 2 {
        guard let path = reader.text(), OutputPath.isAllowed(path) else { return nil }
        moves.append(.folder(path))
        continue
      }
      guard let staged = reader.number(UInt64.self), let (file, path) = file(from: &reader)
      else { return nil }
      moves.append(
        .file(FileMove(staged: staged, path: path, file: file, replaces: kind == 1))
      )
    }
    return moves
  }

  private static func deletions(from reader: inout BinaryReader) -> [Deletion]? {
    guard let count = reader.number(UInt64.self) else { return nil }
    var deletions: [Deletion] = []
    for _ in 0..<count {
      guard let (file, path) = file(from: &reader) else { return nil }
      deletions.append(Deletion(path: path, file: file))
    }
    return deletions
  }
}
