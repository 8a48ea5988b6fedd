/// The lines that let fish complete command lines.
enum FishCompletion {
  static var script: String {
    var text = """
      # fish completion for sitegen; written by `sitegen completions fish`.

      complete -c sitegen -f
      complete -c sitegen -n __fish_use_subcommand -l help -d 'print this help'
      complete -c sitegen -n __fish_use_subcommand -l version -d 'print the version'

      """
    for command in Command.allCases {
      text += "complete -c sitegen -n __fish_use_subcommand -a \(command.rawValue)"
      text += " -d \(quoted(command.summary))\n"
    }
    for command in Command.allCases {
      let start = "complete -c sitegen -n '__fish_seen_subcommand_from \(command.rawValue)'"
      text += "\n"
      if case .words(let words) = command.operands {
        let list = words.joined(separator: " ")
        text += "complete -c sitegen -n '__fish_seen_subcommand_from \(command.rawValue); "
        text += "and not __fish_seen_subcommand_from \(list)' -a '\(list)'\n"
      }
      if command == .new {
        text += "complete -c sitegen -n '__fish_seen_subcommand_from new; "
        text += "and __fish_seen_subcommand_from site' -a '(__fish_complete_directories)'\n"
      }
      for option in command.options {
        text += "\(start) -l \(option.rawValue)\(value(option, command))"
        text += " -d \(quoted(option.summary(for: command)))\n"
      }
    }
    return text
  }

  private static func value(_ option: Option, _ command: Command) -> String {
    guard option.hasValue else { return "" }
    return switch option.completion(in: command) {
    case .none: " -x"
    case .words(let words): " -x -a '\(words.joined(separator: " "))'"
    case .files: " -r -F"
    case .folders: " -x -a '(__fish_complete_directories)'"
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.reduce(into: "") { result, character in
      if "'\\".contains(character) { result += "\\" }
      result.append(character)
    }
    return "'\(escaped)'"
  }
}
