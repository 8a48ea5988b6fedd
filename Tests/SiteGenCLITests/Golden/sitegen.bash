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
    _sitegen_words -W "build check new list clean completions --help --version" -- "$word"
    return
  fi
  case $command:$previous in
    build:--source)
      _sitegen_words -d -- "$word"; compopt -o filenames 2>/dev/null
      return
      ;;
    build:--output)
      _sitegen_words -d -- "$word"; compopt -o filenames 2>/dev/null
      return
      ;;
    build:--base-url)
      :
      return
      ;;
    build:--theme)
      :
      return
      ;;
    build:--now)
      :
      return
      ;;
    build:--workers)
      :
      return
      ;;
    build:--state)
      _sitegen_words -f -- "$word"; compopt -o filenames 2>/dev/null
      return
      ;;
    build:--report)
      _sitegen_words -d -- "$word"; compopt -o filenames 2>/dev/null
      return
      ;;
    build:--format)
      _sitegen_words -W "text json github" -- "$word"
      return
      ;;
    build:--deny)
      _sitegen_words -W "warnings" -- "$word"
      return
      ;;
    build:--allow)
      :
      return
      ;;
    check:--source)
      _sitegen_words -d -- "$word"; compopt -o filenames 2>/dev/null
      return
      ;;
    check:--base-url)
      :
      return
      ;;
    check:--theme)
      :
      return
      ;;
    check:--now)
      :
      return
      ;;
    check:--workers)
      :
      return
      ;;
    check:--state)
      _sitegen_words -f -- "$word"; compopt -o filenames 2>/dev/null
      return
      ;;
    check:--report)
      _sitegen_words -d -- "$word"; compopt -o filenames 2>/dev/null
      return
      ;;
    check:--format)
      _sitegen_words -W "text json github" -- "$word"
      return
      ;;
    check:--deny)
      _sitegen_words -W "warnings" -- "$word"
      return
      ;;
    check:--allow)
      :
      return
      ;;
    new:--source)
      _sitegen_words -d -- "$word"; compopt -o filenames 2>/dev/null
      return
      ;;
    new:--department)
      :
      return
      ;;
    new:--location)
      :
      return
      ;;
    new:--workplace)
      _sitegen_words -W "on-site hybrid remote" -- "$word"
      return
      ;;
    new:--employment-type)
      _sitegen_words -W "full-time part-time contract fixed-term temporary internship apprenticeship volunteer per-diem other" -- "$word"
      return
      ;;
    new:--salary)
      :
      return
      ;;
    new:--apply)
      :
      return
      ;;
    new:--lang)
      :
      return
      ;;
    new:--set)
      :
      return
      ;;
    new:--now)
      :
      return
      ;;
    list:--source)
      _sitegen_words -d -- "$word"; compopt -o filenames 2>/dev/null
      return
      ;;
    list:--state)
      _sitegen_words -W "draft scheduled open closing-soon paused closed gone" -- "$word"
      return
      ;;
    list:--closing)
      :
      return
      ;;
    list:--missing)
      _sitegen_words -W "title id company department team employment_type workplace locations remote levels tech_stack work_hours start_date duration openings travel date_posted date_updated valid_through date_closed status salary benefits apply experience education languages visa_sponsorship clearance industry occupation interview keywords summary lang translation_of featured tags image aliases custom" -- "$word"
      return
      ;;
    list:--now)
      :
      return
      ;;
    list:--workers)
      :
      return
      ;;
    clean:--source)
      _sitegen_words -d -- "$word"; compopt -o filenames 2>/dev/null
      return
      ;;
    clean:--output)
      _sitegen_words -d -- "$word"; compopt -o filenames 2>/dev/null
      return
      ;;
  esac
  case $command in
    build)
      _sitegen_words -W "--source --output --base-url --theme --now --drafts --future --workers --state --report --format --deny --allow --quiet --verbose --help" -- "$word"
      ;;
    check)
      _sitegen_words -W "--source --fix --dry-run --base-url --theme --now --drafts --future --workers --state --report --format --deny --allow --quiet --verbose --help" -- "$word"
      ;;
    new)
      if [[ $word != -* ]] && ((COMP_CWORD == 2)); then
        _sitegen_words -W "job site" -- "$word"
        return
      fi
      if [[ $word != -* && ${COMP_WORDS[2]} == site ]]; then
        _sitegen_words -d -- "$word"; compopt -o filenames 2>/dev/null
        return
      fi
      _sitegen_words -W "--source --department --location --workplace --employment-type --salary --apply --lang --set --now --help" -- "$word"
      ;;
    list)
      _sitegen_words -W "--source --state --closing --missing --json --now --workers --help" -- "$word"
      ;;
    clean)
      _sitegen_words -W "--source --output --help" -- "$word"
      ;;
    completions)
      if [[ $word != -* ]] && ((COMP_CWORD == 2)); then
        _sitegen_words -W "bash zsh fish man" -- "$word"
        return
      fi
      _sitegen_words -W "--help" -- "$word"
      ;;
  esac
}

complete -F _sitegen sitegen
