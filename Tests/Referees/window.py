"""A window of Chromium, which is a phone, a tablet or a desktop, and notes what pages say and ask for."""
import pathlib
import shutil

import axe_playwright_python

from serve_site import SLOW

HERE = pathlib.Path(__file__).resolve().parent
AXE = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
DEVICES = {"phone": (320, 640), "tablet": (768, 1024), "desktop": (1280, 800)}
SCHEMES = ["light", "dark"]
RULES = {"resultTypes": ["violations"], "runOnly": {
    "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
# Everything but colours, which take most of the time.
FORM_RULES = RULES | {"rules": {"color-contrast": {"enabled": False}}}
COLOR_RULES = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}


async def launch(playwright):
    """Debian's Chromium; Playwright's own is never fetched."""
    return await playwright.chromium.launch(
        executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
        args=["--no-sandbox", "--disable-gpu", "--in-process-gpu", "--disable-dev-shm-usage"])


class Window:
    """A tab that shows one page after another, as one device after another does."""

    def __init__(self, site, judge):
        self.site, self.judge = site, judge
        self.device, self.scheme, self.where = None, "light", ""
        self.page = self.devtools = self.axe = None
        self.is_slow = False

    async def open(self, browser):
        context = await browser.new_context(reduced_motion="reduce", color_scheme=self.scheme)
        await context.add_init_script(path=HERE / "in_page.js")
        self.page = await context.new_page()
        self.devtools = await context.new_cdp_session(self.page)
        await self.devtools.send("Page.enable")
        await self.devtools.send("Network.enable")
        for event, listener in [("console", lambda message: self.add(f"console: {message.text[:160]}")),
                                ("pageerror", lambda error: self.add(f"script: {error}"[:160])),
                                ("requestfailed", self.refuse), ("response", self.answer)]:
            self.page.on(event, listener)
        await self.turn_into("phone")
        return self

    async def turn_into(self, device):
        """Becomes as large as a device, and can be touched as it can."""
        if device == self.device:
            return
        self.device = device
        width, height = DEVICES[device]
        await self.page.set_viewport_size({"width": width, "height": height})
        await self.devtools.send("Emulation.setTouchEmulationEnabled", {"enabled": device != "desktop"})

    async def paint(self, scheme):
        """Shows pages in other colours: light, dark or those few that a system forces on all pages."""
        if scheme != self.scheme:
            await self.page.emulate_media(color_scheme="dark" if scheme == "forced" else scheme,
                                          forced_colors="active" if scheme == "forced" else "none")
        self.scheme = scheme

    async def slow_down(self, is_slow):
        """Fetches everything anew, pictures and scripts slowly, so that what isn't there yet can be seen missing."""
        if is_slow != self.is_slow:
            await self.devtools.send("Network.setCacheDisabled", {"cacheDisabled": is_slow})
            await self.page.set_extra_http_headers({SLOW: "1"} if is_slow else {})
        self.is_slow = is_slow

    async def bring_axe(self, wanted):
        """Puts axe-core into the pages that are loaded from now on, or leaves it out, which is faster."""
        if wanted and not self.axe:
            script = {"source": AXE}
            self.axe = (await self.devtools.send("Page.addScriptToEvaluateOnNewDocument", script))["identifier"]
        elif self.axe and not wanted:
            await self.devtools.send("Page.removeScriptToEvaluateOnNewDocument", {"identifier": self.axe})
            self.axe = None

    def add(self, what):
        self.judge.add(what, f"{self.where} ({self.device}, {self.scheme})")

    def refuse(self, request):
        # What the browser gives up itself, because it goes on to another page, hasn't failed.
        if request.failure != "net::ERR_ABORTED":
            self.add(f"request failed ({request.failure}): {request.url[:120]}")

    def answer(self, response):
        if not response.url.startswith(self.site.address + "/"):
            self.add(f"asks another host: {response.url[:120]}")
        elif response.status >= 400:
            self.add(f"{response.status} for {response.url[len(self.site.address):]}")

    async def show(self, address):
        """Loads a page, and judges what is seen of it."""
        self.where = self.judge.prefix + address
        self.judge.visits += 1
        await self.page.goto(self.site.address + address, wait_until="load")
        await self.settle()
        found = await self.measure()
        if found["shift"] > 0:
            # A busy machine may paint half a page once; what jumps again always does.
            await self.page.reload(wait_until="load")
            await self.settle()
            found = await self.page.evaluate("referee.measure()")
            if found["shift"] > 0:
                self.add(f"jumps: {found['moved']}")
        if found["headings"] != 1:
            self.add(f"{found['headings']} first headings")
        if found["cookies"]:
            self.add(f"sets a cookie: {found['cookies']}")
        for report in found["reports"]:
            self.add(f"policy: {report}")

    async def settle(self):
        """Waits until what came last has been drawn, which is when something jumps."""
        if self.is_slow:
            await self.page.evaluate("referee.settle()")

    async def measure(self):
        """Judges how the page that is there fits the device."""
        found = await self.page.evaluate("referee.measure()")
        if found["width"] != DEVICES[self.device][0]:
            self.add(f"was shown {found['width']} pixels wide")
        if found["scrolls"]:
            self.add(f"scrolls sideways because of {found['wide']}")
        if found["small"]:
            self.add(f"smaller than a finger: {found['small']}")
        return found

    async def run_axe(self, rules):
        """Has axe-core judge the page that is there; of texts that look alike, colours of a few are enough."""
        self.judge.checks += 1
        broken = await self.page.evaluate("job => referee.runAxe(job)", [rules, rules is COLOR_RULES])
        for name, targets in broken:
            for target in targets[:2]:
                self.add(f"axe {name} at {target[:80]}")
