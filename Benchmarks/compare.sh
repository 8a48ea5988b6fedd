#!/usr/bin/env bash
# compare.sh BASE: instructions of BASE and of the working tree for 200 postings, stage by stage.
#
# One worker under callgrind: the same binary gives the same numbers, whatever else the machine does.
set -euo pipefail
cd "$(dirname "$0")/.."
base=$1 work=$(mktemp -d)
trap 'rm -rf "$work"; git worktree remove --force "$work/base" 2>/dev/null || true' EXIT
scripts/install.sh valgrind
corpus=Benchmarks/corpus.py
[ -e ../shared/bench/corpus.py ] && corpus=../shared/bench/corpus.py
Benchmarks/site.sh "$work/site" "$corpus" 200 default

git worktree add --quiet --detach "$work/base" "$base"
count() {
  (cd "$2" && swift build -c release --static-swift-stdlib --product sitegen 2>&1 | grep -E 'error:' || true)
  # Valgrind reads symbols, not the debugging information of Swift.
  strip -g -o "$work/$1" "$2/.build/release/sitegen"
  valgrind --tool=callgrind --callgrind-out-file="$work/$1.out" "$work/$1" build --workers 1 \
    --source "$work/site" --output "$work/$1-out" --state "$work/$1-state" \
    --now 2026-11-23 --quiet 2>/dev/null
  callgrind_annotate --inclusive=yes --threshold=100 "$work/$1.out" | swift demangle --simplified > "$work/$1.txt"
}
count base "$work/base"
count here "$PWD"
python3 Benchmarks/stages.py "$work/base.txt" "$work/here.txt"
