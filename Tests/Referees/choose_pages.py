"""Which pages of a built site a browser looks at: some of each kind and language, all looking alike."""
import re

KIND = re.compile(r'<body[^>]*\bclass="?[^">]*\bkind-([a-z-]+)')
HTML = re.compile(r"<html[^>]*>")
LANGUAGE = re.compile(r'\blang="?([A-Za-z-]+)')


def describe(file):
    """Kind, language and direction of a page, as its own tags say."""
    text = file.read_text(encoding="utf-8")
    kind = KIND.search(text)
    html = HTML.search(text)
    language = LANGUAGE.search(html.group(0)) if html else None
    return (kind.group(1) if kind else "other", language.group(1) if language else "?")


def pages(public):
    """All pages but redirects, each with its address, kind and language."""
    found = []
    for file in sorted(public.rglob("*.html")):
        if any(part.startswith(".") for part in file.relative_to(public).parts):
            continue
        kind, language = describe(file)
        if kind != "redirect" and "http-equiv=\"refresh\"" not in file.read_text(encoding="utf-8"):
            address = "/" + file.relative_to(public).as_posix().removesuffix("index.html")
            found.append((address, kind, language))
    return found


def one_of_each(found, number=0):
    """The page with this number, counted in a circle, of each kind and language."""
    groups = {}
    for page in found:
        groups.setdefault(page[1:], []).append(page)
    return [group[number % len(group)] for group in groups.values()]


def spread(found, count):
    """So many of all pages, at even steps from the first to the last."""
    steps = min(count, len(found))
    return [found[round(step * (len(found) - 1) / max(1, steps - 1))] for step in range(steps)]
