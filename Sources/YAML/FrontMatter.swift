package import SourceText

/// The two parts of a file that starts with fields between two lines `---`.
package struct FrontMatter: Hashable, Sendable {
  /// What stands between the fences.
  package let yaml: SourceRange
  /// What follows the second fence's line.
  package let body: SourceRange

  /// How many bytes of fields a file may have.
  package static let sizeLimit = 65_536
}

// MARK: - Splitting

extension FrontMatter {
  /// Splits a file at its fences.
  ///
  /// A fence is a line of three hyphens with nothing but spaces and tabs behind them. A byte-order
  /// mark and CRLF are accepted; the fence lines belong to neither part.
  ///
  /// - Throws: `front-matter/missing` on the first line, `front-matter/unclosed` or
  ///   `front-matter/too-large` on the opening fence.
  /// - Complexity: one pass over the bytes before the closing fence.
  package static func split(_ file: SourceFile) throws(Diagnostic) -> FrontMatter {
    let bytes = file.bytes
    let first = line(of: bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    let opening = SourceRange(first.content)
    guard isFence(bytes[first.content]) else { throw missing(file, first.content) }
    var next = first.end
    while next < bytes.count {
      let line = line(of: bytes, from: next)
      if isFence(bytes[line.content]) {
        guard next - first.end <= sizeLimit else { throw tooLarge(file, opening) }
        return FrontMatter(
          yaml: SourceRange(first.end..<next),
          body: SourceRange(line.end..<bytes.count)
        )
      }
      next = line.end
    }
    throw unclosed(file, opening, from: first.end)
  }

  /// The line that starts at `start`: without its line end, and where the next one starts.
  static func line(of bytes: [UInt8], from start: Int) -> (content: Range<Int>, end: Int) {
    var end = start
    unsafe bytes.withUnsafeBufferPointer { bytes in
      while end < bytes.count, unsafe bytes[end] != 0x0A && bytes[end] != 0x0D { end += 1 }
    }
    let isCRLF = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
    return (start..<end, min(end + (isCRLF ? 2 : 1), bytes.count))
  }

  static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: [0x2D, 0x2D, 0x2D])
      && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
