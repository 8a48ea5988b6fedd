import SourceText
import YAML

/// Examples of rows as values of JSON.
enum ExampleValue {
  /// The value of `text`, which stands in front matter behind a colon.
  static func tree(_ text: String, _ shape: Shape) -> DataTree {
    let file = SourceFile(path: "example", bytes: Array("value: \(text)\n".utf8))
    let document = YAMLDocument.parse(file, in: file.wholeRange)
    let value = document.value?.root.value(for: "value")
    return value.map { tree($0, shape) } ?? .text(text)
  }

  private static func tree(_ node: YAMLNode, _ shape: Shape) -> DataTree {
    switch (node.kind, shape) {
    case (_, .entry(_, let other)): tree(node, other)
    case (.sequence, .list(let item)): .list(node.items.map { tree($0, item) })
    case (.mapping, .map(let part)): .map(members(of: node, part))
    case (_, .anyOf(let shapes)): tree(node, shapes.first { $0.takes(node.kind) } ?? .anything)
    case (.scalar, .integer), (.scalar, .decimal), (.scalar, .coordinate): .number(node.text)
    case (.scalar, .boolean): .flag(node.text == "true")
    case (.scalar, _): .text(node.text)
    case (.sequence, _): .list(node.items.map { tree($0, .anything) })
    case (.mapping, _): .map(members(of: node, Shape.Part(name: "", rows: [])))
    }
  }

  private static func members(
    of node: YAMLNode,
    _ part: Shape.Part
  ) -> [(name: String, value: DataTree)] {
    node.entries.map { key, value in
      let row = part.rows.first { $0.name == key.text }
      return (key.text, tree(value, row?.shape ?? .anything))
    }
  }
}

extension Shape {
  /// Whether a value of this kind can have the shape.
  fileprivate func takes(_ kind: YAMLNode.Kind) -> Bool {
    switch self {
    case .list: kind == .sequence
    case .map, .mapOf, .ownFields: kind == .mapping
    case .anyOf(let shapes): shapes.contains { $0.takes(kind) }
    case .entry(_, let other): other.takes(kind)
    case .anything: true
    default: kind == .scalar
    }
  }
}
