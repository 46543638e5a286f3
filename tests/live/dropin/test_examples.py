"""Programs such as the documents show, in our own words: the same calls, the same arguments, the results that they promise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.harness import matrix
from tests.harness.certificate import made_for_loopback
from tests.harness.daemon import Daemon
from tests.live.conftest import FreshDaemon
from tests.live.content import Made, wait_until
from tests.live.dropin.conftest import MakeClient
from tests.live.dropin.relay import Relay
from tests.live.dropin.sessions import is_open, last_cookie
from tests.live.dropin.test_connecting import unused_port
from tests.live.dropin.test_request_options import MAGNET, MAGNET_HASH

import qbittorrentapi
from qbittorrentapi import Client, TorrentsAddedMetadata, Version
from qbittorrentapi import exceptions as qba_errors


def test_the_quick_start_prints_name_and_state_of_each_torrent(
    daemon: Daemon, torrent: Made, capsys: pytest.CaptureFixture[str]
) -> None:
    client = Client(host=f"localhost:{daemon.port}", username="admin", password="adminadmin")
    for t in client.torrents_info():
        print(t.name, t.state)  # noqa: T201 - as the program does
    name, state = capsys.readouterr().out.split()
    assert name == torrent.name
    assert state in {"pausedUP", "stoppedUP"}
    client.auth_log_out()


def test_a_program_that_compares_the_answer_to_adding_with_ok_works_on_every_line(relay: Relay) -> None:
    conn_info: dict[str, Any] = {"host": relay.url, "username": relay.daemon.user, "password": relay.daemon.password}
    try:
        with qbittorrentapi.Client(**conn_info) as qbt_client:
            if qbt_client.torrents_add(urls=MAGNET) != "Ok.":
                raise RuntimeError("Failed to add torrent.")
            wait_until(lambda: [row.hash for row in qbt_client.torrents_info()] == [MAGNET_HASH], "adding")
    finally:
        with qbittorrentapi.Client(**conn_info) as qbt_client:
            qbt_client.torrents_delete(torrent_hashes=MAGNET_HASH)
    assert not is_open(relay.daemon, last_cookie(relay))


def test_what_cannot_be_added_does_not_pass_for_added(new_client: MakeClient) -> None:
    client = new_client()
    try:
        answer: str | TorrentsAddedMetadata = client.torrents_add(urls="neither a link nor a hash")
    except qba_errors.Conflict409Error:  # since 5.2
        return
    assert answer == "Fails."
    assert answer != "Ok."


def hardened(host: str, user: str, password: str, *, simple: bool = False, verify: bool = True) -> Client:
    """A client with all the options that the guide puts together."""
    return Client(
        host=host,
        username=user,
        password=password,
        SIMPLE_RESPONSES=simple,
        VERIFY_WEBUI_CERTIFICATE=verify,
        REQUESTS_ARGS={"timeout": (3.1, 30)},
        HTTPADAPTER_ARGS={"pool_connections": 50, "pool_maxsize": 50},
        RAISE_NOTIMPLEMENTEDERROR_FOR_UNIMPLEMENTED_API_ENDPOINTS=True,
        RAISE_ERROR_FOR_UNSUPPORTED_QBITTORRENT_VERSIONS=False,
        DISABLE_LOGGING_DEBUG_OUTPUT=True,
    )


def report(client: Client, say: Callable[[str], None]) -> None:
    """The body of the guide's program: the version and a count, an own line for each kind of failure, a log out in any case."""
    try:
        say(f"Web UI: {client.app_web_api_version()}")
        say(f"Torrents: {len(client.torrents_info())}")
    except qba_errors.LoginFailed:
        say("credentials refused")
    except qba_errors.APIConnectionError as error:
        say(f"not reached: {error}")
    finally:
        try:
            client.auth_log_out()
        except Exception as error:  # noqa: BLE001 - as the guide's program does
            say(f"no log out: {type(error).__name__}")


