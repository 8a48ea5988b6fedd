"""Goes through a page with the Tab key, and uses what can be opened."""
import asyncio

TAB = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
# Presses beyond the last control: where what takes the focus is no control, and where it leaves the page.
MORE_TABS = 5


async def walk(window):
    """Presses Tab from the first to the last control, of which the page itself notes each; then uses them."""
    page, judge = window.page, window.judge
    judge.walks += 1
    wanted = await page.evaluate("referee.startWalk()")
    # None waits for the one before: the page judges each focus as soon as the key is up again.
    await asyncio.gather(*(window.devtools.send("Input.dispatchKeyEvent", TAB | {"type": kind})
                           for _ in range(len(wanted) + MORE_TABS) for kind in ("rawKeyDown", "keyUp")))
    stops = await page.evaluate("referee.endWalk()")
    for stop in stops:
        for fault in stop["faults"]:
            window.add(f"{stop['name']} {fault}")
    reached = [stop["index"] for stop in stops if stop["index"] >= 0]
    for index in sorted(set(range(len(wanted))) - set(reached)):
        window.add(f"the Tab key never reaches {wanted[index]}")
    if reached != sorted(reached):
        window.add("the Tab key jumps back and forth")
    await open_details(window)
    await skip(window, stops[0] if stops else {"name": "nothing", "skips": False})


async def open_details(window):
    """Whatever folds opens and closes with Enter."""
    for index in range(await window.page.evaluate("referee.folds().length")):
        before = await window.page.evaluate("index => referee.focusFold(index)", index)
        await window.page.keyboard.press("Enter")
        after, name = await window.page.evaluate("index => referee.judgeFold(index)", index)
        if after == before:
            window.add(f"Enter does nothing to {name}")
        elif before is False:
            await window.page.keyboard.press("Enter")


async def skip(window, first):
    """The first link leads past the menus, to the main part."""
    if not first["skips"]:
        window.add(f"the first stop is {first['name']}, not a link past the menus")
        return
    await window.page.evaluate("referee.controls()[0].focus()")
    await window.page.keyboard.press("Enter")
    if not await window.page.evaluate("document.getElementById(location.hash.slice(1))?.closest('main') != null"):
        window.add("the link past the menus leads nowhere")
