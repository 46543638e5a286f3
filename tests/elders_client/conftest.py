"""Fixtures: servers and faces that are closed afterwards."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any, Protocol

import pytest
from tests.elders_client.faces import KINDS, Face, Kind, Scene, elder, face


class Scenes(Protocol):
    """Starts a server with two torrents."""

    def __call__(self, version: str, language: str = "en") -> Scene: ...


class Faces(Protocol):
    """Makes a client of a server."""

    def __call__(self, kind: Kind, scene: Scene, **options: Any) -> Face: ...


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def scene_of(stack: ExitStack) -> Scenes:
    return lambda version, language="en": Scene(stack.enter_context(elder(version, language)))


@pytest.fixture
def face_of(stack: ExitStack) -> Faces:
    def make(kind: Kind, scene: Scene, **options: Any) -> Face:
        made = face(kind, scene.server.url, **options)
        stack.callback(made.client.close)
        return made

    return make


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    chosen: Kind = request.param
    return chosen


@pytest.fixture
def unused_tcp_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
