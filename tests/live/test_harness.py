"""The harness itself: what the other live tests stand on."""

from __future__ import annotations

import json
import os
import re
import socket
import ssl
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from tests.harness import matrix, records, roots, sockets
from tests.harness.daemon import start
from tests.harness.errors import (
    AlreadyRunningError,
    HarnessError,
    NoDaemonError,
    OutsideLoopbackError,
    StartError,
    WrongLineError,
)
from tests.harness.fleet import Watch
from tests.harness.launch import refuse_strays
from tests.harness.matrix import Family, Row
from tests.harness.session import Session, logged_in
from tests.harness.web import asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.harness.daemon import Daemon
    from tests.live.conftest import FreshDaemon


PROJECT = Path(__file__).parents[2]
API_KEY = "qbt_ABCDEFGHJKLMNPQRSTUVWXYZabcd"
OTHERS = [row.name for row in matrix.ROWS if row.family is not Family.QBITTORRENT]
# binds the address and waits until its input ends
LISTENER = "import socket, sys; s = socket.create_server((sys.argv[1], 0)); print(s.getsockname()[1], flush=True); input()"
every_line = pytest.mark.parametrize("name", matrix.QBITTORRENT)


def eventually(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 20
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.1)
    return holds()


def harness(*words: str) -> str:
    """What the harness's command line prints."""
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout


# which daemon


def test_the_daemon_is_of_the_line_its_row_names(daemon: Daemon) -> None:
    row = matrix.row(daemon.name)
    known, found = matrix.numbers(row.known), matrix.numbers(daemon.version)
    assert found[: len(known)] == known or (row.is_newest and found > known)
    package = roots.unpacked(row)
    assert package
    assert package.version.startswith(daemon.version)


def test_a_fixed_line_refuses_every_other_version() -> None:
    row = Row(Family.QBITTORRENT, "bookworm", "4.5")
    assert matrix.checked(row, "4.5.2-3+deb12u1") is None
    for other in ("4.50.1", "4.4.5", "5.0.0", "unknown"):
        with pytest.raises(WrongLineError):
            matrix.checked(row, other)


def test_the_newest_line_notes_a_newer_version_and_refuses_an_older_one() -> None:
    row = Row(Family.QBITTORRENT, "sid", "5.3", is_newest=True)
    assert matrix.checked(row, "5.3.1") is None
    assert "5.10.0" in (matrix.checked(row, "5.10.0") or "")
    with pytest.raises(WrongLineError):
        matrix.checked(row, "5.2.9")


def test_a_daemon_that_cannot_be_had_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BITHARBOR_DAEMONS", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoDaemonError, match="no apt-get") as refusal:
        start("qbittorrent-newest")
    assert "python -m tests.harness fetch" in refusal.value.hint


# start, stop, restart, replace


@every_line
def test_a_stopped_daemon_leaves_no_process_no_record_and_no_profile(fresh_daemon: FreshDaemon, name: str) -> None:
    daemon = fresh_daemon(name)
    assert sockets.listens_on(daemon.pid, daemon.port)
    assert sockets.listens_on(daemon.pid, daemon.bt_port)
    daemon.stop()
    assert records.birth(daemon.pid) is None
    assert daemon.id not in {record.id for record in records.running()}
    assert not daemon.profile.exists()


@every_line
def test_a_restarted_daemon_has_its_port_and_what_it_knew(fresh_daemon: FreshDaemon, name: str) -> None:
    daemon = fresh_daemon(name)
    pid, url = daemon.pid, daemon.url
    Session(daemon).post("torrents/createCategory", category="kept")
    daemon.restart()
    assert daemon.pid != pid
    assert daemon.url == url
    assert "kept" in cast("dict[str, object]", Session(daemon).get("torrents/categories"))


@every_line
def test_a_killed_daemon_comes_back_on_its_port_and_profile(fresh_daemon: FreshDaemon, name: str) -> None:
    daemon = fresh_daemon(name)
    profile, url = daemon.profile, daemon.url
    (daemon.downloads / "kept").touch()
    daemon.kill()
    assert not daemon.is_running
    with pytest.raises(OSError, match="refused"):
        logged_in(daemon)
    daemon.restart()
    assert (daemon.profile, daemon.url) == (profile, url)
    assert (daemon.downloads / "kept").exists()
    assert logged_in(daemon).status // 100 == 2


