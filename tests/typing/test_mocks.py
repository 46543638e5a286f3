"""What `unittest.mock` makes of the drop-in, as the tests of programs use it."""

from __future__ import annotations

import inspect
from unittest.mock import AsyncMock, create_autospec, patch

import pytest

import qbittorrentapi
from bitharbor.qbittorrent._generated.aio import AsyncTorrents


def test_a_mock_of_the_drop_in_has_its_methods_and_refuses_what_it_refuses() -> None:
    client = create_autospec(qbittorrentapi.Client, instance=True)
    client.torrents_info.return_value = []
    assert client.torrents_info(status_filter="stopped", limit=5) == []
    with pytest.raises(TypeError, match="too many positional"):
        client.auth_log_in("user", "password", "more")
    with pytest.raises(AttributeError):
        client.torrents_inform()


def test_a_method_of_the_drop_in_is_patched_where_programs_look_for_it() -> None:
    with patch("qbittorrentapi.Client.app_version", autospec=True, return_value="v5.1.0") as asked:
        client = qbittorrentapi.Client("localhost:1")
        assert (client.app_version(), client.app.version) == ("v5.1.0", "v5.1.0")
    assert asked.call_count == 2


def test_the_signature_of_a_generated_method_is_its_own_and_not_that_of_a_wrapper() -> None:
    signature = inspect.signature(qbittorrentapi.Client.torrents_info)
    assert list(signature.parameters)[:3] == ["self", "status_filter", "category"]
    assert signature.return_annotation == "TorrentInfoList"
    assert "List torrents." in (inspect.getdoc(qbittorrentapi.Client.torrents_info) or "")


def test_a_mocked_method_of_the_asyncio_face_is_awaited() -> None:
    torrents = create_autospec(AsyncTorrents, instance=True)
    assert isinstance(torrents.stop, AsyncMock) or inspect.iscoroutinefunction(torrents.stop)
    torrents.stop("ab").close()
    with pytest.raises(TypeError):
        torrents.stop(nonsense=1)
