/// The function that lets zsh complete command lines.
enum ZshCompletion {
  static var script: String {
    var text = """
      #compdef sitegen
      # zsh completion for sitegen; written by `sitegen completions zsh`.

      _sitegen() {
        local -a commands
        commands=(

      """
    for command in Command.allCases {
      text += "    \(quoted("\(command.rawValue):\(escaped(command.summary))"))\n"
    }
    text += """
        )
        if (( CURRENT == 2 )); then
          _describe -t commands command commands
          _arguments '--help[print this help]' '--version[print the version]'
          return
        fi
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in

      """
    for command in Command.allCases {
      text += "    \(command.rawValue))\n      _arguments -S"
      for option in command.options { text += " \\\n        \(specification(option, command))" }
      if case .words(let words) = command.operands {
        text += " \\\n        '1: :(\(words.joined(separator: " ")))'"
      }
      if command == .new { text += " \\\n        '2: :_files -/'" }
      text += "\n      ;;\n"
    }
    return text + """
        esac
      }

      if [[ $funcstack[1] == _sitegen ]]; then
        _sitegen "$@"
      else
        compdef _sitegen sitegen
      fi

      """
  }

  private static func specification(_ option: Option, _ command: Command) -> String {
    let start = option.isRepeatable ? "*--" : "--"
    let summary = "[\(escaped(option.summary(for: command)))]"
    guard let name = option.valueName(in: command) else {
      return quoted(start + option.rawValue + summary)
    }
    let action =
      switch option.completion(in: command) {
      case .none: " "
      case .words(let words): "(\(words.joined(separator: " ")))"
      case .files: "_files"
      case .folders: "_files -/"
      }
    return quoted("\(start)\(option.rawValue)=\(summary):\(escaped(name)):\(action)")
  }

  /// Without a meaning in a specification.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "[]:\\".contains(character) { result += "\\" }
      result.append(character)
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
