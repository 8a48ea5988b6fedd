"""judge_schema.py PROGRAM: lets a JSON Schema validator and `sitegen check` judge the same postings.

The schema has to pass its meta-schema; each posting, of the sample site or made up, good or broken, has to be
accepted by both or refused by both, unless it has only faults that JSON Schema can't express.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema
from ruamel.yaml import YAML

import broken_postings
import make_postings

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
POSTINGS = 300
# Faults that no schema can see: they need two values, another file, or the codes of all regions. docs/editors.md lists
# them.
NOT_IN_SCHEMA = {"job/dates-out-of-order", "job/salary-order"}
SAID_REGIONS = ("state, province or region of US", "state, province or region of CA")
mistakes = []


def schema(source):
    """The site's schema, once it has passed the meta-schema and its own examples have passed."""
    text = subprocess.run([PROGRAM, "schema", "--source", source], check=True, capture_output=True, text=True).stdout
    root = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(root)
    for name, part in [("", root), *root["$defs"].items()]:
        for key, field in part.get("properties", {}).items():
            for value in field["examples"] + ([field["default"]] if "default" in field else []):
                judge = jsonschema.Draft202012Validator({**field, "$defs": root["$defs"]})
                if not judge.is_valid(value):
                    mistakes.append(f"{source}: the example of {name}.{key}, {value!r}, is refused")
    return jsonschema.Draft202012Validator(root)


def read(path):
    """The front matter as the core schema of YAML 1.2 reads it, in which a date is a text."""
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))
    return yaml.load(path.read_text(encoding="utf-8").split("---\n")[1])


def faults(source):
    """The ids of the errors that `check` finds in each posting."""
    run = subprocess.run([PROGRAM, "check", "--source", source, "--now", "2026-11-23", "--format", "json", "--quiet"],
                         capture_output=True, text=True)
    found = {}
    for line in run.stdout.splitlines():
        fault = json.loads(line)
        if fault["severity"] == "error":
            found.setdefault(fault["path"], []).append(fault)
    return found


def can_say(fault):
    """Whether JSON Schema can say that this is wrong."""
    if fault["id"] == "job/unknown-location" and "the posting has no location" in fault["message"]:
        return False
    if fault["id"] == "job/unknown-region" and not fault["message"].endswith(SAID_REGIONS):
        return False
    return fault["id"].startswith("job/") and fault["id"] not in NOT_IN_SCHEMA


def compare(source, expected=None):
    """Both judges on all postings of a site; `expected` says of some files what each of them has to say."""
    validator, found, count = schema(source), faults(source), 0
    for path in sorted((source / "content/jobs").rglob("*.md")):
        name, count = str(path.relative_to(source)), count + 1
        here = found.get(name, [])
        errors = [error.message[:200] for error in validator.iter_errors(read(path))]
        verdict = (not here, not errors)
        if expected and path.name in expected:
            if verdict != expected[path.name]:
                mistakes.append(f"{path.name}: check and schema accept it {verdict}, not {expected[path.name]}")
        elif bool(errors) != any(can_say(fault) for fault in here):
            texts = [f"{fault['id']}: {fault['message']}" for fault in here]
            mistakes.append(f"{path}: schema says {errors}, check says {texts}\n{path.read_text()}")
    return count


def site(folder, kind, postings):
    (folder / "content/jobs").mkdir(parents=True)
    (folder / "site.yml").write_text(make_postings.SITES[kind], encoding="utf-8")
    for name, fields in postings.items():
        (folder / "content/jobs" / name).write_text(make_postings.text(fields), encoding="utf-8")
    return folder


def broken(table, answer):
    postings, expected = {}, {}
    for index, (_, changes) in enumerate(table):
        fields = {**broken_postings.GOOD, **changes}
        name = f"{'broken' if answer == (False, False) else 'crooked'}-{index}.md"
        postings[name] = {key: value for key, value in fields.items() if value is not None}
        expected[name] = answer
    return postings, expected


count = 0
with tempfile.TemporaryDirectory() as temporary:
    temporary = pathlib.Path(temporary)
    schema(temporary)
    for source in [ROOT, ROOT / "starter"]:
        count += compare(source)
    for kind in make_postings.SITES:
        good = {f"good-{seed}.md": make_postings.posting(kind, seed) for seed in range(POSTINGS)}
        count += compare(site(temporary / f"{kind}-good", kind, good), dict.fromkeys(good, (True, True)))
        strange = {f"strange-{seed}.md": make_postings.mutation(kind, seed) for seed in range(5 * POSTINGS)}
        count += compare(site(temporary / f"{kind}-strange", kind, strange))
    postings, expected = broken(broken_postings.EXPRESSIBLE, (False, False))
    others, accepted = broken(broken_postings.INEXPRESSIBLE, (False, True))
    count += compare(site(temporary / "broken", "open", postings | others), expected | accepted)
    corpus = ROOT.parent / "shared/bench/corpus.py"
    if corpus.exists():
        subprocess.run([ROOT / "Benchmarks/site.sh", temporary / "corpus", corpus, "200"], check=True, capture_output=True)
        count += compare(temporary / "corpus")
for mistake in mistakes[:20]:
    print(mistake)
print(f"{count} postings judged by JSON Schema and by check, {len(mistakes)} differences")
sys.exit(1 if mistakes else 0)
