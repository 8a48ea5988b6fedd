"""browse.py PUBLIC [PAGES]: lets Chromium show a built site to people with all kinds of devices.

On a phone, a tablet and a desktop, in light, dark and forced colours, from left to right and from right to left:
axe-core finds nothing; the keyboard alone reaches and uses everything; nothing is said on the console, refused by the
policy, asked of another host or missing; nothing scrolls sideways or jumps.

Which pages are shown, and how, depends on the pages alone, never on the time (choose_by_markup.py):

- In the site's own language and in one that runs from right to left, pages that show every sort of markup in each kind
  of page, loaded slowly, in the light and in the dark, with axe-core and the keyboard, on tablets in forced colours:
  the first of a kind on each device, others on one in turn.
- Pages that show every sort of markup in each kind of page and language, with axe-core, on one device in turn and as
  wide as the others. Pages that show every two sorts of markup together, also so, but for the contrast of colours.
- All other pages on a phone, or so many that it makes PAGES in all, such that each two sorts come as often as can be.

Of texts that stand in the same way, the contrast of three is enough, but on the first device of the first pages.
"""
import asyncio
import collections
import os
import pathlib
import sys
import time

from playwright.async_api import Error, async_playwright

import choose_pages
from choose_by_markup import Markup
from keyboard import walk
from serve_site import Site
from window import COLOR_RULES, DEVICES, FORM_RULES, RULES, SCHEMES, Window, launch

# A machine on which this takes so long is broken, or a page never comes to an end.
LIMIT = 20 * 60
# A browser for each core, and not so many that they starve each other.
WORKERS = min(4, os.cpu_count() or 2)
RIGHT_TO_LEFT = {"ar", "he", "fa", "ur"}


class Judge:
    """Collects what is wrong, the same thing once, with the first places where it was seen."""

    def __init__(self, prefix=""):
        self.mistakes = collections.defaultdict(list)
        self.prefix = prefix
        self.visits = self.checks = self.walks = 0

    def add(self, what, where):
        self.mistakes[what].append(where)

    def tell(self):
        for what, places in list(self.mistakes.items())[:40]:
            print(f"  {what}: {', '.join(places[:3])}" + (f" and {len(places) - 3} more" if len(places) > 3 else ""))
        if len(self.mistakes) > 40:
            print(f"  and {len(self.mistakes) - 40} more mistakes")


async def study(window, address, devices):
    """Shows a page in all colours, and uses it with the keyboard."""
    await window.bring_axe(True)
    await window.slow_down(True)
    for device in devices:
        await window.turn_into(device)
        # A desktop starts in the dark, so that pages are loaded in both.
        first, second = SCHEMES[::-1] if device == "desktop" else SCHEMES
        await window.paint(first)
        await window.show(address)
        for rules in [RULES] if device == devices[0] else [FORM_RULES, COLOR_RULES]:
            await window.run_axe(rules)
        await window.paint(second)
        await window.run_axe(COLOR_RULES)
        if device == "tablet":
            # Is the focus seen where a system allows but a few colours?
            await window.paint("forced")
        await walk(window)


async def glance(window, address, scheme, rules, devices):
    """Shows a page on a device, and as wide as others are."""
    await window.bring_axe(bool(rules))
    await window.slow_down(False)
    await window.turn_into(devices[0])
    await window.paint(scheme)
    await window.show(address)
    for some in rules:
        await window.run_axe(some)
    for device in devices[1:]:
        await window.turn_into(device)
        await window.measure()


def tasks(markup, count):
    """What is done with each page: an action, the page and what else the action needs; what takes longest first."""
    own = next((language for address, _, language in markup.pages if address == "/"), None)
    mirrored = next((language for _, _, language in markup.pages if language in RIGHT_TO_LEFT), None)
    found, kinds, names = {}, set(), list(DEVICES)
    for address, kind, language in markup.one_of_each(own) + (markup.one_of_each(mirrored) if mirrored else []):
        devices = names if (kind, language) not in kinds else [names[len(found) % 3]]
        kinds.add((kind, language))
        found[address] = study, address, devices
    for pages, rules in [(markup.one_of_each(), [FORM_RULES, COLOR_RULES]), (markup.every_two(), [FORM_RULES])]:
        for address, _, _ in pages:
            turn, scheme = len(found) % 3, SCHEMES[len(found) % 2]
            found.setdefault(address, (glance, address, scheme, rules, names[turn:] + names[:turn]))
    for address, _, _ in markup.pages if count is None else markup.every_two(count):
        found.setdefault(address, (glance, address, "light", [], ["phone"]))
    return list(found.values())


async def work(playwright, site, judge, todo):
    """Does one task after another, in a browser of its own."""
    browser = await launch(playwright)
    window = await Window(site, judge).open(browser)
    while todo:
        action, *arguments = todo.popleft()
        try:
            await action(window, *arguments)
        except Error as error:
            judge.add(f"could not be shown: {error.message[:160]}", arguments[0])
    await browser.close()


async def browse(public, count):
    judge, start = Judge(), time.monotonic()
    pages = choose_pages.pages(public)
    todo = collections.deque(tasks(Markup(public, pages), count))
    planned = len(todo)
    async with async_playwright() as playwright:
        with Site(public) as site:
            work_all = asyncio.gather(*(work(playwright, site, judge, todo) for _ in range(WORKERS)))
            try:
                await asyncio.wait_for(work_all, LIMIT)
            except asyncio.TimeoutError:
                judge.add(f"not shown after {LIMIT} s", f"{len(todo)} pages")
    judge.tell()
    print(f"{planned - len(todo)} of {len(pages)} pages in {judge.visits} visits, {judge.walks} of them with the keyboard, "
          f"{judge.checks} runs of axe-core, {time.monotonic() - start:.0f} s, {len(judge.mistakes)} mistakes")
    return 1 if judge.mistakes or judge.visits == 0 else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(browse(pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)))
