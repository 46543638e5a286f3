"""Adding torrents. rTorrent answers 0 to whatever it is given and loads it later, or not, without a word: so we look.

Seen on 0.9.8 and 0.16.17: a torrent that is there already is ignored; a command that fails while loading is told in
`d.message`; bytes go as they are in XML, and in JSON, which has no bytes, as a `data:` address.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import quote

from ...errors import BitharborError, TorrentRefusedError, UnsupportedError
from ...model.metainfo import Metainfo
from ...wire.effects import NOW, Flow, Sleep
from .. import programs
from ..paths import location_of
from ..resume import with_resume
from ..rows import as_text, rows, text
from ..session import Language, Session
from ..values import Invocation
from .calling import ask, invocation, tell, value, values
from .holding import looked_at
from .limiting import awaken, group_of, groups

FIRST_PAUSE, LONGEST_PAUSE = 0.05, 0.5  # seconds between looks
PATIENCE = 3.0  # seconds without any progress: it loads a torrent as soon as it comes to it
LABELS = "labels"  # the custom field of labels, written as `joined` does
PORTION = 300_000  # bytes of torrents in one request: 0.9.8 takes 524,288, and base64 adds a third
FAILED_COMMAND = "Command on torrent creation failed"


@dataclass(frozen=True, slots=True)
class Load:
    """A torrent to be loaded.

    :ivar infohash: in upper case
    :ivar link: a magnet link, where there are no bytes
    """

    infohash: str
    content: bytes | None = field(default=None, repr=False)
    metainfo: Metainfo | None = field(default=None, repr=False)
    link: str = ""


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How torrents are to be loaded; limits in bytes/s."""

    location: str | None = None
    is_started: bool = True
    is_verified: bool = True
    category: str | None = None
    labels: tuple[str, ...] = ()
    download_limit: int | None = None
    upload_limit: int | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one."""

    infohash: str
    is_already: bool = False
    error: BitharborError | None = None


Told: TypeAlias = Callable[[int, Loaded], object]


def joined(labels: Sequence[str]) -> str:
    """Labels in one field: each percent-encoded, commas between."""
    return ",".join(quote(label, safe="") for label in labels)


def quoted(text: str) -> str:
    """A parameter within a command that is text itself."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def add(session: Session, loads: Sequence[Load], options: LoadOptions, told: Told) -> Flow[None]:
    """Load torrents, and look until the daemon lists them.

    :param told: hears of each by its place, as soon as something is known; of one with which something fails later, again
    """
    location = None if options.location is None else location_of(options.location)
    asked = (
        invocation("d.multicall2", "", "main", "d.hash="),
        invocation("system.time"),
        invocation("directory.default"),
        invocation("system.client_version"),
    )
    listed, time, folder, version = values((yield from ask(session, *asked)))
    knows_padding = not as_text(version).startswith("0.9.")
    now, home = as_text(time), as_text(folder)
    there = {text(one, "d.hash=") for one in rows(listed, ("d.hash=",))}
    yield from awaken(session, options.download_limit, options.upload_limit)
    orders: dict[int, Invocation] = {}
    for place, load in enumerate(loads):
        if load.infohash in there:
            told(place, Loaded(load.infohash, is_already=True))
            continue
        if load.metainfo and is_deadly(load.metainfo, knows_padding=knows_padding):
            told(place, Loaded(load.infohash, error=deadly()))
            continue
        content = yield from trusted(session, load, options, location or home)
        commands = preparing(options, location, now)
        there.add(load.infohash)
        limits = groups(load.infohash, options.download_limit or None, options.upload_limit or None)
        values((yield from tell(session, *limits)))
        commands += [f"d.throttle_name.set={group_of(load.infohash)}"] if limits else []
        orders[place] = loading(session, load, content, commands, is_started=options.is_started)
    try:
        yield from give_and_see(session, loads, orders, told)
    except BitharborError as error:
        if error.acted is False:  # true of what was asked last, not of what was given before
            error.acted = None
        raise


def give_and_see(session: Session, loads: Sequence[Load], orders: Mapping[int, Invocation], told: Told) -> Flow[None]:
    """Send them, and look whether each of them came."""
    refused = yield from given(session, orders)
    for place, error in refused.items():
        told(place, Loaded(loads[place].infohash, error=error))
    shown: dict[int, Loaded] = {}
    yield from watch(session, {place: loads[place].infohash for place in orders if place not in refused}, shown, told)
    try:
        yield from keep(session, [one.infohash for one in shown.values()])
    except BitharborError as error:
        error.acted = True  # they are there, and nobody knows whether they would be after a crash
        for place, one in shown.items():
            told(place, Loaded(one.infohash, error=one.error or error))
        raise


def is_deadly(metainfo: Metainfo, *, knows_padding: bool) -> bool:
    """Whether two of its files lie at one path, or one where another has a folder: 0.9.8 and 0.16.17 end when they start such.

    Padding of one length has one path in most hybrid torrents: 0.16.17 bears that, but none at the path of a file; 0.9.8 takes
    padding for files.
    """
    padding = {file.parts for file in metainfo.files if file.is_padding and knows_padding}
    files = [file.parts for file in metainfo.files if not (file.is_padding and knows_padding)]
    paths = padding | set(files)
    folders = {path[:depth] for path in paths for depth in range(1, len(path))}
    return len(paths) < len(padding) + len(files) or bool(paths & folders)


