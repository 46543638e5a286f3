"""The application on each line: versions, machine, cookies, API key, shutdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.harness.daemon import Daemon
from tests.live.conftest import FreshDaemon
from tests.live.content import wait_until

from bitharbor import errors
from bitharbor.qbittorrent import Client
from bitharbor.qbittorrent.records import Cookie, DirectoryEntry

Version = tuple[int, ...]
Connect = Callable[..., Client]
API_KEY = re.compile(r"qbt_[0-9A-Za-z]{28}")


def test_the_application_and_its_web_api_have_versions(client: Client, daemon: Daemon) -> None:
    assert client.app.version() == f"v{daemon.version}"
    assert re.fullmatch(r"2\.\d+\.\d+", client.app.web_api_version())


def test_the_build_names_its_libraries(client: Client, version: Version) -> None:
    build = client.app.build_info()
    assert build.bitness == 64
    assert re.match(r"[12]\.\d+", build.libtorrent)
    assert (build.platform == "linux") == (version >= (5, 0))
    assert not build.extra


def test_the_process_knows_when_it_began(client: Client, version: Version) -> None:
    if version < (5, 2):
        with pytest.raises(errors.UnsupportedError, match=r"exists since qBittorrent 5\.2\.0"):
            client.app.process_info()
        return
    assert client.app.process_info().launch_time > 1_700_000_000


def test_the_default_save_path_is_the_one_of_the_preferences(client: Client, daemon: Daemon) -> None:
    assert Path(client.app.default_save_path()) == daemon.downloads
    assert client.app.preferences().save_path == client.app.default_save_path()


def test_network_interfaces_and_their_addresses_are_listed(client: Client) -> None:
    assert "lo" in {one.value for one in client.app.network_interfaces()}
    assert "127.0.0.1" in client.app.network_addresses("lo")
    assert set(client.app.network_addresses("lo")) <= set(client.app.network_addresses())
    assert client.app.network_addresses("none-such") == []


def test_a_folder_is_listed_as_paths_or_as_records(client: Client, daemon: Daemon, version: Version) -> None:
    if version < (5, 0):
        with pytest.raises(errors.UnsupportedError):
            client.app.directory_content(daemon.downloads)
        return
    folder = daemon.downloads / "listed"
    (folder / "inner").mkdir(parents=True, exist_ok=True)
    (folder / "file").write_bytes(b"12345")
    assert set(client.app.directory_content(folder)) == {str(folder / "inner"), str(folder / "file")}
    assert client.app.directory_content(str(folder), "dirs") == [str(folder / "inner")]
    assert client.app.directory_content(str(folder), mode="files") == [str(folder / "file")]
    if version < (5, 2):
        with pytest.raises(errors.UnsupportedError, match="with_metadata"):
            client.app.directory_content(folder, with_metadata=True)
        return
    entries = {
        one.name: one for one in client.app.directory_content(folder, with_metadata=True) if isinstance(one, DirectoryEntry)
    }
    assert (entries["file"].type, entries["file"].size) == ("file", 5)
    assert (entries["inner"].type, entries["inner"].size) == ("dir", None)


@pytest.mark.lines("qbittorrent-5.1", "qbittorrent-newest")
def test_a_folder_that_is_none_is_refused_in_two_ways(client: Client, daemon: Daemon, version: Version) -> None:
    with pytest.raises(errors.BadRequestError):
        client.app.directory_content("not/absolute")
    with pytest.raises(errors.NotFoundError):
        client.app.directory_content(daemon.downloads / "none-such")


def test_free_space_is_told_in_bytes(client: Client, daemon: Daemon, version: Version) -> None:
    if version < (5, 3):
        with pytest.raises(errors.UnsupportedError):
            client.app.free_space(daemon.downloads)
        return
    assert client.app.free_space(daemon.downloads / "not" / "yet") > 0
    assert client.app.free_space("") == -1


def test_cookies_are_replaced_as_a_whole(client: Client, version: Version) -> None:
    if version < (5, 1):
        with pytest.raises(errors.UnsupportedError):
            client.app.set_cookies([])
        return
    wanted = [
        Cookie(name="short", domain="feeds.invalid", value="1; 2"),
        Cookie(name="long", domain=".feeds.invalid", path="/all", value="x", expiration_date=1_999_999_999),
    ]
    client.app.set_cookies(wanted)
    assert {one.name: one.expiration_date for one in client.app.cookies()} == {"short": -1, "long": 1_999_999_999}
    client.app.set_cookies({"name": name, "domain": "feeds.invalid", "path": "/", "value": "y"} for name in ("mapped",))
    assert [(one.name, one.value) for one in client.app.cookies()] == [("mapped", "y")]
    client.app.set_cookies([])
    assert client.app.cookies() == []


@pytest.mark.lines("qbittorrent-5.1", "qbittorrent-newest")
def test_what_is_no_cookie_is_refused_before_it_is_sent(client: Client, version: Version) -> None:
    with pytest.raises(errors.UsageError):
        client.app.set_cookies(["text"])  # type: ignore[list-item]  # wrong on purpose  # pyright: ignore[reportArgumentType]


def test_an_api_key_is_made_used_replaced_and_removed(connect: Connect, fresh_daemon: FreshDaemon) -> None:
    daemon = fresh_daemon()
    owner = connect(daemon)
    first = owner.app.rotate_api_key()
    assert API_KEY.fullmatch(first)
    assert owner.app.preferences().web_ui_api_key == first
    by_key = connect(daemon, api_key=first)
    assert by_key.app.version() == f"v{daemon.version}"
    second = owner.app.rotate_api_key()
    assert second != first
    with pytest.raises(errors.ApiKeyRefusedError) as refused:
        by_key.app.version()
    assert first not in str(refused.value)
    owner.app.delete_api_key()
    owner.app.delete_api_key()
    with pytest.raises(errors.ApiKeyRefusedError):
        connect(daemon, api_key=second).app.version()


@pytest.mark.lines("qbittorrent-4.2", "qbittorrent-4.5", "qbittorrent-5.1")
def test_a_daemon_too_old_for_api_keys_says_so(client: Client, version: Version) -> None:
    with pytest.raises(errors.UnsupportedError):
        client.app.rotate_api_key()
    with pytest.raises(errors.UnsupportedError):
        client.app.delete_api_key()


def test_a_test_mail_is_accepted_whatever_becomes_of_it(connect: Connect, fresh_daemon: FreshDaemon) -> None:
    daemon = fresh_daemon("qbittorrent-5.1")
    client = connect(daemon)
    client.app.set_preferences(
        {"mail_notification_enabled": True, "mail_notification_smtp": "127.0.0.1:9", "mail_notification_email": "a@b.invalid"}
    )
    client.app.send_test_email()
    wait_until(lambda: any(line.type > 2 for line in client.log.main()), "the mail's failure in the log")


def test_a_daemon_without_test_mails_says_so(client: Client, version: Version) -> None:
    if version >= (5, 0):
        client.app.send_test_email()  # no address is set: the daemon drops it
        return
    with pytest.raises(errors.UnsupportedError):
        client.app.send_test_email()


@pytest.mark.parametrize("name", ["qbittorrent-4.2", "qbittorrent-4.5", "qbittorrent-5.1", "qbittorrent-newest"])
def test_shutdown_ends_the_daemon_and_is_not_sent_twice(connect: Connect, fresh_daemon: FreshDaemon, name: str) -> None:
    daemon = fresh_daemon(name)
    client = connect(daemon)
    client.app.shutdown()
    wait_until(lambda: not daemon.is_running, "the daemon's end")
    with pytest.raises(errors.TransportError):
        client.app.shutdown()
