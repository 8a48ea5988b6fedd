#!/bin/sh
# look_at_site.sh PROGRAM PUBLIC DAY: lets a browser and other judges of pages look at the built
# sample site, and at some pages of a generated one.
set -eu
program=$1 public=$2 day=$3
cd "$(dirname "$0")/../.."
python=".venv/bin/python -B"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
$python Tests/Referees/judge_html.py "$public"
$python Tests/Referees/judge_weight.py "$public"
# The same pages with all their white space say the same.
"$program" build --now "$day" --output "$work/whole" --state "$work/state" --quiet \
  --source "$($python Tests/Referees/unminified.py "$work/source")"
$python Tests/Referees/compare_pages.py "$work/whole" "$public"
$python Tests/Referees/make_site.py "$work/many" 2000
"$program" build --now "$day" --source "$work/many" --output "$work/many/public" \
  --state "$work/many/state" --quiet
$python Tests/Referees/judge_html.py "$work/many/public" 200
$python Tests/Referees/judge_weight.py "$work/many/public"
$python Tests/Referees/try_brands.py "$program" "$day"
$python Tests/Referees/browse.py "$public"
$python Tests/Referees/browse.py "$work/many/public" 100
