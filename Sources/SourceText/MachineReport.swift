/// Prints faults for machines: one JSON object a line, or GitHub workflow commands.
package struct MachineReport {
  package enum Format: Sendable { case jsonLines, github }

  package var format: Format
  /// The bytes of a file that a fault names, if they can still be read.
  package var source: (String) -> [UInt8]?

  package init(_ format: Format, source: @escaping (String) -> [UInt8]?) {
    self.format = format
    self.source = source
  }

  /// The whole report, one line a fault.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    var output = ByteBuffer()
    var tables: [String: LineTable] = [:]
    for diagnostic in diagnostics {
      if tables[diagnostic.path] == nil, diagnostic.range != nil {
        tables[diagnostic.path] = source(diagnostic.path).map(LineTable.init)
      }
      let place = Place(diagnostic, tables[diagnostic.path])
      switch format {
      case .jsonLines: writeJSON(diagnostic, at: place, into: &output)
      case .github: writeCommand(diagnostic, at: place, into: &output)
      }
    }
    return output.text()
  }
}

private struct Place {
  var start: LineTable.Position?
  var end: LineTable.Position?

  init(_ diagnostic: Diagnostic, _ table: LineTable?) {
    guard let range = diagnostic.range, let table else { return }
    start = table.position(of: range.start)
    end = table.position(of: range.end)
  }
}

// MARK: - JSON lines

extension MachineReport {
  private func writeJSON(
    _ diagnostic: Diagnostic,
    at place: Place,
    into output: inout ByteBuffer
  ) {
    output.append("{\"severity\":\"")
    output.append(diagnostic.severity.rawValue)
    write("\",\"id\":\"", diagnostic.id.name, into: &output)
    write("\",\"message\":\"", diagnostic.message, into: &output)
    write("\",\"path\":\"", diagnostic.path, into: &output)
    output.append("\"")
    if let start = place.start, let end = place.end {
      write(",\"line\":", start.line, into: &output)
      write(",\"column\":", start.column, into: &output)
      write(",\"end_line\":", end.line, into: &output)
      write(",\"end_column\":", end.column, into: &output)
    }
    if let hint = diagnostic.hint {
      write(",\"help\":\"", hint, into: &output)
      output.append("\"")
    }
    for (index, note) in diagnostic.notes.enumerated() {
      write(index == 0 ? ",\"notes\":[\"" : ",\"", note.message, into: &output)
      output.append("\"")
    }
    output.append(diagnostic.notes.isEmpty ? "}\n" : "]}\n")
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
  /// Writes `::error file=…,line=…,col=…,title=…::message`.
  ///
  /// Source: GitHub's "Workflow commands", with its percent escapes.
  private func writeCommand(
    _ diagnostic: Diagnostic,
    at place: Place,
    into output: inout ByteBuffer
  ) {
    output.append("::\(diagnostic.severity.rawValue) file=\(property(diagnostic.path))")
    if let start = place.start {
      output.append(",line=\(start.line),col=\(start.column)")
    }
    output.append(",title=\(property(diagnostic.id.name))::")
    output.append(data(diagnostic.message + (diagnostic.hint.map { "\n\($0)" } ?? "")) + "\n")
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
