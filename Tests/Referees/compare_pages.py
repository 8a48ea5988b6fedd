"""compare_pages.py WHOLE MINIFIED: pages and style sheets mean the same with and without their white space.

html5lib reads both: the same elements with the same attributes in the same order, and the same text but for white space
that no reader sees. Chromium reads some of them, and all style sheets: the same words on the same lines, and the same
rules.
"""
import pathlib
import re
import shutil
import sys

import html5lib
from playwright.sync_api import sync_playwright

# Elements that stand within a line; around all others words are apart.
INLINE = set("a abbr b bdi bdo br button cite code data del dfn em i img input ins kbd label mark output q s samp"
             " select small span strong sub sup svg path time u var wbr".split())
EXACT = {"pre", "textarea", "script", "style", "title"}
HASH = re.compile(r"(/assets/[^\"']+)\.[0-9a-f]{10}(\.css)")
SPACE = re.compile(r"[ \t\n\f\r]+")


def flat(element, is_exact=False):
    """A page as a list of its tags and texts; white space that isn't exact is one space."""
    tag = element.tag if isinstance(element.tag, str) else None
    if tag is not None:
        attributes = {key: HASH.sub(r"\1\2", value) for key, value in element.attrib.items() if key != "integrity"}
        yield tag, tuple(sorted(attributes.items()))
        is_exact = is_exact or tag in EXACT
        edge = "" if tag in INLINE else " "
        yield edge, False
        yield element.text or "", is_exact
        for child in element:
            yield from flat(child, is_exact)
            yield child.tail or "", is_exact
        yield edge, False
        yield "/" + tag, ()
    # Comments say nothing.


def meaning(path):
    """Tags in order, and between them the texts."""
    tree = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    tags, words, exact = [], [], []
    for part, more in flat(tree):
        if isinstance(more, tuple):
            tags.append((part, more))
        elif more:
            exact.append(part)
        else:
            words.append(part)
    return tags, SPACE.sub(" ", "".join(words)).split(" "), exact


def shown(text):
    return [word for word in text if word]


def rules(page, sheet):
    """A style sheet as Chromium writes it; values with variables it keeps as they stand."""
    page.set_content("<p></p>")
    texts = page.evaluate("""text => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return [...sheet.cssRules].map(rule => rule.cssText);
    }""", sheet.read_text(encoding="utf-8"))
    return [re.sub(r"\s*,\s*", ",", SPACE.sub(" ", text)) for text in texts]


def seen(page, path):
    """What a person reads, as Chromium lays it out without a style sheet."""
    text = re.sub(r"<script.*?</script>|<link[^>]*>|<meta http-equiv[^>]*>", "", path.read_text(encoding="utf-8"),
                  flags=re.DOTALL)
    page.set_content(text)
    return page.evaluate("document.body.innerText")


def main():
    whole, minified = map(pathlib.Path, sys.argv[1:3])
    pages = sorted(path.relative_to(minified) for path in minified.rglob("*.html"))
    mistakes, saved = [], 0
    for name in pages:
        left, right = meaning(whole / name), meaning(minified / name)
        saved += (whole / name).stat().st_size - (minified / name).stat().st_size
        if left[0] != right[0]:
            mistakes.append(f"{name}: other elements")
        if shown(left[1]) != shown(right[1]):
            mistakes.append(f"{name}: other words")
        if left[2] != right[2]:
            mistakes.append(f"{name}: other text where white space is seen")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"), args=["--no-sandbox"])
        page = browser.new_page(java_script_enabled=True)
        for name in pages[:: max(1, len(pages) // 12)]:
            if seen(page, whole / name) != seen(page, minified / name):
                mistakes.append(f"{name}: looks different")
        sheets = sorted(minified.glob("assets/**/*.css"))
        for sheet in sheets:
            other = next((whole / "assets").rglob(sheet.name.split(".")[0] + ".*.css"))
            if rules(page, other) != rules(page, sheet):
                mistakes.append(f"{sheet.name}: other rules")
        browser.close()
    for mistake in mistakes[:20]:
        print("  " + mistake)
    print(f"{len(pages)} pages and {len(sheets)} style sheets compared with their long forms, {saved} bytes less, "
          f"{len(mistakes)} mistakes")
    sys.exit(1 if mistakes or not pages or not sheets else 0)


main()