@pytest.mark.parametrize(("old", "new"), [("qbittorrent-4.5", "qbittorrent-newest"), ("qbittorrent-5.1", "qbittorrent-4.2")])
def test_another_line_takes_over_the_same_port_with_nothing_of_the_old(fresh_daemon: FreshDaemon, old: str, new: str) -> None:
    daemon = fresh_daemon(old)
    Session(daemon).post("torrents/createCategory", category="of the old")
    url, version = daemon.url, daemon.version
    daemon.replace(new)
    assert (daemon.name, daemon.url) == (new, url)
    assert daemon.version != version
    assert Session(daemon).get("torrents/categories") == {}


def test_a_second_start_with_the_same_id_is_refused_and_harms_nobody(fresh_daemon: FreshDaemon) -> None:
    first = fresh_daemon()
    with pytest.raises(AlreadyRunningError, match=first.id):
        start("qbittorrent-4.2", ident=first.id)
    assert first.is_running
    assert logged_in(first).status // 100 == 2


def test_an_id_and_ports_stay_taken_while_the_daemon_is_down(fresh_daemon: FreshDaemon) -> None:
    daemon = fresh_daemon()
    daemon.kill()
    with pytest.raises(AlreadyRunningError):
        records.claim(daemon.id, daemon.name, None, None)
    assert daemon.port in {record.port for record in records.running()}


def test_a_port_that_another_program_holds_is_refused() -> None:
    port = sockets.free_port(set())
    with (
        closing(socket.create_server(("127.0.0.1", port))),
        pytest.raises(StartError, match=f"port {port}"),
    ):
        start("qbittorrent-newest", ident=f"port-{os.getpid()}", port=port)


def test_a_daemon_whose_owner_died_is_ended_by_the_next_start(fresh_daemon: FreshDaemon) -> None:
    ident = f"orphan-{os.getpid()}"
    program = (
        "import os, sys; from tests.harness.daemon import start; "
        "print(start('qbittorrent-newest', ident=sys.argv[1]).pid, flush=True); os._exit(0)"
    )
    done = subprocess.run([sys.executable, "-c", program, ident], cwd=PROJECT, capture_output=True, text=True, check=True)
    fresh_daemon()
    assert records.birth(int(done.stdout)) is None


@pytest.mark.parametrize("name", OTHERS)
def test_every_other_daemon_starts_restarts_and_stops_too(fresh_daemon: FreshDaemon, name: str) -> None:
    daemon = fresh_daemon(name)
    daemon.restart()
    assert daemon.version
    assert daemon.is_running


def test_rtorrent_serves_a_unix_socket_when_asked_to(fresh_daemon: FreshDaemon) -> None:
    daemon = fresh_daemon("rtorrent-newest", unix_socket=True)
    assert daemon.url.startswith("scgi+unix:///")
    assert not sockets.listens_on(daemon.pid, daemon.port)


# loopback only


@pytest.mark.parametrize(("address", "is_outside"), [("0.0.0.0", True), ("127.0.0.1", False)])  # noqa: S104  the point
def test_a_process_that_listens_outside_loopback_is_named(address: str, is_outside: bool) -> None:
    listener = subprocess.Popen([sys.executable, "-c", LISTENER, address], stdin=-1, stdout=-1, text=True)
    with listener:
        assert listener.stdout
        port = listener.stdout.readline().strip()
        if is_outside:
            with pytest.raises(OutsideLoopbackError, match=f"{address}:{port}"):
                refuse_strays("the listener", listener.pid)
        else:
            refuse_strays("the listener", listener.pid)


def test_a_daemon_that_listens_outside_loopback_is_killed(fresh_daemon: FreshDaemon) -> None:
    before = {record.id for record in records.running()}
    with pytest.raises(OutsideLoopbackError, match="qbittorrent-newest does not keep to loopback"):
        fresh_daemon(settings={"Preferences/WebUI/Address": "*"})
    ours = {record.id for record in records.running() if record.owner == records.ourselves()}
    assert ours <= before


def test_a_daemon_that_leaves_loopback_after_its_start_is_told_on(fresh_daemon: FreshDaemon) -> None:
    daemon = fresh_daemon()
    Session(daemon).post("app/setPreferences", json=json.dumps({"web_ui_address": "*"}))
    assert eventually(lambda: bool(sockets.outside(daemon.pid)))
    with pytest.raises(OutsideLoopbackError):
        daemon.stop()
    assert not daemon.is_running


