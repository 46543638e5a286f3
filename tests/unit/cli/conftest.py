"""The command, with a configuration folder of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.live.cli.calling import Btclient


@pytest.fixture
def btclient(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Btclient:
    return Btclient(tmp_path / "config", monkeypatch, capsys)
