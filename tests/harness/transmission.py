"""Transmission's configuration. It rewrites settings.json when it ends: edit that file only while it is down."""

from __future__ import annotations

import base64
import json
from typing import Final, cast

from tests.harness import loader
from tests.harness.matrix import Family
from tests.harness.options import Options, refuse_foreign
from tests.harness.places import write_whole
from tests.harness.recipe import PASSWORD, PROBE_SECONDS, USER, Recipe, Seat
from tests.harness.sockets import LOOPBACK, bittorrent_address
from tests.harness.web import asked

SESSION_HEADER: Final = "X-Transmission-Session-Id"
AUTHORIZATION: Final = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()


def recipe(seat: Seat, options: Options) -> Recipe:
    """Write the profile when it is new, and say how to run it."""
    refuse_foreign(Family.TRANSMISSION, options, frozenset())
    seat.downloads.mkdir(parents=True, exist_ok=True)
    path = seat.profile / "settings.json"
    if not path.exists():
        write_whole(path, json.dumps(settings(seat), indent=1))
    pages = seat.root / "usr" / "share" / "transmission"
    url = f"http://{LOOPBACK}:{seat.port}/transmission/rpc"
    program = loader.command(seat.root, "usr/bin/transmission-daemon")
    return Recipe(
        command=[*program, "--foreground", "--config-dir", str(seat.profile), "--port", str(seat.port)],
        # the pages of the web interface lie in public_html since 4.0, in web before
        environment={"TRANSMISSION_WEB_HOME": str(next(pages.glob("public_html"), pages / "web"))},
        url=url,
        answers=lambda: session_id(url) is not None,
        version=lambda: asked_version(url),
    )


def settings(seat: Seat) -> dict[str, object]:
    """The kebab-case names are read by 3.00 and by 4.1.4."""
    return {
        "rpc-enabled": True,
        "rpc-bind-address": LOOPBACK,
        "rpc-port": seat.port,
        "rpc-url": "/transmission/",
        "rpc-authentication-required": True,
        "rpc-username": USER,
        "rpc-password": PASSWORD,  # it writes a hash in its place
        "rpc-whitelist-enabled": True,
        "rpc-whitelist": LOOPBACK,
        "rpc-host-whitelist-enabled": True,
        "bind-address-ipv4": bittorrent_address(),
        "bind-address-ipv6": "::1",
        "peer-port": seat.bt_port,
        "peer-port-random-on-start": False,
        "port-forwarding-enabled": False,
        "dht-enabled": False,
        "lpd-enabled": False,
        "pex-enabled": False,
        "blocklist-enabled": False,
        "download-dir": str(seat.downloads),
        "incomplete-dir-enabled": False,
        "watch-dir-enabled": False,
    }


def session_id(url: str) -> str | None:
    """The session id: it comes with a 409 to whoever has the password but no id yet. None when it answers otherwise."""
    reply = asked(url, body=b"{}", headers={"Authorization": AUTHORIZATION}, seconds=PROBE_SECONDS)
    return reply.headers.get(SESSION_HEADER) if reply.status == 409 else None


def asked_version(url: str) -> str:
    """What it calls itself; 3.00 adds a commit in brackets. The old form of its RPC is understood by 3.00 to 4.1.4."""
    body = json.dumps({"method": "session-get", "arguments": {"fields": ["version"]}}).encode()
    headers = {"Authorization": AUTHORIZATION, SESSION_HEADER: session_id(url) or ""}
    answer = cast("dict[str, dict[str, str]]", asked(url, body=body, headers=headers).json())
    return answer["arguments"]["version"].partition(" ")[0]
