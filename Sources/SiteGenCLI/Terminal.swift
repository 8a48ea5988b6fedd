import Glibc

/// Where the program prints: results to standard output, the rest to standard error.
struct Terminal: Sendable {
  /// Whether standard error is a terminal that wants colour.
  let usesColor: Bool
  /// Whether progress may be drawn on standard error.
  let isInteractive: Bool

  init(environment: [String: String]) {
    isInteractive = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    usesColor = isInteractive && (environment["NO_COLOR"] ?? "").isEmpty
  }

  func print(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// A result that need not be UTF-8.
  func print(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { write($0, to: STDOUT_FILENO) }
  }

  func complain(_ text: String) { write(text, to: STDERR_FILENO) }

  private func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { write($0, to: descriptor) }
  }

  private func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
    var written = 0
    while written < bytes.count, let base = bytes.baseAddress {
      let count = Glibc.write(descriptor, base + written, bytes.count - written)
      if count < 0, errno == EINTR { continue }
      // A reader that has gone away, as in `sitegen list | head`, is no fault.
      guard count > 0 else { return }
      written += count
    }
  }
}
