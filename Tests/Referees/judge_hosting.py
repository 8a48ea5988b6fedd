"""judge_hosting.py PROGRAM DAY: builds sites day by day and asks real servers for them.

nginx, and Caddy where it is installed, serve each output on the loopback by the files of rules that
the program wrote. The rules for Netlify and Cloudflare Pages are read as those two read them. A small
site lives for two years: postings open, close, are renamed and taken away.
"""
import hashlib
import http.client
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

import jsonschema
from usp.tree import sitemap_from_str

program, sample_day = sys.argv[1], sys.argv[2]
problems = []
root = pathlib.Path(tempfile.mkdtemp())
# The workers of a server that root starts are nobody.
root.chmod(0o755)
asked = 0


def check(holds, text):
    if not holds:
        problems.append(text)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


NGINX = """\
daemon off; worker_processes 1; pid %(folder)s/pid; error_log %(folder)s/error.log;
events { worker_connections 64; }
http {
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path %(folder)s/body; proxy_temp_path %(folder)s/proxy;
  fastcgi_temp_path %(folder)s/fastcgi; uwsgi_temp_path %(folder)s/uwsgi;
  scgi_temp_path %(folder)s/scgi;
  include %(public)s/.host/nginx-http.conf;
  server {
    listen 127.0.0.1:%(port)d; root %(public)s;
    include %(public)s/.host/nginx-server.conf;
  }
}
"""
CADDY = """\
{
	admin off
	auto_https off
	storage file_system %(folder)s
}
http://127.0.0.1:%(port)d {
	root * %(public)s
	import %(public)s/.host/Caddyfile
	file_server
}
"""


class Server:
    """A server in the foreground for one output folder, with files of its own in a folder."""

    def __init__(self, kind, public):
        self.kind = kind
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=root))
        self.folder.chmod(0o777)
        self.port = free_port()
        words = {"folder": self.folder, "public": public, "port": self.port}
        config = self.folder / "config"
        config.write_text((NGINX if kind == "nginx" else CADDY) % words)
        command = (["nginx", "-p", self.folder, "-c", config] if kind == "nginx" else
                   ["caddy", "run", "--config", config, "--adapter", "caddyfile"])
        log = open(self.folder / "log", "w")
        self.process = subprocess.Popen(command, stdout=log, stderr=log,
                                        env={**os.environ, "HOME": str(self.folder)})
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        self.stop()
        sys.exit(f"{kind} does not start: {(self.folder / 'log').read_text()}")

    def get(self, path):
        global asked
        asked += 1
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", urllib.parse.quote(path))
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    def stop(self):
        self.process.terminate()
        self.process.wait()


KINDS = ["nginx"] + (["caddy"] if shutil.which("caddy") else [])


def build(site, day, report=None):
    """Builds into the site's own folder; the public must be able to read it."""
    command = [program, "build", "--source", site, "--now", day, "--quiet",
               "--output", site / "public", "--state", site / "state"]
    if report:
        command += ["--report", report]
    subprocess.run(command, check=True)
    for folder in [site, *site.rglob("*")]:
        if folder.is_dir():
            folder.chmod(0o755)


# What each answer must have.

TYPES = {".html": "text/html", ".css": "text/css", ".svg": "image/svg+xml", ".txt": "text/plain",
         "feed.json": "application/feed+json", "rss.xml": "application/rss+xml",
         "atom.xml": "application/atom+xml", ".ics": "text/calendar",
         ".webmanifest": "application/manifest+json", ".xml": "application/xml"}


def content_type(name):
    if re.search(r"(^|/)feed(-\d+)?\.json$", name):
        return "application/feed+json"
    endings = [ending for ending in TYPES if name.endswith(ending)]
    return TYPES[max(endings, key=len)] if endings else None


def is_feed(name):
    return not name.startswith("assets/") and name.endswith((".json", ".xml", ".ics"))


