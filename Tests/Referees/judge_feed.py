"""judge_feed.py FEED SCHEMA: judges a JSON Feed by a public JSON Schema, date formats included."""
import json
import sys

import jsonschema

feed, schema = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
validator = jsonschema.validators.validator_for(schema)(
    schema, format_checker=jsonschema.FormatChecker())
errors = sorted(validator.iter_errors(feed), key=str)
for error in errors[:20]:
    print(f"{error.json_path}: {error.message[:200]}")
sys.exit(1 if errors else 0)
