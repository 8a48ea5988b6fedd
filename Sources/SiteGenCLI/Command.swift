/// What the program can be told to do.
enum Command: String, CaseIterable, Sendable {
  case build, check, new, list, schema, explain, clean

  var summary: String {
    switch self {
    case .build: "make the whole site"
    case .check: "check everything that build checks; write nothing"
    case .new: "begin a posting or a site"
    case .list: "list the postings"
    case .explain: "explain a fault, or list all of them"
    case .schema: "print the fields of a posting for editors, readers and web forms"
    case .clean: "remove what build made"
    }
  }

  var usage: String {
    switch self {
    case .new: "sitegen new job TITLE [options]\n       sitegen new site DIR"
    case .explain: "sitegen explain [ID]"
    default: "sitegen \(rawValue) [options]"
    }
  }

  var options: [Option] {
    let common: [Option] = [.source]
    let building: [Option] = [
      .baseURL, .theme, .now, .drafts, .future, .workers, .state, .report, .format, .deny, .allow,
      .quiet, .verbose,
    ]
    switch self {
    case .build: return common + [.output] + building + [.help]
    case .check: return common + [.fix, .dryRun] + building + [.help]
    case .new:
      return common + [.department, .location, .workplace, .employmentType, .now, .help]
    case .list: return common + [.state, .closing, .missing, .json, .now, .workers, .help]
    case .explain: return [.help]
    case .schema: return common + [.format, .help]
    case .clean: return common + [.output, .help]
    }
  }

  var example: String {
    switch self {
    case .build: "sitegen build --output /srv/www/jobs"
    case .check: "sitegen check --format github --deny warnings"
    case .new: "sitegen new job \"Backend Engineer\" --location porto"
    case .list: "sitegen list --state open --closing 14d"
    case .explain: "sitegen explain job/missing-field"
    case .schema: "sitegen schema --format json-schema > posting.schema.json"
    case .clean: "sitegen clean"
    }
  }
}

// MARK: - Help

extension Command {
  var help: String {
    var text = "\(rawValue): \(summary)\n\nUsage: \(usage)\n\nOptions:\n"
    let names = options.map { option in
      "--" + option.rawValue + (option.valueName.map { " " + $0 } ?? "")
    }
    let width = names.map(\.utf8.count).max() ?? 0
    for (name, option) in zip(names, options) {
      let gap = String(repeating: " ", count: width - name.utf8.count + 2)
      text += "  \(name)\(gap)\(option.summary)\n"
    }
    return text + "\nExample:\n  \(example)\n"
  }

  static var overview: String {
    var text = """
      sitegen turns a folder of job postings into a careers site and its feeds.

      Usage: sitegen COMMAND [options]

      Commands:

      """
    for command in allCases {
      let gap = String(repeating: " ", count: 8 - command.rawValue.utf8.count)
      text += "  \(command.rawValue)\(gap)\(command.summary)\n"
    }
    return text + """

      sitegen COMMAND --help tells more; sitegen --version names the version.

      Example:
        sitegen new site careers && cd careers && sitegen build

      """
  }
}
