/// An option that some command takes; help and parsing come from this one table.
enum Option: String, CaseIterable, Sendable {
  case source, output, theme, now, drafts, future, workers, state, report, format, deny, allow
  case baseURL = "base-url"
  case quiet, verbose, help, version
  case fix
  case dryRun = "dry-run"
  case json, closing, missing
  case department, location, workplace, salary, apply, lang, set
  case employmentType = "employment-type"

  /// What stands for its value in help; `nil` for a switch.
  func valueName(in command: Command) -> String? {
    switch self {
    case .source, .output, .report: "DIR"
    case .theme: "NAME"
    case .now: "DATE"
    case .workers: "N"
    case .state: command == .list ? "STATE" : "FILE"
    case .format: "FORMAT"
    case .deny: "warnings"
    case .allow: "ID"
    case .baseURL: "URL"
    case .closing: "DAYS"
    case .missing: "FIELD"
    case .department, .location, .salary, .apply: "TEXT"
    case .lang: "TAG"
    case .set: "FIELD=VALUE"
    case .workplace, .employmentType: "VALUE"
    case .drafts, .future, .quiet, .verbose, .help, .version, .json, .fix, .dryRun: nil
    }
  }

  /// Whether something stands behind it.
  var hasValue: Bool { valueName(in: .build) != nil }

  /// What the option does for one command.
  func summary(for command: Command) -> String {
    switch self {
    case .source: "the folder of site.yml (default: .)"
    case .output: "where the site goes (default: public below the source)"
    case .theme: "a theme other than the one in site.yml"
    case .now: "the day to build for, as 2026-11-23 or 2026-11-23T09:00Z"
    case .drafts: "publish drafts too"
    case .future: "publish postings of later days too"
    case .workers: "parallel workers (default: one for each processor)"
    case .state:
      command == .list
        ? "only postings of a state: open, closed, draft …"
        : "the state file (default: .sitegen/state)"
    case .report: "write what changed to DIR: changes.json and changes.md"
    case .format:
      command == .schema
        ? "what is printed: json-schema, markdown or decap"
        : "how faults are printed: text, json, github or sarif"
    case .deny: "let warnings stop the build"
    case .allow: "don't report the warning ID, or those of an area; may be given several times"
    case .baseURL: "the address of the site, instead of the one in site.yml"
    case .quiet: "print nothing but faults"
    case .verbose: "print the time of each stage"
    case .help: "print this help"
    case .version: "print the version"
    case .fix: "mend what is safe to mend, then check again"
    case .dryRun: "with --fix: print the changes as a diff and write nothing"
    case .json: "print JSON"
    case .closing: "only postings that close within so many days, such as 14d"
    case .missing: "only postings without this field, such as salary"
    case .department: "the department that hires"
    case .location: "an office of site.yml, or a place such as 'Porto, PT'"
    case .workplace: "on-site, hybrid or remote"
    case .employmentType: "full-time, part-time, contract …"
    case .salary: "the pay, such as '{min: 52000, max: 64000, currency: EUR, per: year}'"
    case .apply: "a web address or an e-mail address for applications"
    case .lang: "the language of the posting, such as pt"
    case .set: "any other field, such as 'levels=[mid, senior]'; may be given several times"
    }
  }
}
