import Glibc
import SiteGen
import SourceText

/// One run of the program: the only place that looks at the world around it.
struct Program {
  static let version = "0.1.0"
  /// The day of the version, for the manual.
  static let versionDate = "2026-11-23"

  let arguments: [String]
  let environment: [String: String]
  let terminal: Terminal

  init(arguments: [String]) {
    self.arguments = arguments
    environment = Program.environment
    terminal = Terminal(environment: environment)
  }

  func run() async -> ExitStatus {
    signal(SIGPIPE, SIG_IGN)
    guard let first = arguments.dropFirst().first else {
      terminal.complain(Command.overview)
      return .usage
    }
    switch first {
    case "--help", "-h", "help":
      terminal.print(Command.overview)
      return .done
    case "--version":
      terminal.print("sitegen \(Program.version)\n")
      return .done
    default: return await run(named: first, Array(arguments.dropFirst(2)))
    }
  }

  private func run(named name: String, _ rest: [String]) async -> ExitStatus {
    guard let command = Command(rawValue: name) else {
      let nearest = nearestName(to: name, in: Command.allCases.map(\.rawValue))
      let hint = nearest.map { "did you mean '\($0)'?" } ?? "sitegen --help lists the commands"
      return complain(UsageFault("there is no command '\(name)'; \(hint)"), command: nil)
    }
    do throws(UsageFault) {
      let parsed = try ParsedArguments(rest, options: command.options)
      if parsed.has(.help) {
        terminal.print(command.help)
        return .done
      }
      switch command {
      case .build: return try await BuildCommand(self, parsed, isCheck: false).run()
      case .check: return try await BuildCommand(self, parsed, isCheck: true).run()
      case .new: return try NewCommand(self, parsed).run()
      case .list: return try await ListCommand(self, parsed).run()
      case .explain: return try ExplainCommand(self, parsed).run()
      case .schema: return try SchemaCommand(self, parsed).run()
      case .clean: return try CleanCommand(self, parsed).run()
      case .completions: return try CompletionsCommand(self, parsed).run()
      }
    } catch {
      return complain(error, command: command)
    }
  }

  private func complain(_ fault: UsageFault, command: Command?) -> ExitStatus {
    terminal.complain("sitegen: \(fault.message)\n")
    let name = command.map { " \($0.rawValue)" } ?? ""
    terminal.complain("sitegen\(name) --help tells more.\n")
    return .usage
  }

  private static var environment: [String: String] {
    var variables: [String: String] = [:]
    for name in ["TERM", "NO_COLOR", "SOURCE_DATE_EPOCH", "TMPDIR", "GITHUB_ACTIONS"] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return variables
  }
}

// MARK: - The world

extension Program {
  /// Options that several commands share.
  func buildOptions(_ parsed: ParsedArguments) throws(UsageFault) -> BuildOptions {
    var options = BuildOptions(moment: try moment(parsed))
    options.source = parsed[.source] ?? "."
    options.output = parsed[.output] ?? options.source + "/public"
    options.baseURL = parsed[.baseURL]
    options.theme = parsed[.theme]
    options.previewsDrafts = parsed.has(.drafts)
    options.previewsFuture = parsed.has(.future)
    options.workers = try workers(parsed)
    options.state = parsed[.state]
    options.report = parsed[.report]
    options.scratch = environment["TMPDIR"] ?? "/tmp"
    options.allowed = try allowed(parsed)
    options.startedAt = clockText
    if let theme = options.theme, !isSlug(theme) {
      throw UsageFault("--theme wants the name of a folder of themes/, not '\(theme)'")
    }
    if let denied = parsed[.deny] {
      guard denied == "warnings" else { throw UsageFault("--deny takes the word 'warnings'") }
      options.deniesWarnings = true
    }
    if let given = options.baseURL,
      !isBaseAddress(given.hasSuffix("/") ? String(given.dropLast()) : given)
    {
      throw UsageFault("--base-url wants an address such as https://jobs.example.com")
    }
    return options
  }

  /// The ids and areas after `--allow`; one that doesn't exist would silence nothing, and nobody would
  /// see it.
  private func allowed(_ parsed: ParsedArguments) throws(UsageFault) -> Set<String> {
    let names = parsed.values[.allow] ?? []
    for name in names
    where !FaultCatalogue.ids.contains(FaultID(named: name))
      && !FaultCatalogue.areas.contains(where: { $0.name == name })
    {
      throw UsageFault.unknownFault(name)
    }
    if let fixed = names.first(where: FaultCatalogue.isFixedError) {
      throw UsageFault("--allow can't silence '\(fixed)', which is always an error")
    }
    return Set(names)
  }

  /// `--now`, else `SOURCE_DATE_EPOCH`, else the clock.
  private func moment(_ parsed: ParsedArguments) throws(UsageFault) -> BuildOptions.Moment {
    if let now = parsed[.now] {
      if let date = CivilDate(iso: now) { return .date(date) }
      if let instant = Instant(iso: now) { return .instant(instant.seconds) }
      throw UsageFault("--now wants a date such as 2026-11-23, or a time such as 2026-11-23T09:00Z")
    }
    if let epoch = environment["SOURCE_DATE_EPOCH"] {
      // From the year 1 to the year 9999.
      guard let seconds = Int64(epoch), -62_135_596_800..<253_402_300_800 ~= seconds else {
        throw UsageFault("SOURCE_DATE_EPOCH is '\(epoch)', not the seconds of a time since 1970")
      }
      return .instant(seconds)
    }
    return .instant(Int64(time(nil)))
  }

  private func workers(_ parsed: ParsedArguments) throws(UsageFault) -> Int {
    guard let text = parsed[.workers] else {
      return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
    guard let count = Int(text), 1...256 ~= count else {
      throw UsageFault("--workers wants a number from 1 to 256")
    }
    return count
  }

  private var clockText: String { Instant(seconds: Int64(time(nil))).iso(offset: 0) }
}
