"""Daemons with today's interface pay nothing for what older ones need: no request more, and never one to an older path."""

from __future__ import annotations

import pytest
from tests.harness.daemon import Daemon
from tests.live.faces import Asynchronous, Blocking, DropIn
from tests.live.spying import spy_on

from bitharbor import errors

FACES = [Blocking, Asynchronous, DropIn]


@pytest.mark.parametrize("kind", FACES, ids=lambda face: face.__name__)
def test_a_first_call_is_a_login_and_the_call(kind: type[Blocking | Asynchronous | DropIn], daemon: Daemon) -> None:
    face = kind(daemon)
    spy = spy_on(face)
    face.torrents()
    assert spy.sent == ["POST auth/login", "POST torrents/info"]
    assert all("/api/v2/" in url for url in spy.urls)
    face.close()


@pytest.mark.parametrize("kind", [Blocking, Asynchronous], ids=lambda face: face.__name__)
def test_a_generation_that_is_given_changes_nothing(kind: type[Blocking | Asynchronous], daemon: Daemon) -> None:
    face = kind(daemon, generation="v2")
    spy = spy_on(face)
    face.torrents()
    assert spy.sent == ["POST auth/login", "POST torrents/info"]
    face.close()


@pytest.mark.parametrize("generation", ["cookie", "digest"])
@pytest.mark.parametrize("kind", [Blocking, Asynchronous], ids=lambda face: face.__name__)
def test_a_generation_that_is_given_wrongly_is_told(kind: type[Blocking | Asynchronous], generation: str, daemon: Daemon) -> None:
    face = kind(daemon, generation=generation)
    spy = spy_on(face)
    with pytest.raises(errors.BitharborError):
        face.torrents()
    assert len(spy.sent) == 1
    face.close()
