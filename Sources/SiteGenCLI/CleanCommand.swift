import SiteGen
import SourceText

/// `sitegen clean`: removes what build made, and nothing else.
struct CleanCommand {
  private let program: Program
  private let output: String

  init(_ program: Program, _ parsed: ParsedArguments) throws(UsageFault) {
    self.program = program
    output = parsed[.output] ?? (parsed[.source] ?? ".") + "/public"
    if let extra = parsed.operands.first { throw UsageFault("'\(extra)' is not expected here") }
  }

  func run() -> ExitStatus {
    do throws(PublishingFailure) {
      let folder = try OutputFolder.open(output, options: PublishingOptions()) { holder in
        program.terminal.complain("waiting for another build: \(holder)\n")
      }
      let summary = try folder.commit([])
      program.terminal.print("\(summary.deleted) files deleted\n")
      var report = TextReport(usesColor: program.terminal.usesColor) { _ in nil }
      program.terminal.complain(report.render(summary.warnings))
      return .done
    } catch {
      var report = TextReport(usesColor: program.terminal.usesColor) { _ in nil }
      program.terminal.complain(report.render([error.diagnostic]))
      return error.isMachineFault ? .machine : .faults
    }
  }
}
