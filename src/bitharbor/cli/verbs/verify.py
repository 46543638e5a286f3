"""`btclient verify`."""

from __future__ import annotations

from collections.abc import Sequence

from ...unified.client import TorrentClient
from ...unified.outcome import Outcome
from ...unified.records import Torrent
from ..checking import until_checked
from ..codes import Exit
from ..options import CHOICE, DAEMON, OUTPUT, Choice, Daemon, Output
from ..ordering import fates, ids, order
from ..progress import bars


def verb(*torrents: str, wait: bool = False, choice: Choice = CHOICE, at: Daemon = DAEMON, output: Output = OUTPUT) -> Exit:
    """Check the data of torrents against their hashes.

    :param torrents: infohashes, beginnings of them, or exact names
    :param wait: until they are checked
    """

    async def verified(client: TorrentClient, found: Sequence[Torrent]) -> Outcome:
        outcome = await client.verify(*ids(found))
        if wait:
            with bars() as step:
                await until_checked(client, [*outcome.done, *outcome.already], step)
        return outcome

    return order(verified, torrents, choice, at, output, words=fates("checked" if wait else "checking", "was being checked"))
