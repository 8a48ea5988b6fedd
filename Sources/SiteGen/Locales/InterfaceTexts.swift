import SourceText
import YAML

/// The words of the interface in one language: `text/<language>.yml` of a theme.
package struct InterfaceTexts: Sendable {
  /// A text, or its plural forms.
  fileprivate enum Text: Sendable {
    case plain(String)
    case plural([PluralRules.Category: String])
  }

  private var texts: [String: Text] = [:]

  package init() {}

  /// Reads nested maps of texts; a map whose names are all plural categories is one text.
  ///
  /// Faults: `theme/text-not-text` where a list stands.
  init(_ node: YAMLNode, path: String, _ faults: inout [Diagnostic]) {
    read(node, prefix: "", path: path, &faults)
  }

  private mutating func read(
    _ node: YAMLNode,
    prefix: String,
    path: String,
    _ faults: inout [Diagnostic]
  ) {
    for (key, value) in node.entries {
      let name = prefix + key.text
      switch value.kind {
      case .scalar: texts[name] = .plain(value.text)
      case .mapping:
        if let forms = InterfaceTexts.forms(value) {
          texts[name] = .plural(forms)
        } else {
          read(value, prefix: name + ".", path: path, &faults)
        }
      case .sequence:
        faults.append(
          Diagnostic(
            "theme/text-not-text",
            "'\(name)' is a list, not a text",
            path: path,
            range: value.range,
            hint: "write one text, or a map of plural forms"
          )
        )
      }
    }
  }

  private static func forms(_ node: YAMLNode) -> [PluralRules.Category: String]? {
    var forms: [PluralRules.Category: String] = [:]
    for (key, value) in node.entries {
      guard let category = PluralRules.Category(rawValue: key.text), value.kind == .scalar else {
        return nil
      }
      forms[category] = value.text
    }
    return forms[.other] == nil ? nil : forms
  }

  /// These texts, and those of `base` where this has none.
  package func fallingBack(to base: InterfaceTexts) -> InterfaceTexts {
    var merged = base
    merged.texts.merge(texts) { _, own in own }
    return merged
  }
}

extension InterfaceTexts {
  package var keys: [String] { texts.keys.sorted() }

  func contains(_ key: String) -> Bool { texts[key] != nil }

  /// Texts with plural forms, and those of `categories` that each of them lacks; sorted by key.
  func missingForms(
    of categories: [PluralRules.Category]
  ) -> [(key: String, forms: [PluralRules.Category])] {
    keys.compactMap { key in
      guard case .plural(let forms)? = texts[key] else { return nil }
      let missing = categories.filter { forms[$0] == nil }
      return missing.isEmpty ? nil : (key, missing)
    }
  }

  /// The texts that have neither placeholders nor plural forms.
  var constants: [String: String] {
    texts.compactMapValues { text in
      guard case .plain(let plain) = text, !plain.utf8.contains(UInt8(ascii: "{")) else {
        return nil
      }
      return plain
    }
  }

  /// The text under `key` with its `{placeholders}` filled in.
  ///
  /// - Parameters:
  ///   - key: the path in the file, with dots.
  ///   - count: decides between plural forms.
  ///   - plurals: the rules of the language.
  ///   - values: what the placeholders stand for.
  /// - Returns: `nil` for a key that doesn't exist.
  package func text(
    _ key: String,
    count: Int? = nil,
    plurals: PluralRules,
    _ values: [(name: String, value: String)] = []
  ) -> String? {
    guard let text = texts[key] else { return nil }
    let pattern: String
    switch text {
    case .plain(let plain): pattern = plain
    case .plural(let forms):
      pattern = forms[plurals.category(of: count ?? 0)] ?? forms[.other] ?? ""
    }
    guard pattern.utf8.contains(UInt8(ascii: "{")) else { return pattern }
    return filled(pattern, values)
  }

  /// Puts values in for `{name}`; what names no value stays as it is.
  private func filled(_ pattern: String, _ values: [(name: String, value: String)]) -> String {
    var result = ""
    var rest = pattern.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      result += Substring(rest[..<open])
      let name = Substring(rest[rest.index(after: open)..<close])
      if let value = values.first(where: { $0.name == name }) {
        result += value.value
      } else {
        result += Substring(rest[open...close])
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + Substring(rest)
  }
}
