"""Each exit code of daily use, on real daemons: 0 done, 1 failed, 2 usage, 3 partly, 4 not authorised, 5 unreachable."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest
from tests.live.cli.calling import COMMAND, Btclient, outside, variables
from tests.live.cli.conftest import Steered, path_of
from tests.live.content import Made


def anonymous(steered: Steered) -> str:
    """Its address with the user's name only."""
    return steered.url.replace(f":{steered.daemon.password}@", "@")


def test_0_when_it_is_done(btclient: Btclient, qbittorrent: Steered) -> None:
    assert btclient("--url", qbittorrent.url, "list").code == 0


def test_1_when_it_failed(btclient: Btclient, qbittorrent: Steered) -> None:
    assert btclient("--url", qbittorrent.url, "call", "app/nonsense").code == 1
    assert btclient("--url", qbittorrent.url, "add", "/nowhere.torrent").code == 1


def test_2_for_wrong_usage(btclient: Btclient, qbittorrent: Steered) -> None:
    assert btclient("--url", qbittorrent.url, "stop").code == 2


def test_3_when_some_failed(btclient: Btclient, qbittorrent: Steered, lake: Made) -> None:
    said = btclient("--url", qbittorrent.url, "add", str(path_of(lake)), "/nowhere.torrent")
    assert said.code == 3
    assert lake.torrent_hash in said.out


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_4_when_the_login_is_refused(btclient: Btclient, qbittorrent: Steered, form: list[str]) -> None:
    btclient.set(BTCLIENT_PASSWORD="hunter2")
    said = btclient("--url", anonymous(qbittorrent), "list", *form)
    assert (said.code, said.out) == (4, "")
    assert "hunter2" not in said.err
    if form:
        assert json.loads(said.err)["error"]["kind"] == "LoginFailed"


def test_4_when_adding_is_refused(btclient: Btclient, qbittorrent: Steered, lake: Made) -> None:
    btclient.set(BTCLIENT_PASSWORD="hunter2")
    said = btclient("--url", anonymous(qbittorrent), "add", *[str(path_of(lake))] * 20)
    assert (said.code, said.out) == (4, "")


@pytest.mark.parametrize("kind", ["qbittorrent", "transmission", "deluge", "rtorrent"])
def test_5_when_nobody_is_there(btclient: Btclient, kind: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    said = btclient("--url", f"{kind}://127.0.0.1:{port}", "list")
    assert (said.code, said.out) == (5, "")
    assert "what to do" in said.err


def test_5_when_nobody_answers_in_time(btclient: Btclient) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        said = btclient("--url", f"transmission://127.0.0.1:{server.getsockname()[1]}", "--timeout", "1s", "list")
    assert said.code == 5


def test_the_password_of_the_environment_opens(btclient: Btclient, qbittorrent: Steered) -> None:
    btclient.set(BTCLIENT_PASSWORD=qbittorrent.daemon.password)
    said = btclient("--url", anonymous(qbittorrent), "list")
    assert (said.code, said.err) == (0, "")


def test_a_profile_opens(btclient: Btclient, qbittorrent: Steered) -> None:
    secret = qbittorrent.daemon.password
    assert btclient("profile", "add", "here", anonymous(qbittorrent), "--password-stdin", input=f"{secret}\n").code == 0
    for words in (["list"], ["show"], ["profile", "show", "here"], ["call", "nonsense"], ["list", "--json"]):
        assert secret not in btclient(*words).all
    assert btclient("list").code == 0


def test_as_a_process_it_says_the_same(qbittorrent: Steered) -> None:
    environment = {"BTCLIENT_PASSWORD": qbittorrent.daemon.password}
    said = outside("--url", anonymous(qbittorrent), "list", "--fields", "name", environment=environment)
    assert (said.code, said.out, said.err) == (0, "NAME\n", "")


def test_a_reader_that_has_enough_is_no_error(qbittorrent: Steered) -> None:
    with subprocess.Popen(
        [*COMMAND, "--url", anonymous(qbittorrent), "call", "app/preferences"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=variables({"BTCLIENT_PASSWORD": qbittorrent.daemon.password}),
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_an_interrupt_ends_it_without_a_traceback(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"transmission://127.0.0.1:{server.getsockname()[1]}"
        with subprocess.Popen(
            [*COMMAND, "--url", url, "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=variables(None), text=True
        ) as process:
            server.settimeout(60)
            connection, _ = server.accept()
            time.sleep(0.2)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
            connection.close()
    assert (process.returncode, out) == (130, "")
    assert "Traceback" not in err
