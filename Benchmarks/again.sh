#!/usr/bin/env bash
# again.sh PROGRAM COUNT: builds COUNT generated postings with the default theme twice: the second build
# writes nothing and gives the same bytes.
#
# The corpus and the output lie on tmpfs where there is one; nothing is written into the repository.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/$1 count=$2
base=/dev/shm
[ -w "$base" ] || base=${TMPDIR:-/tmp}
work=$(mktemp -d "$base/sitegen-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT

corpus=Benchmarks/corpus.py
[ -e ../shared/bench/corpus.py ] && corpus=../shared/bench/corpus.py
Benchmarks/site.sh "$work" "$corpus" "$count" default

measure() {
  /usr/bin/time -f '%e s wall, %U s user, %S s system, %M KB peak memory' \
    "$program" build --source "$work" --output "$work/public" --now 2026-11-23 --verbose "$@"
}

[ -x /usr/bin/time ] || scripts/install.sh time
echo "first build of $count postings"
measure
sum() { find "$work/public" -type f ! -path '*/.sitegen/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum; }
first=$(sum)
echo
echo "second build, nothing changed"
touch "$work/mark"
sleep 0.05
measure
written=$(find "$work/public" -type f -newer "$work/mark" ! -path '*/.sitegen/lock' | wc -l)
[ "$(sum)" = "$first" ] && [ "$written" -eq 0 ] || { echo "the second build wrote $written files" >&2; exit 1; }
echo
echo "output: $(find "$work/public" -type f | wc -l) files, $(du -sm --apparent-size "$work/public" | cut -f1) MB; the second build wrote none"
