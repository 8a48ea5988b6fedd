import Glibc
import Synchronization

@testable import SiteGen

/// Remembers the system calls of a build.
final class StepLog: Sendable {
  private let log = Mutex<[String]>([])

  var names: [String] { log.withLock { $0 } }

  var options: PublishingOptions {
    PublishingOptions { [self] _, name in
      log.withLock { $0.append("\(name)") }
      return .proceed
    }
  }

  /// From step `first` on nothing is written any more, as if the machine had been switched off.
  static func failing(from first: Int, with code: Int32 = EIO) -> PublishingOptions {
    PublishingOptions { step, _ in step < first ? .proceed : .fail(code) }
  }

  /// One step does not succeed, and all others do.
  static func failing(at only: Int, with code: Int32) -> PublishingOptions {
    PublishingOptions { step, _ in step == only ? .fail(code) : .proceed }
  }

  /// The process ends at once before step `last`.
  static func killing(at last: Int) -> PublishingOptions {
    PublishingOptions { step, _ in
      if step == last { kill(getpid(), SIGKILL) }
      return .proceed
    }
  }
}
