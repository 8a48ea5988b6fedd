package import SourceText

/// What a build has to tell.
package struct BuildResult: Sendable {
  package enum Outcome: Sendable {
    case done
    /// The content or the theme has faults; nothing was published.
    case faults
    /// The machine failed us: disk full, no permission.
    case machineFailure
  }

  package var outcome: Outcome
  /// Whether the output folder holds the new site, whatever failed after that.
  package var isPublished = false
  /// Sorted, errors and warnings.
  package var diagnostics: [Diagnostic] = []
  /// Warnings that postings give a reason for.
  package var allowed: [AllowedFault] = []
  package var counts = Counts()
  package var changes: Changes?
  package var stages: [Stage] = []
  /// What the pages were made from.
  ///
  /// Freeing it takes 45 ms for 10,000 postings, which a program that ends can leave to the system.
  package var context: RenderContext?

  package struct Counts: Sendable {
    package var postings = 0
    package var open = 0
    package var outputs = 0
    package var written = 0
    package var deleted = 0
    package var bytes = 0
  }

  /// How long one stage took.
  package struct Stage: Sendable {
    package var name: String
    package var duration: Duration
  }
}

extension BuildResult {
  /// Adds what went wrong beside the build.
  package mutating func add(_ faults: [Diagnostic]) {
    diagnostics = (diagnostics + faults).sorted()
    if outcome == .done, faults.containsError { outcome = .faults }
  }
}

/// What a build says while it works.
package enum BuildEvent: Sendable {
  case loading(postings: Int)
  case rendering(outputs: Int)
  case waiting(String)
}
