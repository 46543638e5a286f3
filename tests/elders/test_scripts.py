"""Programs that know nothing of this project get from a scripted server what the document promises them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final, cast

import bencode2
import pytest
import requests
from requests.auth import HTTPDigestAuth
from tests.elders import profiles

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.elders.conftest import Starts

LOGIN: Final = ("admin", "adminadmin")
SECONDS: Final = 10
MAGNET: Final = f"magnet:?xt=urn:btih:{'a' * 40}&dn=some+name"
CONTENT: Final = bencode2.bencode(
    {b"announce": b"http://127.0.0.1:9/a", b"info": {b"name": b"a", b"piece length": 16384, b"length": 5, b"pieces": bytes(20)}}
)


def with_requests(url: str) -> bytes:
    return requests.get(url, auth=HTTPDigestAuth(*LOGIN), timeout=SECONDS).content


def with_curl(url: str) -> bytes:
    command = ["curl", "--silent", "--fail", "--digest", "--user", ":".join(LOGIN), "--max-time", str(SECONDS), url]
    return subprocess.run(command, check=True, capture_output=True).stdout


PROGRAMS: Final = [with_requests, *([with_curl] if shutil.which("curl") else [])]


@pytest.mark.parametrize("ask", PROGRAMS)
@pytest.mark.parametrize("version", profiles.DIGEST)
def test_the_documents_script_adds_a_magnet_and_reads_the_list(start: Starts, version: str, ask: Callable[[str], bytes]) -> None:
    server = start(version)
    response = requests.post(f"{server.url}/command/download", {"urls": MAGNET}, auth=HTTPDigestAuth(*LOGIN), timeout=SECONDS)
    assert (response.ok, response.content) == (True, b"")
    listed = ask(f"{server.url}/json/torrents").decode()
    assert re.search(r'"name" ?: ?"some name"', listed)
    assert re.search(r'"size" ?: ?"0 B"', listed)


# what the document names of each answer
ANSWERS: Final = {
    "json/torrents": "hash name size progress dlspeed upspeed priority num_seeds num_leechs ratio eta state",
    "json/propertiesGeneral/HASH": "save_path creation_date piece_size comment total_wasted total_uploaded total_downloaded "
    "up_limit dl_limit time_elapsed nb_connections share_ratio",
    "json/propertiesTrackers/HASH": "url status num_peers msg",
    "json/propertiesFiles/HASH": "name size progress priority is_seed",
    "json/transferInfo": "dl_info up_info",
}


@pytest.mark.parametrize("ask", PROGRAMS)
@pytest.mark.parametrize("version", ["3.1.9.2", "3.1.12"])
@pytest.mark.parametrize("path", ANSWERS)
def test_an_answer_has_the_keys_of_the_document(start: Starts, path: str, version: str, ask: Callable[[str], bytes]) -> None:
    server = start(version)
    torrent = server.add(CONTENT)
    told: Any = json.loads(ask(f"{server.url}/{path.replace('HASH', torrent.hash)}"))
    row = cast("dict[str, object]", told[0] if isinstance(told, list) else told)
    assert sorted(row) == sorted(ANSWERS[path].split())


@pytest.mark.parametrize("ask", PROGRAMS)
@pytest.mark.parametrize(
    ("path", "answer"), [("propertiesGeneral", b""), ("propertiesTrackers", b"[]"), ("propertiesFiles", b"")]
)
def test_of_an_unknown_torrent_nothing_is_told(start: Starts, path: str, answer: bytes, ask: Callable[[str], bytes]) -> None:
    assert ask(f"{start('3.1.9.2').url}/json/{path}/{'0' * 40}") == answer


@pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl")
@pytest.mark.parametrize("version", profiles.DIGEST)
def test_orders_of_curl_are_obeyed(start: Starts, version: str) -> None:
    server = start(version)
    torrent = server.add(CONTENT)

    def order(name: str, form: str) -> bytes:
        command = ["curl", "--silent", "--fail", "--digest", "--user", ":".join(LOGIN), "--max-time", str(SECONDS)]
        url = f"{server.url}/command/{name}"
        return subprocess.run([*command, "--data", form, url], check=True, capture_output=True).stdout

    order("pause", f"hash={torrent.hash}")
    assert torrent.paused
    order("setTorrentDlLimit", f"hash={torrent.hash}&limit=131072")
    assert order("getTorrentDlLimit", f"hash={torrent.hash}") == b"131072"
    order("delete", f"hashes={torrent.hash}")
    assert not server.torrents


@pytest.mark.parametrize("ask", PROGRAMS)
def test_the_status_line_is_worded_in_russian(start: Starts, ask: Callable[[str], bytes]) -> None:
    server = start("3.1.9.2", language="ru")
    server.totals.up_speed, server.totals.up_data = 214_938, 7_800_000_000
    told = ask(f"{server.url}/json/transferInfo").decode()
    assert told == '{"dl_info":"Приём: 0 Б/с - Передано: 0 Б","up_info":"Отдача: 209,9 КиБ/с - Передано: 7,2 ГиБ"}'


def test_a_script_of_the_cookie_interface(start: Starts) -> None:
    server = start("3.3.16")
    session = requests.Session()
    assert session.post(f"{server.url}/login", {"username": LOGIN[0], "password": LOGIN[1]}, timeout=SECONDS).text == "Ok."
    session.post(f"{server.url}/command/download", {"urls": MAGNET}, timeout=SECONDS)
    (row,) = session.get(f"{server.url}/query/torrents", timeout=SECONDS).json()
    assert (row["hash"], row["state"]) == ("a" * 40, "metaDL")


def test_one_can_be_run_from_the_command_line_and_shut_down() -> None:
    command = [sys.executable, "-m", "tests.elders", "--version", "3.1.12", "--port", "0", "--language", "ru"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        url = process.stdout.readline().split()[-1]
        assert "Приём" in requests.get(f"{url}/json/transferInfo", auth=HTTPDigestAuth(*LOGIN), timeout=SECONDS).json()["dl_info"]
        requests.post(f"{url}/command/shutdown", auth=HTTPDigestAuth(*LOGIN), timeout=SECONDS)
        assert process.wait(SECONDS) == 0


def test_nothing_of_the_library_is_loaded_by_a_scripted_server() -> None:
    asked = "import sys, tests.elders.__main__; print([name for name in sys.modules if name.startswith('bitharbor')])"
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout
    assert told.strip() == "[]"
