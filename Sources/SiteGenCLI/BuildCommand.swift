import SiteGen
import SourceText

/// `sitegen build` and `sitegen check`.
struct BuildCommand {
  private enum Format: String { case text, json, github, sarif }

  private let program: Program
  private let options: BuildOptions
  private let format: Format
  private let isQuiet: Bool
  private let isVerbose: Bool
  /// What mends, for `check --fix`.
  private let fixing: FixCommand?

  init(_ program: Program, _ parsed: ParsedArguments, isCheck: Bool) throws(UsageFault) {
    self.program = program
    var options = try program.buildOptions(parsed)
    options.isCheck = isCheck
    self.options = options
    let name = parsed[.format] ?? "text"
    guard let format = Format(rawValue: name) else {
      throw UsageFault("--format wants text, json, github or sarif, not '\(name)'")
    }
    self.format = format
    fixing = try FixCommand(program, options, parsed, isForMachines: format != .text)
    isQuiet = parsed.has(.quiet)
    isVerbose = parsed.has(.verbose)
    if let extra = parsed.operands.first {
      throw UsageFault("'\(extra)' is not expected here; name the folder with --source")
    }
  }

  func run() async -> ExitStatus {
    let clock = ContinuousClock()
    let start = clock.now
    let progress = ProgressLine(program.terminal, isShown: !isQuiet)
    let (result, tree) = await result(progress)
    progress.clear()
    report(result, tree)
    if !isQuiet, result.outcome == .done, fixing?.isDryRun != true {
      let text = summary(result, clock.now - start)
      // A program reads the faults from standard output, and nothing else.
      if format == .text { program.terminal.print(text) } else { program.terminal.complain(text) }
    }
    if isVerbose {
      printAllowed(result)
      printStages(result)
    }
    // Never released: the process ends.
    if let context = result.context { _ = Unmanaged.passRetained(context) }
    switch result.outcome {
    case .done: return .done
    case .faults: return .faults
    case .machineFailure: return .machine
    }
  }

  private func result(_ progress: ProgressLine) async -> (BuildResult, SourceTree) {
    if let fixing { return await fixing.run(progress) }
    let result = await Build(options) { progress.show($0) }.run()
    return (result, SourceTree(root: options.source))
  }

  // MARK: Faults

  /// Faults are results of `check` in a machine's format, and complaints otherwise.
  private func report(_ result: BuildResult, _ tree: SourceTree) {
    let source: (String) -> [UInt8]? = { tree.bytes(forFaultIn: $0) }
    switch format {
    case .json:
      var report = MachineReport(.jsonLines, source: source)
      program.terminal.print(report.render(result.diagnostics))
    case .github:
      var report = MachineReport(.github, shownPath: pathFromHere, source: source)
      program.terminal.print(report.render(result.diagnostics))
    case .sarif:
      var report = SARIFReport(
        version: Program.version,
        rule: { FaultCatalogue.page($0)?.rule },
        shownPath: pathFromHere,
        source: source
      )
      program.terminal.print(report.render(result.diagnostics))
    case .text:
      var report = TextReport(usesColor: program.terminal.usesColor, source: source)
      program.terminal.complain(report.render(result.diagnostics))
      program.terminal.complain(verdict(result) + advice(result))
    }
  }

  /// A fault's path as seen from the folder in which the program runs, which is where GitHub and its
  /// like look for files.
  private func pathFromHere(_ path: String) -> String {
    var shown = path
    let isInTree = !path.isEmpty && !path.hasPrefix("/") && !path.hasPrefix(EmbeddedFiles.root)
    // Faults of publishing name the output folder as it was given.
    if isInTree, !path.hasPrefix(options.output) { shown = options.source + "/" + path }
    while shown.hasPrefix("./") { shown.removeFirst(2) }
    return shown
  }

  /// What the program can mend, and where to read more: about the first fault that stopped the build.
  private func advice(_ result: BuildResult) -> String {
    guard result.outcome != .done else { return "" }
    let all = result.diagnostics.count
    let mendable = result.diagnostics.count { $0.fix != nil }
    var advice = ""
    if mendable > 0 {
      let which = mendable < all ? "\(mendable) of them" : all == 1 ? "it" : "all of them"
      advice = "sitegen check --fix mends \(which).\n"
    }
    let first = result.diagnostics.first { $0.severity == .error } ?? result.diagnostics.first
    guard let id = first?.id, FaultCatalogue.ids.contains(id) else { return advice }
    return advice + "sitegen explain \(id) tells more.\n"
  }

  private func verdict(_ result: BuildResult) -> String {
    guard result.outcome != .done else { return "" }
    let errors = result.diagnostics.count { $0.severity == .error }
    let warnings = result.diagnostics.count - errors
    var parts: [String] = []
    if errors > 0 { parts.append(errors == 1 ? "1 error" : "\(errors) errors") }
    if warnings > 0 { parts.append(warnings == 1 ? "1 warning" : "\(warnings) warnings") }
    let consequence =
      options.isCheck
      ? "" : result.isPublished ? "; the site was published" : "; nothing was published"
    return "\n\(parts.joined(separator: " and "))\(consequence)\n"
  }

  // MARK: Figures

  private func summary(_ result: BuildResult, _ duration: Duration) -> String {
    let counts = result.counts
    let time = milliseconds(duration) + " ms"
    if options.isCheck {
      let postings = counts.postings == 1 ? "1 posting" : "\(counts.postings) postings"
      return "checked \(postings) and \(counts.outputs) outputs in \(time)\n"
    }
    let changed =
      counts.written + counts.deleted == 0
      ? "nothing changed" : "\(counts.written) written, \(counts.deleted) deleted"
    return "\(counts.open) of \(counts.postings) postings open, \(counts.outputs) files: "
      + "\(changed), \(time)\n"
  }

  /// The warnings that postings give a reason for.
  private func printAllowed(_ result: BuildResult) {
    for fault in result.allowed {
      program.terminal.complain("\(fault.path): allowed \(fault.fault): \(fault.reason)\n")
    }
  }

  private func printStages(_ result: BuildResult) {
    for stage in result.stages {
      let gap = String(repeating: " ", count: max(1, 15 - stage.name.utf8.count))
      program.terminal.complain("\(stage.name)\(gap)\(milliseconds(stage.duration)) ms\n")
    }
  }

  private func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
