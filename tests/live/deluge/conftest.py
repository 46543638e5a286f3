"""Fixtures of the tests on real Deluge daemons. `deluge` is shared by the tests of one process; `steering` leaves it empty."""

from __future__ import annotations

import pytest
from tests.harness import matrix
from tests.harness.certificate import Certificate, made_for_loopback
from tests.harness.daemon import Daemon
from tests.harness.fleet import Fleet
from tests.live.conftest import FreshDaemon, had

DELUGES = [row.name for row in matrix.ROWS if row.family is matrix.Family.DELUGE]
LINES = [pytest.param(name, id=name, marks=pytest.mark.xdist_group(name)) for name in DELUGES]


@pytest.fixture(scope="session", params=LINES)
def deluge(request: pytest.FixtureRequest, fleet: Fleet) -> Daemon:
    """A running Deluge of each line in turn."""
    return had(lambda: fleet.shared(request.param))


@pytest.fixture(params=LINES)
def fresh_deluge(request: pytest.FixtureRequest, fresh_daemon: FreshDaemon) -> Daemon:
    """One of each line for this test only: it may be killed."""
    return fresh_daemon(request.param)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """For what listens beside the daemons."""
    return made_for_loopback(tmp_path_factory.mktemp("certificate"))
