"""Makes up postings: the same seed gives the same front matter.

A posting is a dictionary from field names to YAML texts, as they stand behind the colon.
"""
import random

# Sites whose schemas differ: one that asks for much, one that asks for nothing.
SITES = {
    "strict": """\
title: Jobs at Lodemar
base_url: https://jobs.lodemar.example
organization: {name: Lodemar}
languages: [en, de]
organizations: {harbour: {name: Harbour Works}}
apply: jobs@lodemar.example
departments: [Production, Field Service, Ocean Data]
locations:
  porto: {city: Porto, country: PT}
  halifax: {city: Halifax, region: NS, country: CA}
benefits: {pension: Pension contributions}
schema:
  required: [department, salary]
  deny_unknown_departments: true
  custom:
    shift: {type: text, values: [day, nights]}
    sea_days: {type: integer, required: true}
    pager: {type: boolean}
    exam: {type: date}
    map: {type: url}
    gear: {type: list}
""",
    "open": """\
title: Jobs at Lodemar
base_url: https://jobs.lodemar.example
organization: {name: Lodemar}
""",
}

TEXTS = ["Weld frames", "1.10", "NO", "true", "12", "'Welder: night shift'", "Schweißer", "神戸", "on", "1e3"]
DATES = ["2026-11-23", "2024-02-29", "'2026-12-01'", "2027-01-31"]
PLACES = ["'Porto, PT'", "'Denver, CO, US'", "\"Oslo, NO\"", "{city: Kobe, country: JP}",
          "{city: Bergen, country: NO, latitude: 60.39, longitude: 5.32, postal_code: 5003,"
          " time_zone: Europe/Oslo, street: Dokkekaien 3, name: Depot, region: Vestland}"]
TYPES = ["full-time", "part-time", "[full-time, fixed-term]", "per-diem", "[]"]
SALARIES = ["{min: 52000, max: 64000, currency: EUR, per: year}", "{value: 17.50, currency: EUR, per: hour}",
            "{min: '900', currency: NOK, per: month, note: plus boats}",
            "[{max: 10.5, currency: USD, per: day}, {value: 0, currency: CAD, per: week}]"]
OPTIONAL = {
    "id": ["night-welder-{n}", "{n}"],
    "company": TEXTS,
    "team": TEXTS,
    "levels": ["[mid, senior]", "[]", "[lead]", "[intern, ~]"],
    "tech_stack": ["[Go, NATS]", "[1.10, true, NO]"],
    "work_hours": ["38 hours", "8:00 to 16:30", "40"],
    "start_date": ["immediately", "2027-01-04"],
    "duration": ["12 months", "12"],
    "openings": ["2", "'3'", "10000"],
    "travel": ["up to 20 %", "none"],
    "date_updated": DATES,
    "valid_through": ["2027-12-18", "2027-12-18T17:00Z", "2027-12-18T17:00:00-04:00", "2027-12-18 17:00+01:00"],
    "status": ["open", "draft", "paused", "filled"],
    "benefits": ["[pension, 30 days of leave]", "[12]"],
    "apply": ["jobs@lodemar.example", "https://lodemar.example/apply?a=1&b=2",
              "{url: https://lodemar.example/apply, instructions: Send a CV}", "{email: jobs@lodemar.example}"],
    "experience": ["3-5 years", "none", "5+ years", "18 months", "1 year", "{min_months: 6, max_months: 12}"],
    "education": ["none", "bachelor", "high-school"],
    "languages": ["[en, pt-BR]", "[{code: de, level: fluent}, no]", "[zh-Hant]"],
    "visa_sponsorship": ["true", "False", "'true'"],
    "clearance": TEXTS,
    "industry": TEXTS,
    "occupation": ["7212 Welders", "7212"],
    "interview": ["[A call, {name: A walk, duration: 1 hour, with: Ines}]"],
    "keywords": ["{hard: [TIG], soft: [patience]}", "{}"],
    "summary": ["Weld frames.", "'  Weld   frames  '"],
    "lang": ["en"],
    "featured": ["true", "false", "TRUE"],
    "tags": ["[evenings, 2026]"],
    "image": ["{src: /images/yard.jpg, alt: The yard}", "{src: 'https://lodemar.example/a.png', alt: A}"],
    "aliases": ["[/jobs/old-{n}/]", "[/old-{n}.html, '/ø-{n}/']"],
}


