import Compression
import SourceText

// Compressed copies beside texts, which hosts send instead of them.

extension OutputMaker {
  /// Smaller texts fit into one packet as they are.
  private static let leastSize = 1024

  /// Makes the copies that the site asks for; those of a text that stands as it stood are kept.
  ///
  /// - Parameters:
  ///   - record: the text itself, just staged.
  ///   - make: compresses the text and stages the result under a path.
  /// - Returns: a record for each copy; nothing for what is no text, or too short.
  /// - Throws: what staging a file throws.
  mutating func copies(
    of record: OutputRecord,
    _ make: (inout Self, Compressor, String) throws(PublishingFailure) -> OutputRecord?
  ) throws(PublishingFailure) -> [OutputRecord] {
    guard !compressors.isEmpty, record.size >= OutputMaker.leastSize,
      OutputMaker.isText(record.path)
    else { return [] }
    var copies: [OutputRecord] = []
    for compressor in compressors {
      let path = record.path + compressor.format.suffix
      if let kept = try stager?.keepCopy(path, of: record) {
        copies.append(kept)
      } else if let made = try make(&self, compressor, path) {
        copies.append(made)
      }
    }
    return copies
  }

  /// Compresses what the last output left in the buffer.
  mutating func stageCompressed(
    _ path: String,
    _ order: PublishingOrder,
    by compressor: Compressor
  ) throws(PublishingFailure) -> OutputRecord? {
    compressed.removeAll()
    buffer.withBytes { compressor.append($0, to: &compressed) }
    compressor.finish(into: &compressed)
    return try stager?.stage(path, order: order, compressed)
  }

  private static let textEndings: Set<Substring> = [
    "html", "css", "js", "mjs", "svg", "json", "xml", "txt", "md", "webmanifest", "ics", "csv",
  ]

  private static func isText(_ path: String) -> Bool {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return textEndings.contains(path[path.utf8.index(after: dot)...])
  }
}
