"""judge_form.py PROGRAM: judges the configuration of Decap CMS by what its documentation says of it.

Source: decapcms.org/docs, "Configuration Options", "Folder Collections" and "Widgets".
"""
import pathlib
import re
import subprocess
import sys
import tempfile

from ruamel.yaml import YAML

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TOP = {"backend", "publish_mode", "site_url", "media_folder", "slug", "collections"}
COLLECTION = {"name", "label", "label_singular", "folder", "create", "extension", "format", "editor", "fields"}
COMMON = {"name", "label", "widget", "required", "hint", "pattern", "default"}
WIDGETS = {
    "string": set(), "text": set(), "markdown": {"editor_components"}, "boolean": set(),
    "number": {"value_type", "min", "max", "step"},
    "datetime": {"format", "date_format", "time_format"},
    "select": {"options", "multiple"},
    "list": {"field", "fields"},
    "object": {"collapsed", "fields"},
    "relation": {"collection", "search_fields", "display_fields", "value_field"},
}
mistakes = []


def judge(fields, collections, place):
    names = [field["name"] for field in fields]
    if len(set(names)) != len(names):
        mistakes.append(f"{place}: two fields have one name")
    for field in fields:
        path, widget = f"{place}.{field['name']}", field["widget"]
        for key in set(field) - COMMON - WIDGETS.get(widget, set()):
            mistakes.append(f"{path}: '{key}' is no option of '{widget}'")
        if widget not in WIDGETS:
            mistakes.append(f"{path}: there is no widget '{widget}'")
        if "pattern" in field:
            pattern, sentence = field["pattern"]
            re.compile(pattern)
            if not sentence:
                mistakes.append(f"{path}: the pattern explains nothing")
        if widget == "select":
            values = [option["value"] if isinstance(option, dict) else option for option in field["options"]]
            if not values or not all(isinstance(value, str) for value in values):
                mistakes.append(f"{path}: options that are no texts: {values}")
            if field.get("default", values[0]) not in values:
                mistakes.append(f"{path}: the default is no option")
        if widget == "relation" and field["collection"] not in collections:
            mistakes.append(f"{path}: there is no collection '{field['collection']}'")
        children = field.get("fields", []) + ([field["field"]] if "field" in field else [])
        if widget in ("list", "object"):
            if not children:
                mistakes.append(f"{path}: nothing to fill in")
            judge(children, collections, path)
        if widget == "object" and not field["required"] and any(child.get("required", True) for child in children):
            mistakes.append(f"{path}: may be left out, but asks for a field all the same")


with tempfile.TemporaryDirectory() as empty:
    for source in [empty, ROOT, ROOT / "starter"]:
        command = [PROGRAM, "schema", "--format", "decap", "--source", source]
        form = YAML(typ="safe", pure=True).load(subprocess.run(command, check=True, capture_output=True).stdout)
        collections = [collection["name"] for collection in form["collections"]]
        for key in set(form) - TOP:
            mistakes.append(f"{source}: '{key}' is no setting")
        for collection in form["collections"]:
            for key in set(collection) - COLLECTION:
                mistakes.append(f"{source}: '{key}' is no setting of a collection")
            judge(collection["fields"], collections, f"{source}: {collection['name']}")
for mistake in mistakes[:20]:
    print(mistake)
print(f"forms for 3 sites judged, {len(mistakes)} mistakes")
sys.exit(1 if mistakes else 0)
