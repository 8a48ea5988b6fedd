import SourceText

/// What the analysis of one unit found, by where things begin in the source.
struct EscapePlan: Sendable {
  /// How each output is written.
  var outputs: [UInt32: Escaping] = [:]
  /// What is written of each text, by where it begins; all of it where nothing stands here.
  var texts: [UInt32: [UInt8]] = [:]
  /// Where each include and each block stands.
  var contexts: [UInt32: EscapeContext] = [:]
  /// Calls of `super()` that stand where their block begins, and so run in place.
  var inPlace: Set<UInt32> = []
}
