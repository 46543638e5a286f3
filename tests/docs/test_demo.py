"""`make demo`, as far as it is ours: the program that it runs, on a real daemon of each line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.harness.daemon import Daemon

ROOT = Path(__file__).resolve().parent.parent.parent


def demo(**variables: str) -> subprocess.CompletedProcess[str]:
    """Run the demo."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **variables}
    return subprocess.run(
        [sys.executable, "-m", "tools.demo"], cwd=ROOT, capture_output=True, text=True, check=False, env=environment
    )


def test_the_demo_comes_to_seeding_and_leaves_nothing_behind(daemon: Daemon, tmp_path: Path) -> None:
    done = demo(DEMO_URL=daemon.url, DEMO_USERNAME=daemon.user, DEMO_PASSWORD=daemon.password, TMPDIR=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "seeding    [########################] 100%" in done.stdout
    assert "deleted" in done.stdout
    assert not list(tmp_path.iterdir())


def test_the_demo_says_which_daemon_it_wants_when_it_can_have_none(tmp_path: Path) -> None:
    done = demo(BITHARBOR_DAEMONS=str(tmp_path), PATH=str(tmp_path), DEMO_URL="")
    assert done.returncode == 1
    assert "no apt-get" in done.stderr
    assert "make demo URL=" in done.stderr


def test_the_demo_shows_no_password_when_it_is_refused(daemon: Daemon) -> None:
    done = demo(DEMO_URL=daemon.url, DEMO_USERNAME=daemon.user, DEMO_PASSWORD="not-this-one")
    assert done.returncode == 1
    assert "password" in done.stderr
    assert "not-this-one" not in done.stdout + done.stderr
