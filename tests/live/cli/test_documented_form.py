"""`btclient CLIENT URL METHOD`: what it prints, to the character, on every kind of daemon."""

from __future__ import annotations

import pytest
from tests.live.cli.calling import Btclient, outside
from tests.live.cli.conftest import Steered, path_of
from tests.live.content import Made, wait_until

from bitharbor.unified import State

CONNECTING = """\
>>> Connection status changed: ConnectionStatus.connecting
>>> Connection status changed: ConnectionStatus.connected
"""
DISCONNECTED = ">>> Connection status changed: ConnectionStatus.disconnected\n"

RESPONSE = """\
>>>            SUCCESS: {success}
>>>           WARNINGS: {warnings}
>>>             ERRORS: {errors}
>>>              TASKS: []
"""


def transcript(call: str, answer: str) -> str:
    """All that a call prints."""
    return f">>> CALLING {call}\n{CONNECTING}>>> RESPONSE {call}\n{answer}{DISCONNECTED}"


def response(success: bool = True, warnings: str = "[]", errors: str = "[]", **lists: list[str]) -> str:
    """A response as it is printed."""
    rest = "".join(f">>> {name.upper():>18}: {value!r}\n" for name, value in lists.items())
    return RESPONSE.format(success=success, warnings=warnings, errors=errors) + rest


def test_infohashes_are_listed_one_a_line(btclient: Btclient, seeding: Steered, lake: Made, film: Made) -> None:
    said = btclient(seeding.kind, seeding.place, "get_infohashes")
    lines = [f">>> * {made.torrent_hash}" for made in (lake, film)]
    assert sorted(said.out.splitlines()[4:-1]) == sorted(lines)
    assert said.out == transcript("get_infohashes()", "".join(f"{line}\n" for line in said.out.splitlines()[4:-1]))
    assert (said.code, said.err) == (0, "")


def test_a_response_is_printed_field_by_field(btclient: Btclient, seeding: Steered, lake: Made) -> None:
    said = btclient(seeding.kind, seeding.place, "stop", lake.torrent_hash)
    answer = response(stopped=[lake.torrent_hash], already_stopped=[])
    assert said.out == transcript(f"stop('{lake.torrent_hash}')", answer)
    assert (said.code, said.err) == (0, "")
    assert seeding.state(lake) is State.STOPPED


def test_what_was_so_before_is_a_warning(btclient: Btclient, seeding: Steered, lake: Made) -> None:
    warning = f"[TorrentAlreadyStarted('Torrent already started: lake.jpg: {lake.torrent_hash}')]"
    said = btclient(seeding.kind, seeding.place, "start", f"{lake.torrent_hash},")
    answer = response(warnings=warning, started=[], already_started=[lake.torrent_hash])
    assert said.out == transcript(f"start('{lake.torrent_hash}')", answer)
    assert said.code == 0


def test_torrents_are_added_stopped_by_a_keyword(btclient: Btclient, steered: Steered, lake: Made, film: Made) -> None:
    paths = [str(path_of(made)) for made in (lake, film)]
    said = btclient(steered.kind, steered.place, "add", f"{paths[0]},", paths[1], f"location={lake.folder},", "stopped=True")
    call = f"add('{paths[0]}', '{paths[1]}', location='{lake.folder}', stopped=True)"
    assert said.out == transcript(call, response(added=[lake.torrent_hash, film.torrent_hash], already_added=[]))
    wait_until(lambda: steered.state(lake) is State.STOPPED, "stopped")


def test_a_value_may_hold_an_equals_sign(btclient: Btclient, steered: Steered) -> None:
    magnet = f"magnet:?xt=urn:btih:{'ab' * 20}"
    said = btclient(steered.kind, steered.place, "add", f"={magnet}", "stopped=True")
    assert said.out == transcript(f"add('{magnet}', stopped=True)", response(added=["ab" * 20], already_added=[]))


def test_verifying_is_answered_and_watched(btclient: Btclient, seeding: Steered, lake: Made) -> None:
    said = btclient(seeding.kind, seeding.place, "verify_wait", lake.torrent_hash)
    call = f"verify_wait('{lake.torrent_hash}')"
    *_, last, end = said.out.splitlines(keepends=True)
    assert said.out.startswith(f">>> CALLING {call}\n>>> RESPONSE {call}\n{CONNECTING}")
    assert (last, end) == (f">>> ('{lake.torrent_hash}', 100.0)\n", DISCONNECTED)


