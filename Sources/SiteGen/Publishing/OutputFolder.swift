import Synchronization

/// The folder of the published site, held by one build.
///
/// It is shared by all workers; each makes a ``Stager`` of its own. Nothing that is published changes
/// before ``commit(_:)``. When the last reference goes without it, what was staged is removed and the
/// lock is given back.
package final class OutputFolder: Sendable {
  let tree: OutputTree
  /// What was published last.
  let manifest: Manifest

  private let lock: BuildLock
  private let nextStagedName = Atomic<UInt64>(0)
  private let hasStaging = Atomic<Bool>(false)
  private let hasCommitted = Atomic<Bool>(false)
  /// Whether the journal is complete: then what is staged belongs to the next build too.
  private let keepsStaging = Atomic<Bool>(false)

  init(tree: OutputTree, manifest: Manifest, lock: consuming BuildLock) {
    self.tree = tree
    self.manifest = manifest
    self.lock = lock
  }

  deinit {
    guard hasStaging.load(ordering: .acquiring), !keepsStaging.load(ordering: .acquiring) else {
      return
    }
    // Whatever can't be removed now, the next build removes.
    try? tree.clearStaging()
  }
}

// MARK: - Opening

extension OutputFolder {
  /// Takes the lock, finishes or clears what an interrupted build left, and reads the manifest.
  ///
  /// - Parameters:
  ///   - path: the output folder, which is made when it isn't there; a link is followed.
  ///   - options: how to publish.
  ///   - whenWaiting: told who holds the folder, such as `process 4711, started 09:00`, before the
  ///     wait for it.
  /// - Returns: the folder, locked until the commit or until the last reference goes.
  /// - Throws: `publish/locked`, `publish/foreign-file`, `publish/damaged-manifest`,
  ///   `publish/damaged-journal`, `publish/cannot-write`, `publish/cannot-read`.
  package static func open(
    _ path: String,
    options: PublishingOptions = PublishingOptions(),
    whenWaiting: (String) -> Void = { _ in }
  ) throws(PublishingFailure) -> OutputFolder {
    let tree = try OutputTree.open(path, options: options)
    let lock = try BuildLock.take(in: tree, options: options, whenWaiting: whenWaiting)
    try tree.recover()
    let manifest = try tree.readManifest()
    return OutputFolder(tree: tree, manifest: manifest, lock: lock)
  }

  /// A stager for one worker; make it in the task that uses it.
  package func makeStager() -> Stager { Stager(self) }

  /// The name of the next staged copy.
  func makeStagedName() -> UInt64 {
    noteStaging()
    return nextStagedName.wrappingAdd(1, ordering: .relaxed).oldValue
  }
}

extension OutputFolder {
  /// Remembers that there is something to clear.
  func noteStaging() { hasStaging.store(true, ordering: .releasing) }
}

// MARK: - Publishing

extension OutputFolder {
  /// Publishes: `records` are the whole site; everything else that we ever wrote goes.
  ///
  /// Call it once, after the last stager has ended. Nothing is written when nothing has changed.
  ///
  /// - Parameter records: what the stagers of this folder returned, in any order.
  /// - Returns: what was done.
  /// - Throws: `publish/foreign-file`, `publish/path-collision`, `publish/cannot-write`,
  ///   `publish/cannot-read`. When the journal is complete by then, the hint says that the next
  ///   build completes this one.
  package func commit(
    _ records: consuming [OutputRecord]
  ) throws(PublishingFailure) -> PublishingSummary {
    let isFirst = !hasCommitted.exchange(true, ordering: .relaxed)
    precondition(isFirst, "a folder is committed once")
    let plan = try PublishingPlan(records, over: manifest, in: tree)
    var summary = plan.summary
    guard plan.manifest != manifest.bytes || plan.summary.written > 0 else {
      lock.release()
      return summary
    }
    hasStaging.store(true, ordering: .releasing)
    do throws(PublishingFailure) {
      try tree.writeJournal(plan.journal, manifest: plan.manifest) {
        keepsStaging.store(true, ordering: .releasing)
      }
      summary.warnings += try tree.follow(plan.journal)
    } catch {
      throw keepsStaging.load(ordering: .acquiring) ? error.afterJournal() : error
    }
    summary.warnings.sort()
    lock.release()
    return summary
  }
}
