"""The newest daemon of every kind, as the tests of the command line have them."""

from __future__ import annotations

from tests.live.cli.conftest import daemons, film, lake, qbittorrent, seeding, steered

__all__ = ["daemons", "film", "lake", "qbittorrent", "seeding", "steered"]
