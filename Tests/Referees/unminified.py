"""unminified.py FOLDER: makes a copy of the sample site in which nothing is minified, and prints its folder."""
import pathlib
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True)
for name in ("content", "themes", "assets", "templates", "text"):
    if (ROOT / name).exists():
        shutil.copytree(ROOT / name, folder / name)
text = (ROOT / "site.yml").read_text(encoding="utf-8")
if re.search(r"^output:\n", text, re.MULTILINE):
    text = re.sub(r"^output:\n", "output:\n  minify: false\n", text, flags=re.MULTILINE)
else:
    text += "\noutput: {minify: false}\n"
(folder / "site.yml").write_text(text, encoding="utf-8")
print(folder)
