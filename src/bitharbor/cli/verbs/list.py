"""`btclient list`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated

from cyclopts import Parameter

from ...errors import UsageError
from ...unified import filters
from ...unified.client import TorrentClient
from ...unified.filters import KINDS
from ...unified.records import COSTLY_FIELDS, USUAL_FIELDS, Torrent
from .. import printing
from ..codes import Exit
from ..options import DAEMON, OUTPUT, Daemon, Output
from ..printing import Column, column_of
from ..running import with_daemon
from ..selecting import able

USUAL = ("name", "state", "progress", "size", "download_rate", "upload_rate", "ratio", "eta", "infohash")
HEADINGS: Mapping[str, str] = {"progress": "done", "download_rate": "down", "upload_rate": "up"}
# the beginning of an infohash is enough to name a torrent by
USUAL_COLUMNS = (*(column_of(name, HEADINGS) for name in USUAL[:-1]), Column("infohash", "INFOHASH", cut=10))


def verb(
    *filter: str,
    fields: str | None = None,
    sort: Annotated[str | None, Parameter(allow_leading_hyphen=True)] = None,
    first: int | None = None,
    at: Daemon = DAEMON,
    output: Output = OUTPUT,
) -> Exit:
    """Torrents.

    Filters compare fields with values: 'ratio > 2 and tracker ~ example', 'size > 2GiB or added < 7d', 'not (stopped or error)'.
    Operators are = != < <= > >= ~ (contains) !~; words alone are states, or as active, complete, private, all.

    :param filter: only those that it matches
    :param fields: what is shown of them, as name,size,ratio
    :param sort: fields to sort by, as ratio or -added,name; a minus turns the order
    :param first: so many of them only
    """
    text = " ".join(filter)
    wanted = filters.parse(text if filter else "all")
    shown = named(fields) if fields is not None else None
    order = [(named(one.removeprefix("-"))[0], one.startswith("-")) for one in split(sort)]
    if first is not None and first < 0:
        raise UsageError("--first wants a number of torrents")

    async def listed(client: TorrentClient) -> Exit:
        await able(client, wanted)
        usual = USUAL_FIELDS - client.costly_fields if output.is_for_programs else USUAL
        asked = wanted.fields | {name for name, _ in order} | set(shown or usual)
        found = [torrent for torrent in await client.torrents(fields=asked) if wanted.matches(torrent)]
        show(in_order(found, order)[:first], shown, output)
        return Exit.OK

    return with_daemon(at, listed)


def show(found: Sequence[Torrent], fields: Sequence[str] | None, output: Output) -> None:
    """Print torrents."""
    if output.is_for_programs:
        chosen = fields or [name for name in Torrent.__struct_fields__ if name not in COSTLY_FIELDS]
        rows = [{name: value[name] for name in chosen} for value in map(printing.values_of, found)]
        printing.for_programs(rows, output)
        return
    columns = [column_of(name, HEADINGS) for name in fields] if fields else USUAL_COLUMNS
    printing.table([{name: getattr(one, name) for name in fields or USUAL} for one in found], columns)


def split(text: str | None) -> list[str]:
    """Names with commas between them."""
    return [name.strip() for name in (text or "").split(",") if name.strip()]


def named(text: str) -> list[str]:
    """The fields that are meant.

    :raises UsageError: there is no such field
    """
    found: list[str] = []
    for name in split(text) or [text]:
        field = filters.field_named(name)
        if field is None:
            close = filters.near(name, [*KINDS, *filters.ALIASES])
            raise UsageError(f"a torrent has no field {name!r}", hint=close or f"there are {', '.join(KINDS)}")
        found.append(field)
    return found


def in_order(found: Sequence[Torrent], order: Sequence[tuple[str, bool]]) -> list[Torrent]:
    """Sorted by several fields; what is not known comes last either way."""
    made = list(found)
    for name, is_turned in reversed(order):
        known = [one for one in made if getattr(one, name) is not None]
        known.sort(key=by(name), reverse=is_turned)
        made = [*known, *(one for one in made if getattr(one, name) is None)]
    return made


def by(name: str) -> Callable[[Torrent], tuple[float, str]]:
    """Sorts by a field."""
    return lambda one: key_of(getattr(one, name))


def key_of(value: object) -> tuple[float, str]:
    """What a value is sorted by: texts without regard to case."""
    if isinstance(value, int | float):
        return value, ""
    return 0, ", ".join(filters.texts_of(value)).casefold()
