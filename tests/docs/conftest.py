"""The fixtures of live tests, with daemons of this folder's own: a running daemon belongs to one fleet."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from tests.harness.fleet import Fleet
from tests.live.conftest import daemon, leaves_the_daemon_as_found

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["daemon", "fleet", "leaves_the_daemon_as_found"]


@pytest.fixture(scope="session")
def fleet() -> Iterator[Fleet]:
    with Fleet(f"docs-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}") as fleet:
        yield fleet
