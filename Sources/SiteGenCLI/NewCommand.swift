import SiteGen
import SourceText

/// `sitegen new job` and `sitegen new site`.
struct NewCommand {
  private enum Kind { case job(title: String), site(folder: String) }

  private let program: Program
  private let parsed: ParsedArguments
  private let kind: Kind

  init(_ program: Program, _ parsed: ParsedArguments) throws(UsageFault) {
    self.program = program
    self.parsed = parsed
    switch (parsed.operands.first, parsed.operands.count) {
    case ("job", 2): kind = .job(title: parsed.operands[1])
    case ("job", _): throw UsageFault("name the job: sitegen new job \"Backend Engineer\"")
    case ("site", 2): kind = .site(folder: parsed.operands[1])
    case ("site", _): throw UsageFault("name a folder: sitegen new site careers")
    default: throw UsageFault("say what: 'new job TITLE' or 'new site DIR'")
    }
  }

  func run() throws(UsageFault) -> ExitStatus {
    do throws(Diagnostic) {
      switch kind {
      case .job(let title): return try writeJob(title)
      case .site(let folder):
        let files = try StarterSite.write(to: folder)
        program.terminal.print(
          "wrote \(files) files to \(folder)\n\nNext:\n  cd \(folder)\n  sitegen build\n"
        )
      }
      return .done
    } catch {
      var report = TextReport(usesColor: program.terminal.usesColor) { _ in nil }
      program.terminal.complain(report.render([error]))
      return error.id.name.hasPrefix("io/") ? .machine : .faults
    }
  }

  // MARK: Jobs

  private func writeJob(_ title: String) throws(Diagnostic) -> ExitStatus {
    let id = parsed.values[.set]?.last { $0.hasPrefix("id=") }?.dropFirst(3)
    var posting = try NewPosting(
      title: title,
      id: id.map(String.init),
      in: try program.buildOptions(usage: parsed)
    )
    guard take(try values(posting), into: &posting) else { return .faults }
    if Questionnaire.isPossible {
      guard Questionnaire(program.terminal).fill(&posting) else {
        program.terminal.complain("\nnothing was written\n")
        return .faults
      }
    }
    posting.fillIn()
    let faults = posting.faults
    guard !faults.containsError else {
      complain(faults, about: posting)
      return .faults
    }
    let path = try posting.write()
    program.terminal.print("wrote \(path): fill in the blanks, then run 'sitegen check'\n")
    return .done
  }

  /// What the options say, field by field.
  private func values(
    _ posting: NewPosting
  ) throws(Diagnostic) -> [(field: String, text: String)] {
    let options: [(Option, String)] = [
      (.department, "department"), (.employmentType, "employment_type"), (.workplace, "workplace"),
      (.location, "locations"), (.salary, "salary"), (.apply, "apply"), (.lang, "lang"),
    ]
    var values: [(field: String, text: String)] = []
    for (option, field) in options {
      if let text = parsed[option] { values.append((field, text)) }
    }
    for text in parsed.values[.set] ?? [] {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let field = String(parts[0])
      guard parts.count == 2, posting.knows(field) else {
        let nearest = nearestName(to: field, in: posting.fields).map { "; did you mean '\($0)'?" }
        throw Diagnostic(
          "new/options",
          parts.count == 2
            ? "postings have no field '\(field)'" + (nearest ?? "")
            : "--set wants a field and a value such as 'levels=[mid, senior]', not '\(text)'",
          path: ""
        )
      }
      values.append((field, String(parts[1])))
    }
    return values
  }

  /// - Returns: whether the schema takes all values; the faults are printed.
  private func take(
    _ values: [(field: String, text: String)],
    into posting: inout NewPosting
  ) -> Bool {
    var hasFault = false
    for (field, text) in values {
      for fault in posting.set(field, to: text) {
        hasFault = true
        var placeless = fault
        placeless.path = ""
        placeless.range = nil
        complain([placeless], about: posting)
      }
    }
    return !hasFault
  }

  private func complain(_ faults: [Diagnostic], about posting: NewPosting) {
    let tree = posting.tree
    var report = TextReport(usesColor: program.terminal.usesColor) { tree.bytes(forFaultIn: $0) }
    program.terminal.complain(report.render(faults))
  }
}

extension Program {
  /// The shared options, a fault in which is a fault like any other here.
  fileprivate func buildOptions(usage parsed: ParsedArguments) throws(Diagnostic) -> BuildOptions {
    do throws(UsageFault) {
      return try buildOptions(parsed)
    } catch {
      throw Diagnostic("new/options", error.message, path: "")
    }
  }
}
