"""Plain ways to ask a scripted server: with `requests`, as a user's script would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import requests
from requests.auth import HTTPDigestAuth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.elders.elder import Elder

SECONDS: Final = 10
TORRENT: Final = (
    b"d8:announce27:http://127.0.0.1:9/announce10:created by5:maker4:infod6:lengthi40000e4:name9:small.bin"
    b"12:piece lengthi16384e6:pieces60:" + b"p" * 60 + b"ee"
)


def plain(body: Mapping[str, str] | None) -> str:
    """A form with nothing escaped but ampersands, as the document prints it."""
    return "&".join(f"{name}={value.replace('&', '%26')}" for name, value in (body or {}).items())


class DigestClient:
    """Asks a server of the Digest generation."""

    def __init__(self, server: Elder, username: str = "admin", password: str = "adminadmin") -> None:  # noqa: S107
        self.server = server
        self.login = HTTPDigestAuth(username, password)

    def get(self, path: str, **headers: str) -> requests.Response:
        return requests.get(self.server.url + path, auth=self.login, headers=headers, timeout=SECONDS)

    def json(self, path: str) -> Any:
        return self.get(path).json()

    def order(self, command: str, **form: str) -> requests.Response:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        url = f"{self.server.url}/command/{command}"
        return requests.post(url, plain(form).encode(), auth=self.login, headers=headers, timeout=SECONDS)

    def upload(self, *contents: bytes) -> requests.Response:
        files = [("torrents", (f"{place}.torrent", content)) for place, content in enumerate(contents)]
        return requests.post(f"{self.server.url}/command/upload", files=files, auth=self.login, timeout=SECONDS)


class CookieClient:
    """Asks a server of the cookie generation, logged in."""

    def __init__(self, server: Elder) -> None:
        self.server = server
        self.session = requests.Session()
        assert self.log_in().text == "Ok."

    def log_in(self, password: str = "adminadmin") -> requests.Response:  # noqa: S107
        return self.post("login", username="admin", password=password)

    def get(self, path: str, headers: Mapping[str, str] | None = None, **query: str) -> requests.Response:
        return self.session.get(f"{self.server.url}/{path}", params=query, headers=headers, timeout=SECONDS)

    def post(self, path: str, **form: str) -> requests.Response:
        return self.session.post(f"{self.server.url}/{path}", data=form, timeout=SECONDS)

    def upload(self, *contents: bytes, **form: str) -> requests.Response:
        files = [("torrents", (f"{place}.torrent", content)) for place, content in enumerate(contents)]
        return self.session.post(f"{self.server.url}/command/upload", data=form, files=files, timeout=SECONDS)

    def row(self) -> dict[str, Any]:
        """The only torrent of the list."""
        rows: list[dict[str, Any]] = self.get("query/torrents").json()
        assert len(rows) == 1
        return rows[0]
