/// A change to a file that mends a fault and needs nobody's judgement.
package struct SourceEdit: Hashable, Sendable {
  /// What is replaced; empty to insert.
  package var range: SourceRange
  package var text: String

  package init(_ range: SourceRange, to text: String) {
    self.range = range
    self.text = text
  }
}
