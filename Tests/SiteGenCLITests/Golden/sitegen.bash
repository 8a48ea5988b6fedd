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
    _sitegen_words -W "build check new list schema explain clean completions --help --version" -- "$word"
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
      _sitegen_words -W "text json github sarif" -- "$word"
      return
      ;;
    build:--deny)
      _sitegen_words -W "warnings" -- "$word"
      return
      ;;
    build:--allow)
      _sitegen_words -W "body body/broken-link body/control-character body/image-without-text body/missing-picture body/not-utf8 body/raw-html body/remote-image body/too-complex body/too-deep body/too-large body/unclaimed-heading body/unclosed-comment body/unsafe-link front-matter front-matter/missing front-matter/too-large front-matter/unclosed google google/decorated-title google/missing-recommended google/no-description google/overloaded-title google/short-description io io/cannot-read io/cannot-write io/not-found io/too-large job job/ambiguous-location job/closed-but-open job/closed-in-future job/control-character job/dates-out-of-order job/doubtful-region job/foreign-currency job/ghost-job job/implausible-salary job/keywords-not-listed job/language-not-on-site job/missing-field job/misspelt-benefit job/near-duplicate job/not-a-choice job/not-a-coordinate job/not-a-date job/not-a-list job/not-a-map job/not-a-number job/not-a-path job/not-a-slug job/not-a-switch job/not-a-url job/not-a-way-to-apply job/not-an-amount job/not-an-email job/not-an-experience job/not-an-image job/placeholder job/posted-far-ahead job/remote-mismatch job/salary-empty job/salary-order job/salary-twice job/same-title job/too-many-entries job/unfilled job/unknown-check job/unknown-company job/unknown-country job/unknown-currency job/unknown-department job/unknown-field job/unknown-language job/unknown-location job/unknown-region job/unknown-time-zone job/unread-file job/unused-allow job/updated-in-future job/wrong-kind job/wrong-length new new/exists new/no-name new/options page page/control-character page/language-not-on-site page/missing-field page/not-a-choice page/not-a-map page/not-a-path page/not-a-switch page/unknown-field page/unknown-language page/wrong-kind page/wrong-length publish publish/cannot-read publish/cannot-write publish/damaged-journal publish/damaged-manifest publish/edited-file publish/foreign-file publish/locked publish/path-collision publish/path-not-allowed site site/address-not-allowed site/control-character site/duplicate-id site/expired site/language-not-on-site site/low-contrast site/missing-field site/not-a-choice site/not-a-color site/not-a-contact site/not-a-coordinate site/not-a-crawler site/not-a-date site/not-a-font site/not-a-hex-color site/not-a-key site/not-a-length site/not-a-link site/not-a-list site/not-a-map site/not-a-number site/not-a-path site/not-a-slug site/not-a-switch site/not-a-url site/not-a-way-to-apply site/not-an-email site/not-an-icon site/not-an-image site/route-collision site/same-number site/translation-twice site/unknown-asset site/unknown-check site/unknown-country site/unknown-department site/unknown-feed site/unknown-field site/unknown-job-field site/unknown-language site/unknown-region site/unknown-time-zone site/unknown-token site/unknown-translation site/wrong-kind site/wrong-length state state/not-readable template template/arguments template/blocked-value template/escape-context template/inheritance template/recursion template/syntax template/template-not-found template/too-large template/type template/unclosed-tag template/undefined template/unknown-asset template/unknown-field template/unknown-filter template/unknown-function template/unknown-method template/unknown-name template/unknown-test template/unknown-text template/value theme theme/control-character theme/extends-itself theme/low-contrast theme/missing-field theme/missing-template theme/missing-text theme/not-a-choice theme/not-a-color theme/not-a-font theme/not-a-length theme/not-a-list theme/not-a-map theme/not-a-slug theme/text-not-text theme/unknown-asset theme/unknown-field theme/unknown-theme theme/unknown-token theme/wrong-kind theme/wrong-length yaml yaml/alias-limit yaml/complex-key yaml/control-character yaml/curly-quotes yaml/cut-value yaml/duplicate-key yaml/not-utf8 yaml/several-documents yaml/syntax yaml/tag yaml/too-deep yaml/unknown-alias" -- "$word"
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
      _sitegen_words -W "text json github sarif" -- "$word"
      return
      ;;
    check:--deny)
      _sitegen_words -W "warnings" -- "$word"
      return
      ;;
    check:--allow)
      _sitegen_words -W "body body/broken-link body/control-character body/image-without-text body/missing-picture body/not-utf8 body/raw-html body/remote-image body/too-complex body/too-deep body/too-large body/unclaimed-heading body/unclosed-comment body/unsafe-link front-matter front-matter/missing front-matter/too-large front-matter/unclosed google google/decorated-title google/missing-recommended google/no-description google/overloaded-title google/short-description io io/cannot-read io/cannot-write io/not-found io/too-large job job/ambiguous-location job/closed-but-open job/closed-in-future job/control-character job/dates-out-of-order job/doubtful-region job/foreign-currency job/ghost-job job/implausible-salary job/keywords-not-listed job/language-not-on-site job/missing-field job/misspelt-benefit job/near-duplicate job/not-a-choice job/not-a-coordinate job/not-a-date job/not-a-list job/not-a-map job/not-a-number job/not-a-path job/not-a-slug job/not-a-switch job/not-a-url job/not-a-way-to-apply job/not-an-amount job/not-an-email job/not-an-experience job/not-an-image job/placeholder job/posted-far-ahead job/remote-mismatch job/salary-empty job/salary-order job/salary-twice job/same-title job/too-many-entries job/unfilled job/unknown-check job/unknown-company job/unknown-country job/unknown-currency job/unknown-department job/unknown-field job/unknown-language job/unknown-location job/unknown-region job/unknown-time-zone job/unread-file job/unused-allow job/updated-in-future job/wrong-kind job/wrong-length new new/exists new/no-name new/options page page/control-character page/language-not-on-site page/missing-field page/not-a-choice page/not-a-map page/not-a-path page/not-a-switch page/unknown-field page/unknown-language page/wrong-kind page/wrong-length publish publish/cannot-read publish/cannot-write publish/damaged-journal publish/damaged-manifest publish/edited-file publish/foreign-file publish/locked publish/path-collision publish/path-not-allowed site site/address-not-allowed site/control-character site/duplicate-id site/expired site/language-not-on-site site/low-contrast site/missing-field site/not-a-choice site/not-a-color site/not-a-contact site/not-a-coordinate site/not-a-crawler site/not-a-date site/not-a-font site/not-a-hex-color site/not-a-key site/not-a-length site/not-a-link site/not-a-list site/not-a-map site/not-a-number site/not-a-path site/not-a-slug site/not-a-switch site/not-a-url site/not-a-way-to-apply site/not-an-email site/not-an-icon site/not-an-image site/route-collision site/same-number site/translation-twice site/unknown-asset site/unknown-check site/unknown-country site/unknown-department site/unknown-feed site/unknown-field site/unknown-job-field site/unknown-language site/unknown-region site/unknown-time-zone site/unknown-token site/unknown-translation site/wrong-kind site/wrong-length state state/not-readable template template/arguments template/blocked-value template/escape-context template/inheritance template/recursion template/syntax template/template-not-found template/too-large template/type template/unclosed-tag template/undefined template/unknown-asset template/unknown-field template/unknown-filter template/unknown-function template/unknown-method template/unknown-name template/unknown-test template/unknown-text template/value theme theme/control-character theme/extends-itself theme/low-contrast theme/missing-field theme/missing-template theme/missing-text theme/not-a-choice theme/not-a-color theme/not-a-font theme/not-a-length theme/not-a-list theme/not-a-map theme/not-a-slug theme/text-not-text theme/unknown-asset theme/unknown-field theme/unknown-theme theme/unknown-token theme/wrong-kind theme/wrong-length yaml yaml/alias-limit yaml/complex-key yaml/control-character yaml/curly-quotes yaml/cut-value yaml/duplicate-key yaml/not-utf8 yaml/several-documents yaml/syntax yaml/tag yaml/too-deep yaml/unknown-alias" -- "$word"
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
      _sitegen_words -W "title id company department team employment_type workplace locations remote levels tech_stack work_hours start_date duration openings travel date_posted date_updated valid_through date_closed status salary benefits apply experience education languages visa_sponsorship clearance industry occupation interview keywords summary lang translation_of featured tags image aliases custom allow" -- "$word"
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
    schema:--source)
      _sitegen_words -d -- "$word"; compopt -o filenames 2>/dev/null
      return
      ;;
    schema:--format)
      _sitegen_words -W "json-schema markdown decap" -- "$word"
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
    schema)
      _sitegen_words -W "--source --format --help" -- "$word"
      ;;
    explain)
      if [[ $word != -* ]] && ((COMP_CWORD == 2)); then
        _sitegen_words -W "body body/broken-link body/control-character body/image-without-text body/missing-picture body/not-utf8 body/raw-html body/remote-image body/too-complex body/too-deep body/too-large body/unclaimed-heading body/unclosed-comment body/unsafe-link front-matter front-matter/missing front-matter/too-large front-matter/unclosed google google/decorated-title google/missing-recommended google/no-description google/overloaded-title google/short-description io io/cannot-read io/cannot-write io/not-found io/too-large job job/ambiguous-location job/closed-but-open job/closed-in-future job/control-character job/dates-out-of-order job/doubtful-region job/foreign-currency job/ghost-job job/implausible-salary job/keywords-not-listed job/language-not-on-site job/missing-field job/misspelt-benefit job/near-duplicate job/not-a-choice job/not-a-coordinate job/not-a-date job/not-a-list job/not-a-map job/not-a-number job/not-a-path job/not-a-slug job/not-a-switch job/not-a-url job/not-a-way-to-apply job/not-an-amount job/not-an-email job/not-an-experience job/not-an-image job/placeholder job/posted-far-ahead job/remote-mismatch job/salary-empty job/salary-order job/salary-twice job/same-title job/too-many-entries job/unfilled job/unknown-check job/unknown-company job/unknown-country job/unknown-currency job/unknown-department job/unknown-field job/unknown-language job/unknown-location job/unknown-region job/unknown-time-zone job/unread-file job/unused-allow job/updated-in-future job/wrong-kind job/wrong-length new new/exists new/no-name new/options page page/control-character page/language-not-on-site page/missing-field page/not-a-choice page/not-a-map page/not-a-path page/not-a-switch page/unknown-field page/unknown-language page/wrong-kind page/wrong-length publish publish/cannot-read publish/cannot-write publish/damaged-journal publish/damaged-manifest publish/edited-file publish/foreign-file publish/locked publish/path-collision publish/path-not-allowed site site/address-not-allowed site/control-character site/duplicate-id site/expired site/language-not-on-site site/low-contrast site/missing-field site/not-a-choice site/not-a-color site/not-a-contact site/not-a-coordinate site/not-a-crawler site/not-a-date site/not-a-font site/not-a-hex-color site/not-a-key site/not-a-length site/not-a-link site/not-a-list site/not-a-map site/not-a-number site/not-a-path site/not-a-slug site/not-a-switch site/not-a-url site/not-a-way-to-apply site/not-an-email site/not-an-icon site/not-an-image site/route-collision site/same-number site/translation-twice site/unknown-asset site/unknown-check site/unknown-country site/unknown-department site/unknown-feed site/unknown-field site/unknown-job-field site/unknown-language site/unknown-region site/unknown-time-zone site/unknown-token site/unknown-translation site/wrong-kind site/wrong-length state state/not-readable template template/arguments template/blocked-value template/escape-context template/inheritance template/recursion template/syntax template/template-not-found template/too-large template/type template/unclosed-tag template/undefined template/unknown-asset template/unknown-field template/unknown-filter template/unknown-function template/unknown-method template/unknown-name template/unknown-test template/unknown-text template/value theme theme/control-character theme/extends-itself theme/low-contrast theme/missing-field theme/missing-template theme/missing-text theme/not-a-choice theme/not-a-color theme/not-a-font theme/not-a-length theme/not-a-list theme/not-a-map theme/not-a-slug theme/text-not-text theme/unknown-asset theme/unknown-field theme/unknown-theme theme/unknown-token theme/wrong-kind theme/wrong-length yaml yaml/alias-limit yaml/complex-key yaml/control-character yaml/curly-quotes yaml/cut-value yaml/duplicate-key yaml/not-utf8 yaml/several-documents yaml/syntax yaml/tag yaml/too-deep yaml/unknown-alias" -- "$word"
        return
      fi
      _sitegen_words -W "--help" -- "$word"
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
