/// Where the lines of one file start; made only to print a fault.
///
/// A line ends at LF, CRLF or CR.
package struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  /// How many scalars begin in front of each run of bytes: a place far out on a long line costs no
  /// more than one at its start.
  private let scalarsBefore: [Int]

  private static let runLength = 512

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var scalarsBefore: [Int] = []
    scalarsBefore.reserveCapacity(bytes.count / LineTable.runLength + 1)
    var scalars = 0
    for offset in bytes.indices {
      if offset % LineTable.runLength == 0 { scalarsBefore.append(scalars) }
      if bytes[offset] & 0xC0 != 0x80 { scalars += 1 }
      let isLineFeed = bytes[offset] == UInt8(ascii: "\n")
      let isLoneReturn =
        bytes[offset] == UInt8(ascii: "\r")
        && (offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "\n"))
      if isLineFeed || isLoneReturn { starts.append(offset + 1) }
    }
    if bytes.count % LineTable.runLength == 0 { scalarsBefore.append(scalars) }
    self.starts = starts
    self.scalarsBefore = scalarsBefore
  }
}

// MARK: - Positions

extension LineTable {
  /// A place as people count: both numbers from 1, the column in Unicode scalars.
  package struct Position: Hashable, Sendable {
    package let line: Int
    package let column: Int
  }

  /// The position of the byte at `offset`; an offset past the end gives the end of the file.
  package func position(of offset: UInt32) -> Position {
    let offset = min(Int(offset), bytes.count)
    let line = lineIndex(of: offset)
    let start = min(starts[line], offset)
    let column = scalarCount(before: offset) - scalarCount(before: start) + 1
    return Position(line: line + 1, column: column)
  }

  /// The bytes of a line counted from 1, without its line end.
  ///
  /// - Returns: a slice whose indices are offsets in the file.
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return bytes[start..<end]
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func scalarCount(before offset: Int) -> Int {
    let run = offset / LineTable.runLength
    let rest = bytes[(run * LineTable.runLength)..<offset]
    return scalarsBefore[run] + rest.count { $0 & 0xC0 != 0x80 }
  }
}
