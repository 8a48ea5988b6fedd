/// Prints faults as one SARIF 2.1.0 document, which code-scanning tools read.
///
/// Source: OASIS "Static Analysis Results Interchange Format", version 2.1.0.
package struct SARIFReport: ~Copyable {
  /// What readers may learn about an id.
  package struct Rule: Sendable {
    /// One sentence.
    package var summary: String
    package var description: String
    /// The whole explanation as plain text, and the same as Markdown.
    package var help: String
    package var markdown: String

    package init(summary: String, description: String, help: String, markdown: String) {
      self.summary = summary
      self.description = description
      self.help = help
      self.markdown = markdown
    }
  }

  private let version: String
  private let rule: (FaultID) -> Rule?
  private let shownPath: (String) -> String
  private var places: PlaceFinder
  private var output = ByteBuffer()

  /// - Parameters:
  ///   - version: of the program.
  ///   - rule: what is known about an id.
  ///   - shownPath: a fault's path as the reader of the report finds it.
  ///   - source: the bytes of a file that a fault names, if they can still be read.
  package init(
    version: String,
    rule: @escaping (FaultID) -> Rule?,
    shownPath: @escaping (String) -> String = { $0 },
    source: @escaping (String) -> [UInt8]?
  ) {
    self.version = version
    self.rule = rule
    self.shownPath = shownPath
    places = PlaceFinder(source: source)
  }
}

// MARK: - The document

extension SARIFReport {
  /// The whole document, also when there is no fault.
  ///
  /// The rules are those of the faults that occur, sorted; results are in the order given.
  package mutating func render(_ diagnostics: [Diagnostic]) -> String {
    let ids = Set(diagnostics.map(\.id)).sorted { $0.name < $1.name }
    let indices = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    output.removeAll()
    output.append(
      """
      {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{\
      "columnKind":"unicodeCodePoints","tool":{"driver":{"name":"sitegen"
      """ as StaticString
    )
    writeText(",\"version\":", version)
    output.append(",\"rules\":[")
    for (index, id) in ids.enumerated() {
      output.append(index == 0 ? "\n" : ",\n")
      writeRule(id)
    }
    output.append("]}},\"results\":[")
    for (index, diagnostic) in diagnostics.enumerated() {
      output.append(index == 0 ? "\n" : ",\n")
      writeResult(diagnostic, rule: indices[diagnostic.id] ?? 0)
    }
    output.append("]}]}\n")
    return output.text()
  }

  private mutating func writeRule(_ id: FaultID) {
    writeText("{\"id\":", id.name)
    if let rule = rule(id) {
      writeText(",\"shortDescription\":{\"text\":", rule.summary)
      writeText("},\"fullDescription\":{\"text\":", rule.description)
      writeText("},\"help\":{\"text\":", rule.help)
      writeText(",\"markdown\":", rule.markdown)
      output.append("}")
    }
    output.append("}")
  }

  private mutating func writeResult(_ diagnostic: Diagnostic, rule: Int) {
    writeText("{\"ruleId\":", diagnostic.id.name)
    writeNumber(",\"ruleIndex\":", rule)
    writeText(",\"level\":", diagnostic.severity.rawValue)
    let hint = diagnostic.hint.map { "\n" + $0 } ?? ""
    writeText(",\"message\":{\"text\":", diagnostic.message + hint)
    output.append("}")
    if !diagnostic.path.isEmpty {
      output.append(",\"locations\":[{")
      writeLocation(diagnostic.range, in: diagnostic.path)
      output.append("}]")
    }
    writeNotes(diagnostic.notes.filter { !$0.path.isEmpty })
    if let fix = diagnostic.fix { writeFix(fix, of: diagnostic) }
    output.append("}")
  }

  private mutating func writeNotes(_ notes: [Diagnostic.Note]) {
    for (index, note) in notes.enumerated() {
      output.append(index == 0 ? ",\"relatedLocations\":[{" : ",{")
      writeNumber("\"id\":", index)
      writeText(",\"message\":{\"text\":", note.message)
      output.append("},")
      writeLocation(note.range, in: note.path)
      output.append("}")
    }
    if !notes.isEmpty { output.append("]") }
  }

  private mutating func writeFix(_ fix: SourceEdit, of diagnostic: Diagnostic) {
    guard let place = places.place(of: fix.range, in: diagnostic.path) else { return }
    let description = fix.text.isEmpty ? "delete it" : "write '\(fix.text)'"
    writeText(",\"fixes\":[{\"description\":{\"text\":", description)
    output.append("},\"artifactChanges\":[{")
    writeArtifact(diagnostic.path)
    output.append(",\"replacements\":[{\"deletedRegion\":{")
    writeRegion(place)
    writeText("},\"insertedContent\":{\"text\":", fix.text)
    output.append("}}]}]}]")
  }
}

// MARK: - Places

extension SARIFReport {
  /// A fault of a whole file stands on its first line: readers refuse a result without a line.
  private mutating func writeLocation(_ range: SourceRange?, in path: String) {
    output.append("\"physicalLocation\":{")
    writeArtifact(path)
    output.append(",\"region\":{")
    if let place = places.place(of: range, in: path) {
      writeRegion(place)
    } else {
      output.append("\"startLine\":1")
    }
    output.append("}}")
  }

  private mutating func writeArtifact(_ path: String) {
    writeText("\"artifactLocation\":{\"uri\":", address(of: shownPath(path)))
    output.append("}")
  }

  private mutating func writeRegion(_ place: PlaceFinder.Place) {
    writeNumber("\"startLine\":", place.start.line)
    writeNumber(",\"startColumn\":", place.start.column)
    writeNumber(",\"endLine\":", place.end.line)
    writeNumber(",\"endColumn\":", place.end.column)
  }

  private mutating func writeText(_ label: StaticString, _ text: String) {
    output.append(label)
    output.append("\"")
    output.append(escapingJSON: text)
    output.append("\"")
  }

  private mutating func writeNumber(_ label: StaticString, _ number: Int) {
    output.append(label)
    output.append(decimal: number)
  }
}

/// A path as a URI: relative ones stay relative.
private func address(of path: String) -> String {
  var address = path.hasPrefix("/") ? "file://" : ""
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      address.unicodeScalars.append(UnicodeScalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      address += byte < 16 ? "%0\(digits)" : "%\(digits)"
    }
  }
  return address
}
