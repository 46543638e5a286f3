"""`btclient label`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Annotated

from cyclopts import Parameter

from ...errors import UsageError
from ...unified.client import TorrentClient
from ...unified.outcome import Fate, Item, Outcome
from ...unified.records import Torrent
from ..codes import Exit
from ..options import CHOICE, DAEMON, OUTPUT, Choice, Daemon, Output
from ..ordering import fates, ids, order

Many = Annotated[tuple[str, ...], Parameter(negative=())]


def verb(
    *torrents: str,
    category: str | None = None,
    no_category: bool = False,
    add: Many = (),
    remove: Many = (),
    set: Annotated[tuple[str, ...] | None, Parameter(negative=())] = None,
    no_labels: bool = False,
    choice: Choice = CHOICE,
    at: Daemon = DAEMON,
    output: Output = OUTPUT,
) -> Exit:
    """Categories and labels of torrents.

    :param torrents: infohashes, beginnings of them, or exact names
    :param category: put them into this one, which is made if need be
    :param no_category: take them out of theirs
    :param add: a label to be added; may be repeated
    :param remove: a label to be taken away; may be repeated
    :param set: a label that they shall have, and no others; may be repeated
    :param no_labels: take all labels away
    """
    ways = (category is not None, no_category, bool(add or remove), set is not None, no_labels)
    if ways.count(True) != 1:
        raise UsageError(
            "say one thing about categories or labels",
            hint="--category, --no-category, --add and --remove, --set, or --no-labels",
        )
    if category == "":
        raise UsageError("a category without a name is none", hint="say --no-category if that is meant")

    async def labelled(client: TorrentClient, found: Sequence[Torrent]) -> Outcome:
        if category is not None or no_category:
            return await client.set_category(*ids(found), category=category or "")
        if not (add or remove):
            return await client.set_labels(*ids(found), labels=set or ())
        return await changed(client, found, add, remove)

    return order(labelled, torrents, choice, at, output, words=fates("labelled", "had it"), fields={"labels"})


async def changed(client: TorrentClient, found: Sequence[Torrent], add: Sequence[str], remove: Sequence[str]) -> Outcome:
    """Give each torrent its labels, less some and plus some."""
    alike: dict[tuple[str, ...], list[Torrent]] = defaultdict(list)
    items: dict[str, Item] = {}
    for one in found:
        had = one.labels or ()
        wanted = tuple(dict.fromkeys(label for label in (*had, *add) if label not in remove))
        if wanted == had:
            items[one.infohash] = Item(one.infohash, Fate.ALREADY, one.infohash, name=one.name)
        else:
            alike[wanted].append(one)
    for labels, group in alike.items():
        outcome = await client.set_labels(*ids(group), labels=labels)
        items.update((item.infohash or item.given, item) for item in outcome.items)
    return Outcome(tuple(items[one.infohash] for one in found))
