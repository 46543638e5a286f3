"""Fixtures of the tests that talk to real daemons.

`daemon` is shared by the tests of one process and must be left as it was found; a test that wants options or bans, or
changes what cannot be changed back, starts one of its own with `fresh_daemon`.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import TYPE_CHECKING, Protocol

import pytest
from tests.actions.recording import recording
from tests.actions.tally import PROPERTY
from tests.harness import matrix
from tests.harness.errors import NoDaemonError
from tests.harness.fleet import Fleet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Unpack

    from tests.actions.recording import Notes
    from tests.harness.daemon import Daemon
    from tests.harness.options import Options

# tests of one row on one worker: with `--dist loadgroup` each row's daemon runs once
LINES = [pytest.param(name, id=name, marks=pytest.mark.xdist_group(name)) for name in matrix.QBITTORRENT]
REQUIRING = {"CI": {"true", "1"}, "BITHARBOR_REQUIRE_DAEMONS": {"true", "1"}}


class FreshDaemon(Protocol):
    """Starts a daemon for this test only."""

    def __call__(self, name: str = "qbittorrent-newest", **options: Unpack[Options]) -> Daemon: ...


def had(begin: Callable[[], Daemon]) -> Daemon:
    """The daemon; where this machine cannot have it, the test is skipped, but never where daemons are required."""
    try:
        return begin()
    except NoDaemonError as error:
        if any(os.environ.get(name) in values for name, values in REQUIRING.items()):
            raise
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def fleet() -> Iterator[Fleet]:
    with Fleet(os.environ.get("PYTEST_XDIST_WORKER", "main")) as fleet:
        yield fleet


@pytest.fixture(scope="session", params=LINES)
def daemon(request: pytest.FixtureRequest, fleet: Fleet) -> Daemon:
    """A running qBittorrent of each line in turn."""
    return had(lambda: fleet.shared(request.param))


@pytest.fixture
def fresh_daemon(fleet: Fleet) -> Iterator[FreshDaemon]:
    """Starts daemons with options of the test's own and stops them after it."""
    with ExitStack() as stack:

        def begin(name: str = "qbittorrent-newest", **options: Unpack[Options]) -> Daemon:
            return stack.enter_context(had(lambda: fleet.own(name, **options)))

        yield begin


@pytest.fixture(scope="session")
def notes() -> Iterator[Notes]:
    """What the clients of this process are answered, from here on."""
    with recording() as notes:
        yield notes


@pytest.fixture(autouse=True)
def notes_answers(request: pytest.FixtureRequest, notes: Notes) -> Iterator[None]:
    """Hands what a test's clients were answered to the tally, with the test's report."""
    yield
    if taken := notes.taken():
        request.node.user_properties.append((PROPERTY, taken))


@pytest.fixture(autouse=True)
def leaves_the_daemon_as_found(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves the shared daemon changed, naming how; the next test gets a clean one anyway."""
    if "daemon" not in request.fixturenames:
        yield
        return
    fleet: Fleet = request.getfixturevalue("fleet")
    watch = fleet.watch(request.getfixturevalue("daemon"))
    if late := watch.changes():
        watch.renew()
        pytest.fail(f"a test before this one left behind, late: {'; '.join(late)}")
    yield
    if left := watch.changes():
        watch.renew()
        pytest.fail(f"the test left the daemon otherwise than it found it: {'; '.join(left)}")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests of lines that a `lines` mark does not name: what they are about does not exist there."""
    foreign = {item for item in items if not is_of_its_lines(item)}
    items[:] = [item for item in items if item not in foreign]
    if foreign:
        config.hook.pytest_deselected(items=list(foreign))


def is_of_its_lines(item: pytest.Item) -> bool:
    """Whether the line that this test runs on is among those that it names."""
    names = [name for mark in item.iter_markers("lines") for name in mark.args]
    params = getattr(getattr(item, "callspec", None), "params", {})
    lines = {params[name] for name in ("daemon", "busy_daemon") if name in params}
    return not names or not lines or lines <= set(names)
