#!/usr/bin/env bash
# scale.sh PROGRAM COUNT FOLDER: builds COUNT postings below FOLDER and prints what it took.
#
# The corpus stays in FOLDER for the next run; the output is removed.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/$1 count=$2 folder=$3
[ -x /usr/bin/time ] || scripts/install.sh time
corpus=Benchmarks/corpus.py
[ -e ../shared/bench/corpus.py ] && corpus=../shared/bench/corpus.py
site=$folder/site-$count
[ -d "$site/content/jobs" ] || Benchmarks/site.sh "$site" "$corpus" "$count"
rm -rf "$folder/out" "$folder/state"
/usr/bin/time -f '%e s wall, %U s user, %S s system, %M KB peak memory' "$program" build --source "$site" \
  --output "$folder/out" --state "$folder/state" --now 2026-11-23 --verbose
echo "output: $(find "$folder/out" -type f | wc -l) files, $(du -sm --apparent-size "$folder/out" | cut -f1) MB"
rm -rf "$folder/out" "$folder/state"
