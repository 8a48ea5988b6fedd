"""make_hostile.py FOLDER [COUNT]: a site whose every text tries to break out of what it is written into.

All of it is valid: no posting is refused. The same count gives the same bytes. Postings are `h-1`, `h-2` and so on;
every tenth has a translation `h-10-de`.
"""
import json
import pathlib
import random
import sys

# What ends or begins something in HTML, XML, JSON, JavaScript, CSV, iCalendar, templates and rule files, and
# characters that are hard to carry.
PIECES = [
    "]]>", "<![CDATA[", "</script>", "<script>alert(1)</script>", "<!--", "-->", "<b>bold</b>", "&amp;", "&", "&#0;",
    "&lt;", "\"", "'", "\\", "\\n", "\\u0041", "%", "%0d%0a", "{{ title }}", "{% raw %}", "${x}", "#{x}", "`", "//", "/*",
    ";", ",", ":", "=1+1", "END:VCALENDAR", "\r\nATTENDEE:x", "two\nlines", "a\ttab", "javascript:alert(1)",
    "Schweißer", "神戸", "ﷺ", "עברית", "العربية", "\u200f", "\u200e", "\u061c", "\u200b", "\u200d", "\u00ad", "\u00a0",
    "\u2028", "\u2029", "\uffff", "\ufffe", "\ufeff", "\U0001ffff", "\U0010ffff", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "👩🏽‍🚒", "🇵🇹", "☃️",
    "e\u0301\u0327", "Z\u0300\u0301\u0302\u0303\u0304\u0305", "W" * 60, "长" * 30, "-" * 40, "*", "_", "[x](y)", "<>",
    "?a=b&c=d#e", "../..", "C:\\", "$1", "\\0", ".", "welder", "on board",
]
COUNTRIES = ["PT", "DE", "NO", "JP", "KE", "ES", "IE"]
SITE = """\
title: {title}
description: {text}
base_url: https://jobs.lodemar.example/ca&r,eers
language: en
languages: [en, de]
time_zone: Europe/Lisbon
organization: {{name: {name}, url: "https://lodemar.example/?a=1&b='2'", logo: /images/logo.svg, email: "o'neil&co@lodemar.example", size: 388,
  same_as: ["https://social.example/@a&b"], address: {{street: {short}, city: {short}, country: PT}}}}
organizations: {{other: {{name: {name}, url: "https://other.example/"}}}}
departments: {departments}
locations: {offices}
apply: {{url: "https://lodemar.example/apply?job=a&lang='en'#form", instructions: {text},
  track: {{json: {{utm_source: "a&b=c d]]>é", "x<y": "\\"1\\""}}, rss: {{utm_source: r}}, atom: {{utm_source: a}}}}}}
benefits: {{pension: {medium}, leave: {{default: {medium}, PT: {medium}}}}}
sections: {{about: {{en: [About]}}, responsibilities: {{en: [What you do]}}, qualifications: {{en: [Skills]}}, benefits: {{en: [We give]}}}}
schema:
  custom:
    shift: {{type: text, label: {short}}}
    sea_days: {{type: integer, label: {short}}}
    pager: {{type: boolean}}
    exam: {{type: date}}
    map: {{type: url}}
    gear: {{type: list, label: {short}}}
menu: [{{text: {short}, url: /jobs/}}]
social: [{{name: {tiny}, url: "https://social.example/@x?a=b&c=d"}}]
params: {{tagline: {text}}}
checks: {{severity: {{job: off, body: off, google: off, template: off}}}}
"""


class Texts:
    def __init__(self, seed):
        self.dice = random.Random(seed)

    def raw(self, most, least=1):
        """A hostile text of at most this many characters, one of which can be seen."""
        text = self.dice.choice(["x", "é", "神"])
        for _ in range(self.dice.randint(least, 12)):
            piece = self.dice.choice(PIECES)
            if len(text) + len(piece) + 1 <= most:
                text += self.dice.choice(["", " "]) + piece
        return text

    def text(self, most=120):
        """It as a YAML scalar."""
        return quoted(self.raw(most))

    def texts(self, most=60, count=3):
        return "[" + ", ".join(self.text(most) for _ in range(self.dice.randint(1, count))) + "]"


def quoted(text):
    """A text between double quotes, what YAML doesn't allow as `\\u` escapes."""
    quoted = json.dumps(text, ensure_ascii=False)
    for character in "\u2028\u2029\ufffe\uffff\ufeff":
        quoted = quoted.replace(character, f"\\u{ord(character):04x}")
    return quoted


def inline(text):
    """A text as Markdown that shows it as it is, on one line and without characters that no text may have."""
    text = "".join(" " if x in "\r\n\t" else x for x in text if x not in "\ufffe\uffff\ufeff")
    return "".join("\\" + x if x in "\\`*_{}[]()#+-.!|<>&~:/@\"'=" else x for x in text)


def place(texts):
    return (f"{{name: {texts.text()}, street: {texts.text()}, postal_code: {texts.text(20)}, city: {texts.text(60)}, "
            f"region: {texts.text(60)}, country: {texts.dice.choice(COUNTRIES)}, latitude: 38.5, longitude: -8.9}}")


