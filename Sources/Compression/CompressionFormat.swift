/// How a file is compressed, as `site.yml` names it.
package enum CompressionFormat: String, CaseIterable, Hashable, Sendable {
  case gzip, brotli

  /// What the name of a compressed file ends in behind that of the file itself.
  package var suffix: String {
    switch self {
    case .gzip: ".gz"
    case .brotli: ".br"
    }
  }
}
