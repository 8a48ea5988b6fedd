package import Hashing
package import SourceText

/// One file of the output, as it was made.
package struct OutputRecord: Sendable, Hashable {
  /// Relative to the output folder, such as `jobs/welder/index.html`.
  package let path: String
  package let digest: SHA256Digest
  /// Bytes.
  package let size: Int
  package let order: PublishingOrder
  /// Whether the file has to be written; otherwise it already stands there with these bytes.
  package let isChanged: Bool

  /// The file as it will be found on disk: the staged copy, or the one that stays.
  let identity: FileIdentity
  /// The staged copy, if there is one.
  let staged: StagedCopy?
  /// Whether a file of ours stands at the path now.
  let replaces: Bool
  /// Whether a folder that holds files of ours stands at the path now.
  let needsFolderCleared: Bool
}

/// What publishing did.
package struct PublishingSummary: Sendable, Hashable {
  /// Files that are new or have new bytes.
  package var written: Int
  /// Files that are planned no more and were removed.
  package var deleted: Int
  /// Files that stand as they stood.
  package var unchanged: Int
  /// The paths of the removed files, sorted by their bytes.
  package var deletedPaths: [String]
  /// `publish/edited-file`, sorted.
  package var warnings: [Diagnostic]
}
