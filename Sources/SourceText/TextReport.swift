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
  /// The bytes of a file that a fault names, if they can still be read.
  package var source: (String) -> [UInt8]?

  private var tables: [String: LineTable] = [:]

  package init(usesColor: Bool = false, source: @escaping (String) -> [UInt8]?) {
    self.usesColor = usesColor
    self.source = source
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
    guard let range, let table = table(for: path) else { return Place(text: shown) }
    let position = table.position(of: range.start)
    let text = "\(shown):\(position.line):\(position.column)"
    return Place(text: text, table: table, position: position)
  }

  private mutating func table(for path: String) -> LineTable? {
    if let table = tables[path] { return table }
    guard let bytes = source(path) else { return nil }
    let table = LineTable(bytes)
    tables[path] = table
    return table
  }

  /// The source line and a caret line, windowed around the fault when the line is long.
  private func excerpt(at place: Place, range: SourceRange?, color: Color) -> String {
    guard let table = place.table, let position = place.position, let range else { return "" }
    let scalars = Array(String(decoding: table.line(position.line), as: UTF8.self).unicodeScalars)
    let column = min(position.column - 1, scalars.count)
    let end = table.position(of: range.end)
    let width = end.line == position.line ? end.column - position.column : scalars.count - column
    let first = column > 72 ? column - 48 : 0
    let last = min(scalars.count, first + 100)
    var line = first > 0 ? "…" : ""
    var carets = first > 0 ? " " : ""
    for (index, scalar) in scalars[first..<last].enumerated() {
      line.unicodeScalars.append(isPrintable(scalar) || scalar == "\t" ? scalar : "\u{FFFD}")
      if first + index < column { carets += scalar == "\t" ? "\t" : " " }
    }
    if last < scalars.count { line += "…" }
    carets += String(repeating: "^", count: max(1, min(width, last - column)))
    let number = String(position.line)
    let margin = String(repeating: " ", count: number.count)
    return "  \(number) | \(line)\n  \(margin) | \(styled(carets, color))\n"
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
