package import SourceText
package import YAML

/// The fields of one kind of file, or of a map inside one.
package struct Schema<Model: Sendable>: Sendable {
  package let fields: [Field<Model>]
  private let rows: [String: Int]
  private let make: @Sendable () -> Model

  package init(_ fields: [Field<Model>], make: @escaping @Sendable () -> Model) {
    self.fields = fields
    self.make = make
    rows = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
  }
}

extension Schema {
  /// The rows alone, for those that describe the map.
  package var part: Shape.Part { Shape.Part(name: "\(Model.self)", rows: fields.map(\.row)) }

  /// The row with this name, as data.
  package func row(named name: String) -> FieldRow? { rows[name].map { fields[$0].row } }

  /// The rows whose fields have a value, as bits.
  package func filledRows(of node: YAMLNode) -> UInt64 {
    node.entries.reduce(0) { bits, entry in
      guard let row = rows[entry.key.text], !isLeftOut(entry.value, row) else { return bits }
      return bits | 1 << UInt64(row)
    }
  }

  /// The number of the row with this name.
  func row(of field: String) -> Int? { rows[field] }

  package func bit(of field: String) -> UInt64 { rows[field].map { 1 << UInt64($0) } ?? 0 }
}

extension JobPosting {
  /// Whether the author gave this field a value.
  package func isFilled(_ field: String) -> Bool { filledRows & Schema.job.bit(of: field) != 0 }
}

// MARK: - Decoding

extension Schema {
  /// Reads a map, reporting every fault in it.
  ///
  /// A key without a value counts as absent, and so does an empty text unless the field is always required:
  /// that is what web forms leave when a person clears it. A misspelt name is one fault that names the nearest
  /// field; that field isn't reported as missing as well.
  ///
  /// - Parameters:
  ///   - node: the map.
  ///   - reader: takes the faults.
  ///   - place: where a missing field is reported; the map itself when left out.
  ///   - alsoRequired: fields that the site requires beyond the schema.
  /// - Returns: the model, in which faulty fields keep their defaults so that later checks find what
  ///   they can, or `nil` if `node` is no map.
  package func decode(
    _ node: YAMLNode,
    _ reader: inout SchemaReader,
    missingAt place: SourceRange? = nil,
    alsoRequired: [String] = []
  ) -> Model? {
    guard reader.expectMapping(node, of: fields.map(\.name)) else { return nil }
    var model = make()
    var seen = [Bool](repeating: false, count: fields.count)
    var unknown: [YAMLNode] = []
    for (key, value) in node.entries {
      let name = key.text
      guard let row = rows[name] else {
        unknown.append(key)
        continue
      }
      if isLeftOut(value, row) { continue }
      seen[row] = true
      reader.enter(fields[row].row)
      fields[row].decode(value, &model, &reader)
      reader.leave()
    }
    if !unknown.isEmpty { reportUnknown(unknown, in: node, &seen, &reader) }
    checkRequired(seen, alsoRequired, at: place ?? node.range, &reader)
    return model
  }

  private func isLeftOut(_ value: YAMLNode, _ row: Int) -> Bool {
    value.isNull || value.isBlank && fields[row].row.requirement != .always
  }

