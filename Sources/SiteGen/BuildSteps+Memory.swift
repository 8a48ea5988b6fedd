import SourceText

// What a build reads of the last one, and what it leaves for the next and for people.

extension Build {
  private var statePath: String { options.state ?? options.source + "/.sitegen/state" }

  func previousState() -> Checked<SiteState> {
    do throws(FileFailure) {
      let bytes = try FileReader.read(statePath, limit: 1 << 30)
      do throws(Diagnostic) {
        return Checked(try SiteState(SourceFile(path: statePath, bytes: bytes)))
      } catch {
        return Checked(nil, [error])
      }
    } catch {
      return error.isMissing
        ? Checked(SiteState()) : Checked(nil, [error.diagnostic(path: statePath)])
    }
  }

  /// Writes the state last, and only when it is another one.
  func write(_ state: SiteState, unless previous: SiteState) -> Checked<Void> {
    guard state.entries != previous.entries || state.gone != previous.gone else {
      return Checked(())
    }
    return write(to: statePath) { (write) throws(SystemError) in
      try state.write { (text) throws(SystemError) in
        try text.withBytes(write)
        text.removeAll()
      }
    }
  }

  /// What the plan's faults are once the postings' own reasons are heard.
  func excused(
    _ planned: Checked<SitePlan>,
    _ unread: UnreadFiles,
    _ run: inout BuildRun
  ) -> Checked<SitePlan> {
    guard let plan = planned.value else { return planned }
    var overrides = Overrides(plan)
    let faults = overrides.silence(planned.diagnostics)
    run.result.allowed = overrides.used
    return Checked(plan, faults + overrides.unused(isWhole: unread.isEmpty))
  }

  func report(_ changes: Changes, of plan: SitePlan) -> Checked<Void> {
    guard let folder = options.report else { return Checked(()) }
    let report = ChangeReport(changes, of: plan.site, on: plan.moment.today)
    for (name, text) in report.files {
      let written = write(to: "\(folder)/\(name)") { (write) throws(SystemError) in
        try Array(text.utf8).withUnsafeBufferPointer(write)
      }
      guard written.value != nil else { return written }
    }
    return Checked(())
  }

  private func write(
    to path: String,
    _ content: (_ write: FileWriter.Write) throws(SystemError) -> Void
  ) -> Checked<Void> {
    do throws(FileFailure) {
      try FileWriter.writeAtomically(to: path, content)
      return Checked(())
    } catch {
      let message = "the file can't be written: \(error.text)"
      return Checked(nil, [Diagnostic("io/cannot-write", message, path: path)])
    }
  }
}
