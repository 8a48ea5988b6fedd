#!/usr/bin/env bash
# site.sh FOLDER CORPUS COUNT [THEME]: a site of COUNT generated postings, with the theme of
# Benchmarks/theme (`race`, the one used when none is named) or with `default`.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$1 corpus=$2 count=$3 theme=${4:-race}
mkdir -p "$folder/content"
if [ "$theme" = race ]; then
  mkdir -p "$folder/themes" "$folder/content/pages"
  cp -r Benchmarks/theme "$folder/themes/race"
  cp Benchmarks/site.yml "$folder/site.yml"
  for kind in departments locations; do
    printf -- '---\ntitle: %s\npath: /%s/\ntemplate: terms.html\ncustom: {kind: %s}\n---\n' \
      "${kind^}" "$kind" "$kind" > "$folder/content/pages/$kind.md"
  done
else
  printf 'title: Example Careers\nbase_url: https://careers.example.com\norganization: {name: Example}\n' \
    > "$folder/site.yml"
  grep '^checks:' Benchmarks/site.yml >> "$folder/site.yml"
fi
# The corpus may be another site's postings.
if [ -d "$corpus" ]; then
  cp -rl "$corpus" "$folder/content/jobs"
else
  python3 "$corpus" --count "$count" --out "$folder/content/jobs" 2>/dev/null
fi
