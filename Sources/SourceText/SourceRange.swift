/// A half-open run of bytes in one source file.
///
/// Offsets are UTF-8 bytes from the start of the file, so a file is smaller than 4 GiB. Line and
/// column numbers exist only where a fault is printed: see ``LineTable``.
public struct SourceRange: Hashable, Sendable {
  /// The first byte, counted from 0.
  public var start: UInt32
  /// One past the last byte.
  public var end: UInt32

  @inlinable public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  @inlinable public init(_ range: Range<Int>) {
    self.init(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }

  @inlinable public var isEmpty: Bool { start == end }

  @inlinable public var count: Int { Int(end - start) }

  /// The same run as indices into the bytes of its file.
  @inlinable public var indices: Range<Int> { Int(start)..<Int(end) }

  /// The same run in a file in which this text begins at `offset`.
  @inlinable public func shifted(by offset: Int) -> SourceRange {
    SourceRange(start: start + UInt32(offset), end: end + UInt32(offset))
  }
}
