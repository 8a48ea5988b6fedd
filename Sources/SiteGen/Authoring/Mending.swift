package import SourceText

/// The changes that mend a site's files without anybody's judgement: what `sitegen check --fix` does.
package struct Mending: Sendable {
  /// One place that was wrong.
  package struct Change: Hashable, Sendable {
    package let before: String
    package let after: String
  }

  private let options: BuildOptions
  private let snapshot = SourceSnapshot()
  private var changes: [String: [Change]] = [:]
  /// What is left when all changes are made.
  package private(set) var result = BuildResult(outcome: .done)

  /// Mends one thing after the other in memory, until nothing can be mended any more.
  ///
  /// A change can uncover further faults: a posting is looked at closely only when `site.yml` is right.
  package init(
    _ options: BuildOptions,
    progress: @escaping @Sendable (BuildEvent) -> Void = { _ in }
  ) async {
    self.options = options
    var checking = options
    checking.isCheck = true
    checking.report = nil
    for _ in 0..<Mending.roundLimit {
      result = await Build(checking, snapshot: snapshot, progress: progress).run()
      guard mend(result.diagnostics) else { return }
    }
    result = await Build(checking, snapshot: snapshot, progress: progress).run()
  }

  /// Nothing that is mended becomes wrong in a way that can be mended for ever; but nothing proves it.
  private static let roundLimit = 8
}

// MARK: - In memory

extension Mending {
  /// - Returns: whether something changed.
  private mutating func mend(_ faults: [Diagnostic]) -> Bool {
    var edits: [String: [SourceEdit]] = [:]
    for fault in faults {
      guard let fix = fault.fix else { continue }
      edits[fault.path, default: []].append(fix)
    }
    // What is right in a posting depends on the configuration.
    if let first = edits[SourceTree.configurationPath] {
      edits = [SourceTree.configurationPath: first]
    }
    var hasChanged = false
    for (path, edits) in edits {
      guard let bytes = snapshot.bytes(of: path) else { continue }
      let (mended, made) = SourceEdit.apply(edits, to: bytes)
      guard !made.isEmpty else { continue }
      let file = SourceFile(path: path, bytes: bytes)
      changes[path, default: []] += made.map {
        Change(before: file.text($0.range), after: $0.text)
      }
      snapshot.change(path, to: mended)
      hasChanged = true
    }
    return hasChanged
  }
}

// MARK: - What to do

extension Mending {
  /// The files to change, sorted by their paths, each with what changes in it.
  package var files: [(path: String, changes: [Change])] {
    snapshot.changed.map { ($0.path, changes[$0.path] ?? []) }
  }

  /// The site's files with all changes made, for the places of the faults that are left.
  package var tree: SourceTree { SourceTree(root: options.source, snapshot: snapshot) }

  /// All changes as one text for `git apply` or `patch -p1` in the folder of `site.yml`.
  package var diff: [UInt8] {
    snapshot.changed.reduce(into: []) { text, file in
      text += UnifiedDiff.text(path: file.path, from: file.before, to: file.after)
    }
  }

  /// Writes every changed file, each in one move.
  ///
  /// - Returns: the files that were written; and `io/cannot-write` for a file that is no longer what
  ///   was read, that is a link out of the site's folder, or that the system refuses to write.
  package func write() -> (paths: Set<String>, faults: [Diagnostic]) {
    var paths: Set<String> = []
    var faults: [Diagnostic] = []
    for file in snapshot.changed {
      do throws(FileFailure) {
        let replacement = try FileWriter.replace(
          options.source + "/" + file.path,
          below: options.source,
          from: file.before,
          to: file.after
        )
        switch replacement {
        case .done: paths.insert(file.path)
        case .changedMeanwhile:
          faults.append(
            fault(
              file,
              "it changed while sitegen was reading it",
              "save the file and run the command again"
            )
          )
        case .outside:
          faults.append(
            fault(
              file,
              "it is a link that leads out of the site's folder",
              "mend it where it is"
            )
          )
        }
      } catch {
        faults.append(fault(file, error.text, "see who may write the file"))
      }
    }
    return (paths, faults)
  }

  private func fault(_ file: SourceSnapshot.File, _ reason: String, _ hint: String) -> Diagnostic {
    Diagnostic(
      "io/cannot-write",
      "the file was not mended: \(reason)",
      path: file.path,
      hint: hint
    )
  }
}
