"""A feed on loopback."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TITLES = ("Harbour 1x01 blue", "Harbour 1x02 red", "Quay 2x01 blue")


def text(titles: tuple[str, ...] = TITLES) -> bytes:
    """An RSS 2.0 document with one article for each title; the number of an article is its guid."""
    articles = "".join(
        f"<item><title>{title}</title><guid>{number}</guid><link>http://127.0.0.1:9/{number}.torrent</link>"
        f"<description>&lt;b&gt;about {number}&lt;/b&gt;</description><author>keeper</author>"
        f"<pubDate>Tue, 14 Nov 2023 22:13:2{number} +0000</pubDate></item>"
        for number, title in enumerate(titles)
    )
    head = "<title>Harbour feed</title><lastBuildDate>Tue, 14 Nov 2023 22:13:20 +0000</lastBuildDate>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{articles}</channel></rss>'.encode()


@contextmanager
def served() -> Generator[str, None, None]:
    """The address of the folder that it is served in: any `/good...` is the feed, all else is not found."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_good = self.path.startswith("/good")
            body = text() if is_good else b"no"
            self.send_response(200 if is_good else 404)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
