import SourceText

/// What a running build has gathered: faults, figures and times.
struct BuildRun {
  private let options: BuildOptions
  private var stageStart: ContinuousClock.Instant
  private var hasMachineFault = false
  /// What the site makes of findings, once its configuration is read.
  var checks = CheckSettings()
  var result = BuildResult(outcome: .done)

  init(_ options: BuildOptions) {
    self.options = options
    stageStart = .now
  }
}

// MARK: - Faults

extension BuildRun {
  /// Keeps the faults; without a value there is nothing to go on with.
  mutating func value<Value>(of checked: Checked<Value>) throws(BuildStop) -> Value {
    result.diagnostics += shown(checked.diagnostics)
    guard let value = checked.value else { throw BuildStop(outcome: outcome) }
    return value
  }

  mutating func value<Value>(
    ofPublishing published: Result<Value, PublishingFailure>
  ) throws(BuildStop) -> Value {
    do throws(PublishingFailure) {
      return try published.get()
    } catch {
      result.diagnostics.append(error.diagnostic)
      throw BuildStop(outcome: error.isMachineFault ? .machineFailure : .faults)
    }
  }

  /// Whether something was found that keeps the site from being published.
  var mustStop: Bool {
    result.diagnostics.contains { $0.severity == .error || options.deniesWarnings }
  }

  func stopOnError() throws(BuildStop) {
    if mustStop { throw BuildStop(outcome: outcome) }
  }

  /// The faults as severe as the site wants them, without the warnings that `--allow` names.
  ///
  /// What site.yml makes an error stays one.
  private func shown(_ faults: [Diagnostic]) -> [Diagnostic] {
    faults.compactMap { checks.judged($0) }.filter { fault in
      fault.severity == .error
        || !options.allowed.contains(fault.id.name) && !options.allowed.contains(fault.id.area)
    }
  }

  private var outcome: BuildResult.Outcome {
    let isMachine = result.diagnostics.contains { $0.id.name.hasPrefix("io/") && !$0.isMissingFile }
    return isMachine || hasMachineFault ? .machineFailure : .faults
  }
}

extension Diagnostic {
  /// A file that isn't there is a fault of the content, not of the machine.
  fileprivate var isMissingFile: Bool { id == "io/not-found" }
}

// MARK: - Figures

extension BuildRun {
  mutating func endStage(_ name: String) {
    let now = ContinuousClock.now
    result.stages.append(.init(name: name, duration: now - stageStart))
    stageStart = now
  }

  mutating func count(_ plan: SitePlan) {
    result.counts.postings = plan.postings.count
    result.counts.open = plan.states.count { $0.isOpen }
    result.counts.outputs = plan.outputs.count
  }

  mutating func count(_ summary: PublishingSummary) {
    result.counts.written = summary.written
    result.counts.deleted = summary.deleted
    result.diagnostics += shown(summary.warnings)
  }

  /// The records of what was made; faults of the same place count as one.
  mutating func records(of results: [OutputResult]) -> [OutputRecord] {
    var records: [OutputRecord] = []
    records.reserveCapacity(results.count)
    var repeats: [RepeatedFault: (fault: Diagnostic, count: Int)] = [:]
    var machineFaults: [Diagnostic] = []
    for made in results {
      switch made {
      case .made(let record):
        records.append(record)
        result.counts.bytes += record.size
      case .madeWithCopies(let record, let copies):
        records.append(record)
        records += copies
        result.counts.bytes += record.size
      case .checked(let bytes): result.counts.bytes += bytes
      case .fault(let fault, let isMachineFault):
        if isMachineFault {
          machineFaults.append(fault)
          continue
        }
        repeats[RepeatedFault(fault), default: (fault, 0)].count += 1
      }
    }
    // One is enough: what the machine refuses once, it refuses for every file.
    if let first = machineFaults.min() { result.diagnostics.append(first) }
    hasMachineFault = hasMachineFault || !machineFaults.isEmpty
    for (fault, count) in repeats.values { result.diagnostics.append(fault.seen(count)) }
    return records
  }

  /// Keeps the warnings of all pages.
  mutating func keep(_ shares: [PageWarnings]) {
    var warnings = PageWarnings()
    for share in shares { warnings.add(share) }
    result.diagnostics += shown(warnings.diagnostics)
  }

  private struct RepeatedFault: Hashable {
    var id: FaultID
    var path: String
    var range: SourceRange?

    init(_ fault: Diagnostic) {
      id = fault.id
      path = fault.path
      range = fault.range
    }
  }

  func result(_ outcome: BuildResult.Outcome) -> BuildResult {
    var result = result
    result.outcome = outcome
    result.diagnostics.sort()
    return result
  }
}
