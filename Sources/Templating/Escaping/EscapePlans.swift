import SourceText
import Synchronization

/// What analyses of templates found, for all editions of a site: where a value stands doesn't depend on
/// what it is.
final class EscapePlans: Sendable {
  /// A template or one of its blocks, at a place in a page where it begins.
  struct Unit: Hashable {
    let template: Int
    /// Where the block's name stands in the source; nothing for the template itself.
    let block: UInt32?
    let context: EscapeContext
  }

  struct Found: Sendable {
    let plan: EscapePlan
    let diagnostics: [Diagnostic]
  }

  private let found = Mutex<[Unit: Found]>([:])

  /// - Parameters:
  ///   - unit: what is asked for.
  ///   - analyze: makes the analysis if nobody has made it yet; two threads may both do so.
  /// - Returns: what the analysis found.
  func plan(of unit: Unit, _ analyze: () -> EscapeAnalysis) -> Found {
    if let known = found.withLock({ $0[unit] }) { return known }
    let analysis = analyze()
    let new = Found(plan: analysis.plan, diagnostics: analysis.diagnostics)
    found.withLock { $0[unit] = new }
    return new
  }
}
