import SiteGen
import SourceText

/// `sitegen schema`: the fields of a posting as other programs read them.
struct SchemaCommand {
  private let program: Program
  private let source: String
  private let format: SchemaExport.Format

  init(_ program: Program, _ parsed: ParsedArguments) throws(UsageFault) {
    self.program = program
    source = parsed[.source] ?? "."
    let name = parsed[.format] ?? SchemaExport.Format.jsonSchema.rawValue
    guard let format = SchemaExport.Format(rawValue: name) else {
      throw UsageFault("--format wants json-schema, markdown or decap, not '\(name)'")
    }
    self.format = format
    if let extra = parsed.operands.first { throw UsageFault("'\(extra)' is not expected here") }
  }

  func run() -> ExitStatus {
    let export = SchemaExport.load(source)
    let tree = SourceTree(root: source)
    var report = TextReport(usesColor: program.terminal.usesColor) { tree.bytes(forFaultIn: $0) }
    program.terminal.complain(report.render(export.diagnostics.sorted()))
    guard let export = export.value else { return .faults }
    program.terminal.print(export.text(format))
    return .done
  }
}
