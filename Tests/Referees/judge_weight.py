"""judge_weight.py PUBLIC: weighs the home pages and the pages of postings, with all that they load.

HTML and style sheets together stay under 14 kB as they are sent, scripts under 10 kB as they are written, and nothing
comes from another host.
"""
import gzip
import pathlib
import sys
import urllib.parse

import html5lib

import choose_pages

TEXT_LIMIT, SCRIPT_LIMIT = 14_000, 10_000
mistakes = []


def parts(tree):
    """What a page loads by itself: the kind, and the address."""
    for element in tree.iter():
        tag = element.tag if isinstance(element.tag, str) else ""
        relations = (element.get("rel") or "").split()
        if tag == "link" and "stylesheet" in relations:
            yield "style", element.get("href")
        elif tag == "link" and {"icon", "preload", "manifest", "apple-touch-icon"} & set(relations):
            yield "other", element.get("href")
        elif tag == "script" and element.get("src"):
            yield "script", element.get("src")
        elif tag in ("img", "source", "iframe", "video", "audio", "embed", "track") and element.get("src"):
            yield "other", element.get("src")
        elif tag == "object" and element.get("data"):
            yield "other", element.get("data")


def weigh(public, address, file):
    """How many bytes of text, compressed, and of scripts the page costs."""
    text = file.read_bytes()
    tree = html5lib.parse(text.decode("utf-8"), namespaceHTMLElements=False)
    weight, scripts = len(gzip.compress(text, 9)), 0
    for kind, target in parts(tree):
        if urllib.parse.urlparse(target).netloc or not target.startswith("/"):
            mistakes.append(f"{address} loads {target}")
            continue
        part = public / urllib.parse.unquote(target.split("?")[0]).lstrip("/")
        if kind == "style":
            weight += len(gzip.compress(part.read_bytes(), 9))
        elif kind == "script":
            scripts += len(part.read_bytes())
    return weight, scripts


def main():
    public = pathlib.Path(sys.argv[1])
    heaviest, most_scripts, count = (0, ""), 0, 0
    for address, kind, _ in choose_pages.pages(public):
        if kind not in ("home", "job"):
            continue
        count += 1
        weight, scripts = weigh(public, address, public / (address.lstrip("/") + "index.html"))
        heaviest, most_scripts = max(heaviest, (weight, address)), max(most_scripts, scripts)
        if weight > TEXT_LIMIT:
            mistakes.append(f"{address} weighs {weight} bytes, more than {TEXT_LIMIT}")
        if scripts > SCRIPT_LIMIT:
            mistakes.append(f"{address} has {scripts} bytes of scripts, more than {SCRIPT_LIMIT}")
    for mistake in mistakes[:20]:
        print("  " + mistake)
    print(f"{count} pages weighed: at most {heaviest[0]} bytes ({heaviest[1]}), {most_scripts} bytes of scripts, "
          f"{len(mistakes)} mistakes")
    sys.exit(1 if mistakes or not count else 0)


main()