def judge_headers(where, headers):
    policy = headers.get("content-security-policy", "")
    check("default-src 'none'" in policy and "frame-ancestors 'none'" in policy, f"{where}: CSP")
    check("unsafe" not in policy, f"{where}: CSP {policy}")
    for name, value in {"x-content-type-options": "nosniff", "x-frame-options": "DENY",
                        "strict-transport-security": "max-age=31536000"}.items():
        check(headers.get(name) == value, f"{where}: {name} {headers.get(name)}")


def judge_files(server, public):
    """Every file is there under its address, as what it is."""
    names = [path.relative_to(public).as_posix() for path in sorted(public.rglob("*"))
             if path.is_file() and path.relative_to(public).parts[0] not in (".host", ".sitegen")]
    moved = {line.split()[0] for line in rules(public / "_redirects")}
    for name in names:
        path = "/" + name.removesuffix("index.html")
        if name in ("_headers", "_redirects", "404.html") or urllib.parse.quote(path) in moved:
            continue
        status, headers, body = server.get(path)
        where = f"{server.kind} {path}"
        check(status == 200, f"{where}: {status}")
        check(body == (public / name).read_bytes(), f"{where}: other bytes")
        expected = content_type(name)
        found = headers.get("content-type", "").split(";")[0]
        check(expected in (None, found), f"{where}: {found}, not {expected}")
        judge_headers(where, headers)
        cache = headers.get("cache-control", "")
        if name.startswith("assets/"):
            check("immutable" in cache and "31536000" in cache, f"{where}: {cache}")
        elif name.endswith(".html"):
            check(cache == "public, max-age=300", f"{where}: {cache}")
        cors = headers.get("access-control-allow-origin")
        if is_feed(name):
            check(cors == "*", f"{where}: CORS {cors}")
        if name.endswith(".html"):
            check(cors is None, f"{where}: CORS {cors}")
    for path in ("/nothing/", "/nothing", "/.host/nginx-server.conf", "/.sitegen/manifest",
                 "/_redirects", "/_headers", "/404.html", "/jobs/%s/" % ("x" * 200), "/assets/",
                 "/\"; return 200;/", "/{path}/", "/$uri/"):
        status, headers, body = server.get(path)
        check(status == 404, f"{server.kind} {path}: {status}")
        check(body == (public / "404.html").read_bytes(), f"{server.kind} {path}: no 404 page")
        judge_headers(f"{server.kind} {path}", headers)


# Files for Netlify and Cloudflare Pages.

def rules(path):
    return [line for line in path.read_text().splitlines() if line and not line.startswith("#")]


def read_redirects(public):
    """What both services make of the file: the first line for an address counts."""
    netlify, cloudflare = {}, {}
    for line in rules(public / "_redirects"):
        parts = re.split(r"\s+", line)
        check(len(parts) == 3 and line == line.strip(), f"_redirects: {line!r}")
        source, target, status = parts
        pattern = r"/[A-Za-z0-9%._~/:-]*\*?"
        check(re.fullmatch(pattern, source) and re.fullmatch(pattern, target), f"_redirects: {line!r}")
        check(len(line) < 1000, f"_redirects: too long: {line!r}")
        check(status in ("301", "301!", "200", "404!", "410"), f"_redirects: {line!r}")
        answer = (target, int(status.rstrip("!")))
        netlify.setdefault(source, answer)
        if status in ("301", "200"):
            cloudflare.setdefault(source, answer)
    return netlify, cloudflare


def read_headers(public):
    """By pattern, the headers of the file."""
    found, current = {}, None
    for line in rules(public / "_headers"):
        check(len(line) < 2000, f"_headers: too long: {line!r}")
        if line.startswith("/"):
            check(line not in found, f"_headers: {line} twice")
            current = found.setdefault(line, {})
        else:
            match = re.fullmatch(r"  ([A-Za-z-]+): ([\x20-\x7e]+)", line)
            check(match and current is not None, f"_headers: {line!r}")
            if match and current is not None:
                check(match[1].lower() not in current, f"_headers: {line!r} twice")
                current[match[1].lower()] = match[2]
    check(len(found) <= 100, f"_headers: {len(found)} rules, Cloudflare reads 100")
    judge_headers("_headers", found.get("/*", {}))
    for name in found["/*"]:
        check(all(name not in found[x] for x in found if x != "/*"), f"_headers: {name} is sent twice")
    return found


