"""What may be given to `TorrentClient`: each argument in the one form in which adapters get it, or a `UsageError`.

Rule 1: what one daemon would misread, store as nonsense or follow out of a torrent's folder is refused for all of them, before
        anything is sent. Seen: a ratio of NaN, after which neither qBittorrent (4.2.5 to 5.3.0) nor Transmission (3.00, 4.1.4)
        writes a list that anybody can read; a file that Deluge renamed out of its folder; limits that came round as others.
Rule 2: nothing here knows a daemon; what only some of them cannot take is for their adapters to refuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TypeVar, cast
from urllib.parse import urlsplit

from ..errors import UsageError
from ..model.infohash import Infohash
from ..model.url import shown
from .adapter import AddOptions, Limits

E = TypeVar("E", bound=StrEnum)

RATE_LIMIT = 2**31 - 1  # bytes/s: what all daemons can count
RATIO_LIMIT = 9998.0  # qBittorrent (4.2.5 to 5.3.0) keeps none above
SECONDS_LIMIT = 525_600 * 60  # a year: the same
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
WINDOWS_PATH = re.compile(r"[A-Za-z]:[\\/]|\\\\")
PEER = re.compile(r"(?:\[[0-9A-Fa-f:.]+\]|[^\s:\[\]/@,]+):(\d{1,5})")
TRACKER_SCHEMES = frozenset({"http", "https", "udp", "ws", "wss"})


def ids_of(infohash: object) -> tuple[str, ...]:
    """The ids under which a daemon may list a torrent, the likeliest first.

    :raises UsageError: it is no infohash
    """
    if isinstance(infohash, Infohash | str | bytes):
        return Infohash.parse(infohash).torrent_ids
    if isinstance(infohash, Iterable):
        raise UsageError("a list of infohashes was given as one", hint="put a * before it")
    raise UsageError(f"{infohash!r} is no infohash")


def choice(kind: type[E], value: str) -> E:
    """A word of a few."""
    try:
        return kind(value)
    except ValueError as error:
        raise UsageError(f"{value!r} is none of {', '.join(kind)}") from error


def plain(text: object, what: str) -> str:
    """Text that is not empty, without characters that cannot be seen and without blanks around it."""
    if not isinstance(text, str):
        raise UsageError(f"{text!r} is no {what}: it is no text")
    bare = text.strip()
    if not bare:
        raise UsageError(f"an empty {what} was given")
    if CONTROL.search(bare):
        raise UsageError(f"{text!r} is no {what}: it holds characters that cannot be seen")
    try:
        bare.encode()
    except UnicodeEncodeError as error:
        raise UsageError(f"{text!r} is no {what}: it holds what is no text") from error
    return bare


def several(texts: object, what: str) -> tuple[object, ...]:
    """Members of a list; text alone is a list of letters, which nobody means."""
    if isinstance(texts, str) or not isinstance(texts, Iterable):
        raise UsageError(f"{texts!r} is no list of {what}s", hint="put brackets around it")
    return tuple(cast("Iterable[object]", texts))


def labels(given: Iterable[str]) -> tuple[str, ...]:
    """Labels, each once."""
    return tuple(dict.fromkeys(plain(one, "label") for one in several(given, "label")))


def refuse_commas(given: Iterable[str], kind: str) -> None:
    """For daemons that keep labels with commas between them: one with a comma would be two."""
    if odd := next((one for one in given if "," in one), None):
        raise UsageError(f"{odd!r} is no label of {kind}: commas stand between labels there", hint="give them one by one")


def category(given: str) -> str:
    """A category, or the empty text for none."""
    return plain(given, "category") if given != "" else ""


def location(given: str) -> str:
    """A folder of the daemon's machine: absolute, as each daemon begins a relative one somewhere else; no slash at its end."""
    plain(given, "folder")  # blanks at its ends may be its own
    if WINDOWS_PATH.match(given):
        return given
    if not given.startswith("/"):
        raise UsageError(
            f"{given!r} is no absolute path of the daemon's machine", hint="begin it with /; ~ is not understood there"
        )
    if ".." in given.split("/"):
        raise UsageError(f"{given!r} is no plain path of the daemon's machine", hint="write it without ..")
    return given.rstrip("/") or "/"


def path(given: str) -> str:
    """A path within a torrent."""
    plain(given, "path")
    parts = given.rstrip("/").split("/")
    if any(part in ("", ".", "..") for part in parts):
        raise UsageError(f"{given!r} leads out of the torrent's folder", hint="give names with single slashes between them")
    return "/".join(parts)


def rate(given: int | None) -> int | None:
    """A limit in bytes/s."""
    return None if given is None else whole(given, RATE_LIMIT, "limit in bytes/s")


def whole(given: object, highest: int, what: str) -> int:
    """A whole number from 0."""
    if not isinstance(given, int) or isinstance(given, bool) or not 0 <= given <= highest:
        raise UsageError(f"{given!r} is no {what}", hint=f"give a whole number from 0 to {highest}")
    return given


def share(given: object, highest: float, what: str) -> float:
    """A finite number from 0."""
    if not isinstance(given, int | float) or isinstance(given, bool) or not 0 <= given <= highest:  # NaN is in no order
        raise UsageError(f"{given!r} is no {what}", hint=f"give a number from 0 to {highest:g}")
    return given


def ratio(given: float | None) -> float | None:
    """A limit of the ratio."""
    return None if given is None else share(given, RATIO_LIMIT, "limit of a ratio")


def limits(download: int | None, upload: int | None, upto: float | None, seeding_time: int | None) -> Limits:
    """Limits of a torrent.

    :raises UsageError: there is none among them
    """
    if download is None and upload is None and upto is None and seeding_time is None:
        raise UsageError("no limit was given")
    seconds = None if seeding_time is None else whole(seeding_time, SECONDS_LIMIT, "limit in seconds")
    return Limits(rate(download), rate(upload), ratio(upto), seconds)


def indexes(given: Sequence[int]) -> tuple[int, ...]:
    """Places of files, each once."""
    return tuple(dict.fromkeys(whole(one, 2**31 - 1, "place of a file") for one in given))


def tier(given: int | None) -> int | None:
    """A tier of trackers."""
    return None if given is None else whole(given, 255, "tier")


def tracker(given: str) -> str:
    """The address of a tracker; blanks and line ends in it would make several of it."""
    url = plain(given, "address of a tracker")
    try:
        parts = urlsplit(url)
        is_one = parts.scheme.lower() in TRACKER_SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one or re.search(r"\s", url):
        raise UsageError(f"no tracker is at {shown(url)}", hint="write it as http://host/announce or udp://host:port")
    return url


def peer(given: str) -> str:
    """A peer."""
    where = plain(given, "peer")
    found = PEER.fullmatch(where)
    if not found or not 0 < int(found[1]) <= 0xFFFF:
        raise UsageError(f"{given!r} is no peer", hint="write host:port, IPv6 hosts in brackets")
    return where


def add_options(
    place: str | None,
    *,
    is_stopped: bool,
    is_verified: bool,
    sort: str | None,
    words: Iterable[str],
    download: int | None,
    upload: int | None,
) -> AddOptions:
    """How torrents are to be added. An empty folder or category is none."""
    return AddOptions(
        location(place) if place else None,
        is_stopped,
        is_verified,
        category(sort) if sort else None,
        labels(words),
        rate(download) or None,
        rate(upload) or None,
    )
