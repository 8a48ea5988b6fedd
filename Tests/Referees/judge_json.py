"""judge_json.py DOCUMENT SCHEMA: judges JSON by a public JSON Schema, formats of dates and addresses included.

Schemas that it refers to are taken from the same folder, never from the network.
"""
import json
import pathlib
import sys

import jsonschema
import referencing


def read(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))


def neighbour(uri):
    name = uri.rstrip("#").rsplit("/", 1)[-1]
    return referencing.Resource.from_contents(read(folder / f"{name}.schema.json"))


document, schema = read(sys.argv[1]), read(sys.argv[2])
folder = pathlib.Path(sys.argv[2]).parent
validator = jsonschema.validators.validator_for(schema)(
    schema, format_checker=jsonschema.FormatChecker(),
    registry=referencing.Registry(retrieve=neighbour))
errors = sorted(validator.iter_errors(document), key=str)
for error in errors[:20]:
    print(f"{error.json_path}: {error.message[:200]}")
sys.exit(1 if errors else 0)