def judge_static(public):
    netlify, cloudflare = read_redirects(public)
    moved = {x: y for x, y in netlify.items() if y[1] == 301}
    check(moved == {x: y for x, y in cloudflare.items() if y[1] == 301}, "_redirects: they differ")
    check(netlify.get("/.host/*", ("", 0))[1] == 404, "_redirects: nginx's rules are served")
    for source, (target, status) in netlify.items():
        file = public / urllib.parse.unquote(target).lstrip("/")
        file = file / "index.html" if target.endswith("/") else file
        check(file.is_file() or ":" in target, f"_redirects: {target} is not there")
    found = read_headers(public)
    for path in public.rglob("*"):
        name = path.relative_to(public).as_posix()
        if not path.is_file() or not is_feed(name) or name.startswith("."):
            continue
        address = "/" + urllib.parse.quote(name)
        matches = [headers for pattern, headers in found.items() if pattern != "/*" and re.fullmatch(
            "".join(".*" if x == "*" else "[^/]+" if x.startswith(":") else re.escape(x)
                    for x in re.split(r"(:\w+|\*)", pattern)), address)]
        types = {headers.get("content-type", "").split(";")[0] for headers in matches} - {""}
        check(types in ({content_type(name)}, {"application/json"}), f"_headers: {address} is {types}")
        check(any("access-control-allow-origin" in x for x in matches), f"_headers: {address}: no CORS")
        check(len(matches) == 1, f"_headers: {address} has {len(matches)} rules")


# The sample site, and one of many old addresses.

def judge_site(site):
    for kind in KINDS:
        server = Server(kind, site / "public")
        try:
            judge_files(server, site / "public")
            for source, (target, status) in read_redirects(site / "public")[0].items():
                if ":" in source or "*" in source or status == 200:
                    continue
                found, headers, _ = server.get(urllib.parse.unquote(source))
                check(found == status, f"{kind} {source}: {found}, not {status}")
                if status == 301:
                    check(urllib.parse.urlparse(headers.get("location", "")).path == target,
                          f"{kind} {source}: to {headers.get('location')}")
        finally:
            server.stop()
    judge_static(site / "public")


def copy_sample():
    site = root / "sample"
    site.mkdir()
    for name in ("site.yml", "content", "themes", "templates", "assets", "text"):
        if os.path.isdir(name):
            shutil.copytree(name, site / name)
        elif os.path.exists(name):
            shutil.copy(name, site / name)
    build(site, sample_day)
    return site


# A site's life.

SITE = """\
title: Jobs at Lodemar
base_url: https://jobs.lodemar.example
organization: {name: Lodemar}
languages: [en, pt-BR]
indexnow: 4f1c7d2ab98e4c0f
security: {contact: security@lodemar.example, expires: 2029-01-01}
manifest: {short_name: Jobs}
lifecycle: {keep_closed: 30, keep_gone: 365}
checks: {severity: {job/ghost-job: off}}
"""


def posting(title, extra=""):
    return (f"---\ntitle: {title}\nemployment_type: full-time\nworkplace: on-site\n"
            f"locations: [\"Porto, PT\"]\ndate_posted: 2026-03-01\napply: jobs@lodemar.example\n{extra}---\n\n"
            f"{title}: work on the buoys of 64 harbours, in all weathers and with good boots.\n")


# As far as site.yml and postings let them come: spaces of other scripts, marks that turn the direction,
# line ends of Unicode, and what is only nearly dangerous.
HOSTILE = ["/a\u00a0b/", "/a\u2028b/", "/a\u0085b/", "/a\u202eb/", "/~root/_x-1.2/", "/\U0001f6df/", "/a\u3000/",
           "/default/", "/301/", "/splat/", "/feed-2.html", "/%s/" % ("\u00e9" * 90)]


def quoted(text):
    """As YAML writes any character between double quotes."""
    return '"%s"' % "".join(x if x.isascii() else f"\\U{ord(x):08x}" for x in text)


