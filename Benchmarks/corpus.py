#!/usr/bin/env python3
"""corpus.py --count N --out DIR: writes N synthetic postings of about 4 KB, always the same ones.

Posting number i depends on i alone, so a smaller corpus is the beginning of a larger one.
"""
import argparse
import datetime
import pathlib
import random

DAY = datetime.date(2026, 11, 23)
DEPARTMENTS = ["Engineering", "Field Service", "Production", "Data & Research", "Sales", "People",
               "Finance", "Customer Care", "Logistics", "Design"]
ROLES = ["Engineer", "Technician", "Analyst", "Coordinator", "Specialist", "Designer", "Planner"]
FIELDS = ["Software", "Hydraulics", "Quality", "Purchasing", "Payroll", "Networks", "Safety",
          "Mapping", "Training", "Warehouse", "Radio", "Battery"]
PLACES = [("Porto", "PT"), ("Setúbal", "PT"), ("Hamburg", "DE"), ("Köln", "DE"), ("Bergen", "NO"),
          ("Málaga", "ES"), ("Lyon", "FR"), ("Cork", "IE"), ("Gdańsk", "PL"), ("Tartu", "EE"),
          ("Kobe", "JP"), ("Mombasa", "KE"), ("Utrecht", "NL"), ("Graz", "AT"), ("Brno", "CZ")]
LEVELS = ["junior", "mid", "senior", "staff", "lead"]
TOOLS = ["Swift", "PostgreSQL", "Linux", "Python", "CAN bus", "AutoCAD", "SAP", "Excel", "Kafka",
         "Terraform", "QGIS", "Rust", "C++", "Figma", "Grafana"]
SUBJECTS = ["the pumps", "our test bench", "the night shift", "two harbours", "the spare parts",
            "the reading pipeline", "a fleet of 40 vans", "the calibration log", "the new depot"]
VERBS = ["look after", "plan", "rebuild", "measure", "document", "take apart", "improve", "explain"]
ENDS = ["before the winter storms", "with three colleagues", "and write down what you learn",
        "without waking anybody at night", "for the teams that use it every day",
        "so that it lasts **ten more years**", "together with [our partners](https://example.com/)"]


def sentence(rng):
    return f"You will {rng.choice(VERBS)} {rng.choice(SUBJECTS)} {rng.choice(ENDS)}."


def bullets(rng, count):
    return "\n".join(f"- {sentence(rng)} {sentence(rng)}" for _ in range(count))


def posting(index):
    rng = random.Random(index)
    title = f"{rng.choice(FIELDS)} {rng.choice(ROLES)}"
    places = rng.sample(PLACES, rng.choice([1, 1, 1, 2]))
    low = rng.randrange(28, 70) * 1000
    posted = DAY - datetime.timedelta(days=rng.randrange(1, 120))
    front = [
        "---", f"title: {title}", f"department: {rng.choice(DEPARTMENTS)}",
        f"employment_type: {rng.choice(['full-time', 'full-time', 'part-time', 'internship'])}",
        f"workplace: {rng.choice(['on-site', 'hybrid', 'remote'])}", "locations:"]
    front += [f"  - city: {city}\n    country: {code}" for city, code in places]
    front += [
        f"levels: [{rng.choice(LEVELS)}]", f"date_posted: {posted}",
        f"valid_through: {DAY + datetime.timedelta(days=rng.randrange(30, 90))}",
        f"salary: {{min: {low}, max: {low + 9000}, currency: EUR, per: year}}",
        f"tech_stack: [{', '.join(rng.sample(TOOLS, 4))}]",
        f"apply: https://apply.example.com/{index}?source=site",
        f"keywords:\n  hard: [{', '.join(rng.sample(TOOLS, 5))}]\n  soft: [patience, humour]", "---"]
    body = ["## About the role", sentence(rng), bullets(rng, 9), "## Requirements", bullets(rng, 8),
            "## Benefits", bullets(rng, 6)]
    return "\n".join(front) + "\n\n" + "\n\n".join(body) + "\n"


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--count", type=int, required=True)
parser.add_argument("--out", type=pathlib.Path, required=True)
options = parser.parse_args()
options.out.mkdir(parents=True, exist_ok=True)
for number in range(options.count):
    (options.out / f"job-{number:06d}.md").write_text(posting(number), encoding="utf-8")
