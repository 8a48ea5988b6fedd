package import SourceText
package import YAML

/// How one value is read from YAML, and what may be said about it.
///
/// `read` reports its own faults and then returns `nil`.
package struct FieldType<Value: Sendable>: Sendable {
  package let shape: Shape
  let read: @Sendable (YAMLNode, inout SchemaReader) -> Value?

  package init(
    _ shape: Shape,
    read: @escaping @Sendable (YAMLNode, inout SchemaReader) -> Value?
  ) {
    self.shape = shape
    self.read = read
  }
}

// MARK: - Scalars

extension FieldType {
  /// A scalar whose text `parse` understands; else the fault `<area>/<faultName>`, which a change
  /// mends where `meaning` says what the text can only mean; else `hint` may say more than the shape.
  static func scalar(
    _ shape: Shape,
    fault name: String,
    _ noun: String,
    meaning: @escaping @Sendable (String) -> String? = { _ in nil },
    hint: @escaping @Sendable (String) -> String? = { _ in nil },
    parse: @escaping @Sendable (String) -> Value?
  ) -> FieldType {
    FieldType(shape) { node, reader in
      guard let text = reader.scalar(node, expecting: shape) else { return nil }
      guard let value = parse(text) else {
        let meant = meaning(text).flatMap { parse($0) == nil ? nil : $0 }
        reader.report(
          name,
          "'\(text)' is not \(noun)",
          at: node.range,
          hint: meant.map { "write '\($0)'" } ?? hint(text) ?? "write " + shape.description,
          fix: meant.flatMap { node.edit(to: $0) }
        )
        return nil
      }
      return value
    }
  }

  /// The same values, of which one that `check` finds wanting is a fault.
  func checked(
    _ check: @escaping @Sendable (Value, SourceRange, inout SchemaReader) -> Bool
  ) -> FieldType {
    FieldType(shape) { node, reader in
      guard let value = read(node, &reader), check(value, node.range, &reader) else { return nil }
      return value
    }
  }

  /// The same values, handed on as something else.
  func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> FieldType<Other> {
    FieldType<Other>(shape) { node, reader in read(node, &reader).map(transform) }
  }

  /// The same values, which may name something that stands elsewhere.
  func naming(_ catalogue: Shape.Catalogue) -> FieldType {
    FieldType(.entry(catalogue, shape), read: read)
  }

  /// A value with its place, for checks that need several files.
  static func located<Bare>(_ type: FieldType<Bare>) -> FieldType where Value == Located<Bare> {
    FieldType(type.shape) { node, reader in
      type.read(node, &reader).map { Located(value: $0, range: node.range) }
    }
  }
}

/// A value and where it was written.
package struct Located<Value: Sendable>: Sendable {
  package var value: Value
  package var range: SourceRange
}

extension Located: Equatable where Value: Equatable {}

// MARK: - Collections

extension FieldType {
  /// A list of values.
  static func list<Item>(of item: FieldType<Item>) -> FieldType<[Item]> where Value == [Item] {
    FieldType<[Item]>(.list(item.shape)) { node, reader in
      guard node.kind == .sequence else {
        if node.isPlain, let entry = UnspacedItem(node.text) {
          reader.report("not-a-list", entry.message, at: node.range, hint: entry.hint)
          return nil
        }
        reader.report(
          "not-a-list",
          "\(reader.fieldName) wants a list",
          at: node.range,
          hint: reader.bracketed(node, choices: item.shape.choices ?? [])
            ?? "write the entries between [ and ], or each on a line of its own after '- '"
        )
        return nil
      }
      return reader.items(of: node, as: item)
    }
  }

  /// One value, or a list of them.
  static func oneOrMore<Item>(of item: FieldType<Item>) -> FieldType<[Item]>
  where Value == [Item] {
    FieldType<[Item]>(.anyOf([item.shape, .list(item.shape)])) { node, reader in
      guard node.kind == .sequence else { return item.read(node, &reader).map { [$0] } }
      return reader.items(of: node, as: item)
    }
  }

  /// A map with the fields of `schema`.
  static func object(_ schema: Schema<Value>) -> FieldType {
    FieldType(.map(schema.part)) { node, reader in
      schema.decode(node, &reader)
    }
  }

  /// A map of free names, in the order of the file.
  static func dictionary<Item>(of item: FieldType<Item>) -> FieldType<[Entry<Item>]>
  where Value == [Entry<Item>] {
    FieldType<[Entry<Item>]>(.mapOf(item.shape)) { node, reader in
      guard reader.expectMapping(node) else { return nil }
      var entries: [Entry<Item>] = []
      for (key, value) in node.entries {
        let name = key.text
        reader.enter(name)
        if let item = item.read(value, &reader) {
          entries.append(Entry(key: name, keyRange: key.range, value: item))
        }
        reader.leave()
      }
      return entries
    }
  }
}

/// One entry of a map with free names.
package struct Entry<Value: Sendable>: Sendable {
  package var key: String
  package var keyRange: SourceRange
  package var value: Value
}

/// Where it stands doesn't count.
extension Entry: Equatable where Value: Equatable {
  package static func == (left: Entry, right: Entry) -> Bool {
    left.key == right.key && left.value == right.value
  }
}

extension Entry: Hashable where Value: Hashable {
  package func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(value)
  }
}

extension Sequence {
  /// The value under `key` in a map with free names.
  package func value<Value>(of key: String) -> Value? where Element == Entry<Value> {
    first { $0.key == key }?.value
  }
}
