"""read_site.py PUBLIC: reads the built sample site as browsers, crawlers and feed readers do.

html5lib parses every page strictly, extruct takes the structured data out of it, fastfeedparser
reads the feed and ultimate-sitemap-parser the sitemap; then what they understood is compared.
"""
import json
import pathlib
import sys
import urllib.parse
from datetime import datetime

import extruct
import fastfeedparser
import html5lib
from usp.tree import sitemap_from_str

public = pathlib.Path(sys.argv[1])
problems = []


def check(holds, text):
    if not holds:
        problems.append(text)


def address(path):
    """The address that a file of the site answers."""
    relative = path.relative_to(public).as_posix()
    return "/" + relative.removesuffix("index.html")


REQUIRED = {"title", "description", "datePosted", "hiringOrganization", "identifier", "url"}
EMPLOYMENT = {"FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER",
              "PER_DIEM", "OTHER"}


def judge_posting(posting, where):
    """Google's rules for JobPosting, as far as they concern shape."""
    missing = REQUIRED - posting.keys()
    check(not missing, f"{where}: JobPosting lacks {sorted(missing)}")
    check(set(posting["employmentType"]) <= EMPLOYMENT, f"{where}: {posting['employmentType']}")
    if posting.get("jobLocationType"):
        check(posting["jobLocationType"] == "TELECOMMUTE", f"{where}: job location type")
        check(posting.get("applicantLocationRequirements"), f"{where}: remote from nowhere")
    else:
        check(posting.get("jobLocation"), f"{where}: no place")
    for place in posting.get("jobLocation", []):
        check(len(place["address"]["addressCountry"]) == 2, f"{where}: country")
    salaries = posting.get("baseSalary", [])
    for salary in salaries if isinstance(salaries, list) else [salaries]:
        value = salary["value"]
        check(value["unitText"] in {"HOUR", "DAY", "WEEK", "MONTH", "YEAR"}, f"{where}: unit")
        amounts = [value[key] for key in ("value", "minValue", "maxValue") if key in value]
        check(amounts and all(isinstance(x, (int, float)) for x in amounts), f"{where}: amounts")


def find_postings(pages):
    """By address: the JobPosting of each page that has one, as a crawler sees it."""
    postings = {}
    for path in pages:
        text = path.read_text(encoding="utf-8")
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        try:
            parser.parse(text)
        except html5lib.html5parser.ParseError as error:
            problems.append(f"{address(path)}: {error}")
            continue
        check("http-equiv" in text or "<h1" in text, f"{address(path)}: no heading")
        found = extruct.extract(text, syntaxes=["json-ld"])["json-ld"]
        jobs = [item for item in found if item.get("@type") == "JobPosting"]
        check(len(jobs) <= 1, f"{address(path)}: several postings")
        if jobs:
            postings[address(path)] = jobs[0]
            judge_posting(jobs[0], address(path))
            check("noindex" not in text, f"{address(path)}: marked up, but noindex")
    return postings


def read_feed(postings):
    text = (public / "feed.json").read_text(encoding="utf-8")
    feed = json.loads(text)
    read = fastfeedparser.parse(text)
    check(feed["version"] == "https://jsonfeed.org/version/1.1", "feed: version")
    check(len(read.entries) == len(feed["items"]), "feed: the reader lost items")
    check(len({item["id"] for item in feed["items"]}) == len(feed["items"]), "feed: ids repeat")
    for item in feed["items"]:
        path = urllib.parse.urlparse(item["url"]).path
        check(path in postings, f"feed: {path} has no JobPosting")
        if path in postings:
            # The page says parts of the text twice, the feed adds what the author wrote.
            parts = {"responsibilities", "qualifications"} | ({"jobBenefits"} - item["_jobposting"].keys())
            page = {key: value for key, value in postings[path].items() if key not in parts}
            own = {key: value for key, value in item["_jobposting"].items() if key != "posting"}
            check(own == page, f"feed: {path} differs from its page")
            check(item["content_html"] == postings[path]["description"], f"feed: {path} body")
    return feed


def read_rss(feed):
    """The newest items of the JSON feed, told again."""
    entries = fastfeedparser.parse((public / "rss.xml").read_text(encoding="utf-8")).entries
    items = feed["items"]
    check(len(entries) == min(len(items), 50), f"rss.xml: {len(entries)} items")
    for entry, item in zip(entries, items):
        where = f"rss.xml: {item['id']}"
        check(entry.id == item["id"], f"{where}: id {entry.id}")
        check(entry.title == item["title"], f"{where}: title {entry.title}")
        check(entry.link.split("?")[0] == item["url"], f"{where}: link {entry.link}")
        # The reader cuts white space off, and gives times in UTC.
        check(entry.description == item["content_html"].strip(), f"{where}: text")
        moments = [datetime.fromisoformat(x) for x in (entry.published, item["date_published"])]
        check(moments[0] == moments[1], f"{where}: {entry.published}")


def read_sitemap(postings):
    pages = list(sitemap_from_str((public / "sitemap.xml").read_text()).all_pages())
    paths = {urllib.parse.unquote(urllib.parse.urlparse(page.url).path) for page in pages}
    check(set(postings) <= paths, f"sitemap lacks {sorted(set(postings) - paths)}")
    for path in paths:
        file = public / path.lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        check(file.is_file(), f"sitemap: {path} is not there")
        if file.is_file():
            check('name="robots"' not in file.read_text(), f"sitemap: {path} is noindex")
    for page in pages:
        versions = [version for version, _ in page.alternates or []]
        check(not versions or "x-default" in versions, f"sitemap: {page.url} has no x-default")
        check(len(versions) == len(set(versions)), f"sitemap: {page.url} has a language twice")
        if urllib.parse.urlparse(page.url).path in postings:
            check(page.last_modified is not None, f"sitemap: {page.url} has no date")
    return pages


def follow_links(pages):
    """Every link inside the site leads somewhere."""
    for path in pages:
        tree = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        for element in tree.iter():
            for name in ("href", "src"):
                target = element.get(name) if isinstance(element.tag, str) else None
                if not target or not target.startswith("/"):
                    continue
                target = urllib.parse.unquote(target.split("#")[0].split("?")[0])
                file = public / target.lstrip("/")
                file = file / "index.html" if target.endswith("/") else file
                check(file.is_file(), f"{address(path)}: {target} is not there")


pages = sorted(public.rglob("*.html"))
check(len(pages) > 50, f"only {len(pages)} pages")
postings = find_postings(pages)
feed = read_feed(postings)
read_rss(feed)
sitemap = read_sitemap(postings)
follow_links(pages)
print(f"{len(pages)} pages, {len(postings)} postings, {len(feed['items'])} feed items, "
      f"{len(sitemap)} addresses in the sitemap read back")
for problem in problems:
    print("  " + problem)
sys.exit(1 if problems else 0)
