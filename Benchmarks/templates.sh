#!/usr/bin/env bash
# templates.sh TEMPLATE_CASES [SECONDS]: microseconds a job page, beside Jinja2 and minijinja.
#
# Needs ../shared/bench/templates. Structured data goes through tojson here and is a ready text there;
# the site's own data is known when the templates are compiled, as in a build.
set -euo pipefail
cd "$(dirname "$0")/.."
cases=$PWD/$1 seconds=${2:-5} templates=$PWD/../shared/bench/templates tools=$PWD/.build/bench/python
[ -d "$templates" ] || { echo "there are no templates to measure: $templates is missing" >&2; exit 2; }
if [ ! -x "$tools/bin/python" ]; then
  scripts/install.sh python3 python3-venv
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet jinja2 minijinja
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$templates" > "$work/case" <<'PYTHON'
import json, pathlib, sys
folder = pathlib.Path(sys.argv[1])
templates = {path.name: path.read_text() for path in folder.glob("*.jinja")}
main = "job.html.jinja"
templates[main] = templates[main].replace("job.jsonld|safe", "job.jsonld|tojson")
context = json.loads((folder / "contexts.json").read_text())
for job in context["jobs"]:
    job["jsonld"] = json.loads(job["jsonld"])
options = {"autoescape": "contextual", "keep_trailing_newline": True, "known_context": True}
print(json.dumps({"templates": templates, "main": main, "context": context, "options": options}))
PYTHON
for round in 1 2 3; do
  "$cases" --time "$seconds" < "$work/case" >> "$work/times"
  for engine in minijinja jinja2; do
    "$tools/bin/python" "$templates/render.py" "$engine" "$seconds" |
      sed -E 's/^(\w+): ([0-9.]+) us.* ([0-9]+) characters each/\1 \2 0 \3/' >> "$work/times"
  done
done
awk '
  !($1 in best) || $2 < best[$1] { best[$1] = $2; size[$1] = $4 }
  END {
    for (i = split("sitegen minijinja jinja2", names, " "); i > 0; i--) order[4 - i] = names[4 - i]
    for (i = 1; i <= 3; i++) {
      name = order[i]
      printf "%-10s %7.1f us a page of %d bytes, %5.1f times sitegen\n", name, best[name], size[name], best[name] / best["sitegen"]
    }
  }' "$work/times"
