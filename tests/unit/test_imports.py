"""What an import loads, seen in a fresh interpreter: an HTTP library costs up to 240 ms; a program needs one of them or none."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HTTP = {"aiohttp", "requests", "urllib3"}


def loaded_by(statement: str) -> set[str]:
    """The modules that are there after a statement."""
    # -I keeps the caller's PYTHON* variables and folder out: only the search path given here counts
    program = f"import sys; sys.path[:] = {sys.path!r}\n{statement}\nimport json; print(json.dumps(list(sys.modules)))"
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("import bitharbor", ""),
        ("import bitharbor.errors", ""),
        ("import bitharbor.model.metainfo, bitharbor.model.magnet, bitharbor.model.creation", ""),
        ("import bitharbor.wire.blocking, bitharbor.wire.asynchronous", ""),
        ("import bitharbor.qbittorrent.flows", ""),
        ("import bitharbor.qbittorrent", ""),
        ("from bitharbor.qbittorrent import Torrent, merge", ""),
        ("from bitharbor.qbittorrent import Client", "requests urllib3"),
        ("from bitharbor.qbittorrent import AsyncClient", "aiohttp"),
        ("from qbittorrentapi import Client", "requests urllib3"),
        ("from bitharbor.rtorrent import RtorrentClient; RtorrentClient()", ""),
        ("from bitharbor.rtorrent import RtorrentClient; RtorrentClient('http://127.0.0.1')", "aiohttp"),
        ("import bitharbor.transmission.flows, bitharbor.transmission.records", ""),
        ("from bitharbor.transmission import TransmissionClient", "aiohttp"),
    ],
)
def test_an_import_loads_no_http_library_but_its_own(statement: str, expected: str) -> None:
    assert loaded_by(statement) & HTTP == set(expected.split())


def test_importing_the_package_loads_nothing_of_it_that_was_not_asked_for() -> None:
    assert "msgspec" not in loaded_by("import bitharbor")
    assert "bencode2" not in loaded_by("import bitharbor")


@pytest.mark.parametrize("face", ["bitharbor.qbittorrent.client", "bitharbor.qbittorrent.aio", "qbittorrentapi"])
def test_no_face_reads_the_spec_when_a_program_runs(face: str) -> None:
    assert "bitharbor.qbittorrent.spec" not in loaded_by(f"import {face}")
