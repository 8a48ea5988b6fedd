import SiteGen
import SourceText

/// `sitegen list`: the postings as a table or as JSON.
struct ListCommand {
  private let program: Program
  private let options: BuildOptions
  private let filter: JobListing.Filter
  private let isJSON: Bool

  init(_ program: Program, _ parsed: ParsedArguments) throws(UsageFault) {
    self.program = program
    var filter = JobListing.Filter()
    if let name = parsed[.state] {
      guard let state = JobState(rawValue: name) else {
        throw UsageFault(
          "--state wants draft, scheduled, open, closing-soon, paused, closed or gone, not '\(name)'"
        )
      }
      filter.state = state
    }
    if let text = parsed[.closing] {
      let digits = text.hasSuffix("d") ? String(text.dropLast()) : text
      guard let days = Int(digits), days >= 0 else {
        throw UsageFault("--closing wants a number of days such as 14d, not '\(text)'")
      }
      filter.closingWithin = days
    }
    if let field = parsed[.missing] {
      guard JobListing.fields.contains(field) else {
        let nearest = nearestName(to: field, in: JobListing.fields)
        throw UsageFault(
          "postings have no field '\(field)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
        )
      }
      filter.missing = field
    }
    self.filter = filter
    isJSON = parsed.has(.json)
    var options = try program.buildOptions(parsed)
    options.state = nil
    self.options = options
    if let extra = parsed.operands.first { throw UsageFault("'\(extra)' is not expected here") }
  }

  /// Faults are printed, and the postings that have none are listed all the same.
  func run() async -> ExitStatus {
    let (listing, faults) = await JobListing.load(options)
    let tree = SourceTree(root: options.source)
    var report = TextReport(usesColor: program.terminal.usesColor) { tree.bytes(forFaultIn: $0) }
    program.terminal.complain(report.render(faults))
    guard let listing else { return .faults }
    let rows = listing.rows(filter)
    program.terminal.print(isJSON ? JobListing.json(rows) : JobListing.table(rows))
    return faults.containsError ? .faults : .done
  }
}
