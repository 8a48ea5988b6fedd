"""try_brands.py PROGRAM DAY: gives the sample site three brands that have nothing in common, in site.yml alone.

Each has to build without a fault, which says that its colours can be read, and a home page and a posting have to pass
what every page passes, on a phone in the dark and on a desktop in the light.
"""
import asyncio
import pathlib
import shutil
import subprocess
import sys
import tempfile

from playwright.async_api import async_playwright

import choose_pages
from browse import Judge
from serve_site import Site
from window import RULES, Window, launch

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LOGO = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 24"><rect width="64" height="24" rx="4" fill="#777"/>'
        '<circle cx="12" cy="12" r="7" fill="#fff"/></svg>\n')
BRANDS = {
    "a shipyard": {"color": '"#0a3d62"', "accent": '"#c0392b"', "font": "sans", "radius": "0.25rem",
                   "logo": "logo.svg"},
    "a newspaper": {"color": '"#111111"', "accent": '"#8a1538"', "font": "serif", "radius": "0"},
    "a toy maker": {"color": '"#7c2bd9"', "accent": '{light: "#0b7a55", dark: "#7ee2b8"}', "font": "rounded",
                    "radius": "1.5rem", "cover": "logo.svg"},
}
VIEWS = [("phone", "dark"), ("desktop", "light")]


def make_site(folder, brand):
    """The sample site with a brand in its configuration, and nothing else changed but a file for it."""
    for name in ("content", "themes", "assets", "templates", "text"):
        if (ROOT / name).exists():
            shutil.copytree(ROOT / name, folder / name)
    (folder / "assets").mkdir(exist_ok=True)
    (folder / "assets/logo.svg").write_text(LOGO, encoding="utf-8")
    lines = [line for line in (ROOT / "site.yml").read_text(encoding="utf-8").splitlines()
             if not line.startswith("brand:")]
    lines.append("brand: {" + ", ".join(f"{key}: {value}" for key, value in brand.items()) + "}")
    (folder / "site.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


async def look(public, judge):
    pages = choose_pages.one_of_each(choose_pages.pages(public))
    wanted = {kind: address for address, kind, _ in reversed(pages) if kind in ("home", "job")}
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        with Site(public) as site:
            window = await Window(site, judge).open(browser)
            await window.bring_axe(True)
            await window.slow_down(True)
            for device, scheme in VIEWS:
                await window.turn_into(device)
                await window.paint(scheme)
                for address in wanted.values():
                    await window.show(address)
                    await window.run_axe(RULES)
        await browser.close()


def main():
    program, day = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    judge, refused = Judge(), 0
    for name, brand in BRANDS.items():
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            make_site(folder, brand)
            run = subprocess.run([program, "build", "--now", day, "--source", folder, "--quiet"],
                                 capture_output=True, text=True)
            if run.returncode != 0:
                refused += 1
                print(f"{name}:\n{run.stderr}")
                continue
            judge.prefix = f"{name}: "
            asyncio.run(look(folder / "public", judge))
    judge.tell()
    print(f"{len(BRANDS)} brands tried in {judge.visits} visits, {refused} refused, {len(judge.mistakes)} mistakes")
    sys.exit(1 if refused or judge.mistakes or not judge.visits else 0)


main()