class Life:
    """What is known of the site on a day."""

    def __init__(self):
        self.site = root / "life"
        self.jobs = self.site / "content/jobs"
        self.jobs.mkdir(parents=True)
        (self.site / "site.yml").write_text(SITE)
        self.write("welder", posting("Welder", "valid_through: 2026-03-31\naliases: [/vacancies/7/, /Jobs/Welder/]\n"))
        self.write("diver", posting("Diver", "aliases: [%s]\n" % ", ".join(map(quoted, HOSTILE))))
        self.write("rigger", posting("Rigger", "aliases: [/vagas/montador-função/]\n"))
        self.write("painter", posting("Painter", "aliases: [/vacancies/painter.html]\n"))
        self.write("pintor", posting("Pintor", "lang: pt-BR\ntranslation_of: painter\n"))

    def write(self, name, text):
        (self.jobs / f"{name}.md").write_text(text)

    def build(self, day):
        report = self.site / "report"
        build(self.site, day, report)
        self.changes = json.loads((report / "changes.json").read_text())
        self.google = {entry["url"]: entry["type"] for entry in
                       map(json.loads, (report / "indexing-api.jsonl").read_text().splitlines())}
        self.indexnow = [url for line in (report / "indexnow.jsonl").read_text().splitlines()
                         for url in json.loads(line)["urlList"]]
        schema = json.loads(pathlib.Path("docs/schemas/changes.schema.json").read_text())
        jsonschema.validate(self.changes, schema)

    def ids(self, kind):
        return [entry["id"] for entry in self.changes[kind]]

    def lists(self, name):
        """Which outputs that list postings name this one."""
        public = self.site / "public"
        needle = f"/jobs/{name}/"
        found = [path.relative_to(public).as_posix() for path in public.rglob("*")
                 if path.is_file() and needle in path.read_text(errors="replace")]
        rule_files = ("_redirects", ".host/", f"jobs/{name}/", ".sitegen/")
        return [x for x in found if not x.startswith(rule_files) and f"/jobs/{name}/" not in "/" + x]

    def expect(self, day, answers):
        for kind in KINDS:
            server = Server(kind, self.site / "public")
            try:
                for path, expected in answers.items():
                    status, headers, _ = server.get(path)
                    found = headers.get("location", "") if status == 301 else status
                    found = urllib.parse.unquote(urllib.parse.urlparse(found).path) if status == 301 else found
                    check(found == expected, f"{day} {kind} {path}: {found}, not {expected}")
            finally:
                server.stop()
        judge_static(self.site / "public")


def digest(folder):
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file() and ".sitegen" not in path.parts}


