#!/bin/sh
# referees.sh PROGRAM DAY: builds the sample site, and one of hostile postings, and lets tools of other people read them.
set -eu
cd "$(dirname "$0")/.."
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
"$1" build --now "$2" --output "$site/public" --state "$site/state" --quiet
.venv/bin/python Tests/Referees/read_site.py "$site/public"
.venv/bin/python -B Tests/Referees/judge_schema.py "$1"
.venv/bin/python Tests/Referees/judge_form.py "$1"
python3 Tests/Referees/make_hostile.py "$site/hostile" 2000
"$1" build --now "$2" --source "$site/hostile" --output "$site/hostile/public" --quiet
for public in "$site/public" "$site/hostile/public"; do
  find "$public" -name '*.xml' -exec xmllint --noout {} +
done
.venv/bin/python -B Tests/Referees/judge_hosting.py "$1" "$2"
.venv/bin/python -B Tests/Referees/judge_sitemaps.py "$1" "$2" ../shared/referees
schemas=../shared/referees
if [ -d "$schemas" ]; then
  xmllint --noout --schema "$schemas/sitemap_xhtml.xsd" "$site/public/sitemap.xml" 2>/dev/null ||
    xmllint --noout --schema "$schemas/sitemap.xsd" "$site/public/sitemap.xml"
  for public in "$site/public" "$site/hostile/public"; do
    find "$public" -name atom.xml -exec xmllint --noout --relaxng "$schemas/atom.rng" {} + 2>&1 |
      grep -v ' validates$' && exit 1
    .venv/bin/python Tests/Referees/judge_feeds.py "$public" "$schemas/feed.schema.json"
  done
  mkdir -p "$site/broken/content/jobs"
  cp Tests/SiteGenTests/BrokenPostings/*.md "$site/broken/content/jobs"
  cp Tests/SiteGenTests/BrokenPostings/site.yml "$site/broken"
  "$1" check --now "$2" --source "$site/broken" --format sarif > "$site/faults.sarif" || [ $? = 1 ]
  "$1" check --now "$2" --state "$site/state" --quiet --format sarif > "$site/none.sarif"
  for document in faults none; do
    .venv/bin/python Tests/Referees/judge_json.py "$site/$document.sarif" "$schemas/sarif-2.1.0.schema.json"
  done
else
  .venv/bin/python Tests/Referees/judge_feeds.py "$site/public"
  .venv/bin/python Tests/Referees/judge_feeds.py "$site/hostile/public"
fi
context=
[ -d "$schemas" ] && context=$schemas/30.0-schemaorgcontext.jsonld
judge_feeds() {
  xmllint --noout "$1"/*.xml
  .venv/bin/python -B Tests/Referees/judge_markup.py "$1" $context
  .venv/bin/python -B Tests/Referees/judge_boards.py "$1"
  .venv/bin/python -B Tests/Referees/judge_recruiting.py "$1"
}
# The sample with everything on for job boards, then texts that try to break out of what they are written into.
mkdir "$site/boards"
cp -R content themes "$site/boards"
.venv/bin/python Tests/Referees/turn_on.py site.yml > "$site/boards/site.yml"
.venv/bin/python -B Tests/Referees/make_hostile.py "$site/hostile" 2000
.venv/bin/python Tests/Referees/turn_on.py "$site/hostile/site.yml" > "$site/hostile/all.yml"
mv "$site/hostile/all.yml" "$site/hostile/site.yml"
for source in boards hostile; do
  "$1" build --now "$2" --source "$site/$source" --output "$site/$source/public" --state "$site/$source/state" --quiet
  judge_feeds "$site/$source/public"
done
scripts/conformance.sh
Tests/Referees/look_at_site.sh "$1" "$site/public" "$2"
