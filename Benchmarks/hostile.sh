#!/usr/bin/env bash
# hostile.sh PROGRAM: checks one hostile posting after the other; each is refused within 100 ms.
#
# The time is that of the whole program, from its start to the printed fault, the best of three.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$program" "$work" <<'PYTHON'
import pathlib
import subprocess
import sys
import time

program, work = sys.argv[1], pathlib.Path(sys.argv[2])
GOOD = """title: Welder
employment_type: full-time
workplace: on-site
locations: ["Porto, PT"]
date_posted: 2026-11-01
apply: jobs@example.com
"""
front = lambda text: f"---\n{GOOD}{text}\n---\n\nWeld frames.\n".encode()
POSTINGS = {
    "1 MiB of fields": front("summary: " + "long " * 210_000),
    "10,000 fields": front("\n".join(f"key{i}: x" for i in range(10_000))),
    "5,000 fields within 64 KiB": front("\n".join(f"key{i}: x" for i in range(5_000))),
    "one field 5,000 times": front("\n".join("title: x" for i in range(5_000))),
    "a list of 100,000": front("tags: [" + "a, " * 100_000 + "]"),
    "a list of 20,000 wrong values": front("levels: [" + "a, " * 20_000 + "]"),
    "a list of 6,000 maps": front("interview: [" + "{a: b}, " * 6_000 + "]"),
    "anchors that multiply": front("\n".join(
        [f"a0: &a0 [{', '.join('x' * 10)}]"]
        + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9)])),
    "lists 10,000 deep": front("tags: " + "[" * 10_000 + "]" * 10_000),
    "maps 10,000 deep": front("custom: " + "{a: " * 10_000 + "}" * 10_000),
    "invalid UTF-8": front("team: x").replace(b"x", b"\xff\xfe"),
    "NUL": front("team: x").replace(b"x", b"a\x00b"),
    "quotes 10,000 deep": front("team: x") + b">" * 10_000 + b" deep\n",
    "10,000 links to nowhere": front("team: x") + b"[a](/nowhere/) " * 10_000,
    "10,000 tags": front("team: x") + b"<b>" * 10_000,
}
worst = 0
for name, posting in POSTINGS.items():
    site = work / "site"
    (site / "content/jobs").mkdir(parents=True, exist_ok=True)
    (site / "site.yml").write_text(
        "title: Jobs\nbase_url: https://jobs.example\norganization: {name: Acme}\n"
        "checks: {severity: {body/broken-link: error}}\n")
    (site / "content/jobs/welder.md").write_bytes(posting)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        run = subprocess.run([program, "check", "--source", site, "--now", "2026-11-23"], capture_output=True)
        times.append((time.perf_counter() - start) * 1000)
    if run.returncode != 1:
        sys.exit(f"{name}: not refused, but ended with {run.returncode}")
    worst = max(worst, min(times))
    first = run.stderr.decode(errors="replace").splitlines()[0]
    print(f"{min(times):7.1f} ms  {name}: {first.rsplit('[', 1)[-1].rstrip(']')}, {len(run.stderr)} bytes of report")
print(f"{worst:7.1f} ms  the slowest; the limit is 100 ms")
PYTHON
