package import SourceText
import YAML

/// What decoding one file carries along: whose file it is, the faults so far, and the tables that
/// values are looked up in.
package struct SchemaReader {
  /// The first part of fault ids: `job`, `site`, `page`, `theme`.
  package let area: String
  /// What the file is called in a sentence, such as `a posting`.
  package let subject: String
  package let path: String
  package let codes: CodeTables
  /// The site's configuration, when it has been read: offices, companies, own fields.
  package var site: SiteConfiguration? { sharedSite?.value }
  package private(set) var diagnostics: [Diagnostic] = []

  /// Faults of one file that are kept: nobody mends more at once, and a file of ten thousand wrong
  /// names is refused as fast as one.
  static let faultLimit = 100
  private var errorCount = 0
  /// Whether further errors are dropped.
  var isFull: Bool { errorCount >= Self.faultLimit }

  /// Fields of the file that a misspelt name was most likely meant for.
  private(set) var misspelt: Set<String> = []

  private var fieldPath: [String] = []
  /// How the field that was entered last is written; `nil` inside of it and behind it.
  private var example: (value: String, requirement: Requirement)?
  private let sharedSite: Shared<SiteConfiguration>?

  package init(
    area: String,
    subject: String,
    path: String,
    codes: CodeTables,
    site: Shared<SiteConfiguration>? = nil
  ) {
    self.area = area
    self.subject = subject
    self.path = path
    self.codes = codes
    sharedSite = site
  }
}

// MARK: - Where we are

extension SchemaReader {
  /// The field being read, as `'salary.min'`, or the subject at the top.
  package var fieldName: String {
    fieldPath.isEmpty ? subject : "'" + fieldPath.joined(separator: ".") + "'"
  }

  /// Whether a map inside the file is being read, and not its top.
  package var isInside: Bool { !fieldPath.isEmpty }

  package mutating func enter(_ name: String) {
    fieldPath.append(name)
    example = nil
  }

  /// Enters a field that `row` says more of.
  mutating func enter(_ row: FieldRow) {
    enter(row.name)
    example = (row.example, row.requirement)
  }

  package mutating func leave() {
    fieldPath.removeLast()
    example = nil
  }
}

// MARK: - Faults

extension SchemaReader {
  package mutating func report(
    _ name: String,
    _ message: String,
    at range: SourceRange,
    hint: String? = nil,
    notes: [Diagnostic.Note] = [],
    fix: SourceEdit? = nil
  ) {
    append([
      Diagnostic(
        FaultID(area: area, name),
        message,
        path: path,
        range: range,
        hint: hint,
        notes: notes,
        fix: fix
      )
    ])
  }

  package mutating func report(
    _ name: String,
    _ message: String,
    at range: SourceRange,
    shape: Shape
  ) {
    report(name, message, at: range, hint: "write " + shape.description)
  }

  /// Remembers which field was meant, so that it isn't reported as missing too.
  mutating func noteMisspelt(_ name: String) {
    if fieldPath.isEmpty { misspelt.insert(name) }
  }

  /// Whether something inside `range` has been reported already.
  func hasFault(within range: SourceRange) -> Bool {
    diagnostics.contains { fault in
      fault.range.map { range.start <= $0.start && $0.end <= range.end } ?? false
    }
  }

  /// Says on the last fault that there are more.
  mutating func noteMore() {
    let note = Diagnostic.Note("the file has more of them, which are not shown", path: "")
    guard let last = diagnostics.indices.last, diagnostics[last].notes.last != note else { return }
    diagnostics[last].notes.append(note)
  }

  /// Keeps the faults, and says on the last that there are more than a file may have.
  package mutating func append(_ faults: [Diagnostic]) {
    for fault in faults {
      let isError = fault.severity == .error
      let count = isError ? errorCount : diagnostics.count - errorCount
      guard count < Self.faultLimit else {
        noteMore()
        continue
      }
      if isError { errorCount += 1 }
      diagnostics.append(fault)
    }
  }
}

