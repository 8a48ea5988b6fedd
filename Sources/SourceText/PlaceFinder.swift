/// Turns ranges of files into lines and columns, reading each file once.
struct PlaceFinder {
  /// Where a range begins and ends, as people count.
  struct Place {
    var start: LineTable.Position
    var end: LineTable.Position

    var isOnOneLine: Bool { start.line == end.line }
  }

  private let source: (String) -> [UInt8]?
  /// `nil` for a file that can't be read.
  private var tables: [String: LineTable?] = [:]

  /// - Parameter source: the bytes of a file that a fault names, if they can still be read.
  init(source: @escaping (String) -> [UInt8]?) { self.source = source }
}

extension PlaceFinder {
  /// The lines of a file, if it can be read.
  mutating func table(for path: String) -> LineTable? {
    if let known = tables[path] { return known }
    let table = source(path).map(LineTable.init)
    tables[path] = .some(table)
    return table
  }

  /// - Returns: `nil` without a range, or when the file can't be read.
  mutating func place(of range: SourceRange?, in path: String) -> Place? {
    guard let range, let table = table(for: path) else { return nil }
    return Place(start: table.position(of: range.start), end: table.position(of: range.end))
  }
}