  /// Reports names that aren't known, and counts the fields that were most likely meant as seen.
  ///
  /// A name can be mended when nothing else stands for the field that it means.
  private func reportUnknown(
    _ keys: [YAMLNode],
    in node: YAMLNode,
    _ seen: inout [Bool],
    _ reader: inout SchemaReader
  ) {
    let names = fields.lazy.map(\.name)
    let written = Set(node.entries.lazy.compactMap { rows[$0.key.text] })
    // More are not shown.
    let meanings = keys.prefix(SchemaReader.faultLimit + 1).map {
      fieldMeant(by: $0.text) ?? nearestName(to: $0.text, in: names)
    }
    let counts = meanings.reduce(into: [String?: Int]()) { $0[$1, default: 0] += 1 }
    for (key, meant) in zip(keys, meanings) {
      guard !reader.isFull else { return reader.noteMore() }
      if reportRestOfNumber(key, in: node, &reader) { continue }
      if let field = UnspacedField(key.text, names: names) {
        reader.report("unknown-field", field.message, at: key.range, hint: field.hint)
        if let row = rows[field.name] { seen[row] = true }
        continue
      }
      let row = meant.flatMap { rows[$0] }
      let isFree = counts[meant] == 1 && row.map { !written.contains($0) } ?? false
      let name = isFree ? certainName(for: key.text, in: names) : nil
      reader.report(
        "unknown-field",
        "\(reader.fieldName) has no field '\(key.text)'",
        at: key.range,
        hint: meant.map { "did you mean '\($0)'?" } ?? hint(forUnknown: key.text, reader),
        fix: name.flatMap { key.edit(to: $0) }
      )
      if let meant { reader.noteMisspelt(meant) }
      if let row { seen[row] = true }
    }
  }

  /// The field that other systems call so.
  private func fieldMeant(by name: String) -> String? {
    let meant: String? =
      switch name.lowercased() {
      case "deadline", "closing_date", "expires": "valid_through"
      case "posted", "published": "date_posted"
      case "pay", "wage", "compensation": "salary"
      case "period", "interval": "per"
      case "from": "min"
      case "to": "max"
      default: nil
      }
    return meant.flatMap { rows[$0] == nil ? nil : $0 }
  }

  private func hint(forUnknown name: String, _ reader: SchemaReader) -> String {
    let isTop = !reader.isInside
    if isTop, reader.area == "job", ["description", "body", "text"].contains(name.lowercased()) {
      return "write it below the second '---'"
    }
    guard isTop, fields.count > 12 else {
      let names = fields.map(\.name).joined(separator: ", ")
      return "delete it, or use one of the fields that there are: \(names)"
    }
    let page = reader.area == "job" ? "posting.md" : "site.md"
    return "delete it, or use one of the fields that docs/\(page) lists"
  }

  /// Reports what a comma has cut off a number: the `000` of `{min: 50,000}`.
  private func reportRestOfNumber(
    _ key: YAMLNode,
    in node: YAMLNode,
    _ reader: inout SchemaReader
  ) -> Bool {
    guard key.isThreeDigits else { return false }
    var number: (start: UInt32, groups: [String])?
    var isMet = false
    for (name, value) in node.entries {
      if name.isThreeDigits, let before = number {
        number = (before.start, before.groups + [name.text])
        isMet = isMet || name.range == key.range
        continue
      }
      // The last group reports the whole number.
      if isMet { break }
      let isNumber = value.isPlain && value.text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
      number = isNumber && !value.isNull ? (value.range.start, [value.text]) : nil
    }
    guard isMet, let number else { return false }
    let range = SourceRange(start: number.start, end: key.range.end)
    if number.groups.last == key.text, !reader.hasFault(within: range) {
      reader.report(
        "not-an-amount",
        "'\(number.groups.joined(separator: ","))' has a ',' in it",
        at: range,
        hint: "write \(number.groups.joined())"
      )
    }
    return true
  }

  private func checkRequired(
    _ seen: [Bool],
    _ alsoRequired: [String],
    at place: SourceRange,
    _ reader: inout SchemaReader
  ) {
    for index in fields.indices where !seen[index] {
      // Looked at in place: this runs for every field that a posting doesn't have.
      guard
        fields[index].row.requirement == .always
          || alsoRequired.contains(fields[index].row.name)
      else { continue }
      let field = fields[index].row
      reader.report(
        "missing-field",
        "\(reader.fieldName) has no '\(field.name)'",
        at: place,
        hint: reader.isInside
          ? "write it beside the others, such as '\(field.name): \(field.example)'"
          : "add a line such as '\(field.name): \(field.example)'"
      )
    }
  }
}

extension YAMLNode {
  fileprivate var isThreeDigits: Bool {
    isPlain && textCount == 3 && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }
}
