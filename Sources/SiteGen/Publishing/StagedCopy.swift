/// Where an output waits for its place.
enum StagedCopy: Hashable, Sendable {
  /// Under a number in the staging folder.
  case numbered(UInt64)
  /// At its own path below `staging/tree`: the folder named here is new, and gets its place as a
  /// whole.
  case inNewFolder(String)
}