def body(texts, number, count):
    other = texts.dice.randint(1, count)
    title = inline(texts.raw(60)).replace("\\\"", "'")
    code = texts.raw(120).translate({ord(x): None for x in "\ufffe\uffff\ufeff\r\n`"})
    return f"""\
{inline(texts.raw(400))}

## About

<!-- a comment with ]]> and </script> in it -->

{inline(texts.raw(200))} [{inline(texts.raw(40))}](/jobs/h-{other}/ "{title}") [pay](#pay) [same](?a=1&b=2) [r](../h-{other}/)
[c](//cdn.example/a&b) <https://lodemar.example/?a=b&c='d'> [mail](mailto:a&b@lodemar.example) **{inline(texts.raw(60))}**

![{inline(texts.raw(60))}](/images/a.png "src=") `{code}`

## What you do

- {inline(texts.raw(200))}
- [ ] {inline(texts.raw(80))}

| a | b |
|---|---|
| {inline(texts.raw(60))} | {inline(texts.raw(60))} |

## Skills

```html
{code}
```

> {inline(texts.raw(200))}

## We give

1. {inline(texts.raw(120))}
"""


def posting(texts, pools, number, count, language):
    dice = texts.dice
    fields = {
        "id": f"h-{number}" + ("" if language == "en" else "-de"),
        "title": quoted(texts.raw(110) + f" {number}"),
        "employment_type": dice.choice(["full-time", "[part-time, fixed-term]", "contract", "internship"]),
        "date_posted": f"2026-{dice.randint(1, 11):02}-{dice.randint(1, 22):02}",
        "department": quoted(dice.choice(pools["departments"])),
        "team": texts.text(), "company": dice.choice(["other", "''", "''"]),
        "levels": dice.choice(["[mid, senior]", "[lead]", "''"]),
        "tech_stack": texts.texts(80, 8), "work_hours": texts.text(200),
        "start_date": dice.choice(["immediately", "2027-01-04"]), "duration": texts.text(80),
        "openings": str(dice.randint(1, 9)), "travel": texts.text(),
        "salary": "[" + ", ".join(
            f"{{min: {dice.randint(20, 60)}000, max: {dice.randint(61, 90)}000.50, currency: EUR, per: year,"
            f" note: {texts.text(200)}}}" for _ in range(dice.randint(1, 2))) + "]",
        "benefits": f"[pension, leave, {texts.text(200)}]",
        "experience": dice.choice(["3-5 years", "none", "18 months", "''"]),
        "education": dice.choice(["none", "bachelor", "''"]),
        "languages": "[{code: de, level: fluent}, pt-BR]", "visa_sponsorship": dice.choice(["true", "false"]),
        "clearance": texts.text(200), "industry": texts.text(), "occupation": texts.text(),
        "interview": f"[{{name: {texts.text()}, duration: {texts.text(60)}, with: {texts.text()}}}, {texts.text()}]",
        "keywords": f"{{hard: {texts.texts(80)}, soft: {texts.texts(80)}}}",
        "summary": texts.text(500),
        "tags": "[" + ", ".join(quoted(x) for x in dice.sample(pools["tags"], 2)) + "]",
        "image": f"{{src: /images/a.png, alt: {texts.text(300)}}}",
        "custom": f"{{shift: {texts.text()}, sea_days: 12, pager: true, exam: 2027-01-01,"
                  f" map: \"https://lodemar.example/?a=1&b='2'\", gear: {texts.texts(80)}}}",
    }
    if dice.random() < 0.2:
        fields["workplace"] = "remote"
        fields["remote"] = f"{{countries: [PT, NO], regions: {texts.texts(80)}, time_zones: [UTC-1..UTC+3]}}"
    else:
        fields["workplace"] = dice.choice(["on-site", "hybrid"])
        fields["locations"] = "[" + ", ".join(dice.sample(pools["places"] + ["yard"], dice.randint(1, 3))) + "]"
    if dice.random() < 0.5:
        fields["apply"] = dice.choice([
            "\"https://lodemar.example/apply?job=1&q='x'#a\"", "\"o'neil&co@lodemar.example\"",
            f"{{form: 'https://lodemar.example/form', instructions: {texts.text(500)}}}"])
    if dice.random() < 0.7:
        fields["valid_through"] = dice.choice(["2026-12-18", "2027-03-28", "2026-11-25T17:00:00+01:00"])
    if dice.random() < 0.3:
        fields["date_updated"] = "2026-11-23"
    fields["status"] = dice.choice(["open"] * 15 + ["paused", "filled", "draft"])
    if language != "en":
        fields |= {"lang": language, "translation_of": f"h-{number}"}
    front = "\n".join(f"{name}: {value}" for name, value in fields.items())
    return f"---\n{front}\n---\n\n{body(texts, number, count)}"


def make(folder, count):
    texts = Texts(count)
    pools = {
        "departments": [texts.raw(100) + f" dept {i}" for i in range(12)],
        "places": [place(texts) for _ in range(12)],
        "tags": [texts.raw(50) + f" t{i}" for i in range(15)],
    }
    departments = ", ".join(
        f"{{name: {quoted(name)}, description: {texts.text(500)}}}" for name in pools["departments"][:6])
    site = SITE.format(
        title=texts.text(), text=texts.text(500), name=texts.text(), short=texts.text(), tiny=texts.text(50), medium=texts.text(300),
        departments=f"[{departments}]", offices=f"{{yard: {place(texts)[:-1]}, description: {texts.text(500)}}}}}")
    jobs = folder / "content/jobs"
    jobs.mkdir(parents=True, exist_ok=True)
    (folder / "site.yml").write_text(site, encoding="utf-8")
    for number in range(1, count + 1):
        languages = ["en", "de"] if number % 10 == 0 else ["en"]
        for language in languages:
            text = posting(texts, pools, number, count, language)
            suffix = "" if language == "en" else "-de"
            (jobs / f"h-{number}{suffix}.md").write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    make(pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2000)
