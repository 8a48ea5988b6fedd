import SourceText

/// `sitegen completions`: what shells and `man` know about the program.
struct CompletionsCommand {
  private let program: Program
  private let target: CompletionTarget

  init(_ program: Program, _ parsed: ParsedArguments) throws(UsageFault) {
    self.program = program
    let names = CompletionTarget.allCases.map(\.rawValue)
    guard parsed.operands.count == 1 else {
      throw UsageFault("name one of \(names.joined(separator: ", "))")
    }
    guard let target = CompletionTarget(rawValue: parsed.operands[0]) else {
      throw UsageFault(
        "there are completions for \(names.joined(separator: ", ")), not for '\(parsed.operands[0])'"
      )
    }
    self.target = target
  }

  func run() -> ExitStatus {
    program.terminal.print(target.text)
    return .done
  }
}
