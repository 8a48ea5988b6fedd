#!/usr/bin/env bash
# cost.sh PROGRAM COUNT LIMIT WITHOUT WITH [ROUNDS]: what a setting costs. COUNT generated postings are built
# in turn with the lines WITHOUT and with the lines WITH in site.yml. Fails when WITH takes more than
# LIMIT per cent of processor time on top.
#
# Processor time counts, the least of all rounds, so that other work on the machine matters little.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/$1 count=$2 limit=$3 without=$4 with=$5 rounds=${6:-5}
base=/dev/shm
[ -w "$base" ] || base=${TMPDIR:-/tmp}
work=$(mktemp -d "$base/sitegen-cost.XXXXXX")
trap 'rm -rf "$work"' EXIT
[ -x /usr/bin/time ] || scripts/install.sh time

corpus=Benchmarks/corpus.py
[ -e ../shared/bench/corpus.py ] && corpus=../shared/bench/corpus.py
Benchmarks/site.sh "$work" "$corpus" "$count" default
cp "$work/site.yml" "$work/plain.yml"
# Lines of site.yml that set a key anew take the place of the old ones.
configure() {
  grep -v "^${1%%:*}:" "$work/plain.yml" > "$work/site.yml"
  printf '%s\n' "$1" >> "$work/site.yml"
}
measure() {
  configure "$2"
  rm -rf "$work/public" "$work/.sitegen"
  /usr/bin/time -a -o "$work/$1.times" -f '%U %S %M' \
    "$program" build --source "$work" --output "$work/public" --now 2026-11-23 --quiet 2> "$work/$1.faults"
  du -sm --apparent-size "$work/public" | cut -f1 > "$work/$1.size"
}
for _ in $(seq "$rounds"); do
  measure without "$without"
  measure with "$with"
done
least() { awk -v kind="$1" '{ t = kind == "time" ? $1 + $2 : $3; if (NR == 1 || t < least) least = t }
  END { print least }' "$work/$2.times"; }
awk -v off="$(least time without)" -v on="$(least time with)" -v count="$count" -v limit="$limit" \
  -v less="$(least memory without)" -v more="$(least memory with)" \
  -v small="$(cat "$work/without.size")" -v large="$(cat "$work/with.size")" \
  -v found="$(grep -c ': warning: ' "$work/with.faults" || true)" 'BEGIN {
  cost = (on / off - 1) * 100
  printf "%d postings: %.2f s of processor time without, %.2f s with: %+.0f %% (limit %d %%)\n",
    count, off, on, cost, limit
  printf "output %d and %d MB; peak memory %.0f and %.0f MB, %+.0f bytes a posting; %d warnings\n",
    small, large, less / 1024, more / 1024, (more - less) * 1024 / count, found
  exit cost > limit
}'
