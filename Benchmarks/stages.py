"""stages.py BASE HERE: two inclusive callgrind listings side by side, thousand instructions a posting."""
import re
import sys

STAGES = [
    ("everything", r"PROGRAM TOTALS"),
    ("theme, files and texts", r"ThemeLoader\.load\("),
    ("load: a posting", r"PostingLoader\.posting\("),
    ("load: YAML", r"YAMLDocument\.parse\("),
    ("load: Markdown", r"MarkdownRenderer\.render\("),
    ("load: fingerprint", r"Fingerprint\.init\("),
    ("plan", r"Planner\.plan\("),
    ("words: rows of lists", r"JobRows\.add\("),
    ("templates: read", r"ParsedTemplates\.init\("),
    ("templates: compile", r"ParsedTemplates\.compiled\("),
    ("render: templates", r"TemplateRenderer\.render\("),
    ("render: the host's fields", r" SiteHost\.field\(|:SiteHost\.field\("),
    ("render: structured data", r"StructuredData\.writePosting\("),
    ("render: JSON feed", r"OutputMaker\.streamFeed\("),
    ("stage: hash and write", r"Stager\.stage\("),
    ("publish", r"OutputFolder\.commit\("),
]


def read(path):
    lines = open(path, encoding="utf-8", errors="replace").read().splitlines()
    found = {}
    for name, pattern in STAGES:
        counts = [int(match[1].replace(",", "")) for line in lines
                  if re.search(pattern, line) and (match := re.match(r"\s*([\d,]+) ", line))]
        found[name] = max(counts, default=0) / 200 / 1000
    return found


base, here = read(sys.argv[1]), read(sys.argv[2])
print(f"{'thousand instructions a posting':34}{'base':>10}{'here':>10}{'change':>9}")
for name, _ in STAGES:
    change = f"{(here[name] / base[name] - 1) * 100:+.1f} %" if base[name] else "new"
    print(f"{name:34}{base[name]:10.1f}{here[name]:10.1f}{change:>9}")
