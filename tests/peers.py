"""The environments of packages from PyPI that ours are compared with; `make test` makes them, for tests have no network."""

from __future__ import annotations

import os

import pytest
from bench.environments import NoEnvironmentError, interpreter
from tests.harness.places import locked


def python_of(peer: str) -> str:
    """The Python of an environment that has the package; without one the test is skipped, but never under CI."""
    try:
        with locked(f"peer-{peer}"):
            return interpreter(peer)
    except NoEnvironmentError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"{peer} from PyPI is not here; `python -m bench.environments {peer}` fetches it: {error}")
