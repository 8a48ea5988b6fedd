# complete.fish SCRIPT: completes each line of standard input as fish would.
source $argv[1]
while read -l line
    complete -C (string replace -r '_$' '' -- $line) | string replace -r '\t.*' '' | string join '|'
end
