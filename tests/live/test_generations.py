"""Daemons with today's interface pay nothing for what older ones need: no request more, and never one to an older path. One that
takes an older one's place, or gives it back, is found out by the first call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from tests.elders import Elder
from tests.harness.daemon import Daemon
from tests.harness.fleet import Fleet
from tests.live.conftest import LINES, had
from tests.live.faces import Asynchronous, Blocking, DropIn
from tests.live.spying import spy_on

from bitharbor import errors

AnyFace = Blocking | Asynchronous | DropIn
FACES: list[type[AnyFace]] = [Blocking, Asynchronous, DropIn]


@pytest.mark.parametrize("kind", FACES, ids=lambda face: face.__name__)
def test_a_first_call_is_a_login_and_the_call(kind: type[AnyFace], daemon: Daemon) -> None:
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


@pytest.fixture(scope="module", params=LINES)
def giving_way(request: pytest.FixtureRequest, fleet: Fleet) -> Iterator[Daemon]:
    """A daemon whose place an older one takes; it does not run until it is restarted."""
    with had(lambda: fleet.own(request.param)) as daemon:
        yield daemon


OLDER_LISTS = ("/json/torrents", "/query/torrents")
# first calls to whoever took the place: a question, an order, and a login
FIRST_CALLS: tuple[Callable[[AnyFace], object], ...] = (
    lambda face: face.torrents(),
    lambda face: face.stop("all"),
    lambda face: face.log_in(),
)


@pytest.mark.parametrize("version", ["3.1.12", "3.3.16", "4.0.4"])
def test_a_daemon_that_takes_the_place_of_an_older_one_is_found_out_and_so_is_the_older_one_when_it_is_back(
    version: str, giving_way: Daemon
) -> None:
    with ExitStack() as stack:
        faces: list[tuple[AnyFace, Callable[[AnyFace], object]]] = [
            (kind(giving_way), first) for kind in FACES for first in FIRST_CALLS
        ]
        for face, _ in faces:
            stack.callback(face.close)

        def meet_the_older_one() -> None:
            giving_way.kill()
            with Elder(version, port=giving_way.port) as elder:
                for face, first in faces:
                    first(face)
                    assert face.torrents() == []
                    assert elder.requests[-1].path in OLDER_LISTS

        meet_the_older_one()
        giving_way.restart()
        for face, first in faces:
            first(face)
            assert face.version() == f"v{giving_way.version}"
        meet_the_older_one()
