/// How a build publishes.
package struct PublishingOptions: Sendable {
  /// Whether to wait while another build holds the output folder; otherwise `publish/locked`.
  package var waitsForLock: Bool
  /// Whether a power cut must not tear the site: everything is flushed before it is relied upon.
  package var isDurable: Bool
  /// When this build started, as others are told who have to wait for it.
  package var startedAt: String
  /// Called before every system call that changes something, with its number and its name.
  ///
  /// Tests let a call fail, or end the process, at a place of their choice.
  package var beforeStep: (@Sendable (Int, StaticString) -> StepOutcome)?

  package init(
    waitsForLock: Bool = true,
    isDurable: Bool = false,
    startedAt: String = "",
    beforeStep: (@Sendable (Int, StaticString) -> StepOutcome)? = nil
  ) {
    self.waitsForLock = waitsForLock
    self.isDurable = isDurable
    self.startedAt = startedAt
    self.beforeStep = beforeStep
  }
}

/// What becomes of a system call.
package enum StepOutcome: Hashable, Sendable {
  case proceed
  /// The call is not made; it ends with this `errno`.
  case fail(Int32)
}

/// Where in the sequence of publishing a file comes.
///
/// A page is never there before what it loads, and no feed names a page that isn't there yet.
package enum PublishingOrder: UInt8, Sendable, CaseIterable { case asset, page, feed }
