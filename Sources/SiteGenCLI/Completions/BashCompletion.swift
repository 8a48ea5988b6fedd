/// The script that lets bash complete command lines.
enum BashCompletion {
  static var script: String {
    var text = """
      # bash completion for sitegen; written by `sitegen completions bash`.

      _sitegen_words() {
        local reply
        COMPREPLY=()
        while IFS= read -r reply; do COMPREPLY+=("$reply"); done < <(compgen "$@")
      }

      _sitegen() {
        local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
        local command=${COMP_WORDS[1]}
        COMPREPLY=()
        # bash cuts --option=value into three words.
        if [[ $word == "=" ]]; then
          word=
        elif [[ $previous == "=" ]]; then
          previous=${COMP_WORDS[COMP_CWORD - 2]}
        fi
        if ((COMP_CWORD == 1)); then
          _sitegen_words -W "\(Command.allCases.map(\.rawValue).joined(separator: " ")) --help --version" -- "$word"
          return
        fi
        case $command:$previous in

      """
    for command in Command.allCases {
      for option in command.options where option.hasValue {
        text += "    \(command.rawValue):--\(option.rawValue))\n"
        text += "      \(action(option.completion(in: command)))\n      return\n      ;;\n"
      }
    }
    text += "  esac\n  case $command in\n"
    for command in Command.allCases {
      let options = command.options.map { "--" + $0.rawValue }.joined(separator: " ")
      text += "    \(command.rawValue))\n"
      if case .words(let words) = command.operands {
        text += "      if [[ $word != -* ]] && ((COMP_CWORD == 2)); then\n"
        text += "        \(action(.words(words)))\n        return\n      fi\n"
      }
      if command == .new {
        text += "      if [[ $word != -* && ${COMP_WORDS[2]} == site ]]; then\n"
        text += "        \(action(.folders))\n        return\n      fi\n"
      }
      text += "      _sitegen_words -W \"\(options)\" -- \"$word\"\n      ;;\n"
    }
    return text + "  esac\n}\n\ncomplete -F _sitegen sitegen\n"
  }

  private static func action(_ completion: Completion) -> String {
    let marksNames = "compopt -o filenames 2>/dev/null"
    return switch completion {
    case .none: ":"
    case .words(let words):
      "_sitegen_words -W \"\(words.joined(separator: " "))\" -- \"$word\""
    case .files: "_sitegen_words -f -- \"$word\"; \(marksNames)"
    case .folders: "_sitegen_words -d -- \"$word\"; \(marksNames)"
    }
  }
}
