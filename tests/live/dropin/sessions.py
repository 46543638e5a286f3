"""What a daemon knows of the sessions that a client opened, read from the cookies that a relay saw."""

from __future__ import annotations

from tests.harness.daemon import Daemon
from tests.harness.web import asked
from tests.live.dropin.relay import Relay


def last_cookie(relay: Relay) -> str:
    """The cookie of the last request that had one."""
    return next(one.headers["Cookie"] for one in reversed(relay.seen) if one.headers["Cookie"])


def is_open(daemon: Daemon, cookie: str) -> bool:
    """Whether the daemon takes that cookie for a session."""
    return asked(f"{daemon.url}/api/v2/app/version", headers={"Cookie": cookie}).status == 200


def end_session(relay: Relay) -> None:
    """End the client's session behind its back, as the daemon does when it was idle for too long."""
    cookie = last_cookie(relay)
    asked(f"{relay.daemon.url}/api/v2/auth/logout", body=b"", headers={"Cookie": cookie})
    assert not is_open(relay.daemon, cookie)
