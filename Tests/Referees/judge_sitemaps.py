"""judge_sitemaps.py PROGRAM DAY SCHEMAS: a site of more postings than one file of a sitemap may list.

lxml reads the index and its files, and judges them by the schemas where that folder is there; then
every address must be listed once, with its day.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from lxml import etree

program, day, schemas = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
count = 50_200
root = pathlib.Path(tempfile.mkdtemp())
problems = []
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def check(holds, text):
    if not holds:
        problems.append(text)


def write_site():
    (root / "site.yml").write_text(
        "title: Jobs at Lodemar\nbase_url: https://jobs.lodemar.example\n"
        "organization: {name: Lodemar}\napply: jobs@lodemar.example\n"
        "output: {page_size: 1000, groups: [location]}\nfeeds: {json: false, rss: false}\n"
        "checks: {severity: {job: off, body: off, google: off}}\n")
    (root / "templates").mkdir()
    for name in ("job", "list", "group", "home", "not-found", "redirect", "page"):
        (root / f"templates/{name}.html").write_text("<title>{{ page.title }}</title>\n")
    for number in range(count):
        folder = root / f"content/jobs/{number // 1000}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"welder-{number}.md").write_text(
            f"---\ntitle: Welder {number}\nemployment_type: full-time\nworkplace: on-site\n"
            f"locations: [\"Porto, PT\"]\ndate_posted: 2026-11-{number % 20 + 1:02}\n---\n\nWeld {number}.\n")


def read(name, schema):
    path = root / "public" / name
    check(path.stat().st_size <= 52_428_800, f"{name}: too large")
    tree = etree.parse(path)
    if schemas.is_dir():
        rules = etree.XMLSchema(etree.parse(schemas / schema))
        check(rules.validate(tree), f"{name}: {rules.error_log.last_error}")
    return [tuple(child.text for child in entry) for entry in tree.getroot()]


try:
    write_site()
    subprocess.run([program, "build", "--source", root, "--now", day, "--quiet"], check=True)
    index = read("sitemap.xml", "siteindex.xsd")
    check(len(index) == 2, f"{len(index)} files")
    addresses = []
    for place, changed in index:
        entries = read(place.rsplit("/", 1)[1], "sitemap.xsd")
        check(len(entries) <= 50_000, f"{place}: {len(entries)} addresses")
        check(changed == max(entry[1] for entry in entries), f"{place}: {changed}")
        addresses += entries
    found = {entry[0]: entry[1] for entry in addresses}
    check(len(found) == len(addresses), "addresses are there twice")
    for number in range(count):
        expected = f"2026-11-{number % 20 + 1:02}"
        address = f"https://jobs.lodemar.example/jobs/welder-{number}/"
        check(found.get(address) == expected, f"{address}: {found.get(address)}")
finally:
    shutil.rmtree(root)
print(f"{len(addresses)} addresses in {len(index)} files of a sitemap read back")
for problem in problems[:40]:
    print("  " + problem)
sys.exit(1 if problems else 0)
