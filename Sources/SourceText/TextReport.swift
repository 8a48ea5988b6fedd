/// Prints faults for people: place, sentence, the source line with a caret, and the way out.
///
/// ```text
/// content/jobs/welder.md:7:8: error: 'lots' is not an amount [job/not-an-amount]
///   7 |   min: lots
///     |        ^^^^
///   = help: write digits only, such as 52000
/// ```
package struct TextReport {
  /// Whether to write ANSI colours.
  package var usesColor: Bool
  private var places: PlaceFinder

  /// - Parameters:
  ///   - usesColor: whether to write ANSI colours.
  ///   - source: the bytes of a file that a fault names, if they can still be read.
  package init(usesColor: Bool = false, source: @escaping (String) -> [UInt8]?) {
    self.usesColor = usesColor
    places = PlaceFinder(source: source)
  }
}

// MARK: - Printing

extension TextReport {
  /// The whole report, each fault ending in a line feed.
  package mutating func render(_ diagnostics: [Diagnostic]) -> String {
    var output = ""
    for diagnostic in diagnostics { render(diagnostic, into: &output) }
    return output
  }

  private mutating func render(_ diagnostic: Diagnostic, into output: inout String) {
    let color = diagnostic.severity == .error ? Color.red : Color.yellow
    let place = place(path: diagnostic.path, range: diagnostic.range)
    if !place.text.isEmpty { output += styled(place.text + ":", .bold) + " " }
    output += styled(diagnostic.severity.rawValue + ":", color) + " "
    output += styled(printable(diagnostic.message), .bold) + " [\(diagnostic.id)]\n"
    output += excerpt(at: place, range: diagnostic.range, color: color)
    if let hint = diagnostic.hint { output += "  = help: \(printable(hint))\n" }
    for note in diagnostic.notes {
      let place = self.place(path: note.path, range: note.range)
      output += "  = note: \(printable(note.message))"
      output += place.text.isEmpty ? "\n" : " (\(place.text))\n"
    }
  }

  private func styled(_ text: String, _ color: Color) -> String {
    usesColor ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }

  private enum Color: String {
    case red = "1;31"
    case yellow = "1;33"
    case bold = "1"
  }
}

// MARK: - Places

extension TextReport {
  private struct Place {
    var text: String
    var table: LineTable?
    var position: LineTable.Position?
  }

  private mutating func place(path: String, range: SourceRange?) -> Place {
    let shown = printable(path)
    guard let range, let table = places.table(for: path) else { return Place(text: shown) }
    let position = table.position(of: range.start)
    let text = "\(shown):\(position.line):\(position.column)"
    return Place(text: text, table: table, position: position)
  }

  /// The source line and a caret line, windowed around the fault when the line is long.
  private func excerpt(at place: Place, range: SourceRange?, color: Color) -> String {
    guard let table = place.table, let position = place.position, let range else { return "" }
    let window = Window(of: table, around: range, position)
    var line = window.hasMoreBefore ? "…" : ""
    var carets = window.hasMoreBefore ? " " : ""
    for (index, scalar) in window.scalars.enumerated() {
      line.unicodeScalars.append(isPrintable(scalar) || scalar == "\t" ? scalar : "\u{FFFD}")
      if index < window.column { carets += scalar == "\t" ? "\t" : " " }
    }
    if window.hasMoreBehind { line += "…" }
    let end = table.position(of: range.end)
    let rest = window.scalars.count - window.column
    let width = end.line == position.line ? min(end.column - position.column, rest) : rest
    carets += String(repeating: "^", count: max(1, width))
    let number = String(position.line)
    let margin = String(repeating: " ", count: number.count)
    return "  \(number) | \(line)\n  \(margin) | \(styled(carets, color))\n"
  }
}

/// The part of a line that is shown; only this is looked at, however long the line is.
///
/// It has at most 100 scalars, of which 48 stand before the fault when that is far out.
private struct Window {
  var scalars: [Unicode.Scalar]
  /// Where the fault begins, as an index into `scalars`.
  var column: Int
  var hasMoreBefore: Bool
  var hasMoreBehind: Bool

  init(of table: LineTable, around range: SourceRange, _ position: LineTable.Position) {
    let line = table.line(position.line)
    let offset = max(line.startIndex, min(Int(range.start), line.endIndex))
    let whole = table.position(of: UInt32(offset)).column - 1
    column = whole > 72 ? 48 : whole
    hasMoreBefore = column < whole
    var start = hasMoreBefore ? offset : line.startIndex
    var missing = hasMoreBefore ? column : 0
    while missing > 0, start > line.startIndex {
      start -= 1
      if line[start] & 0xC0 != 0x80 { missing -= 1 }
    }
    // A scalar has at most four bytes.
    let bytes = line[start..<min(line.endIndex, start + 4 * 101)]
    let shown = String(decoding: bytes, as: UTF8.self).unicodeScalars.prefix(101)
    scalars = Array(shown.prefix(100))
    hasMoreBehind = shown.count > 100
    column = min(column, scalars.count)
  }
}

/// Text that can't move the cursor or change the colours of a terminal.
private func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { !isPrintable($0) }) else { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    shown.unicodeScalars.append(isPrintable(scalar) ? scalar : "\u{FFFD}")
  }
  return shown
}

private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: false
  // Bidirectional overrides could make a line read differently from what it is.
  case .format: !(0x202A...0x202E ~= scalar.value || 0x2066...0x2069 ~= scalar.value)
  default: true
  }
}
