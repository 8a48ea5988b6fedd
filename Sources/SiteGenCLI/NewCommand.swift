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
      case .job(let title):
        var posting = NewPosting(title: title)
        posting.department = parsed[.department]
        posting.location = parsed[.location]
        posting.workplace = parsed[.workplace]
        posting.employmentType = parsed[.employmentType]
        let path = try posting.write(in: try program.buildOptions(usage: parsed))
        program.terminal.print("wrote \(path): fill in the blanks, then run 'sitegen check'\n")
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
