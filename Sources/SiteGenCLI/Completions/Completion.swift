import SiteGen
import SourceText

/// What a shell offers behind an option, or for a word that is no option.
enum Completion: Hashable, Sendable {
  /// Anything goes: the author's own text.
  case none
  /// One of these words.
  case words([String])
  case files
  case folders
}

/// A shell, or the manual, for which the tables of commands and options are written out.
enum CompletionTarget: String, CaseIterable, Sendable {
  case bash, zsh, fish, man

  /// The whole script, or the manual page in the language of `man`.
  var text: String {
    switch self {
    case .bash: BashCompletion.script
    case .zsh: ZshCompletion.script
    case .fish: FishCompletion.script
    case .man: ManualPage.text
    }
  }
}

extension Option {
  /// What may stand behind the option; switches have no value and so no completion.
  func completion(in command: Command) -> Completion {
    switch self {
    case .source, .output, .report: .folders
    case .state: command == .list ? .words(JobState.allCases.map(\.rawValue)) : .files
    case .format:
      .words(
        command == .schema
          ? SchemaExport.Format.allCases.map(\.rawValue) : ["text", "json", "github", "sarif"]
      )
    case .allow: .words(faultNames)
    case .deny: .words(["warnings"])
    case .missing: .words(JobListing.fields)
    case .workplace: .words(Workplace.allCases.map(\.rawValue))
    case .employmentType: .words(EmploymentType.allCases.map(\.rawValue))
    case .theme, .now, .workers, .baseURL, .closing, .department, .location, .salary,
      .apply, .lang, .set, .drafts, .future, .quiet, .verbose, .help, .version, .json, .fix,
      .dryRun:
      .none
    }
  }

  /// Whether it may be given several times.
  var isRepeatable: Bool { self == .allow || self == .set }
}

extension Command {
  /// What the first word behind the command may be.
  var operands: Completion {
    switch self {
    case .new: .words(["job", "site"])
    case .completions: .words(CompletionTarget.allCases.map(\.rawValue))
    case .explain:
      .words(faultNames)
    case .build, .check, .list, .schema, .clean: .none
    }
  }
}

/// All areas and ids of faults.
private let faultNames =
  (FaultCatalogue.areas.map(\.name) + FaultCatalogue.ids.map(\.name)).sorted()
