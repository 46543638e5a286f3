"""What an editor, `help` and mocks show of a generated method."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from pathlib import Path
from typing import IO, Any, Self
from unittest.mock import create_autospec

import pytest

import qbittorrentapi
from bitharbor.qbittorrent import AsyncClient, Client
from bitharbor.qbittorrent._generated.aio import AsyncTorrents
from bitharbor.qbittorrent._generated.sync import Torrents

ROOT = Path(__file__).resolve().parents[2]
PROBE = """from bitharbor.qbittorrent import Client

client = Client("http://localhost:8080")
found = client.torrents.info(filter="stopped")
"""


class LanguageServer:
    """pyright's language server, as an editor speaks with it."""

    def __init__(self) -> None:
        command = [sys.executable, "-c", "from pyright.langserver import main; main('--stdio')"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self._process.stdin
        assert self._process.stdout
        self._in: IO[bytes] = self._process.stdin
        self._out: IO[bytes] = self._process.stdout
        self._id = 0

    def __enter__(self) -> Self:
        folders = [{"uri": ROOT.as_uri(), "name": "project"}]
        self.ask("initialize", {"processId": None, "rootUri": ROOT.as_uri(), "capabilities": {}, "workspaceFolders": folders})
        self.tell("initialized", {})
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._in.close()
        self._out.close()

    def tell(self, method: str, params: Any) -> None:
        """A notification."""
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        """A question; what the server asks meanwhile is answered with nothing."""
        self._id += 1
        self._send({"jsonrpc": "2.0", "id": self._id, "method": method, "params": params})
        while True:
            said = self._receive()
            if "method" in said and "id" in said:
                items: list[Any] = said["params"].get("items", []) if isinstance(said.get("params"), dict) else []
                self._send({"jsonrpc": "2.0", "id": said["id"], "result": [None for _ in items] or None})
            elif said.get("id") == self._id:
                return said["result"]

    def _send(self, message: Any) -> None:
        body = json.dumps(message).encode()
        self._in.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self._in.flush()

    def _receive(self) -> Any:
        length = 0
        while line := self._out.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        return json.loads(self._out.read(length))


def test_an_editor_shows_the_signature_and_the_words_of_a_generated_method() -> None:
    path = ROOT / "tests" / "typing" / "hover_probe.py"
    line = PROBE.splitlines()[-1]
    with LanguageServer() as server:
        opened = {"uri": path.as_uri(), "languageId": "python", "version": 1, "text": PROBE}
        server.tell("textDocument/didOpen", {"textDocument": opened})
        where = {"line": len(PROBE.splitlines()) - 1, "character": line.index("info") + 1}
        hover = server.ask("textDocument/hover", {"textDocument": {"uri": path.as_uri()}, "position": where})
    text = hover["contents"]["value"]
    for words in ("filter:", "list[Torrent]", "List torrents.", "only those in this state", "torrents/info"):
        assert words in text, text


@pytest.mark.parametrize(("face", "is_async"), [(Torrents, False), (AsyncTorrents, True)])
def test_help_and_inspect_show_the_same(face: Any, is_async: bool) -> None:
    signature = inspect.signature(face.info)
    assert list(signature.parameters)[:3] == ["self", "filter", "category"]
    assert signature.return_annotation == "list[Torrent]"
    assert inspect.iscoroutinefunction(face.info) is is_async
    assert "List torrents." in (inspect.getdoc(face.info) or "")


def test_a_mock_of_a_client_refuses_what_the_client_refuses() -> None:
    torrents = create_autospec(Torrents, instance=True)
    torrents.info(filter="stopped")
    with pytest.raises(TypeError, match="nonsense"):
        torrents.info(nonsense=1)
    with pytest.raises(AttributeError):
        torrents.inform()


def test_a_mock_of_an_asyncio_face_is_awaitable() -> None:
    assert inspect.iscoroutinefunction(create_autospec(AsyncTorrents, instance=True).info)


def test_all_faces_spell_their_scopes_for_type_checkers() -> None:
    for client in (Client, AsyncClient, qbittorrentapi.Client):
        assert inspect.signature(client.__init__).parameters
