import SourceText
import YAML

extension FieldType where Value == [CustomValue] {
  /// The site's own fields, checked against their declaration in `site.yml`.
  static var custom: FieldType {
    FieldType(.ownFields) { node, reader in
      guard reader.expectMapping(node) else { return nil }
      let declared = reader.site?.jobRules.custom ?? []
      var values: [CustomValue] = []
      var unknown: [YAMLNode] = []
      for (key, value) in node.entries {
        guard let field: CustomField = declared.value(of: key.text) else {
          unknown.append(key)
          continue
        }
        if value.isNull { continue }
        reader.enter(key.text)
        if let text = field.read(value, &reader) {
          values.append(CustomValue(key: key.text, value: text))
        }
        reader.leave()
      }
      report(unknown, besides: node, declared.map(\.key), &reader)
      return values
    }
  }

  /// A name can be mended when nothing else stands for the field that it means.
  private static func report(
    _ keys: [YAMLNode],
    besides node: YAMLNode,
    _ declared: [String],
    _ reader: inout SchemaReader
  ) {
    let meanings = keys.map { nearestName(to: $0.text, in: declared) }
    let counts = meanings.reduce(into: [String?: Int]()) { $0[$1, default: 0] += 1 }
    for (key, meant) in zip(keys, meanings) {
      let isFree = counts[meant] == 1 && meant.map { node.value(for: $0) == nil } ?? false
      let name = isFree ? certainName(for: key.text, in: declared) : nil
      reader.report(
        "unknown-field",
        "\(reader.fieldName) has no field '\(key.text)'",
        at: key.range,
        hint: meant.map { "did you mean '\($0)'?" } ?? "declare it in site.yml under schema.custom",
        fix: name.flatMap { key.edit(to: $0) }
      )
    }
  }
}

extension CustomField {
  /// The value as text, when it is of the declared kind and among the allowed values.
  fileprivate func read(_ node: YAMLNode, _ reader: inout SchemaReader) -> String? {
    guard let text = text(of: node, &reader) else { return nil }
    guard values.isEmpty || values.contains(text) else {
      let nearest = nearestName(to: text, in: values)
      reader.report(
        "not-a-choice",
        "'\(text)' is not one of the values of \(reader.fieldName)",
        at: node.range,
        hint: nearest.map { "write '\($0)'" } ?? "write one of " + values.joined(separator: ", "),
        fix: certainSpelling(of: text).flatMap { node.edit(to: $0) }
      )
      return nil
    }
    return text
  }

  /// The allowed value that differs in upper and lower case only.
  private func certainSpelling(of text: String) -> String? {
    let same = values.filter { $0.lowercased() == text.lowercased() }
    return same.count == 1 ? same[0] : nil
  }

  private func text(of node: YAMLNode, _ reader: inout SchemaReader) -> String? {
    switch kind {
    case .text: FieldType<String>.text(1...2000).read(node, &reader)
    case .boolean: FieldType<Bool>.boolean.read(node, &reader).map { $0 ? "true" : "false" }
    case .integer:
      FieldType<Int>.integer(-1_000_000_000...1_000_000_000).read(node, &reader).map { String($0) }
    case .date: FieldType<CivilDate>.date.read(node, &reader)?.iso
    case .url: FieldType<String>.url.read(node, &reader)
    case .list:
      FieldType<[String]>.list(of: .text(1...200)).read(node, &reader)?.joined(separator: ", ")
    }
  }
}
