import SourceText
import YAML

/// A case with a name for the report.
struct Case: Sendable, CustomStringConvertible {
  let description: String
  let yaml: String
  let expected: String

  init(_ name: String, _ yaml: String, _ expected: String) {
    description = name
    self.yaml = yaml
    self.expected = expected
  }
}

func parsed(_ yaml: String) -> Checked<YAMLDocument> { parsed(bytes: Array(yaml.utf8)) }

func parsed(bytes: [UInt8]) -> Checked<YAMLDocument> {
  let file = SourceFile(path: "a.md", bytes: bytes)
  return YAMLDocument.parse(file, in: SourceRange(0..<bytes.count))
}

/// The faults as people see them.
func report(_ bytes: [UInt8], _ diagnostics: [Diagnostic]) -> String {
  var report = TextReport { _ in bytes }
  return report.render(diagnostics)
}

/// A document on one line: plain scalars as they are, others in quotes, null as `~`.
func shape(_ node: YAMLNode) -> String {
  switch node.kind {
  case .scalar: node.isNull ? "~" : node.isPlain ? node.text : "\"\(node.text)\""
  case .sequence: "[" + node.items.map(shape).joined(separator: ", ") + "]"
  case .mapping:
    "{" + node.entries.map { "\(shape($0.key)): \(shape($0.value))" }.joined(separator: ", ") + "}"
  }
}

/// The source text of every node in document order, one a line.
func places(_ node: YAMLNode, in text: String) -> [String] {
  let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
  let children =
    node.items.flatMap { places($0, in: text) }
    + node.entries.flatMap { places($0.key, in: text) + places($0.value, in: text) }
  return [file.text(node.range)] + children
}