def deadly() -> TorrentRefusedError:
    """The error for a torrent that is never sent."""
    return TorrentRefusedError("two files of the torrent lie at one path: rTorrent would crash", hint="nothing was sent")


def custom(key: str, content: str) -> str:
    """The command that fills a custom field."""
    return f"d.custom.set={key},{content}"


def preparing(options: LoadOptions, location: str | None, now: str) -> list[str]:
    """The commands that are run on a torrent when it is loaded. The field `addtime` is what other programs use as well."""
    return [
        custom("addtime", now),
        *([f"d.directory.set={quoted(location)}"] if location is not None else []),
        *([f"d.custom1.set={quoted(quote(options.category, safe=''))}"] if options.category else []),
        *([custom(LABELS, quoted(joined(options.labels)))] if options.labels else []),
    ]


def loading(session: Session, load: Load, content: bytes | None, commands: Sequence[str], *, is_started: bool) -> Invocation:
    """The command that loads."""
    if content is None:
        return invocation("load.start" if is_started else "load.normal", "", load.link, *commands)
    if session.language is Language.JSON and not session.spoils_json:
        data = "data:application/x-bittorrent;base64," + base64.b64encode(content).decode()
        return invocation("load.start" if is_started else "load.normal", "", data, *commands)
    return invocation("load.raw_start" if is_started else "load.raw", "", content, *commands)


def trusted(session: Session, load: Load, options: LoadOptions, home: str) -> Flow[bytes | None]:
    """The bytes to load: with resume data where the files are to be trusted, and are all there in their full size."""
    metainfo, content = load.metainfo, load.content
    if options.is_verified or metainfo is None or content is None:
        return content
    paths = [f"{home.rstrip('/')}/{'/'.join(file.parts)}" for file in metainfo.files]
    portions = list(programs.portions(paths))
    asked = yield from ask(session, *(programs.scripted(programs.MEASURE, portion) for portion in portions))
    found = [
        one for portion, output in zip(portions, values(asked), strict=True) for one in programs.measures(output, len(portion))
    ]
    times = [one[1] for one, file in zip(found, metainfo.files, strict=True) if one and one[0] == file.size]
    if len(times) != len(metainfo.files):
        return content
    return with_resume(content, metainfo.files, metainfo.piece_length, metainfo.piece_count, times)


def given(session: Session, orders: Mapping[int, Invocation]) -> Flow[dict[int, BitharborError]]:
    """Send them, as many at a time as fit; the errors of those that were refused."""
    errors: dict[int, BitharborError] = {}
    portion: dict[int, Invocation] = {}
    size = 0
    for place, order in [*orders.items(), (None, None)]:
        length = sum(len(part) for part in order.params if isinstance(part, bytes | str)) if order else 0
        if portion and (order is None or size + length > PORTION):
            results = yield from tell(session, *portion.values())
            errors |= {place: one for place, one in zip(portion, results, strict=True) if isinstance(one, BitharborError)}
            portion, size = {}, 0
        if place is not None and order is not None:
            portion[place] = order
            size += length
    return errors


def watch(session: Session, todo: Mapping[int, str], found: dict[int, Loaded], told: Told) -> Flow[None]:
    """Look until all are there, or nothing happens any more.

    :param todo: infohashes
    :param found: gets those that are there
    """
    columns = ("d.hash=", "d.message=")
    waiting = dict(todo)
    pause = FIRST_PAUSE
    progress: float = yield NOW
    while waiting:
        listed = rows(value((yield from ask(session, invocation("d.multicall2", "", "main", *columns)))[0]), columns)
        messages = {text(one, columns[0]): text(one, columns[1]) for one in listed}
        come = [place for place, infohash in waiting.items() if infohash in messages]
        now: float = yield NOW
        for place in come:
            infohash = waiting.pop(place)
            message = messages[infohash]
            error = TorrentRefusedError(f"rTorrent says: {message}", acted=True) if message.startswith(FAILED_COMMAND) else None
            found[place] = Loaded(infohash, error=error)
            told(place, found[place])
        if come:
            progress = now
        if now - progress > PATIENCE:
            break
        if waiting:
            yield Sleep(pause)
            pause = min(pause * 1.5, LONGEST_PAUSE)
    for place, infohash in waiting.items():
        error = TorrentRefusedError("rTorrent took the torrent and does not list it", hint="its log may say why", acted=None)
        told(place, Loaded(infohash, error=error))


def keep(session: Session, infohashes: Sequence[str]) -> Flow[None]:
    """Wait until they are in the session folder: 0.16.17 writes half a second later, and would lose them if it were killed."""
    folder = as_text(value((yield from ask(session, invocation("session.path")))[0])).rstrip("/")
    paths = [f"{folder}/{infohash}.torrent" for infohash in infohashes]
    end: float = (yield NOW) + PATIENCE
    while paths and folder:
        try:
            seen = yield from looked_at(session, paths)
        except UnsupportedError:  # this connection may run no programs: there is no way to look
            return
        paths = [path for path in paths if seen[path] != programs.FILE]
        now: float = yield NOW
        if not paths or now > end:
            return
        yield Sleep(FIRST_PAUSE)
