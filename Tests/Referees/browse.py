"""browse.py PUBLIC [SECONDS]: lets Chromium show a built site to people with all kinds of devices.

On a phone, a tablet and a desktop, in light, dark and forced colours, pages of each kind and language: axe-core finds
nothing; the keyboard alone reaches and uses everything; nothing is said on the console, refused by the policy, asked of
another host or missing; nothing scrolls sideways or jumps.
"""
import asyncio
import collections
import pathlib
import shutil
import sys
import time

import axe_playwright_python
from playwright.async_api import async_playwright

import choose_pages
from serve_site import Site

HERE = pathlib.Path(__file__).resolve().parent
AXE = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js")
DEVICES = {"phone": (320, 640), "tablet": (768, 1024), "desktop": (1280, 800)}
SCHEMES = ["light", "dark"]
# Pages that are shown at one time; more gain nothing on a machine with few cores.
AT_ONCE = 4
MOST_TABS = 300
# Where the system's own few colours replace those of the page.
FORCED = ("tablet", "dark")
# Where the keyboard is used too.
WALKED = [("phone", "light"), ("desktop", "dark")]
RIGHT_TO_LEFT = {"ar", "he", "fa", "ur"}
# Which colours a system puts in place of the page's own is not the page's doing.
FORCED_RULES = {"color-contrast": {"enabled": False}}
RULES = {"resultTypes": ["violations"], "runOnly": {
    "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}


class Judge:
    """Collects what is wrong, the same thing once, with the first places where it was seen."""

    def __init__(self):
        self.mistakes = collections.defaultdict(list)
        self.visits = 0

    def add(self, what, where):
        self.mistakes[what].append(where)

    def tell(self):
        for what, places in list(self.mistakes.items())[:40]:
            print(f"  {what}: {', '.join(places[:3])}" + (f" and {len(places) - 3} more" if len(places) > 3 else ""))


async def look(page, address, where, judge, site, is_forced=False):
    """Shows a page, and judges what is seen of it and what it asks for."""
    def note(message):
        judge.add(f"console: {message.text[:160]}", where)

    def refuse(request):
        # What the browser gives up itself, because it goes on to another page, hasn't failed.
        if request.failure != "net::ERR_ABORTED":
            judge.add(f"request failed ({request.failure}): {request.url[:120]}", where)

    def answer(response):
        foreign = not response.url.startswith(site.address + "/")
        if foreign:
            judge.add(f"asks another host: {response.url[:120]}", where)
        elif response.status >= 400:
            judge.add(f"{response.status} for {response.url[len(site.address):]}", where)

    listeners = [("console", note), ("pageerror", lambda error: judge.add(f"script: {error}"[:160], where)),
                 ("requestfailed", refuse), ("response", answer)]
    for event, listener in listeners:
        page.on(event, listener)
    await page.goto(site.address + address, wait_until="load")
    found = await page.evaluate("referee.measure()")
    if found["scrolls"]:
        judge.add(f"scrolls sideways because of {found['wide']}", where)
    if found["headings"] != 1:
        judge.add(f"{found['headings']} first headings", where)
    if found["small"]:
        judge.add(f"smaller than a finger: {found['small']}", where)
    if found["shift"] > 0:
        # A busy machine may paint half a page once; what jumps again always does.
        await page.reload(wait_until="load")
        again = await page.evaluate("referee.measure()")
        if again["shift"] > 0:
            judge.add(f"jumps: {again['moved']}", where)
    if found["cookies"]:
        judge.add(f"sets a cookie: {found['cookies']}", where)
    for report in found["reports"]:
        judge.add(f"policy: {report}", where)
    rules = RULES | {"rules": FORCED_RULES} if is_forced else RULES
    for violation in (await page.evaluate("rules => axe.run(document, rules)", rules))["violations"]:
        for node in violation["nodes"][:2]:
            judge.add(f"axe {violation['id']} at {' '.join(map(str, node['target']))[:80]}", where)
    judge.visits += 1
    for event, listener in listeners:
        page.remove_listener(event, listener)


async def walk(page, address, where, judge, site):
    """Goes through a page with the Tab key, and uses what can be opened."""
    await page.goto(site.address + address, wait_until="load")
    wanted = await page.evaluate("referee.controls().map(referee.name)")
    reached = []
    for turn in range(min(MOST_TABS, len(wanted) + 5)):
        await page.keyboard.press("Tab")
        focus = await page.evaluate("referee.judgeFocus()")
        if focus is None:
            break
        for fault in focus["faults"]:
            judge.add(f"{focus['name']} {fault}", where)
        reached.append(focus["index"])
        if turn == 0:
            await skip(page, focus, where, judge)
    for index, name in enumerate(wanted[:MOST_TABS]):
        if index not in reached:
            judge.add(f"the Tab key never reaches {name}", where)
    reached = [index for index in reached if index >= 0]
    if reached != sorted(reached):
        judge.add("the Tab key jumps back and forth", where)
    await open_details(page, where, judge)


async def skip(page, focus, where, judge):
    """The first link leads past the menus, to the main part."""
    if not await page.evaluate("document.activeElement.matches('a[href^=\"#\"]')"):
        judge.add(f"the first stop is {focus['name']}, not a link past the menus", where)
        return
    start = page.url
    await page.keyboard.press("Enter")
    if not await page.evaluate("document.activeElement.closest('main') !== null || location.hash !== ''"):
        judge.add("the link past the menus leads nowhere", where)
    await page.goto(start, wait_until="load")
    await page.keyboard.press("Tab")


async def open_details(page, where, judge):
    """Whatever folds opens and closes with Enter."""
    count = await page.locator("summary").count()
    for index in range(min(count, 12)):
        summary = page.locator("summary").nth(index)
        if not await summary.is_visible():
            continue
        before = await summary.evaluate("it => it.parentElement.open")
        await summary.focus()
        await page.keyboard.press("Enter")
        if await summary.evaluate("it => it.parentElement.open") == before:
            judge.add("Enter does nothing to " + await summary.evaluate("referee.name"), where)
        elif before is False:
            await page.keyboard.press("Enter")


async def show(contexts, task, judge, site, prefix=""):
    device, scheme, address, walks = task
    page = await contexts[device, scheme].new_page()
    where = f"{prefix}{address} ({device}, {scheme})"
    try:
        await look(page, address, where, judge, site, (device, scheme) == FORCED)
        if walks:
            await walk(page, address, where, judge, site)
    finally:
        await page.close()


def tasks(pages):
    """What is shown on what, the most telling first.

    One page of each kind on every device in both schemes, in the site's own language and in one that runs from right to
    left, the keyboard on phones and desktops; then a page of each kind in every language, on one device in turn.
    """
    own = pages[0][2] if pages else ""
    own = next((language for address, kind, language in pages if address == "/"), own)
    mirrored = next((page[2] for page in pages if page[2] in RIGHT_TO_LEFT), None)
    chosen = [page for page in choose_pages.one_of_each(pages) if page[2] in (own, mirrored)]
    views = [("phone", "light"), ("desktop", "dark"), ("tablet", "light"), ("phone", "dark"), ("desktop", "light"),
             ("tablet", "dark")]
    found = [(*view, address, view in WALKED) for view in views for address, _, _ in chosen]
    for number, (address, _, _) in enumerate(choose_pages.one_of_each(pages, 1)):
        found.append((list(DEVICES)[number % 3], SCHEMES[number % 2], address, False))
    return list(dict.fromkeys(found))


async def launch(playwright):
    """Debian's Chromium; Playwright's own is never fetched."""
    return await playwright.chromium.launch(
        executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
        args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])


async def open_contexts(browser):
    """A window for each device and scheme, with what the referee needs in every page."""
    contexts = {}
    for device, (width, height) in DEVICES.items():
        for scheme in SCHEMES:
            context = await browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce",
                has_touch=device != "desktop", forced_colors="active" if (device, scheme) == FORCED else "none")
            await context.add_init_script(path=HERE / "in_page.js")
            await context.add_init_script(path=AXE)
            contexts[device, scheme] = context
    return contexts


async def browse(public, limit):
    judge, start = Judge(), time.monotonic()
    pages = choose_pages.pages(public)
    todo = collections.deque(tasks(pages))
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        with Site(public) as site:
            contexts = await open_contexts(browser)

            async def work():
                while todo and time.monotonic() - start < limit:
                    await show(contexts, todo.popleft(), judge, site)
            await asyncio.gather(*(work() for _ in range(AT_ONCE)))
        await browser.close()
    judge.tell()
    if todo:
        print(f"  {len(todo)} visits were left out after {limit} seconds")
    print(f"{judge.visits} visits to {len(pages)} pages in {time.monotonic() - start:.0f} s, "
          f"{len(judge.mistakes)} mistakes")
    return 1 if judge.mistakes or judge.visits == 0 else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(browse(pathlib.Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 90)))