def live():
    life = Life()
    base = "https://jobs.lodemar.example"
    life.build("2026-03-02")
    check(sorted(life.ids("opened")) == ["diver", "painter", "pintor", "rigger", "welder"], "opened")
    check(life.google == {url: "URL_UPDATED" for url in life.google}, "opened: Google")
    check(len(life.lists("welder")) > 5, "the welder is on no list")
    life.expect("open", {"/jobs/welder/": 200, "/vacancies/7/": "/jobs/welder/",
                         "/Jobs/Welder/": "/jobs/welder/", "/vagas/montador-função/": "/jobs/rigger/",
                         "/vacancies/painter.html": "/jobs/painter/", "/pt-BR/jobs/pintor/": 200,
                         **{path: "/jobs/diver/" for path in HOSTILE}})

    life.build("2026-04-01")
    check(life.ids("closed") == ["welder"], f"closed: {life.changes}")
    check(life.google == {f"{base}/jobs/welder/": "URL_DELETED"}, f"closed: {life.google}")
    check(life.indexnow == [f"{base}/jobs/welder/"], "closed: IndexNow")
    # Its old addresses still lead to it.
    check(sorted(life.lists("welder")) == ["Jobs/Welder/index.html", "vacancies/7/index.html"],
          f"closed, but on {life.lists('welder')}")
    life.expect("closed", {"/jobs/welder/": 200, "/vacancies/7/": "/jobs/welder/"})
    sitemap = (life.site / "public/sitemap.xml").read_text()
    pages = {page.url: page for page in sitemap_from_str(sitemap).all_pages()}
    check(f"{base}/jobs/welder/" not in pages, "closed, but in the sitemap")
    check(str(pages[f"{base}/jobs/"].last_modified.date()) == "2026-04-01", "the list's date")
    check('hreflang="x-default"' in sitemap, "sitemap: no x-default")

    before = digest(life.site / "public"), (life.site / "state").read_bytes()
    life.build("2026-04-01")
    check(before == (digest(life.site / "public"), (life.site / "state").read_bytes()),
          "the same day twice gives other bytes")
    check(not any(life.changes[kind] for kind in ("opened", "changed", "closed", "renamed")), "no change")

    os.rename(life.jobs / "rigger.md", life.jobs / "rope-rigger.md")
    os.remove(life.jobs / "painter.md")
    os.remove(life.jobs / "pintor.md")
    diver = (life.jobs / "diver.md").read_text()
    life.write("diver", diver.replace("aliases", "salary: {min: 30, max: 40, currency: EUR, per: hour}\naliases"))
    life.build("2026-04-10")
    check(life.changes["changed"] == [{"id": "diver", "title": "Diver", "url": f"{base}/jobs/diver/",
                                       "fields": ["salary"]}], f"changed: {life.changes}")
    check([(x["from"], x["id"]) for x in life.changes["renamed"]] == [("rigger", "rope-rigger")], "renamed")
    check(sorted(life.ids("removed")) == ["painter", "pintor"], "removed")
    check(life.google == {f"{base}/jobs/diver/": "URL_UPDATED", f"{base}/jobs/rope-rigger/": "URL_UPDATED",
                          f"{base}/jobs/rigger/": "URL_DELETED", f"{base}/jobs/painter/": "URL_DELETED",
                          f"{base}/pt-BR/jobs/pintor/": "URL_DELETED"}, f"Google: {life.google}")
    check(life.lists("painter") == [], f"removed, but on {life.lists('painter')}")
    answers = {"/jobs/rigger/": "/jobs/rope-rigger/", "/vagas/montador-função/": "/jobs/rope-rigger/",
               "/jobs/rope-rigger/": 200, "/jobs/painter/": 410, "/jobs/painter": 410,
               "/pt-BR/jobs/pintor/": 410, "/vacancies/painter.html": 410, "/jobs/welder/": 200}
    life.expect("renamed", answers)

    life.build("2026-05-01")
    check(life.ids("gone") == ["welder"], f"gone: {life.changes}")
    life.expect("gone", {**answers, "/jobs/welder/": 410, "/vacancies/7/": 410, "/Jobs/Welder/": 410})
    os.remove(life.jobs / "welder.md")
    life.build("2026-05-02")
    life.expect("gone for good", {"/jobs/welder/": 410, "/vacancies/7/": 410, "/Jobs/Welder/": 410})
    life.write("painter", posting("Painter"))
    life.build("2026-05-03")
    life.expect("back", {"/jobs/painter/": 200, "/vacancies/painter.html": 410, "/pt-BR/jobs/pintor/": 410})
    life.build("2027-05-02")
    life.expect("kept", {"/jobs/welder/": 410, "/pt-BR/jobs/pintor/": 404, "/jobs/rigger/": "/jobs/rope-rigger/"})
    life.build("2027-05-03")
    life.expect("forgotten", {"/jobs/welder/": 404, "/jobs/rope-rigger/": 200})
    judge_site(life.site)
    os.remove(life.jobs / "diver.md")
    life.build("2027-05-04")
    life.expect("hostile", {path: 410 for path in ["/jobs/diver/"] + HOSTILE})


try:
    judge_site(copy_sample())
    live()
finally:
    shutil.rmtree(root)
print(f"{asked} answers of {' and '.join(KINDS)} as they should be" if not problems else "hosting:")
for problem in problems[:60]:
    print("  " + problem)
sys.exit(1 if problems else 0)
