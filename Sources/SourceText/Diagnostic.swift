/// A fault: what is wrong, where, and the way out.
///
/// Nothing prints while it works; faults are collected, sorted and shown in one place.
package struct Diagnostic: Error, Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable { case error, warning }

  /// A second place that belongs to the fault, such as the other of two postings with one id.
  package struct Note: Hashable, Sendable {
    package var message: String
    package var path: String
    package var range: SourceRange?

    package init(_ message: String, path: String, range: SourceRange? = nil) {
      self.message = message
      self.path = path
      self.range = range
    }
  }

  package var id: FaultID
  package var severity: Severity
  /// One sentence without a full stop that quotes the user's own text.
  package var message: String
  /// The file as users know it; empty when the fault belongs to no file.
  package var path: String
  package var range: SourceRange?
  /// What to do about it.
  package var hint: String?
  package var notes: [Note]
  /// What mends it in the file at `path`, where that is safe.
  package var fix: SourceEdit?

  package init(
    _ id: FaultID,
    severity: Severity = .error,
    _ message: String,
    path: String,
    range: SourceRange? = nil,
    hint: String? = nil,
    notes: [Note] = [],
    fix: SourceEdit? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.path = path
    self.range = range
    self.hint = hint
    self.notes = notes
    self.fix = fix
  }
}

/// A fault's fixed name, `area/what-is-wrong`, such as `job/unknown-field`.
///
/// Users silence faults and look them up by this name: it never changes its meaning.
package struct FaultID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let name: String

  package init(stringLiteral name: String) { self.name = name }

  /// A whole name that isn't known before the program runs, such as one given by a user.
  package init(named name: String) { self.name = name }

  /// A name put together from an area, such as `job`, and what is wrong there.
  package init(area: String, _ name: String) { self.name = area + "/" + name }

  package var description: String { name }

  /// What stands in front of the slash: what the fault is about.
  package var area: String { String(name.prefix { $0 != "/" }) }
}

// MARK: - Order

extension Diagnostic: Comparable {
  /// Path, then place, then id, then text: the order in which faults are shown.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
    return (left.range?.start ?? 0, left.id.name, left.message)
      < (right.range?.start ?? 0, right.id.name, right.message)
  }
}

/// What a stage hands on: the value if it could be made, and every fault found on the way.
package struct Checked<Value> {
  package var value: Value?
  package var diagnostics: [Diagnostic]

  package init(_ value: Value?, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// The same faults with the value handed on as something else.
  package func map<Other>(_ transform: (Value) -> Other) -> Checked<Other> {
    Checked<Other>(value.map(transform), diagnostics)
  }
}

extension Checked: Sendable where Value: Sendable {}

extension Sequence where Element == Diagnostic {
  /// Whether something may not be published; warnings alone don't stop a build.
  package var containsError: Bool { contains { $0.severity == .error } }
}