VERSION_CALLS = {
    "deluge": ["daemon.info"],
    "qbittorrent": ["app/version"],
    "rtorrent": ["system.client_version"],
    "transmission": ["session-get"],
}


def test_any_method_of_the_daemon_can_be_called(btclient: Btclient, steered: Steered) -> None:
    words = VERSION_CALLS[steered.kind]
    said = btclient(steered.kind, steered.place, "call", *words)
    version = steered.ask(lambda client: client.session()).version.removeprefix("v")
    assert said.code == 0
    answer = "".join(said.out.splitlines(keepends=True)[4:-1])
    assert version in answer
    assert said.out == transcript(f"call({words[0]!r})", answer)


def test_a_torrent_that_is_not_there_is_an_error_in_the_response(btclient: Btclient, steered: Steered) -> None:
    absent = "0" * 40
    said = btclient(steered.kind, steered.place, "stop", absent)
    error = f"[StopTorrentError('Stopping torrent failed: No such torrent: {absent}')]"
    answer = response(success=False, errors=error, stopped=[], already_stopped=[])
    assert (said.code, said.out, said.err) == (0, transcript(f"stop('{absent}')", answer), "")


def test_a_path_that_is_none_is_an_error_in_the_response(btclient: Btclient, steered: Steered, lake: Made) -> None:
    path = str(path_of(lake))
    said = btclient(steered.kind, steered.place, "add", "/nowhere.torrent", path, "stopped=True")
    error = "[AddTorrentError('Adding torrent failed: No such file or directory: /nowhere.torrent')]"
    answer = response(success=False, errors=error, added=[lake.torrent_hash], already_added=[])
    assert said.out == transcript(f"add('/nowhere.torrent', '{path}', stopped=True)", answer)


def test_a_method_that_the_daemon_does_not_know_ends_with_1_and_no_traceback(btclient: Btclient, steered: Steered) -> None:
    said = btclient(steered.kind, steered.place, "call", "no.such/method")
    assert said.code == 1
    assert said.err.startswith("!!! ")
    assert "Traceback" not in said.all
    assert said.out == f">>> CALLING call('no.such/method')\n{CONNECTING}{DISCONNECTED}"


@pytest.mark.parametrize("words", [["no_such_method"], ["__init__"], ["stop", "hash=3"], ["url"]])
def test_what_cannot_be_called_ends_with_1_and_calls_nobody(btclient: Btclient, qbittorrent: Steered, words: list[str]) -> None:
    said = btclient(qbittorrent.kind, qbittorrent.place, *words)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("!!! ")


def test_a_wrong_password_is_told_and_never_shown(btclient: Btclient, qbittorrent: Steered) -> None:
    place = qbittorrent.place.replace(qbittorrent.daemon.password, "hunter2")
    said = btclient(qbittorrent.kind, place, "get_infohashes")
    assert said.code == 0  # as the documented interface has it: the refusal stands on stderr
    assert said.err == f"!!! Authentication failed: {qbittorrent.daemon.url}\n"
    assert said.out == (
        ">>> CALLING get_infohashes()\n>>> Connection status changed: ConnectionStatus.connecting\n" + DISCONNECTED
    )
    assert "hunter2" not in said.all


def test_nobody_there_is_told(btclient: Btclient) -> None:
    said = btclient("qbittorrent", "127.0.0.1:1", "get_infohashes")
    assert said.code == 0
    assert said.err.startswith("!!! ")
    assert "http://127.0.0.1:1" in said.err


def test_an_address_that_is_none_ends_with_1(btclient: Btclient) -> None:
    said = btclient("deluge", "http://127.0.0.1", "get_infohashes")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Failed to create API: ")


def test_the_password_may_come_from_the_environment(btclient: Btclient, qbittorrent: Steered) -> None:
    btclient.set(BTCLIENT_PASSWORD=qbittorrent.daemon.password)
    place = qbittorrent.place.replace(f":{qbittorrent.daemon.password}@", "@")
    assert btclient(qbittorrent.kind, place, "get_infohashes").err == ""


@pytest.mark.parametrize("option", [["-d", "asyncio"], ["--debug", "asyncio", "-d", "bitharbor"], ["--debug=asyncio"]])
def test_debugging_adds_lines_on_stderr_only(qbittorrent: Steered, option: list[str]) -> None:
    said = outside(*option, qbittorrent.kind, qbittorrent.place, "get_infohashes")
    assert (said.code, said.out) == (0, transcript("get_infohashes()", ""))
    assert "DEBUG asyncio: Using selector" in said.err
    assert qbittorrent.daemon.password not in said.err
