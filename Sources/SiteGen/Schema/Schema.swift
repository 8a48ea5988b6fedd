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
  /// The rows whose fields have a value, as bits.
  package func filledRows(of node: YAMLNode) -> UInt64 {
    node.entries.reduce(0) { bits, entry in
      guard !entry.value.isNull, let row = rows[entry.key.text] else { return bits }
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
  /// A key without a value counts as absent. A misspelt name is one fault that names the nearest
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
    guard reader.expectMapping(node) else { return nil }
    var model = make()
    var seen = [Bool](repeating: false, count: fields.count)
    for (key, value) in node.entries {
      let name = key.text
      guard let row = rows[name] else {
        if let meant = reportUnknown(name, at: key.range, &reader) { seen[meant] = true }
        continue
      }
      if value.isNull { continue }
      seen[row] = true
      reader.enter(name)
      fields[row].decode(value, &model, &reader)
      reader.leave()
    }
    checkRequired(seen, alsoRequired, at: place ?? node.range, &reader)
    return model
  }

  /// - Returns: the row that was most likely meant.
  private func reportUnknown(
    _ name: String,
    at range: SourceRange,
    _ reader: inout SchemaReader
  ) -> Int? {
    guard !reader.isFull else {
      reader.noteMore()
      return nil
    }
    let nearest = nearestName(to: name, in: fields.lazy.map(\.name))
    let known = fields.map(\.name).joined(separator: ", ")
    reader.report(
      "unknown-field",
      "\(reader.fieldName) has no field '\(name)'",
      at: range,
      hint: nearest.map { "did you mean '\($0)'?" } ?? "the fields are \(known)",
      fix: nearest.map { SourceEdit(range, to: $0) }
    )
    if let nearest { reader.noteMisspelt(nearest) }
    return nearest.flatMap { rows[$0] }
  }

  private func checkRequired(
    _ seen: [Bool],
    _ alsoRequired: [String],
    at place: SourceRange,
    _ reader: inout SchemaReader
  ) {
    for (field, isSeen) in zip(fields, seen) where !isSeen {
      guard field.requirement == .always || alsoRequired.contains(field.name) else { continue }
      reader.report(
        "missing-field",
        "\(reader.fieldName) has no '\(field.name)'",
        at: place,
        hint: "add a line such as '\(field.name): \(field.example)'"
      )
    }
  }
}
