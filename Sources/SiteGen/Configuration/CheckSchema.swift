import SourceText
import YAML

// `checks` of site.yml.

extension Schema where Model == CheckSettings {
  package static let checks = Schema([
    Field(
      "severity",
      .severities,
      \.severities,
      .optional,
      "How severe a check is, by its id or by the area in front of the slash: error, warning or off.",
      example: "{job/ghost-job: error, google: off}"
    ),
    Field(
      "ghost_after",
      .integer(1...3650),
      \.ghostAfter,
      .optional,
      "Days after which an open posting without `valid_through` counts as a ghost job.",
      example: "90"
    ),
  ]) { CheckSettings() }
}

extension FieldType where Value == [Entry<RuleSeverity>] {
  /// Severities by the id of a rule, or by an area of rules.
  static var severities: FieldType {
    let entries = FieldType.dictionary(of: .choice)
    return FieldType(entries.shape) { node, reader in
      guard let read = entries.read(node, &reader) else { return nil }
      var known: [Entry<RuleSeverity>] = []
      let names = Rule.areas + Rule.allCases.map(\.rawValue)
      for entry in read {
        if names.contains(entry.key) {
          known.append(entry)
        } else {
          reader.reportUnknownCheck(entry.key, at: entry.keyRange, names)
        }
      }
      return known
    }
  }
}

extension SchemaReader {
  /// Reports the name of a check that is none, or one that nobody may change.
  mutating func reportUnknownCheck(_ name: String, at range: SourceRange, _ known: [String]) {
    let nearest = nearestName(to: name, in: known)
    report(
      "unknown-check",
      "'\(name)' is not a check that can be changed",
      at: range,
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "what can't be read or would be published wrong is always an error; "
        + "the others are \(known.filter { $0.contains("/") }.joined(separator: ", "))"
    )
  }
}