def test_a_command_run_on_loopback_sees_no_other_interface() -> None:
    command = [sys.executable, "-c", "import socket; print([name for _, name in socket.if_nameindex()])"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.harness.loopback", *command],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "['lo']" or done.stderr.startswith("notice:")


# options


@every_line
def test_a_ban_comes_after_as_many_wrong_logins_as_the_test_says(fresh_daemon: FreshDaemon, name: str) -> None:
    daemon = fresh_daemon(name, max_auth_failures=2)
    wrong = [logged_in(daemon, password="wrong") for _ in range(3)]
    assert [reply.status == 403 for reply in wrong] == [False, False, True]
    assert logged_in(daemon).status == 403


@every_line
def test_a_session_expires_when_the_test_says(fresh_daemon: FreshDaemon, name: str) -> None:
    daemon = fresh_daemon(name, session_timeout=1)
    cookie = logged_in(daemon).headers["Set-Cookie"].partition(";")[0]
    version = f"{daemon.url}/api/v2/app/version"
    assert asked(version, headers={"Cookie": cookie}).status == 200
    time.sleep(2.5)
    assert asked(version, headers={"Cookie": cookie}).status == 403


@every_line
def test_https_is_served_with_a_certificate_that_can_be_trusted(fresh_daemon: FreshDaemon, name: str) -> None:
    daemon = fresh_daemon(name, https=True, bypass_local_auth=True)
    assert daemon.certificate
    trusting = ssl.create_default_context(cafile=str(daemon.certificate))
    with urllib.request.urlopen(f"{daemon.url}/api/v2/app/version", context=trusting) as reply:  # noqa: S310  ours
        assert reply.read().decode() == f"v{daemon.version}"


@every_line
def test_locale_and_further_settings_reach_the_daemon(fresh_daemon: FreshDaemon, name: str) -> None:
    daemon = fresh_daemon(name, locale="de", settings={"RSS/Session/EnableProcessing": "true"})
    preferences = cast("dict[str, object]", Session(daemon).get("app/preferences"))
    assert (preferences["locale"], preferences["rss_processing_enabled"]) == ("de", True)


def test_an_api_key_is_there_from_the_start(fresh_daemon: FreshDaemon) -> None:
    daemon = fresh_daemon(api_key=API_KEY)
    version = f"{daemon.url}/api/v2/app/version"
    assert asked(version, headers={"Authorization": f"Bearer {API_KEY}"}).status == 200
    assert asked(version, headers={"Authorization": f"Bearer {API_KEY[:-1]}e"}).status == 403


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("qbittorrent-5.1", API_KEY),
        ("qbittorrent-newest", "qbt_short"),
        ("rtorrent-newest", API_KEY),
    ],
    ids=["too old a line", "too short a key", "another daemon"],
)
def test_an_option_that_the_daemon_would_ignore_is_refused(fresh_daemon: FreshDaemon, name: str, key: str) -> None:
    with pytest.raises(HarnessError):
        fresh_daemon(name, api_key=key)


@every_line
def test_the_search_engine_finds_no_python_but_the_one_asked_for(fresh_daemon: FreshDaemon, name: str, tmp_path: Path) -> None:
    plugin = tmp_path / "echo.py"
    plugin.write_text(PLUGIN)
    without, beside = fresh_daemon(name), fresh_daemon(name, python=True)
    for daemon in (without, beside):
        Session(daemon).post("search/installPlugin", sources=str(plugin))
    assert eventually(lambda: bool(Session(beside).get("search/plugins")))
    assert Session(without).get("search/plugins") == []
    session = Session(beside)
    job = cast("dict[str, int]", session.post("search/start", pattern="hello", plugins="echo", category="all").json())

    def found() -> list[str]:
        answer = session.post("search/results", id=str(job["id"])).json()
        return [str(result["fileName"]) for result in cast("dict[str, list[dict[str, object]]]", answer)["results"]]

    assert eventually(lambda: found() == ["hello"])


PLUGIN = """\
# VERSION: 1.0
from novaprinter import prettyPrinter


class echo:
    url = "http://127.0.0.1:9"
    name = "Echo"
    supported_categories = {"all": "0"}

    def search(self, what, cat="all"):
        link = "magnet:?xt=urn:btih:" + 40 * "a"
        prettyPrinter({"link": link, "name": what, "size": "1", "seeds": 1, "leech": 1, "engine_url": self.url})
"""


