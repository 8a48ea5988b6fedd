package import SourceText

/// An author's reason why a rule doesn't hold for one posting.
package struct Allowance: Sendable {
  package var rule = Located(value: Rule.unusedAllow, range: SourceRange(start: 0, end: 0))
  package var reason = ""
  /// Whether it silenced something while the file was read.
  package var isUsed = false

  package init() {}
}

extension [Allowance] {
  /// The faults that are left; errors always are.
  package mutating func silence(_ faults: [Diagnostic]) -> [Diagnostic] {
    guard !isEmpty else { return faults }
    return faults.filter { fault in
      guard fault.severity == .warning,
        let index = firstIndex(where: { $0.rule.value.rawValue == fault.id.name })
      else { return true }
      self[index].isUsed = true
      return false
    }
  }
}
