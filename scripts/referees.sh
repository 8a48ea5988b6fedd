#!/bin/sh
# referees.sh PROGRAM DAY: builds the sample site, and one of hostile postings, and lets tools of other people read them.
set -eu
cd "$(dirname "$0")/.."
program=$1 day=$2
schemas=../shared/referees
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
referee() { .venv/bin/python -B "Tests/Referees/$@"; }
build() { "$program" build --now "$day" --source "$1" --output "$2/public" --state "$2/state" --quiet; }

# The sample as it is.
mkdir "$site/sample"
build . "$site/sample"
referee read_site.py "$site/sample/public"
referee judge_schema.py "$program"
referee judge_form.py "$program"
referee judge_hosting.py "$program" "$day"
referee judge_sitemaps.py "$program" "$day" "$schemas"

# The sample with every feed on, then texts that try to break out of what they are written into.
feed_schema= context=
if [ -d "$schemas" ]; then
  feed_schema=$schemas/feed.schema.json
  context=$schemas/30.0-schemaorgcontext.jsonld
fi
mkdir "$site/all"
cp -R content themes "$site/all"
[ ! -d assets ] || cp -R assets "$site/all"
referee turn_on.py site.yml > "$site/all/site.yml"
referee make_hostile.py "$site/hostile" 2000
referee turn_on.py "$site/hostile/site.yml" > "$site/hostile/all.yml"
mv "$site/hostile/all.yml" "$site/hostile/site.yml"
for name in all hostile; do
  build "$site/$name" "$site/$name"
  public=$site/$name/public
  find "$public" -name '*.xml' -exec xmllint --noout {} +
  referee judge_feeds.py "$public" $feed_schema
  referee judge_markup.py "$public" $context
  referee judge_boards.py "$public"
  referee judge_recruiting.py "$public"
  [ -d "$schemas" ] || continue
  find "$public" -name atom.xml -exec xmllint --noout --relaxng "$schemas/atom.rng" {} + 2>&1 |
    grep -v ' validates$' && exit 1
done

if [ -d "$schemas" ]; then
  sitemap=$site/sample/public/sitemap.xml
  xmllint --noout --schema "$schemas/sitemap_xhtml.xsd" "$sitemap" 2>/dev/null ||
    xmllint --noout --schema "$schemas/sitemap.xsd" "$sitemap"
  mkdir -p "$site/broken/content/jobs"
  cp Tests/SiteGenTests/BrokenPostings/*.md "$site/broken/content/jobs"
  cp Tests/SiteGenTests/BrokenPostings/site.yml "$site/broken"
  "$program" check --now "$day" --source "$site/broken" --format sarif > "$site/faults.sarif" || [ $? = 1 ]
  "$program" check --now "$day" --state "$site/sample/state" --quiet --format sarif > "$site/none.sarif"
  for document in faults none; do
    referee judge_json.py "$site/$document.sarif" "$schemas/sarif-2.1.0.schema.json"
  done
fi
scripts/conformance.sh
Tests/Referees/look_at_site.sh "$program" "$site/sample/public" "$day"
