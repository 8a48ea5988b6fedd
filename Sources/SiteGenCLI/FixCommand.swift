import SiteGen
import SourceText

/// `sitegen check --fix`: mends what is safe to mend, then checks again.
struct FixCommand {
  let program: Program
  let options: BuildOptions
  /// Whether what would change is printed and nothing is written.
  let isDryRun: Bool
  /// Whether standard output is for a machine that reads faults.
  let isForMachines: Bool

  /// - Returns: `nil` when nothing is to be mended.
  init?(
    _ program: Program,
    _ options: BuildOptions,
    _ parsed: ParsedArguments,
    isForMachines: Bool
  ) throws(UsageFault) {
    isDryRun = parsed.has(.dryRun)
    guard parsed.has(.fix) else {
      if isDryRun { throw UsageFault("--dry-run goes with --fix") }
      return nil
    }
    if isDryRun, isForMachines {
      throw UsageFault("--dry-run prints a diff, so --format can only be text")
    }
    self.program = program
    self.options = options
    self.isForMachines = isForMachines
  }

  /// - Returns: what is left, and the files that the places of its faults refer to.
  func run(_ progress: ProgressLine) async -> (result: BuildResult, tree: SourceTree) {
    let mending = await Mending(options) { progress.show($0) }
    guard !isDryRun else {
      progress.clear()
      program.terminal.print(mending.diff)
      return (mending.result, mending.tree)
    }
    let written = mending.write()
    progress.clear()
    for file in mending.files where written.paths.contains(file.path) {
      let line = "mended \(quoted(file.path)): \(sentence(file.changes))\n"
      if isForMachines { program.terminal.complain(line) } else { program.terminal.print(line) }
    }
    var result = await Build(options) { progress.show($0) }.run()
    result.add(written.faults)
    return (result, SourceTree(root: options.source))
  }

  /// Each change once, with the number of its places.
  private func sentence(_ changes: [Mending.Change]) -> String {
    var counts: [Mending.Change: Int] = [:]
    for change in changes { counts[change, default: 0] += 1 }
    var parts: [String] = []
    for change in changes {
      guard let count = counts.removeValue(forKey: change) else { continue }
      let times = count == 1 ? "" : " (\(count) times)"
      parts.append("\(quoted(change.before)) is now \(quoted(change.after))\(times)")
    }
    return parts.joined(separator: ", ")
  }

  /// The text on one line of at most 60 characters, without anything that moves the cursor.
  private func quoted(_ text: String) -> String {
    var shown = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      guard index < 60 else { return shown + "…" }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: shown += "\u{FFFD}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