// MARK: - Nodes

extension SchemaReader {
  /// The text of a scalar; a list or map is a fault.
  mutating func scalar(_ node: YAMLNode, expecting shape: Shape) -> String? {
    guard node.kind == .scalar else {
      if let text = textWithColon(node) {
        report(
          "wrong-kind",
          "'\(text)' has a ':' in it, so it could be a value or a name",
          at: node.range,
          hint: "write \"\(text)\""
        )
        return nil
      }
      let found = node.kind == .sequence ? "a list" : "a map"
      report("wrong-kind", "\(fieldName) can't be \(found)", at: node.range, shape: shape)
      return nil
    }
    let text = node.text
    return reportCurlyQuotes(node, text) ? nil : text
  }

  /// The text of a line that is a map only because it has a colon in it.
  private func textWithColon(_ node: YAMLNode) -> String? {
    var entries = node.entries
    guard let (key, value) = entries.next(), entries.next() == nil, key.isPlain, value.isPlain,
      !value.isNull, key.range.start == node.range.start, value.range.end == node.range.end
    else { return nil }
    let text = "\(key.text): \(value.text)"
    return text.contains("\"") || text.contains("\\") ? nil : text
  }

  /// The way to write one text as a list, when brackets are all that it lacks.
  ///
  /// - Parameters:
  ///   - node: what stands for the list.
  ///   - choices: the values that its items may have, if there are only some.
  /// - Returns: a hint, or `nil` if brackets alone don't make it right.
  func bracketed(_ node: YAMLNode, choices: [String]) -> String? {
    guard node.kind == .scalar, !node.text.isEmpty, node.isPlain,
      !node.text.utf8.contains(where: { "[]{}\n:#".utf8.contains($0) })
    else { return nil }
    let lowered = node.text.lowercased()
    return "put brackets around it: [\(choices.contains(lowered) ? lowered : node.text)]"
  }

  /// - Parameters:
  ///   - node: what should be a map.
  ///   - names: those it may have; empty where they are free.
  /// - Returns: whether it is one.
  mutating func expectMapping(
    _ node: YAMLNode,
    of names: @autoclosure () -> [String] = []
  ) -> Bool {
    guard node.kind != .mapping else { return true }
    let names = names()
    if let line = UnspacedField(node.text, names: names) {
      report("not-a-map", line.message, at: node.range, hint: line.hint)
    } else if !isInside,
      let first = node.items.lazy.compactMap({ $0.entries.first { _ in true }?.key }).first
    {
      report(
        "not-a-map",
        "the '-' makes '\(first.text)' an item of a list",
        at: node.range,
        hint: "delete the '- ' in front of it"
      )
    } else if let example, isInside {
      let isOptional = example.requirement != .always
      report(
        "not-a-map",
        "\(fieldName) has several parts",
        at: node.range,
        hint: "write \(example.value)" + (isOptional ? ", or leave \(fieldName) out" : "")
      )
    } else {
      report(
        "not-a-map",
        "\(fieldName) wants names with values",
        at: node.range,
        hint: "write each as 'name: value' on a line of its own"
          + (names.isEmpty || !isInside ? "" : "; the names are " + names.joined(separator: ", "))
      )
    }
    return false
  }

  mutating func items<Item>(of node: YAMLNode, as item: FieldType<Item>) -> [Item] {
    var items: [Item] = []
    let count = node.items.reduce(0) { count, _ in count + 1 }
    // Each entry may be a page of its own.
    guard area != "job" || count <= Shape.mostEntries else {
      report(
        "too-many-entries",
        "\(fieldName) has \(count) entries",
        at: node.range,
        hint: "keep the most important ones, at most \(Shape.mostEntries)"
      )
      return items
    }
    // Exactly as many: lists stay as long as their posting.
    items.reserveCapacity(count)
    for node in node.items where !node.isNull {
      if isFull {
        noteMore()
        break
      }
      if let value = item.read(node, &self) { items.append(value) }
    }
    return items
  }
}
