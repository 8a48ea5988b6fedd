/// Prints faults for machines, one line a fault: JSON objects, or GitHub workflow commands.
package struct MachineReport {
  package enum Format: Sendable { case jsonLines, github }

  package var format: Format
  /// A fault's path as the reader of the report knows it.
  package var shownPath: (String) -> String
  private var places: PlaceFinder

  /// - Parameters:
  ///   - format: who reads it.
  ///   - shownPath: how that reader finds a file; the path as it is when left out.
  ///   - source: the bytes of a file that a fault names, if they can still be read.
  package init(
    _ format: Format,
    shownPath: @escaping (String) -> String = { $0 },
    source: @escaping (String) -> [UInt8]?
  ) {
    self.format = format
    self.shownPath = shownPath
    places = PlaceFinder(source: source)
  }

  /// The whole report; nothing when there is no fault.
  package mutating func render(_ diagnostics: [Diagnostic]) -> String {
    var output = ByteBuffer()
    for diagnostic in diagnostics {
      switch format {
      case .jsonLines: writeJSON(diagnostic, into: &output)
      case .github: writeCommand(diagnostic, into: &output)
      }
    }
    return output.text()
  }
}

// MARK: - JSON lines

extension MachineReport {
  private mutating func writeJSON(_ diagnostic: Diagnostic, into output: inout ByteBuffer) {
    write("{\"severity\":\"", diagnostic.severity.rawValue, into: &output)
    write("\",\"id\":\"", diagnostic.id.name, into: &output)
    write("\",\"message\":\"", diagnostic.message, into: &output)
    output.append("\"")
    writePlace(diagnostic.range, in: diagnostic.path, into: &output)
    if let hint = diagnostic.hint {
      write(",\"help\":\"", hint, into: &output)
      output.append("\"")
    }
    for (index, note) in diagnostic.notes.enumerated() {
      output.append(index == 0 ? ",\"notes\":[" : ",")
      write("{\"message\":\"", note.message, into: &output)
      output.append("\"")
      writePlace(note.range, in: note.path, into: &output)
      output.append("}")
    }
    if !diagnostic.notes.isEmpty { output.append("]") }
    if let fix = diagnostic.fix {
      write(",\"fix\":{\"text\":\"", fix.text, into: &output)
      output.append("\"")
      writePlace(fix.range, in: diagnostic.path, into: &output)
      write(",\"offset\":", Int(fix.range.start), into: &output)
      write(",\"length\":", fix.range.count, into: &output)
      output.append("}")
    }
    output.append("}\n")
  }

  private mutating func writePlace(
    _ range: SourceRange?,
    in path: String,
    into output: inout ByteBuffer
  ) {
    write(",\"path\":\"", shownPath(path), into: &output)
    output.append("\"")
    guard let place = places.place(of: range, in: path) else { return }
    write(",\"line\":", place.start.line, into: &output)
    write(",\"column\":", place.start.column, into: &output)
    write(",\"end_line\":", place.end.line, into: &output)
    write(",\"end_column\":", place.end.column, into: &output)
  }

  private func write(_ label: StaticString, _ text: String, into output: inout ByteBuffer) {
    output.append(label)
    output.append(escapingJSON: text)
  }

  private func write(_ label: StaticString, _ number: Int, into output: inout ByteBuffer) {
    output.append(label)
    output.append(decimal: number)
  }
}

// MARK: - GitHub

extension MachineReport {
  /// Writes `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::message`.
  ///
  /// GitHub drops the columns of what ends on another line: there the end is left out. Help and notes
  /// follow the message on lines of their own.
  ///
  /// Source: GitHub's "Workflow commands", with its percent escapes.
  private mutating func writeCommand(_ diagnostic: Diagnostic, into output: inout ByteBuffer) {
    output.append("::\(diagnostic.severity.rawValue) ")
    let path = shownPath(diagnostic.path)
    if !path.isEmpty { output.append("file=\(property(path)),") }
    if let place = places.place(of: diagnostic.range, in: diagnostic.path) {
      output.append("line=\(place.start.line),col=\(place.start.column),")
      if place.isOnOneLine {
        output.append("endLine=\(place.end.line),endColumn=\(place.end.column),")
      }
    }
    output.append("title=\(property(diagnostic.id.name))::")
    var text = diagnostic.message + (diagnostic.hint.map { "\n" + $0 } ?? "")
    for note in diagnostic.notes { text += "\n" + note.message + seen(note) }
    output.append(data(text) + "\n")
  }

  private mutating func seen(_ note: Diagnostic.Note) -> String {
    guard !note.path.isEmpty else { return "" }
    let position = places.place(of: note.range, in: note.path).map {
      ":\($0.start.line):\($0.start.column)"
    }
    return " (\(shownPath(note.path))\(position ?? ""))"
  }

  private func data(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private func property(_ text: String) -> String {
    var escaped = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": escaped += "%3A"
      case ",": escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
