package import SourceText

/// `checks` of site.yml: what a site makes of the findings of rules.
package struct CheckSettings: Sendable {
  /// By the id of a rule, or by the area of several.
  package var severities: [Entry<RuleSeverity>] = []
  /// Days after which an open posting without an end counts as a ghost job.
  ///
  /// A quarter of a year is our own choice: Google and the job boards name no figure for postings that
  /// never end, and aggregators that drop undated postings do so after 45 days at the earliest.
  package var ghostAfter = 90

  package init() {}
}

extension CheckSettings {
  /// What holds for a rule; its own entry is stronger than that of its area.
  package func severity(of rule: Rule) -> RuleSeverity {
    if severities.isEmpty { return rule.standard }
    return severities.value(of: rule.rawValue) ?? severities.value(of: rule.area) ?? rule.standard
  }

  package func isOn(_ rule: Rule) -> Bool { severity(of: rule) != .off }

  /// A rule's finding, or nothing where the site turned the rule off.
  func fault(
    _ rule: Rule,
    _ message: @autoclosure () -> String,
    path: String,
    range: SourceRange?,
    hint: @autoclosure () -> String,
    notes: @autoclosure () -> [Diagnostic.Note] = []
  ) -> Diagnostic? {
    let severity = severity(of: rule)
    guard severity != .off else { return nil }
    return Diagnostic(
      FaultID(stringLiteral: rule.rawValue),
      severity: severity == .error ? .error : .warning,
      message(),
      path: path,
      range: range,
      hint: hint(),
      notes: notes()
    )
  }

  /// A fault as the site wants to see it, or nothing; faults that are no rule's stay what they are.
  package func judged(_ fault: Diagnostic) -> Diagnostic? {
    guard !severities.isEmpty, let rule = Rule(rawValue: fault.id.name) else { return fault }
    var fault = fault
    switch severity(of: rule) {
    case .off: return nil
    case .error: fault.severity = .error
    case .warning: fault.severity = .warning
    }
    return fault
  }
}

extension SchemaReader {
  /// Reports a rule's finding, as severe as the site wants it.
  mutating func report(
    _ rule: Rule,
    _ message: @autoclosure () -> String,
    at range: SourceRange,
    hint: @autoclosure () -> String,
    notes: @autoclosure () -> [Diagnostic.Note] = [],
    fix: SourceEdit? = nil
  ) {
    let checks = site?.checks ?? CheckSettings()
    var fault = checks.fault(
      rule,
      message(),
      path: path,
      range: range,
      hint: hint(),
      notes: notes()
    )
    fault?.fix = fix
    if let fault { append([fault]) }
  }
}