def test_the_hardened_client_reports_through_an_https_reverse_proxy(daemon: Daemon, torrent: Made, tmp_path: Path) -> None:
    with Relay(daemon, mount="/api", certificate=made_for_loopback(tmp_path)) as proxy:
        lines: list[str] = []
        report(hardened(f"{proxy.url}/", daemon.user, daemon.password, simple=True, verify=False), lines.append)
        assert lines[0].startswith("Web UI: 2.")
        assert Version.is_api_version_supported(lines[0].removeprefix("Web UI: "))
        assert lines[1:] == ["Torrents: 1"]
        assert not is_open(daemon, last_cookie(proxy))


def test_the_hardened_client_tells_refused_credentials_from_an_unreachable_daemon(daemon: Daemon) -> None:
    lines: list[str] = []
    report(hardened(daemon.url, daemon.user, "wrong"), lines.append)
    assert lines == ["credentials refused"]
    lines.clear()
    report(hardened(f"127.0.0.1:{unused_port()}", daemon.user, daemon.password), lines.append)
    assert [line.partition(":")[0] for line in lines] == ["not reached"]


def test_a_health_check_reads_both_versions(daemon: Daemon, new_client: MakeClient) -> None:
    client = new_client()
    assert client.app_version() == client.app.version == client.application.version == f"v{daemon.version}"
    assert client.app_web_api_version() == client.application.web_api_version == client.app.webapiVersion


AREAS = {
    "LogAPIMixIn": "log",
    "SyncAPIMixIn": "sync",
    "TransferAPIMixIn": "transfer",
    "TorrentsAPIMixIn": "torrents",
    "TorrentCreatorAPIMixIn": "torrentcreator",
    "RSSAPIMixIn": "rss",
    "SearchAPIMixIn": "search",
    "AppAPIMixIn": "app",
    "AuthAPIMixIn": "auth",
}


@pytest.mark.parametrize("mixin", AREAS)
def test_an_area_of_the_api_is_a_mixin_of_the_client_and_a_namespace_on_it(mixin: str) -> None:
    client, kind = Client("localhost:1"), getattr(qbittorrentapi, mixin)
    assert isinstance(client, kind)
    flat = [name for name in dir(kind) if name.startswith(f"{AREAS[mixin]}_")]
    assert flat
    assert hasattr(client, AREAS[mixin])
    assert type(client.application) is type(client.app)
    assert type(client.authorization) is type(client.auth)


def test_methods_of_several_areas_are_called_on_the_client_itself(new_client: MakeClient) -> None:
    client = new_client()
    assert client.torrents_info() == client.torrents.info() == []
    assert client.transfer_info().keys() == client.transfer.info.keys() >= {"dl_info_speed", "up_info_speed"}
    assert client.sync_maindata()["server_state"].keys() == client.sync.maindata()["server_state"].keys()
    assert client.log_main()[0].message == client.log.main()[0].message
    client.rss_add_feed(url="http://127.0.0.1:9/feed", item_path="feed of a test")
    try:
        assert set(client.rss_items()) == {"feed of a test"}
    finally:
        client.rss_remove_item(item_path="feed of a test")
    assert client.rss.items() == {}


@pytest.mark.parametrize("name", matrix.QBITTORRENT)
def test_a_search_is_started_on_the_client_itself(fresh_daemon: FreshDaemon, bare_client: MakeClient, name: str) -> None:
    daemon = fresh_daemon(name, python=True)
    client = bare_client(daemon.url, username=daemon.user, password=daemon.password)
    job = client.search_start(pattern="harbour", plugins="all", category="all")
    assert [row.id for row in client.search_status()] == [job["id"]]
    job.delete()
    assert client.search.status() == []


# the torrent creator came with 5.0.0
@pytest.mark.parametrize("daemon", ["qbittorrent-5.1", "qbittorrent-newest"], indirect=True)
def test_a_torrent_is_created_on_the_client_itself(new_client: MakeClient, torrent: Made) -> None:
    client = new_client()
    # without a path daemons of one machine write to one folder, which each of them empties (seen on 5.3.0)
    path = torrent.folder / "created.torrent"
    task = client.torrentcreator_add_task(source_path=torrent.folder / torrent.name, torrent_file_path=path, start_seeding=False)
    try:
        wait_until(lambda: task.status().status == "Finished", "creation")
        assert client.torrentcreator_torrent_file(task_id=task.task_id) == path.read_bytes()
    finally:
        task.delete()
        path.unlink(missing_ok=True)
