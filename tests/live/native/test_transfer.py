"""The session's figures, limits, bans and pause on each line."""

from __future__ import annotations

import pytest

from bitharbor import errors
from bitharbor.qbittorrent import Client
from bitharbor.qbittorrent.records import Preferences

Version = tuple[int, ...]
KIB = 1024


def test_the_figures_of_an_idle_session_are_zero(client: Client, version: Version) -> None:
    info = client.transfer.info()
    assert (info.dl_info_speed, info.up_info_speed, info.dht_nodes) == (0, 0, 0)
    assert info.connection_status in {"connected", "firewalled", "disconnected"}
    assert (info.last_external_address_v4 is None) == (version < (5, 1))
    assert not info.extra


def test_limits_are_set_and_read_back(client: Client) -> None:
    client.transfer.set_upload_limit(100 * KIB)
    client.transfer.set_download_limit(200 * KIB)
    assert (client.transfer.upload_limit(), client.transfer.download_limit()) == (100 * KIB, 200 * KIB)
    assert client.transfer.info().dl_rate_limit == 200 * KIB
    client.transfer.set_upload_limit(0)
    client.transfer.set_download_limit(0)
    assert (client.transfer.upload_limit(), client.transfer.download_limit()) == (0, 0)


def test_a_limit_is_cut_down_to_whole_kib(client: Client) -> None:
    client.transfer.set_upload_limit(20 * KIB - 1)
    assert client.transfer.upload_limit() == 19 * KIB
    client.transfer.set_upload_limit(-1)
    assert client.transfer.upload_limit() == 0


@pytest.mark.parametrize("start", [False, True])
def test_the_alternative_limits_are_set_whatever_they_were(client: Client, start: bool) -> None:
    client.transfer.set_speed_limits_mode(start)
    for wanted in (True, True, False, False):
        client.transfer.set_speed_limits_mode(wanted)
        assert client.transfer.speed_limits_mode() is wanted


def test_the_alternative_limits_are_toggled(client: Client) -> None:
    client.transfer.toggle_speed_limits_mode()
    assert client.transfer.speed_limits_mode() is True
    client.transfer.toggle_speed_limits_mode()
    assert client.transfer.speed_limits_mode() is False


def test_all_four_limits_at_once(client: Client, version: Version) -> None:
    if version < (5, 3):
        with pytest.raises(errors.UnsupportedError):
            client.transfer.speed_limits()
        with pytest.raises(errors.UnsupportedError):
            client.transfer.set_speed_limits(0, 0, 0, 0)
        return
    before = client.transfer.speed_limits()
    client.transfer.set_speed_limits(10 * KIB, 20 * KIB, 30 * KIB, 40 * KIB)
    now = client.transfer.speed_limits()
    assert (now.up_limit, now.dl_limit, now.alt_up_limit, now.alt_dl_limit) == (10 * KIB, 20 * KIB, 30 * KIB, 40 * KIB)
    client.transfer.set_speed_limits(before.up_limit, before.dl_limit, before.alt_up_limit, before.alt_dl_limit)
    assert client.transfer.speed_limits() == before


def test_bans_are_kept_and_what_is_no_address_is_passed_over(client: Client) -> None:
    client.transfer.ban_peers(["127.66.0.2:1", "no address", "[::66]:2"])
    assert set((client.app.preferences().banned_ips or "").split()) == {"127.66.0.2", "::66"}
    client.app.set_preferences(Preferences(banned_ips=""))
    assert client.app.preferences().banned_ips == ""


def test_the_whole_session_is_paused_and_resumed(client: Client, version: Version) -> None:
    if version < (5, 3):
        with pytest.raises(errors.UnsupportedError):
            client.transfer.pause_session()
        with pytest.raises(errors.UnsupportedError):
            client.transfer.resume_session()
        return
    for call, state in (
        (client.transfer.pause_session, True),
        (client.transfer.pause_session, True),
        (client.transfer.resume_session, False),
        (client.transfer.resume_session, False),
    ):
        call()
        assert (client.sync.maindata().server_state or {})["session_state"] is state
