import YAML

/// One row of a schema: a field's name, type, rules and documentation.
///
/// Decoding, checking and everything that tells people or programs about fields are derived from
/// rows. Adding a field is a row here and a place that uses the property.
package struct Field<Model>: Sendable {
  package let name: String
  /// What a value must look like.
  package let shape: Shape
  package let requirement: Requirement
  /// One sentence for the person who fills the field in.
  package let summary: String
  /// A value as it stands in front matter, after the colon.
  package let example: String
  let decode: @Sendable (YAMLNode, inout Model, inout SchemaReader) -> Void
}

/// When a field must be there.
package enum Requirement: Hashable, Sendable {
  case optional
  case always
  /// Required in a case that the rule's own check decides; the text completes "required …".
  case when(String)
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
    example: String
  ) {
    self.init(
      name: name,
      shape: type.shape,
      requirement: requirement,
      summary: summary,
      example: example
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
    example: String
  ) {
    self.init(
      name: name,
      shape: type.shape,
      requirement: requirement,
      summary: summary,
      example: example
    ) { node, model, reader in
      if let value = type.read(node, &reader) { model[keyPath: property] = value }
    }
  }
}
