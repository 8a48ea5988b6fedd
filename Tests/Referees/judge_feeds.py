"""judge_feeds.py PUBLIC [SCHEMA]: reads the feeds of a built site as their readers do, and compares them.

feedparser reads RSS and Atom, jsonschema judges the extension of feed.json by the schema beside it and, if SCHEMA is
given, each feed by that JSON Schema of JSON Feed, icalendar reads the calendars.
"""
import html.parser
import json
import pathlib
import sys
from datetime import date, datetime, timedelta, timezone
from urllib.parse import unquote

import feedparser
import icalendar
import jsonschema
import referencing

feedparser.SANITIZE_HTML = feedparser.RESOLVE_RELATIVE_URIS = False
public = pathlib.Path(sys.argv[1])
problems = []
judged = set()


def check(holds, text):
    if not holds:
        problems.append(text)


def name(path):
    return path.relative_to(public).as_posix()


def closed(schema):
    """The schema without room for members that it doesn't name."""
    if isinstance(schema, list):
        return [closed(x) for x in schema]
    if not isinstance(schema, dict):
        return schema
    inside = {key: closed(value) for key, value in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        inside["additionalProperties"] = False
    return inside


def validator(schema, folder=None):
    """Schemas that it refers to are taken from the same folder, never from the network."""
    def neighbour(uri):
        path = folder / (uri.rstrip("#").rsplit("/", 1)[-1] + ".schema.json")
        return referencing.Resource.from_contents(json.loads(path.read_text()))

    return jsonschema.validators.validator_for(schema)(
        schema, format_checker=jsonschema.FormatChecker(), registry=referencing.Registry(retrieve=neighbour))


def extension_validator():
    schema = json.loads((public / "feed.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    schema["properties"]["posting"] = closed(schema["properties"]["posting"])
    return validator(schema)


def seen(text):
    """A text without what XML can't carry or readers cut off."""
    return " ".join(text.replace("\ufffe", "").replace("\uffff", "").split())


class Addresses(html.parser.HTMLParser):
    """The addresses in a text."""
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found += [value for key, value in attributes if key in ("href", "src")]


def read_page(path, judges):
    """A feed, of whose items those are judged that were in no other."""
    feed = json.loads(path.read_text())
    new = [item for item in feed["items"] if item["id"] not in judged]
    judged.update(item["id"] for item in new)
    values = [(judges[0], item["_jobposting"]) for item in new]
    for judge, value in values + [(judges[1], feed | {"items": new})] * (judges[1] is not None):
        errors = [f"{e.json_path}: {e.message[:150]}" for e in judge.iter_errors(value)]
        check(not errors, f"{name(path)}: {errors[:3]}")
    return feed


def read_json(path, judges, base):
    """All items of a feed, its further pages followed as a reader does."""
    items, pages = [], 0
    while path:
        feed = read_page(path, judges)
        items += feed["items"]
        pages += 1
        check(unquote(feed["feed_url"]) == base + name(path), f"{name(path)}: feed_url {feed['feed_url']}")
        path = public / unquote(feed["next_url"]).removeprefix(base) if "next_url" in feed else None
    ids = [x["id"] for x in items]
    check(len(set(ids)) == len(ids), f"{base}: an id comes twice")
    for item in items:
        check(item["date_modified"] >= item["date_published"], f"{item['id']}: modified before it was published")
        for text in (item["content_html"], item["_jobposting"]["description"]):
            reader = Addresses()
            reader.feed(text)
            for found in reader.found:
                check(found.startswith(("http://", "https://", "mailto:")), f"{item['id']}: {found}")
    return items, pages


def read_xml(path, items):
    """An RSS or Atom feed, whose entries are the newest of the items."""
    feed = feedparser.parse(path.read_bytes())
    check(not feed.bozo, f"{name(path)}: {feed.get('bozo_exception')}")
    check(len(feed.entries) == min(50, len(items)), f"{name(path)}: {len(feed.entries)} entries")
    for entry, item in zip(feed.entries, items):
        where = f"{name(path)}: {item['id']}"
        last = entry.id.rsplit("/", 1)[-1] if path.name == "atom.xml" else entry.id
        check(last == item["id"], f"{where}: id {entry.id}")
        check(entry.link.split("?")[0] == item["url"], f"{where}: link {entry.link}")
        check(seen(entry.title) == seen(item["title"]), f"{where}: title {entry.title!r}, not {item['title']!r}")
        author = entry.get("author", feed.feed.get("author", ""))
        check(seen(author).startswith(seen(item["authors"][0]["name"])), f"{where}: author {author!r}")
        text = entry.content[0].value if "content" in entry else entry.description
        check(seen(text) == seen(item["content_html"]), f"{where}: text")
        moment = datetime(*entry.published_parsed[:6], tzinfo=timezone.utc)
        check(moment == datetime.fromisoformat(item["date_published"]), f"{where}: published {entry.published}")
        if path.name == "atom.xml":
            moment = datetime(*entry.updated_parsed[:6], tzinfo=timezone.utc)
            check(moment == datetime.fromisoformat(item["date_modified"]), f"{where}: updated {entry.updated}")
            terms = [seen(x) for x in item.get("tags", [])]
            check([seen(x.term) for x in entry.get("tags", [])] == terms, f"{where}: categories")


def last_day(item):
    end = item["_jobposting"].get("validThrough")
    return end and date.fromisoformat(end[:10])


def read_calendar(path, items):
    """The events of a calendar are the items that end; only the next thousand, if there are more."""
    data = path.read_bytes()
    lines = data.split(b"\r\n")
    check(max(map(len, lines)) <= 75 and b"\n" not in data.replace(b"\r\n", b""), f"{name(path)}: lines")
    calendar = icalendar.Calendar.from_ical(data)
    events = {event["UID"].split(".closing@")[0]: event for event in calendar.walk("VEVENT")}
    ending = sorted((last_day(x), x["id"]) for x in items if last_day(x))
    check(len(events) == min(1000, len(ending)), f"{name(path)}: {len(events)} events, {len(ending)} items")
    check(max((e["DTSTART"].dt for e in events.values()), default=date.min) <=
          max((day for day, _ in ending[:1000]), default=date.min), f"{name(path)}: not the next")
    found = {item["id"]: item for item in items}
    for key, event in events.items():
        item, where = found[key], f"{name(path)}: {key}"
        check(not event.errors, f"{where}: {event.errors}")
        day = last_day(item)
        check((event["DTSTART"].dt, event["DTEND"].dt) == (day, day + timedelta(1)), f"{where}: {event['DTSTART'].dt}")
        # The package undoes the escapes of a backslash twice.
        check("\\" in item["title"] or seen(item["title"]) in seen(event["SUMMARY"]), f"{where}: {event['SUMMARY']!r}")
        check(event["URL"] == item["url"], f"{where}: {event['URL']}")
        stamp = datetime.fromisoformat(item["date_modified"])
        check(event["DTSTAMP"].dt == stamp, f"{where}: {event['DTSTAMP'].dt}")


path = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
judges = (extension_validator(), validator(json.loads(path.read_text()), path.parent) if path else None)
root = json.loads((public / "feed.json").read_text())["feed_url"].removesuffix("feed.json")
counts = {"feeds": 0, "items": 0, "calendars": 0}
everything = {}
for path in sorted(public.rglob("feed.json")):
    items, pages = read_json(path, judges, root)
    everything |= {item["id"]: item for item in items}
    counts["feeds"] += pages
    counts["items"] += len(items)
    for other in ("rss.xml", "atom.xml"):
        read_xml(path.with_name(other), items)
        counts["feeds"] += 1
    if path.with_name("closing.ics").exists():
        read_calendar(path.with_name("closing.ics"), items)
        counts["calendars"] += 1
for path in sorted(public.rglob("jobs/*/closing.ics")):
    read_calendar(path, [everything[path.parent.name]])
    counts["calendars"] += 1
print(", ".join(f"{count} {what}" for what, count in counts.items()), "read back")
for problem in problems[:50]:
    print("  " + problem)
sys.exit(1 if problems else 0)
