import SiteGen
import Synchronization

/// One line on a terminal that says what a long build is doing.
final class ProgressLine: Sendable {
  private let terminal: Terminal
  private let isShown: Bool
  private let start = ContinuousClock.now
  private let hasDrawn = Mutex(false)

  init(_ terminal: Terminal, isShown: Bool) {
    self.terminal = terminal
    self.isShown = isShown
  }

  func show(_ event: BuildEvent) {
    switch event {
    case .waiting(let holder):
      terminal.complain("waiting for another build: \(holder)\n")
    case .loading(let postings) where postings > 2000: draw("reading \(postings) postings …")
    case .rendering(let outputs) where ContinuousClock.now - start > .seconds(1) || outputs > 5000:
      draw("making \(outputs) files …")
    case .loading, .rendering: break
    }
  }

  func clear() {
    let drawn = hasDrawn.withLock { drawn in
      defer { drawn = false }
      return drawn
    }
    if drawn { terminal.complain("\r\u{1B}[K") }
  }

  private func draw(_ text: String) {
    guard isShown, terminal.isInteractive else { return }
    hasDrawn.withLock { $0 = true }
    terminal.complain("\r\u{1B}[K" + text)
  }
}
