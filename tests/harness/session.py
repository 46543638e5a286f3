"""A session with a qBittorrent over plain HTTP, for arranging and looking, beside the code under test.

What may enter: logging in, asking, telling. What may not: meaning; what a path says is the caller's matter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from tests.harness.errors import HarnessError
from tests.harness.web import FORM, Reply, asked

if TYPE_CHECKING:
    from tests.harness.daemon import Daemon

FORBIDDEN: Final = 403


@dataclass
class Session:
    """Logs in when the daemon asks for it, also again after it was restarted."""

    daemon: Daemon
    _cookie: str = field(default="", repr=False)

    def get(self, path: str) -> object:
        """What a path answers: decoded JSON, such as get("app/preferences")."""
        return self._checked(path, None).json()

    def post(self, path: str, /, **form: str) -> Reply:
        """Tell it something: post("torrents/createCategory", category="films")."""
        return self._checked(path, urlencode(form).encode())

    def _checked(self, path: str, body: bytes | None) -> Reply:
        reply = self._send(path, body)
        if reply.status == FORBIDDEN:
            self._cookie = logged_in(self.daemon).headers.get("Set-Cookie", "").partition(";")[0]
            reply = self._send(path, body)
        if reply.status // 100 != 2:
            raise HarnessError(f"{self.daemon.id} answers {reply.status} to {path}", hint=f"look into its log, {self.daemon.log}")
        return reply

    def _send(self, path: str, body: bytes | None) -> Reply:
        return asked(f"{self.daemon.url}/api/v2/{path}", body=body, headers={**FORM, "Cookie": self._cookie})


def logged_in(daemon: Daemon, *, password: str | None = None) -> Reply:
    """The daemon's answer to a login, with its own password or another."""
    form = urlencode({"username": daemon.user, "password": daemon.password if password is None else password})
    return asked(f"{daemon.url}/api/v2/auth/login", body=form.encode(), headers=FORM)
