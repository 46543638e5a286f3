"""What was given to be added, an item for each torrent: what it is, what it is called, and what became of it.

What may enter: links and files, and looking into them. What may not: requests.

Facts, seen on 4.2.5 to 5.3.0: links are magnet links in small letters, infohashes of 40 hexadecimal digits or 32 base32 letters,
of 64 digits in builds with libtorrent 2, and addresses of http, https and ftp; no version takes bc:// links, MAGNET: or 1220
before 64 digits, so those are sent in the usual form. A request of more than 64 MiB is answered with 400.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from ... import errors
from ...model.infohash import Infohash
from ...model.magnet import BITCOMET_SCHEME, Magnet
from ...model.metainfo import Metainfo
from ...model.url import shown as place_of
from ...wire.effects import MEBIBYTE
from ...wire.forms import Part
from ..operation import Op
from ..records import Added, AddedItem, AddState
from .uploads import is_stranger, read_parts

ADDRESSES = ("http://", "https://", "ftp://")
LARGEST = 64 * MEBIBYTE - 65536  # of one file; the rest of the request is small


@dataclass(slots=True, eq=False)
class Item:
    """One torrent that was given.

    :ivar link: what is sent for it, empty for a file
    :ivar part: the file
    :ivar infohash: None for an address, and for a file that we cannot read to its end
    :ivar twin: the same torrent, named before
    :ivar was_there: whether the daemon had it before; None if that was not asked
    :ivar was_stopped: a request with it stopped at a bad file, and may have taken it before
    :ivar error: why it is refused
    :ivar doubt: what the daemon said to its request, where it may have it already
    """

    name: str
    link: str = ""
    part: Part | None = None
    infohash: Infohash | None = None
    twin: Item | None = None
    was_there: bool | None = None
    was_stopped: bool = False
    state: AddState = "unsent"
    torrent_id: str | None = None
    reason: str = ""
    error: errors.BitharborError | None = None
    doubt: errors.BitharborError | None = None

    @property
    def is_address(self) -> bool:
        """The daemon fetches the `.torrent`."""
        return self.part is None and self.infohash is None

    @property
    def is_doubtful(self) -> bool:
        """A file that the daemon may read although we cannot: it goes alone, because one bad file stops a request."""
        return self.part is not None and self.infohash is None

    @property
    def ids(self) -> tuple[str, ...]:
        """Under which a daemon may list it."""
        return () if self.infohash is None else self.infohash.torrent_ids

    @property
    def size(self) -> int:
        """Bytes in a request, but for some hundred."""
        return len(self.link) if self.part is None else len(self.part.content)

    def become(self, state: AddState, torrent_id: str | None = None, reason: str = "") -> None:
        """Note what came of it. The id is that of the daemon; where there can be one only, it need not be told."""
        self.state, self.reason = state, reason
        only = self.ids[0] if len(self.ids) == 1 and state in ("added", "already") else None
        self.torrent_id = torrent_id or only

    def refuse(self, error: errors.BitharborError) -> None:
        """Note that it is not taken."""
        self.become("refused", reason=str(error))
        self.error = error


def read_items(op: Op[Any], values: Sequence[object]) -> list[Item]:
    """The items of a call, links first. Some may be refused already.

    :raises FileError: a file cannot be read
    :raises UsageError: there is nothing, or something that cannot be a torrent at all
    """
    by_wire = {one.wire: value for one, value in zip(op.fields, values, strict=True)}
    files = next(value for one, value in zip(op.fields, values, strict=True) if one.is_files)
    items = [item_of_link(link, is_any=by_wire.get("downloader") is not None) for link in links_of(by_wire["urls"])]
    items += [item_of_file(part) for part in read_parts(files)] if files else []
    if not items:
        raise errors.UsageError("there is nothing to add", hint="give urls or files")
    first: dict[str, Item] = {}
    for one in items:
        one.twin = next((first[id] for id in one.ids if id in first), None)
        if one.twin is None and one.error is None:
            first |= dict.fromkeys(one.ids, one)
    return items


def links_of(given: object) -> Iterator[str]:
    """The lines of one or several texts, without empty ones."""
    if given is None:
        return
    texts = [given] if isinstance(given, str) or not isinstance(given, Iterable) else cast("Iterable[object]", given)
    for text in texts:
        if not isinstance(text, str):
            raise errors.UsageError(f"a link cannot be a {type(text).__name__}", hint="give text; files go into `files`")
        yield from filter(None, map(str.strip, text.splitlines()))


def item_of_link(link: str, *, is_any: bool) -> Item:
    """A magnet link, an infohash or an address. `is_any`: a search plugin fetches it, and knows what it is."""
    start = link[:8].lower()
    try:
        if start.startswith(ADDRESSES):
            return Item(link, link=link)
        if start.startswith(("magnet:", BITCOMET_SCHEME)):
            magnet = Magnet.parse(link)
            return Item(link, link=link if link.startswith("magnet:") else str(magnet), infohash=magnet.infohash)
        infohash = Infohash.parse(link)
        return Item(link, link=infohash.v1 or infohash.v2 or link, infohash=infohash)
    except errors.UsageError as error:
        item = Item(link, link=link)
        if not is_any:
            item.refuse(error if start.startswith("magnet:") else no_link(link, error))
        return item


def no_link(link: str, cause: errors.UsageError) -> errors.UsageError:
    """The error for a text that leads to no torrent."""
    named = place_of(link) if ":" in link else repr(link[:80])
    error = errors.UsageError(f"{named} is no link", hint="give magnet links, infohashes, or addresses of http, https or ftp")
    error.__cause__ = cause
    return error


def item_of_file(part: Part) -> Item:
    """A `.torrent`."""
    item = Item(part.filename, part=part)
    if is_stranger(part.content):
        item.refuse(errors.InvalidTorrentError(f"{part.filename!r} is no .torrent file", hint="leave it out or replace it"))
    elif len(part.content) > LARGEST:
        item.refuse(errors.UploadRefusedError(f"{part.filename!r} is larger than the 64 MiB that qBittorrent takes"))
    else:
        try:
            item.infohash = Metainfo.parse(part.content).infohash
        except errors.InvalidTorrentError:
            return item  # the daemon has the last word
    return item


def told(items: Sequence[Item]) -> Added:
    """What came of all of them."""
    return Added(items=[told_of(one) for one in items])


def told_of(item: Item) -> AddedItem:
    """What came of one. What was named twice is there, when the first one is."""
    source = item.twin or item
    is_there = item.twin is not None and source.state in ("added", "already")
    v1, v2 = (item.infohash.v1, item.infohash.v2) if item.infohash else (None, None)
    return AddedItem(
        name=shown(item.name),
        state="already" if is_there else source.state,
        v1=v1,
        v2=v2,
        torrent_id=source.torrent_id,
        reason="it was named before" if is_there else shown(source.reason),
    )


def shown(text: str) -> str:
    """Text as it can be shown and sent on; names of files may be any bytes."""
    return text.encode(errors="replace").decode()
