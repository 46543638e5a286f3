"""How a daemon refuses to let somebody in, on each line and both native faces."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.harness import matrix
from tests.harness.daemon import Daemon
from tests.live.conftest import FreshDaemon
from tests.live.native.faces import Kind, new_client

from bitharbor import errors
from bitharbor.qbittorrent import Client

Connect = Callable[..., Client]
FOREIGN = {"Origin": "http://elsewhere.example"}
BEARER = {"Authorization": "Bearer qbt_ABCDEFGHJKLMNPQRSTUVWXYZabcd"}


def test_wrong_credentials_are_told_as_such_on_every_line(client: Client) -> None:
    with pytest.raises(errors.LoginFailed, match="user name or password is wrong") as refused:
        client.auth.log_in("keeper", "not the password")
    assert "not the password" not in str(refused.value)


@pytest.mark.parametrize("name", matrix.QBITTORRENT)
def test_a_banned_address_is_told_as_such(kind: Kind, fresh_daemon: FreshDaemon, name: str) -> None:
    client = new_client(kind, fresh_daemon(name, max_auth_failures=1))
    with pytest.raises(errors.LoginFailed):
        client.auth.log_in("keeper", "not the password")
    with pytest.raises(errors.BannedError):
        client.auth.log_in("keeper", "not the password")
    client.close()


def test_a_foreign_origin_is_refused(connect: Connect, daemon: Daemon) -> None:
    with pytest.raises(errors.LoginFailed, match="host or cross-site check"):
        connect(daemon, headers=FOREIGN).app.version()


@pytest.mark.lines("qbittorrent-newest")
def test_a_login_beside_a_key_is_refused(connect: Connect, daemon: Daemon) -> None:
    with pytest.raises(errors.AuthenticationError):
        connect(daemon, headers=BEARER).auth.log_in()
