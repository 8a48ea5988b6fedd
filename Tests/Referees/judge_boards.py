"""judge_boards.py PUBLIC: judges indeed.xml, linkedin.xml and jobs.xml by what the boards write about their formats.

libxml2 parses them strictly; each element stands where it should, in its format and out of its list; each open posting
is there at each of its places and in each language, with the title and text of its page.
"""
import email.utils
import functools
import pathlib
import re
import sys
import urllib.parse

import extruct
import html5lib
from lxml import etree

public = pathlib.Path(sys.argv[1])
problems = []


def check(holds, text):
    if not holds:
        problems.append(text)


ANY, FILLED = r"[\s\S]*", r"[\s\S]*\S[\s\S]*"
DATE = r"\d{4}-\d\d-\d\d"
URL = r"https?://[^\s<>\"]+"
EMAIL = r"[^@\s]+@[^@\s]+"
AMOUNT = r"\d+(\.\d{2,4})?"
SIGN = r"([$€£₹¥]|[A-Z]{3} )"
PAY = rf"((From |Up to )?{SIGN}{AMOUNT}|{SIGN}{AMOUNT}-{SIGN}{AMOUNT}) per (hour|day|week|month|year)"
JOB_TYPES = r"(fulltime|parttime|contract|temporary|internship)(, (fulltime|parttime|contract|temporary|internship))*"
EDUCATION = "High School|Associates|Bachelors|Masters|Certification"
EXPERIENCE = r"\d+\+ (years|months)|\d+-\d+ (years|months)"
COUNTRY = "[A-Z]{2}"
REMOTE = "Fully remote|Hybrid remote"


def or_empty(pattern):
    return f"(?:{pattern})?"


# Element, format, whether a job may do without.
INDEED = [
    ("title", FILLED), ("date", DATE + r"T\d\d:\d\d:\d\dZ"), ("referencenumber", r"\S+"), ("requisitionid", r"\S+"),
    ("url", URL), ("company", FILLED), ("sourcename", FILLED), ("city", FILLED), ("state", ANY), ("country", COUNTRY),
    ("postalcode", ANY), ("streetaddress", ANY), ("email", or_empty(EMAIL)), ("description", FILLED),
    ("salary", or_empty(PAY)), ("education", or_empty(EDUCATION)), ("jobtype", or_empty(JOB_TYPES)), ("category", ANY),
    ("experience", or_empty(EXPERIENCE)), ("expirationdate", or_empty(DATE)), ("remotetype", or_empty(REMOTE)),
]
JOBS = [
    ("title", FILLED), ("referencenumber", r"\S+"), ("requisitionid", r"\S+"), ("date", DATE + r"T\d\d:\d\d:\d\dZ"),
    ("dateposted", DATE), ("lastactivitydate", DATE + r"T\d\d:\d\d:\d\dZ"), ("expirationdate", or_empty(DATE)), ("url", URL),
    ("applyurl", URL), ("company", FILLED), ("companyurl", or_empty(URL)), ("logo", or_empty(URL)),
    ("email", or_empty(EMAIL)), ("city", FILLED), ("state", ANY), ("country", COUNTRY), ("postalcode", ANY),
    ("streetaddress", ANY), ("language", r"[a-z]{2,3}(-\w+)*"), ("description", FILLED), ("category", ANY),
    ("jobtype", or_empty(JOB_TYPES)), ("remotetype", or_empty(REMOTE)), ("isremote", "yes|no"), ("salary", or_empty(PAY)),
    ("compensation_min", or_empty(r"\d+(\.\d+)?")), ("compensation_max", or_empty(r"\d+(\.\d+)?")),
    ("compensation_interval", or_empty("Annually|Monthly|Weekly|Daily|Hourly")),
    ("compensation_currency", or_empty("[A-Z]{3}")), ("education", or_empty(EDUCATION)),
    ("experience", or_empty(EXPERIENCE)), ("benefit", ANY),
]
LINKEDIN = [
    ("partnerJobId", r"\S{1,40}"), ("company", FILLED), ("companyId", r"\d+"), ("title", FILLED), ("description", FILLED),
    ("applyUrl", URL), ("location", r"[\s\S]+, [\s\S]+"), ("city", FILLED), ("state?", FILLED), ("country", COUNTRY),
    ("postalCode?", FILLED), ("workplaceTypes", "On-site|Hybrid|Remote"),
    ("experienceLevel?", "ENTRY_LEVEL|ASSOCIATE|MID_SENIOR_LEVEL|DIRECTOR|EXECUTIVE|INTERNSHIP|NOT_APPLICABLE"),
    ("jobtype?", "FULL_TIME|PART_TIME|CONTRACT|INTERNSHIP|VOLUNTEER"), ("salaries?", None), ("listDate", DATE),
    ("expirationDate?", DATE), ("posterEmail?", EMAIL),
]
HEADS = {
    "indeed.xml": ["publisher", "publisherurl", "lastBuildDate"],
    "jobs.xml": ["publisher", "publisherurl", "lastBuildDate"],
    "linkedin.xml": ["publisherUrl", "publisher", "expectedJobCount", "lastBuildDate"],
}


def read_pages():
    """By address without query: the JobPosting of each open posting's page."""
    postings = {}
    for path in public.rglob("jobs/*/index.html"):
        for item in extruct.extract(path.read_text(encoding="utf-8"), syntaxes=["json-ld"])["json-ld"]:
            if item.get("@type") == "JobPosting":
                postings[item["url"]] = item
    return postings


