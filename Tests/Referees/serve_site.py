"""Serves a built site on this machine as a careful host would, and notes what is asked for."""
import http.server
import pathlib
import threading
import time
import urllib.parse

TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml", ".json": "application/json", ".xml": "application/xml",
    ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon",
    ".woff2": "font/woff2", ".webmanifest": "application/manifest+json", ".ics": "text/calendar; charset=utf-8",
}
# Asks for what doesn't keep a page from being drawn to come later than the page.
SLOW = "X-Slow"
DELAY = 0.1


def file_of(public, address):
    """The file that answers a path of the site; the page for what isn't there otherwise."""
    path = urllib.parse.unquote(urllib.parse.urlparse(address).path).lstrip("/")
    file = public / path
    if path == "" or path.endswith("/"):
        file = file / "index.html"
    return file if file.is_file() else None


class Site:
    """A running server; `address` is where it answers."""

    def __init__(self, public):
        public = pathlib.Path(public).resolve()

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # What is sent in two parts doesn't wait for the other side to confirm the first.
            disable_nagle_algorithm = True

            def do_GET(self):
                file = file_of(public, self.path)
                answer = file or public / "404.html"
                body = answer.read_bytes()
                if self.headers.get(SLOW) and answer.suffix not in (".html", ".css"):
                    time.sleep(DELAY)
                self.send_response(200 if file else 404)
                self.send_header("Content-Type", TYPES.get(answer.suffix, "application/octet-stream"))
                self.send_header("Content-Length", str(len(body)))
                if file and self.path.startswith("/assets/"):
                    # Their names change with what is in them.
                    self.send_header("Cache-Control", "public, max-age=31536000, immutable")
                self.end_headers()
                try:
                    self.wfile.write(body)
                except ConnectionError:
                    # The browser has gone on to another page.
                    self.close_connection = True

            def handle(self):
                try:
                    super().handle()
                except ConnectionError:
                    # The browser is gone.
                    pass

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
