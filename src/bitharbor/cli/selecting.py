"""Which torrents are meant: by infohash, by the beginning of one, by exact name, by a filter, or explicitly all of them.

Rule: whoever is not surely meant is not touched. What fits several torrents, or none, ends the command before anything is sent.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress

from ..errors import EmptySelectionError, UnknownTorrentError, UnsupportedError, UsageError
from ..model.infohash import Infohash
from ..unified import filters
from ..unified.client import TorrentClient
from ..unified.filters import Filter
from ..unified.records import Torrent
from .options import Choice

IDENTIFYING = frozenset({"infohash", "infohash_v1", "infohash_v2", "name"})
SHORTEST = 4  # digits of a prefix: shorter ones are mistyped sooner than meant
DIGITS = frozenset("0123456789abcdef")


async def chosen(
    client: TorrentClient, named: Sequence[str], choice: Choice, fields: Collection[str] = frozenset()
) -> list[Torrent]:
    """The torrents that are meant, each once; none only where a filter, or all, matches none.

    :raises EmptySelectionError: nothing says which
    """
    if not named and not choice.where and not choice.all:
        raise EmptySelectionError("no torrent was named", hint="name torrents, or say --where FILTER or --all")
    if choice.all and (named or choice.where is not None):
        raise UsageError("--all does not go together with other torrents", hint="leave it out")
    wanted = filters.parse("all" if choice.where is None else choice.where)
    await able(client, wanted)
    found = await client.torrents(fields=IDENTIFYING | wanted.fields | frozenset(fields))
    if not named:
        return [torrent for torrent in found if wanted.matches(torrent)]
    if choice.where is not None:
        raise UsageError("torrents are named, and --where is given too", hint="leave one of them out")
    by_id = {torrent.infohash: torrent for torrent in (meant(found, text) for text in named)}
    return list(by_id.values())


async def one(client: TorrentClient, text: str, fields: Collection[str] = frozenset()) -> Torrent:
    """The one torrent that is meant."""
    return meant(await client.torrents(fields=IDENTIFYING | frozenset(fields)), text)


async def able(client: TorrentClient, wanted: Filter) -> None:
    """Refuse a filter over what the daemon cannot tell: it would match none, or, negated, all."""
    await client.connect()
    if strange := sorted(wanted.fields - client.fields - {"infohash"}):
        raise UnsupportedError(
            f"{client.kind} {client.version} cannot tell {', '.join(strange)}",
            hint="leave it out of the filter; nothing was done",
        )


def meant(found: Sequence[Torrent], text: str) -> Torrent:
    """The one torrent that a text means."""
    fitting = {torrent.infohash: torrent for torrent in found if is_meant(torrent, text)}
    if len(fitting) == 1:
        return next(iter(fitting.values()))
    if not fitting:
        raise UnknownTorrentError(
            f"no torrent is called {text!r}, and none has an infohash that begins so",
            hint="see btclient list; nothing was done",
        )
    raise UsageError(
        f"{text!r} may mean {len(fitting)} torrents",
        hint=f"say more digits of one of {', '.join(sorted(fitting)[:5])}; nothing was done",
    )


def is_meant(torrent: Torrent, text: str) -> bool:
    """Whether a text is this torrent's name, or an infohash of it, or begins one."""
    if torrent.name == text:
        return True
    hashes = [one for one in (torrent.infohash, torrent.infohash_v1, torrent.infohash_v2) if one]
    digits = text.lower()
    if len(digits) >= SHORTEST and DIGITS.issuperset(digits) and any(one.startswith(digits) for one in hashes):
        return True
    with suppress(UsageError):
        return any(id in hashes for id in Infohash.parse(text).torrent_ids)
    return False
