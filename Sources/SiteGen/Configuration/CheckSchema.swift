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
  /// Reports what is no check whose severity a site may choose.
  mutating func reportUnknownCheck(_ name: String, at range: SourceRange, _ known: [String]) {
    if FaultCatalogue.isFixedError(name) {
      report(
        "unknown-check",
        "'\(name)' is always an error",
        at: range,
        hint: "what can't be read or would be published wrong stops the build; take the entry away"
      )
      return
    }
    let nearest = nearestName(to: name, in: known)
    report(
      "unknown-check",
      "there is no check '\(name)'",
      at: range,
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "the checks are \(known.filter { $0.contains("/") }.joined(separator: ", "))"
    )
  }

  /// Reports what a posting can't be excused from.
  mutating func reportCheck(
    thatCannotBeAllowed name: String,
    at range: SourceRange,
    _ known: [String]
  ) {
    if Rule(rawValue: name) == nil, !FaultCatalogue.isFixedError(name) {
      return reportUnknownCheck(name, at: range, known)
    }
    report(
      "unknown-check",
      "'\(name)' can't be allowed",
      at: range,
      hint: Rule(rawValue: name) == nil
        ? "it is an error in every posting: mend what it says, and take the entry away"
        : "take the entry away; only whoever keeps site.yml can turn it off, under 'checks'"
    )
  }
}

extension FaultCatalogue {
  /// Whether this is the id of a fault, or an area of faults, that is an error whatever a site says.
  package static func isFixedError(_ name: String) -> Bool {
    if name.contains("/") {
      return Rule(rawValue: name) == nil && ids.contains(FaultID(named: name))
    }
    return !Rule.areas.contains(name) && areas.contains { $0.name == name }
  }
}
