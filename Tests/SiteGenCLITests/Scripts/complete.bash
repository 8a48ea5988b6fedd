# complete.bash SCRIPT: completes each line of standard input as bash would, words cut at spaces.
source "$1"
complete -p sitegen
while IFS= read -r line; do
  read -ra COMP_WORDS <<< "$line"
  [[ $line == *' ' ]] && COMP_WORDS+=("")
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _sitegen
  printf '%s|' "${COMPREPLY[@]}"
  echo
done
