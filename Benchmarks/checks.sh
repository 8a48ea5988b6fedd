#!/usr/bin/env bash
# checks.sh PROGRAM COUNT [ROUNDS]: what the rules cost: COUNT generated postings built without any rule and
# with every rule, in turn. Fails when the rules cost more than 40 % of a build.
#
# Processor time counts, the least of all rounds, so that other work on the machine matters little.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/$1 count=$2 rounds=${3:-5}
base=/dev/shm
[ -w "$base" ] || base=${TMPDIR:-/tmp}
work=$(mktemp -d "$base/sitegen-checks.XXXXXX")
trap 'rm -rf "$work"' EXIT
[ -x /usr/bin/time ] || scripts/install.sh time

corpus=Benchmarks/corpus.py
[ -e ../shared/bench/corpus.py ] && corpus=../shared/bench/corpus.py
Benchmarks/site.sh "$work" "$corpus" "$count" default
cp "$work/site.yml" "$work/plain.yml"
severities() {
  sed '/^checks:/d' "$work/plain.yml"
  printf 'checks: {severity: {job: %s, body: %s, google: %s, yaml: %s}}\n' "$1" "$1" "$1" "$1"
}
measure() {
  severities "$1" > "$work/site.yml"
  rm -rf "$work/public" "$work/.sitegen"
  /usr/bin/time -a -o "$work/$1.times" -f '%U %S' \
    "$program" build --source "$work" --output "$work/public" --now 2026-11-23 --quiet 2> "$work/$1.faults"
}
for _ in $(seq "$rounds"); do
  measure off
  measure warning
done
best() { awk '{ t = $1 + $2; if (NR == 1 || t < least) least = t } END { print least }' "$work/$1.times"; }
found=$(grep -c ': warning: ' "$work/warning.faults" || true)
awk -v off="$(best off)" -v on="$(best warning)" -v count="$count" -v found="$found" 'BEGIN {
  cost = (on / off - 1) * 100
  printf "%d postings: %.2f s of processor time without rules, %.2f s with every rule and %d warnings printed: ", count, off, on, found
  printf "%+.0f %% (limit 40 %%)\n", cost
  exit cost > 40
}'
