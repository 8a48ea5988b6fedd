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
  .venv/bin/python Tests/Referees/judge_feed.py "$site/public/feed.json" "$schemas/feed.schema.json"
fi
scripts/conformance.sh
Tests/Referees/browse.sh "$site/public"
