#!/bin/sh
# referees.sh PROGRAM DAY: builds the sample site and lets tools of other people read it.
set -eu
cd "$(dirname "$0")/.."
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
"$1" build --now "$2" --output "$site/public" --state "$site/state" --quiet
.venv/bin/python Tests/Referees/read_site.py "$site/public"
.venv/bin/python -B Tests/Referees/judge_schema.py "$1"
.venv/bin/python Tests/Referees/judge_form.py "$1"
xmllint --noout "$site"/public/*.xml
schemas=../shared/referees
if [ -d "$schemas" ]; then
  xmllint --noout --schema "$schemas/sitemap_xhtml.xsd" "$site/public/sitemap.xml" 2>/dev/null ||
    xmllint --noout --schema "$schemas/sitemap.xsd" "$site/public/sitemap.xml"
  .venv/bin/python Tests/Referees/judge_json.py "$site/public/feed.json" "$schemas/feed.schema.json"
  mkdir -p "$site/broken/content/jobs"
  cp Tests/SiteGenTests/BrokenPostings/*.md "$site/broken/content/jobs"
  cp Tests/SiteGenTests/BrokenPostings/site.yml "$site/broken"
  "$1" check --now "$2" --source "$site/broken" --format sarif > "$site/faults.sarif" || [ $? = 1 ]
  "$1" check --now "$2" --state "$site/state" --quiet --format sarif > "$site/none.sarif"
  for document in faults none; do
    .venv/bin/python Tests/Referees/judge_json.py "$site/$document.sarif" "$schemas/sarif-2.1.0.schema.json"
  done
fi
scripts/conformance.sh
Tests/Referees/look_at_site.sh "$1" "$site/public" "$2"
