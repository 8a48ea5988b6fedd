import SiteGen
import SourceText

/// `sitegen explain`: what a fault means, with a wrong and a right example.
struct ExplainCommand {
  private let program: Program
  private let text: String

  /// - Throws: a fault that names the nearest id, for one that doesn't exist.
  init(_ program: Program, _ parsed: ParsedArguments) throws(UsageFault) {
    self.program = program
    guard parsed.operands.count <= 1 else {
      throw UsageFault("explain takes one id, not \(parsed.operands.count)")
    }
    guard let name = parsed.operands.first else {
      text = FaultCatalogue.list()
      return
    }
    if let page = FaultCatalogue.page(FaultID(named: name)) {
      text = page.terminalText
    } else if FaultCatalogue.areas.contains(where: { $0.name == name }) {
      text = FaultCatalogue.list(of: name)
    } else {
      throw UsageFault.unknownFault(name)
    }
  }

  func run() -> ExitStatus {
    program.terminal.print(text)
    return .done
  }
}

extension UsageFault {
  /// An id that no fault has.
  static func unknownFault(_ name: String) -> UsageFault {
    let nearest = FaultCatalogue.nearest(to: name)
    let hint = nearest.map { "did you mean '\($0)'?" } ?? "sitegen explain lists them"
    return UsageFault("there is no fault '\(name)'; \(hint)")
  }
}