def posting(site, seed):
    """A posting that the site accepts."""
    dice = random.Random(f"{site} {seed}")
    fields = {
        "title": dice.choice(TEXTS), "employment_type": dice.choice(TYPES),
        "workplace": dice.choice(["on-site", "hybrid", "remote"]), "date_posted": "2024-02-28",
    }
    places = PLACES + (["porto", "halifax"] if site == "strict" else [])
    where = dice.choice(places) if dice.random() < 0.5 else f"[{', '.join(dice.sample(places, 2))}]"
    if fields["workplace"] != "remote":
        fields["locations"] = where
    elif dice.random() < 0.5:
        fields["locations"] = where
    else:
        fields["remote"] = "{countries: [PT, NO], regions: [North], time_zones: [UTC-1..UTC+3]}"
    if dice.random() < 0.5:
        fields["salary"] = dice.choice(SALARIES)
    for name, values in OPTIONAL.items():
        if dice.random() < 0.3:
            fields[name] = dice.choice(values + ["", "~", "''"]) if name != "apply" else dice.choice(values)
    if fields.get("status") == "filled" and dice.random() < 0.5:
        fields["date_closed"] = "2026-12-02"
    if site == "strict":
        if "company" in fields:
            fields["company"] = dice.choice(["harbour", "Harbour Works", "Lodemar", "~"])
        fields["department"] = dice.choice(["Production", "Field Service", "Ocean Data"])
        fields["salary"] = dice.choice(SALARIES)
        fields["custom"] = "{sea_days: %d, shift: day, pager: true, exam: 2027-01-01, " \
            "map: 'https://lodemar.example/map', gear: [boots, 2]}" % dice.randint(0, 200)
    else:
        fields.setdefault("apply", "jobs@lodemar.example")
    return {name: value.replace("{n}", str(seed)) for name, value in fields.items()}


# Values that fit few fields; put into any of them to see whether both judges say the same.
STRANGE = ["", "~", "''", "'  '", "x", "NO", "[]", "{}", "[x]", "[~]", "{a: b}", "42", "-1", "0.5", "true", "false",
           "2026-02-30", "2026-11-23", "2026-11-23T09:00", "0000-01-01", "1900-02-29", "lots", "Full time", "FULL_TIME",
           "Porto, PT", "'Denver, CO'", "'Porto, Portugal'", "'Porto,PT'", "'A, B, C, PT'", "', PT'", "porto", "PT",
           "https://lodemar.example", "http:/lodemar", "javascript:x", "a@b", "a@b.example", "/a/../b/", "/a", "//a",
           "/a b/", "3-5 jahre", "3 - 5 years", "none", "immediately", "en", "EN", "de-AT", "xx", "tlh", "Europe/Lisbon",
           "Europe/Atlantis", "EUR", "eur", "€", "[en]", "[{code: en}]", "[{code: en, level: good}]", "[{name: x}]",
           "{name: x}", "{min: 1, currency: EUR, per: year}", "{min: 1, value: 2, currency: EUR, per: year}",
           "{currency: EUR, per: year}", "{min: lots, currency: EUR, per: year}", "{min: 1, currency: EUR}",
           "{min: 1, currency: EUR, per: yearly}", "{countries: [PT]}", "{countries: [Portugal]}", "{countries: []}",
           "{city: Porto}", "{city: Porto, country: PT, planet: Earth}", "{country: PT, latitude: 91}",
           "{src: /a.jpg}", "{src: a.jpg, alt: A}", "{hard: TIG}", "{hard: [TIG]}", "{url: x}",
           "{instructions: Write}", "{shift: day, sea_days: 1}", "{shift: noon, sea_days: 1}", "{shift: day}",
           "\"a\\u0007b\"", "\"a\\u202eb\"", "'" + "x" * 130 + "'", "'" + "x" * 501 + "'", "[[x]]", "99999", "'7'"]
REPLACEABLE = ["title", "employment_type", "workplace", "locations", "remote", "date_posted", "date_closed", "salary",
               "department", "translation_of", "custom", *OPTIONAL]


def mutation(site, seed):
    """A posting of which one field, perhaps a new one, has a strange value or is gone."""
    dice = random.Random(f"{site} mutation {seed}")
    fields = posting(site, seed)
    name = dice.choice(REPLACEABLE + ["aply"])
    if dice.random() < 0.1:
        fields.pop(name, None)
    else:
        fields[name] = dice.choice(STRANGE)
    return fields


def text(fields):
    lines = [f"{name}: {value}".rstrip() for name, value in fields.items()]
    return "---\n" + "\n".join(lines) + "\n---\n\nSome text.\n"
