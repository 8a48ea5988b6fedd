/// One file's bytes, read once.
package struct SourceFile: Sendable {
  /// The path as faults show it: relative to the site's folder, with `/` between its parts.
  package let path: String
  /// The whole file, as it is on disk: a byte-order mark and CRLF line ends are still there.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The text of `range`, in which bytes that are not UTF-8 become U+FFFD.
  package func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.indices.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
