"""make_site.py FOLDER COUNT: a site of so many made-up postings, with texts that try a theme's patience."""
import pathlib
import random
import struct
import sys
import zlib

import make_postings

PIECES = [
    "## What you will do\n\n- Weld frames\n- Test them in **salt water**\n  1. at dawn\n  2. at dusk\n",
    "## Numbers\n\n| gauge | depth |\n|:--|--:|\n| Lapa | 12 m |\n| Garça | 340 m |\n",
    "## Code\n\n```\nif tide > 4.2:   warn(harbour)\n```\n\nand `inline code` too.\n",
    "## Ein Wort\n\nDonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.\n",
    "## Links\n\nRead https://lodemar.example/a/very/long/address/without/a/place/to/break/index.html first.\n",
    "## 神戸\n\n波止場で働く。\n\n> A quote &amp; its <!-- hidden --> rest, 5 < 6.\n",
    "## Done\n\n- [x] a task\n- [ ] another\n\n---\n\n### A smaller heading\n\n~~Not this.~~\n",
]


def body(number):
    """A few pieces, the same for the same number."""
    return "\n" + "\n".join(random.Random(number).sample(PIECES, 3))


def picture(width, height):
    """A grey PNG of that size."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    rows = (b"\0" + b"\x99" * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def main():
    folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    jobs = folder / "content/jobs"
    jobs.mkdir(parents=True)
    images = folder / "assets/images"
    images.mkdir(parents=True)
    (images / "yard.png").write_bytes(picture(640, 360))
    # Warnings judge what was made up, which nobody will mend.
    checks = "checks: {severity: {job: off, google: off, body: off}}\n"
    (folder / "site.yml").write_text(make_postings.SITES["strict"] + checks, encoding="utf-8")
    for number in range(count):
        fields = make_postings.posting("strict", number)
        if number % 2 == 0:
            fields["apply"] = "{form: https://forms.lodemar.example/apply, email: jobs@lodemar.example}"
        # What another host shows is the policy's business: see body/remote-image.
        if "https://" in fields.get("image", ""):
            del fields["image"]
        if "image" in fields:
            fields["image"] = "{src: /images/yard.png, alt: The yard}"
        (jobs / f"job-{number}.md").write_text(make_postings.text(fields) + body(number), encoding="utf-8")


main()
