import Glibc
import SourceText

/// Where the lines of a text start, as cmark counts them: they end at LF, CRLF or CR.
struct BodyLines {
  private let range: Range<Int>
  /// The offsets in the file of the lines' first bytes.
  private(set) var starts: [Int]

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.range = range
    starts = [range.lowerBound]
    starts.reserveCapacity(range.count / 32 + 1)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, !range.isEmpty else { return }
      if unsafe memchr(base + range.lowerBound, 0x0D, range.count) == nil {
        unsafe addLineFeeds(in: base)
      } else {
        unsafe addLineEnds(in: bytes)
      }
    }
  }

  /// The lines of a text without CR, which the C library finds fastest.
  private mutating func addLineFeeds(in base: UnsafePointer<UInt8>) {
    var offset = range.lowerBound
    while offset < range.upperBound,
      let found = unsafe memchr(base + offset, 0x0A, range.upperBound - offset)
    {
      offset = unsafe UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base + 1
      starts.append(offset)
    }
  }

  private mutating func addLineEnds(in bytes: UnsafeBufferPointer<UInt8>) {
    for offset in range {
      let byte = unsafe bytes[offset]
      guard byte == 0x0A || byte == 0x0D else { continue }
      let next = offset + 1
      if unsafe byte == 0x0D && next < range.upperBound && bytes[next] == 0x0A { continue }
      starts.append(next)
    }
  }

  /// The offset in the file of the first byte of a line counted from 1.
  func start(_ line: Int) -> Int {
    starts.indices.contains(line - 1) ? starts[line - 1] : range.upperBound
  }

  /// The offset behind a line with its line end.
  func end(_ line: Int) -> Int { start(line + 1) }

  /// The source of a block, without the white space behind it.
  func source(of node: MarkdownNode, in bytes: [UInt8]) -> Range<Int> {
    // cmark gives no lines to a paragraph that it cuts off in front of a table.
    if node.startLine == 0, let table = node.next {
      return source(of: table, to: max(table.startLine, table.endLine), in: bytes)
    }
    return source(of: node, to: max(node.startLine, node.endLine), in: bytes)
  }

  /// The source of a table's row.
  ///
  /// cmark puts a head that follows lines of text on the first of them; it is really the line in
  /// front of the one that is made of hyphens.
  func source(ofRow row: MarkdownNode, in bytes: [UInt8]) -> Range<Int> {
    var line = row.startLine
    if row.previous == nil {
      while start(line + 2) < range.upperBound, !isRule(start(line + 1)..<start(line + 2), bytes) {
        line += 1
      }
    }
    let isMoved = row.previous != nil || line > row.startLine
    let end = end(line)
    var first = min(start(line) + (isMoved ? 0 : max(0, row.startColumn - 1)), end)
    while first < end, [0x20, 0x09, UInt8(ascii: ">")].contains(bytes[first]) { first += 1 }
    return first..<end
  }

  private func isRule(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    bytes[line].allSatisfy { $0 <= 0x20 || "-:|>".utf8.contains($0) }
      && bytes[line].contains(UInt8(ascii: "-"))
  }

  /// The source of a block of HTML, of which cmark forgets the line with its end mark.
  func source(ofHTML node: MarkdownNode, in bytes: [UInt8]) -> Range<Int> {
    let literal = unsafe node.withLiteral { unsafe Array($0) }
    let count = BodyLines(literal, in: 0..<literal.count).starts.count
    let isEnded = literal.last == 0x0A || literal.last == 0x0D
    return source(of: node, to: node.startLine + count - (isEnded ? 2 : 1), in: bytes)
  }

  private func source(of node: MarkdownNode, to line: Int, in bytes: [UInt8]) -> Range<Int> {
    let start = min(start(node.startLine) + max(0, node.startColumn - 1), range.upperBound)
    var end = max(start, end(line))
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
