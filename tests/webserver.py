"""A real web server on loopback whose pages a test lays out, counts and changes; nothing else is ever contacted."""

import gzip
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Page:
    """What an address answers with. ``send``: a function of the handler that answers in its own way."""

    def __init__(
        self, body=b"", kind="text/html; charset=utf-8", status=200, headers=None, etag=None, modified=None, send=None
    ):
        self.body = body.encode() if isinstance(body, str) else body
        self.kind, self.status, self.headers = kind, status, dict(headers or {})
        self.etag, self.modified, self.send = etag, modified, send


class Site:
    """A server with ``pages`` by path. ``asked`` counts requests by path, ``seen`` keeps their headers in order."""

    def __init__(self):
        self.pages = {}
        self.asked = Counter()
        self.seen = []
        self.stop = threading.Event()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                site._answer(self)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.host = f"127.0.0.1:{self.port}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        self.server.shutdown()
        self.server.server_close()

    def url(self, path):
        return f"http://{self.host}{path}"

    def lay(self, path, body="", **more):
        self.pages[path] = Page(body, **more)
        return self.url(path)

    def lead(self, path, to, status=302):
        return self.lay(path, status=status, headers={"Location": to})

    def _answer(self, handler):
        self.asked[handler.path] += 1
        self.seen.append((handler.path, dict(handler.headers)))
        page = self.pages.get(handler.path) or Page("nothing here", "text/plain", 404)
        if page.send:
            page.send(handler)
            handler.close_connection = True
            return
        same = page.etag and handler.headers.get("If-None-Match") == page.etag
        same = same or (page.modified and handler.headers.get("If-Modified-Since") == page.modified)
        handler.send_response(304 if same else page.status)
        for name, value in {"ETag": page.etag, "Last-Modified": page.modified, **page.headers}.items():
            if value:
                handler.send_header(name, value)
        if not same:
            handler.send_header("Content-Type", page.kind)
            handler.send_header("Content-Length", str(len(page.body)))
        handler.end_headers()
        if not same:
            handler.wfile.write(page.body)

    # ---- answers that go wrong -------------------------------------------------------------------------------------

    def endless(self, handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        try:
            while not self.stop.is_set():
                handler.wfile.write(b"<p>more</p>" * 2000)
        except OSError:
            pass

    def slow(self, handler):
        """A letter every twentieth of a second: never silent, never done."""
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        self._drip(handler, b"x")

    def slow_head(self, handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        self._drip(handler, b"x")

    def silent(self, handler):
        self.stop.wait(5)

    def broken_off(self, handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        handler.wfile.write(b"only this")

    def chunked(self, handler):
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.send_header("Content-Type", "text/plain")
        handler.end_headers()
        for part in (b"one ", b"two ", b"three"):
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        handler.wfile.write(b"0\r\n\r\n")

    def _drip(self, handler, byte):
        try:
            while not self.stop.is_set():
                handler.wfile.write(byte)
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass


def packed(body):
    return gzip.compress(body if isinstance(body, bytes) else body.encode())
