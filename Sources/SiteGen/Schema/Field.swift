import YAML

/// One row of a schema together with the property that takes its value.
///
/// Decoding, checking and everything that tells people or programs about fields are derived from
/// rows. Adding a field is a row here and a place that uses the property. What the row says can be
/// asked of the field itself.
@dynamicMemberLookup package struct Field<Model>: Sendable {
  package let row: FieldRow
  let decode: @Sendable (YAMLNode, inout Model, inout SchemaReader) -> Void

  package subscript<Value>(dynamicMember path: KeyPath<FieldRow, Value>) -> Value {
    row[keyPath: path]
  }
}

// MARK: - Rows

extension Field {
  /// A row for a property that may be absent.
  package init<Value>(
    _ name: String,
    _ type: FieldType<Value>,
    _ property: any WritableKeyPath<Model, Value?> & Sendable,
    _ requirement: Requirement = .optional,
    _ summary: String,
    example: String,
    appears: [Appearance] = []
  ) {
    self.init(
      row: FieldRow(
        name: name,
        shape: type.shape,
        requirement: requirement,
        summary: summary,
        example: example,
        standard: nil,
        appearances: appears
      )
    ) { node, model, reader in
      if let value = type.read(node, &reader) { model[keyPath: property] = value }
    }
  }

  /// A row for a property that has a default.
  package init<Value>(
    _ name: String,
    _ type: FieldType<Value>,
    _ property: any WritableKeyPath<Model, Value> & Sendable,
    _ requirement: Requirement = .optional,
    _ summary: String,
    example: String,
    standard: String? = nil,
    appears: [Appearance] = []
  ) {
    self.init(
      row: FieldRow(
        name: name,
        shape: type.shape,
        requirement: requirement,
        summary: summary,
        example: example,
        standard: standard,
        appearances: appears
      )
    ) { node, model, reader in
      if let value = type.read(node, &reader) { model[keyPath: property] = value }
    }
  }
}