# what a test leaves behind

LEFTOVERS: dict[str, tuple[str, dict[str, str]]] = {
    "category left": ("torrents/createCategory", {"category": "left"}),
    "tag left": ("torrents/createTags", {"tags": "left"}),
    "RSS item left": ("rss/addFolder", {"path": "left"}),
    "RSS rule left": ("rss/setRule", {"ruleName": "left", "ruleDef": "{}"}),
    "preference up_limit": ("app/setPreferences", {"json": '{"up_limit": 1024}'}),
    "alternative speed limits": ("transfer/toggleSpeedLimitsMode", {}),
    "torrent " + 40 * "a": ("torrents/add", {"urls": "magnet:?xt=urn:btih:" + 40 * "a"}),
}


@every_line
def test_what_a_test_leaves_in_a_daemon_is_named_and_gone_after_renewal(fresh_daemon: FreshDaemon, name: str) -> None:
    daemon = fresh_daemon(name)
    watch = Watch(daemon, settling_seconds=0.5)
    assert watch.changes() == []
    for path, form in LEFTOVERS.values():
        Session(daemon).post(path, **form)
    assert eventually(lambda: len(watch.changes()) == len(LEFTOVERS))
    named = sorted(change.split(" was ")[0] for change in watch.changes())
    assert named == sorted(LEFTOVERS)
    watch.renew()
    assert watch.changes() == []


def test_a_daemon_that_a_test_left_dead_is_named_and_runs_after_renewal(fresh_daemon: FreshDaemon) -> None:
    daemon = fresh_daemon()
    watch = Watch(daemon)
    daemon.kill()
    assert watch.changes() == ["the daemon no longer runs"]
    watch.renew()
    assert watch.changes() == []


LEAVING = """\
from tests.harness.session import Session


def test_leaves_a_tag(daemon):
    Session(daemon).post("torrents/createTags", tags="left")


def test_finds_none(daemon):
    assert Session(daemon).get("torrents/tags") == []
"""


def run_of(tests: str, folder: Path, **environment: str) -> str:
    """What pytest says of some tests that stand on our fixtures, with the newest line only."""
    (folder / "test_these.py").write_text(tests)
    options = ["-p", "tests.live.conftest", "-c", str(PROJECT / "pyproject.toml"), "-k", "newest", "-rs"]
    command = [sys.executable, "-m", "pytest", *options, str(folder)]
    surroundings = {**os.environ, **environment}
    return subprocess.run(command, cwd=PROJECT, env=surroundings, capture_output=True, text=True, check=False).stdout


def test_a_test_that_leaves_something_in_the_shared_daemon_fails_alone(tmp_path: Path) -> None:
    said = run_of(LEAVING, tmp_path)
    assert "left the daemon otherwise than it found it: tag left was added" in said
    assert re.search(r"= 2 passed, \d+ deselected, 1 error in", said)


def test_without_a_daemon_tests_are_skipped_but_never_where_daemons_are_required(tmp_path: Path) -> None:
    nothing = {"BITHARBOR_DAEMONS": str(tmp_path / "none"), "PATH": str(tmp_path), "CI": "", "BITHARBOR_REQUIRE_DAEMONS": ""}
    assert "2 skipped" in run_of(LEAVING, tmp_path, **nothing)
    for required in ({"CI": "true"}, {"BITHARBOR_REQUIRE_DAEMONS": "1"}):
        said = run_of(LEAVING, tmp_path, **{**nothing, **required})
        assert "2 errors" in said
        assert "skipped" not in said


# the command line


def test_the_command_line_starts_in_the_background_lists_and_stops() -> None:
    ident = f"cli-{os.getpid()}"
    place = cast(
        "dict[str, object]",
        json.loads(harness("tests.harness", "start", "qbittorrent-4.5", "--background", "--id", ident)),
    )
    try:
        assert asked(f"{place['url']}/api/v2/app/version").status == 403
        assert ident in harness("tests.harness", "list")
    finally:
        assert harness("tests.harness", "stop", ident) == f"{ident}: stopped\n"
    assert records.birth(cast("int", place["pid"])) is None


def test_fetching_what_is_here_needs_no_network_and_says_the_version(daemon: Daemon) -> None:
    assert daemon.version in harness("tests.harness.loopback", sys.executable, "-m", "tests.harness", "fetch", daemon.name)
