/// What the program can be told to do.
enum Command: String, CaseIterable, Sendable {
  case build, check, new, list, schema, explain, clean, completions

  var summary: String {
    switch self {
    case .build: "make the whole site"
    case .check: "check everything that build checks; write nothing"
    case .new: "begin a posting or a site"
    case .list: "list the postings"
    case .explain: "explain a fault, or list all of them"
    case .schema: "print the fields of a posting for editors, readers and web forms"
    case .clean: "remove what build made"
    case .completions: "print what a shell or man needs to know"
    }
  }

  var usageLines: [String] {
    switch self {
    case .new: ["sitegen new job TITLE [options]", "sitegen new site DIR"]
    case .explain: ["sitegen explain [ID|AREA]"]
    case .completions: ["sitegen completions bash|zsh|fish|man"]
    default: ["sitegen \(rawValue) [options]"]
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
      return common + [
        .department, .location, .workplace, .employmentType, .salary, .apply, .lang, .set, .now,
        .help,
      ]
    case .list: return common + [.state, .closing, .missing, .json, .now, .workers, .help]
    case .explain: return [.help]
    case .schema: return common + [.format, .help]
    case .clean: return common + [.output, .help]
    case .completions: return [.help]
    }
  }

  var example: String {
    switch self {
    case .build: "sitegen build --output /srv/www/jobs"
    case .check: "sitegen check --fix --deny warnings"
    case .new: "sitegen new job \"Backend Engineer\" --location porto"
    case .list: "sitegen list --state open --closing 14d"
    case .explain: "sitegen explain job/missing-field"
    case .schema: "sitegen schema --format json-schema > posting.schema.json"
    case .clean: "sitegen clean"
    case .completions:
      "sitegen completions bash > ~/.local/share/bash-completion/completions/sitegen"
    }
  }
}

// MARK: - Help

extension Command {
  var help: String {
    var text =
      "\(rawValue): \(summary)\n\nUsage: \(usageLines.joined(separator: "\n       "))\n\nOptions:\n"
    let names = options.map { option in
      "--" + option.rawValue + (option.valueName(in: self).map { " " + $0 } ?? "")
    }
    let width = names.map(\.utf8.count).max() ?? 0
    for (name, option) in zip(names, options) {
      let gap = String(repeating: " ", count: width - name.utf8.count + 2)
      text += "  \(name)\(gap)\(option.summary(for: self))\n"
    }
    return text + "\nExample:\n  \(example)\n"
  }

  static var overview: String {
    var text = """
      sitegen turns a folder of job postings into a careers site and its feeds.

      Usage: sitegen COMMAND [options]

      Commands:

      """
    let width = allCases.map(\.rawValue.utf8.count).max() ?? 0
    for command in allCases {
      let gap = String(repeating: " ", count: width + 2 - command.rawValue.utf8.count)
      text += "  \(command.rawValue)\(gap)\(command.summary)\n"
    }
    return text + """

      sitegen COMMAND --help tells more; sitegen --version names the version.

      Example:
        sitegen new site careers && cd careers && sitegen build

      """
  }
}
