"""Waiting until torrents have been checked, with a bar."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import BitharborError
from ..unified.client import TorrentClient
from .progress import Step


async def until_checked(client: TorrentClient, infohashes: Sequence[str], step: Step) -> None:
    """Return when none of them is checked any more."""
    if not infohashes:
        return
    shares = dict.fromkeys(infohashes, 0.0)
    step("checking", 0, len(shares))
    async for infohash, share in client.progress_of_checks(*infohashes, longest=1.0):
        # one that was removed meanwhile is not waited for
        shares[infohash] = 1.0 if isinstance(share, BitharborError) else share
        step("checking", sum(shares.values()), len(shares))
    step("checking", len(shares), len(shares))