def as_xml(text):
    """A text as XML can hold it, with the line ends that a parser gives."""
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


@functools.cache
def is_whole(html):
    """Whether every link and image has a whole address."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    addresses = [x.get(name) for x in tree.iter() if isinstance(x.tag, str) for name in ("href", "src")]
    return all(re.match("[a-z]+:", x) for x in addresses if x is not None)


def judge_elements(job, model, where):
    expected = [(name.rstrip("?"), pattern, name.endswith("?")) for name, pattern in model]
    names = [x.tag for x in job]
    present = [name for name, _, may_miss in expected if not may_miss or name in names]
    check(names == present, f"{where}: elements {names}")
    for name, pattern, _ in expected:
        for element in job.findall(name):
            text = element.text or ""
            if pattern is not None:
                check(len(element) == 0 and re.fullmatch(pattern, text), f"{where}: {name} {text[:80]!r}")


def judge_salaries(job, where):
    for salary in job.findall("salaries/salary"):
        check([x.tag for x in salary] == ["highEnd", "lowEnd", "period", "type"], f"{where}: salary")
        ends = [(salary.findtext(f"{end}/amount"), salary.findtext(f"{end}/currencyCode")) for end in ("lowEnd", "highEnd")]
        check(all(re.fullmatch(r"\d+", amount) and re.fullmatch("[A-Z]{3}", code) for amount, code in ends),
              f"{where}: {ends}")
        check(int(ends[0][0]) <= int(ends[1][0]), f"{where}: {ends}")
        check(salary.findtext("period") in {"YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"}, f"{where}: period")
        check(salary.findtext("type") == "BASE_SALARY", f"{where}: type")


def judge(name, model, page_of, postings):
    raw = (public / name).read_bytes()
    check(raw.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n'), f"{name}: declaration")
    root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, huge_tree=True))
    check(root.tag == "source" and not root.attrib, f"{name}: root")
    jobs = root.findall("job")
    head = [x.tag for x in root if x.tag != "job"]
    check(head == HEADS[name] and [x.tag for x in root[:len(head)]] == head, f"{name}: head {head}")
    check(email.utils.parsedate_to_datetime(root.findtext("lastBuildDate")), f"{name}: lastBuildDate")
    # What isn't in a CDATA section is markup, or one of the few texts of our own.
    outside = re.sub(rb"<!\[CDATA\[[\s\S]*?\]\]>", b"", raw)
    texts = set(re.findall(rb"<(\w+)>[^<]*[^<\s][^<]*</", outside))
    check(texts <= {b"lastBuildDate", b"expectedJobCount", b"amount", b"currencyCode", b"period", b"type"},
          f"{name}: not in CDATA: {texts}")
    references, seen = set(), set()
    for job in jobs:
        where = f"{name} {job.findtext(model[0][0] if name == 'linkedin.xml' else 'referencenumber')}"
        judge_elements(job, model, where)
        judge_salaries(job, where)
        references.add(where)
        address = page_of(job, postings)
        seen.add(address)
        posting = postings.get(address)
        if posting is None:
            problems.append(f"{where}: no page of an open posting at {address}")
            continue
        check(job.findtext("title") == as_xml(posting["title"]), f"{where}: title")
        check(job.findtext("description") == as_xml(posting["description"]), f"{where}: text")
        check(is_whole(job.findtext("description")), f"{where}: a link that isn't whole")
    check(len(references) == len(jobs), f"{name}: {len(jobs) - len(references)} references come twice")
    if name == "linkedin.xml":
        check(root.findtext("expectedJobCount") == str(len(jobs)), f"{name}: expectedJobCount")
        for job in jobs:
            text = "".join(html5lib.parseFragment(job.findtext("description")).itertext())
            check(len(text) >= 100, f"{name} {job.findtext('partnerJobId')}: {len(text)} characters")
    else:
        check(seen == set(postings), f"{name}: {len(set(postings) - seen)} open postings are missing")
        places = sum(number_of_places(x) for x in postings.values())
        check(len(jobs) == places, f"{name}: {len(jobs)} jobs at {places} places")
    return len(jobs)


def number_of_places(posting):
    """How many cities, or for remote jobs without places countries, a posting has."""
    places = {tuple(place["address"].get(key) for key in ("addressLocality", "addressRegion", "addressCountry"))
              for place in posting.get("jobLocation", [])}
    return len(places) or len(posting.get("applicantLocationRequirements", []))


def by_url(job, _):
    return urllib.parse.urldefrag(job.findtext("url").split("?")[0]).url


def by_reference(job, postings):
    """LinkedIn's entries lead to where people apply: the title and text say which posting is meant."""
    key = (job.findtext("title"), job.findtext("description"))
    return by_text.get(key)


postings = read_pages()
by_text = {(as_xml(x["title"]), as_xml(x["description"])): url for url, x in postings.items()}
counts = {
    "indeed.xml": judge("indeed.xml", INDEED, by_url, postings),
    "jobs.xml": judge("jobs.xml", JOBS, by_url, postings),
}
if (public / "linkedin.xml").exists():
    counts["linkedin.xml"] = judge("linkedin.xml", LINKEDIN, by_reference, postings)
print("for job boards: " + ", ".join(f"{n} jobs in {name}" for name, n in counts.items()))
for problem in problems[:40]:
    print("  " + problem)
sys.exit(1 if problems else 0)
