"""The unified client does not speak with qBittorrent 3.0 to 4.0, and says so with the way out."""

from __future__ import annotations

import asyncio

import pytest
from tests.elders_client.conftest import Scenes
from tests.elders_client.faces import PASSWORD, USER

import bitharbor
from bitharbor.errors import UnsupportedError


@pytest.mark.parametrize("version", ["3.1.12", "3.3.16", "4.0.4"])
def test_a_daemon_that_is_too_old_is_named_and_nothing_is_ordered(version: str, scene_of: Scenes) -> None:
    scene = scene_of(version)

    async def scenario() -> None:
        client = bitharbor.connect(f"qbittorrent+{scene.server.url}", USER, PASSWORD)
        with pytest.raises(UnsupportedError, match="AsyncClient"):
            await client.connect()

    asyncio.run(scenario())
    assert not [path for path in scene.paths if path.startswith("/command/")]
