import SourceText

/// A value of JSON or YAML whose members keep their order, for files that people read too.
indirect enum DataTree: Sendable {
  case text(String)
  /// The digits as they are written.
  case number(String)
  case flag(Bool)
  case null
  case list([DataTree])
  case map([(name: String, value: DataTree)])
}

extension DataTree: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(integerLiteral number: Int) { self = .number(String(number)) }
  init(arrayLiteral items: DataTree...) { self = .list(items) }
  init(dictionaryLiteral members: (String, DataTree)...) {
    self = .map(members.map { (name: $0.0, value: $0.1) })
  }

  init(texts: [String]) { self = .list(texts.map { .text($0) }) }
}

extension DataTree {
  /// The same map with these members behind its own; other values stay as they are.
  func adding(_ members: [(name: String, value: DataTree)]) -> DataTree {
    guard case .map(let own) = self else { return self }
    return .map(own + members)
  }

  /// Whether it stands on one line by itself.
  var isScalar: Bool {
    switch self {
    case .text, .number, .flag, .null: true
    case .list, .map: false
    }
  }

  /// A scalar as JSON, which is also YAML.
  var scalarText: String {
    switch self {
    case .text(let text): DataTree.quoted(text)
    case .number(let digits): digits
    case .flag(let flag): flag ? "true" : "false"
    case .null, .list, .map: "null"
    }
  }

  static func quoted(_ text: String) -> String {
    var buffer = ByteBuffer(capacity: text.utf8.count + 16)
    buffer.append("\"")
    buffer.append(escapingJSON: text)
    buffer.append("\"")
    return buffer.text()
  }

  /// Texts joined by commas, in lines that end before column 100.
  static func filled(_ texts: [String], indent: String) -> String {
    var lines = [""]
    for (index, text) in texts.enumerated() {
      let piece = index < texts.count - 1 ? text + "," : text
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = piece
      } else if indent.count + line.count + piece.count < 98 {
        lines[lines.count - 1] = line + " " + piece
      } else {
        lines.append(piece)
      }
    }
    return lines.joined(separator: "\n" + indent)
  }
}

// MARK: - JSON

extension DataTree {
  /// JSON with two spaces for each level and a line break at its end.
  var json: String { json(indent: "") + "\n" }

  private func json(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .text, .number, .flag, .null: return scalarText
    case .list(let items) where items.isEmpty: return "[]"
    case .map(let members) where members.isEmpty: return "{}"
    case .list(let items) where items.allSatisfy(\.isScalar):
      let texts = items.map(\.scalarText)
      let line = texts.joined(separator: ", ")
      if inner.count + line.count < 90 { return "[\(line)]" }
      return "[\n\(inner)\(DataTree.filled(texts, indent: inner))\n\(indent)]"
    case .list(let items):
      let lines = items.map { inner + $0.json(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .map(let members):
      let lines = members.map { name, value in
        "\(inner)\(DataTree.quoted(name)): \(value.json(indent: inner))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }
}

// MARK: - YAML

extension DataTree {
  /// YAML in block style, lists of scalars on one line where they fit.
  var yaml: String { yamlLines(indent: "").joined(separator: "\n") + "\n" }

  private func yamlLines(indent: String) -> [String] {
    switch self {
    case .map(let members): members.flatMap { $1.yamlEntry($0, indent: indent) }
    case .list(let items): items.flatMap { $0.yamlItem(indent: indent) }
    case .text, .number, .flag, .null: [indent + scalarText]
    }
  }

  private func yamlEntry(_ name: String, indent: String) -> [String] {
    let inner = indent + "  "
    if let flow = yamlFlow(indent: inner) { return ["\(indent)\(name): \(flow)"] }
    return ["\(indent)\(name):"] + yamlLines(indent: inner)
  }

  private func yamlItem(indent: String) -> [String] {
    let inner = indent + "  "
    if let flow = yamlFlow(indent: inner) { return ["\(indent)- \(flow)"] }
    var lines = yamlLines(indent: inner)
    lines[0] = indent + "- " + lines[0].dropFirst(inner.count)
    return lines
  }

  /// The value behind its name; `nil` for one that stands on lines of its own.
  private func yamlFlow(indent: String) -> String? {
    switch self {
    case .text, .number, .flag, .null: return scalarText
    case .list(let items) where items.allSatisfy(\.isScalar):
      let texts = items.map(\.scalarText)
      let line = texts.joined(separator: ", ")
      if indent.count + line.count < 80 { return "[\(line)]" }
      return "[\n\(indent)\(DataTree.filled(texts, indent: indent))\n\(indent)]"
    case .map(let members) where members.allSatisfy(\.value.isScalar):
      let line = members.map { "\($0): \($1.scalarText)" }.joined(separator: ", ")
      return indent.count + line.count < 90 ? "{\(line)}" : nil
    case .list, .map: return nil
    }
  }
}
