"""Adding to Deluge: one torrent a call, some calls at a time, and the label after it.

Facts with a version were seen on 2.0.3, 2.2.0 and 2.2.1~dev.
"""

from __future__ import annotations

import asyncio
import base64
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from ...errors import AlreadyAddedError, BadAnswerError, BitharborError
from ..adapter import Added, Addition, AddOptions, Tell
from . import deluge_fields as table
from . import deluge_labels as labels
from .deluge_settling import has_started, unsettled
from .deluge_statuses import Statuses

if TYPE_CHECKING:
    from ...deluge.client import DelugeClient

AT_ONCE: Final = 8
START_SECONDS: Final = 2.0
INFOHASH: Final = re.compile("[0-9a-f]{40}")


async def add(statuses: Statuses, additions: Sequence[Addition], options: AddOptions, tell: Tell) -> None:
    """Add them, a few at a time: the daemon answers each when it lists it."""
    client = statuses.client
    if options.category:
        await labels.make(client, options.category)
    turn = asyncio.Semaphore(AT_ONCE)

    async def one(place: int, addition: Addition) -> Added:
        async with turn:
            answer = await added(client, addition, options)
            tell(place, answer)
            return answer

    answers = await asyncio.gather(*(one(*each) for each in enumerate(additions)))
    if not options.is_stopped:  # for a moment each is listed as stopped, and the daemon forgets orders that came in it
        new = [answer.infohash for answer in answers if answer.infohash and not answer.is_already]
        await unsettled(statuses, new, has_started, "state", seconds=START_SECONDS)


async def added(client: DelugeClient, addition: Addition, options: AddOptions) -> Added:
    """Add one, and say what came of it."""
    infohash = None
    try:
        infohash = await sent(client, addition, wire_options(options))
        if options.category:
            await labels.give(client, infohash, options.category)
    except AlreadyAddedError as error:
        return Added(listed_id(error, addition), is_already=True)
    except BitharborError as error:
        if infohash:
            error.acted = True  # it is there, without the label
        return Added(infohash, error=error)
    return Added(infohash)


async def sent(client: DelugeClient, addition: Addition, options: Mapping[str, object]) -> str:
    """Send one, by the method that is for it. The answer is the id under which the daemon lists it."""
    if addition.content is not None:
        filedump = base64.b64encode(addition.content).decode("ascii")
        told = await client.call("core.add_torrent_file", file_name(addition), filedump, options)
    else:
        told = await client.call("core.add_torrent_magnet", addition.link or "", options)
    if not isinstance(told, str):
        raise BadAnswerError("Deluge took the torrent, but did not say under which infohash", acted=None)
    return told


def wire_options(options: AddOptions) -> dict[str, object]:
    """The daemon's own options. What is not named follows its configuration."""
    wire: dict[str, object] = {"add_paused": options.is_stopped}
    if options.location:
        wire["download_location"] = options.location
    if not options.is_verified:
        wire["seed_mode"] = True
    if options.download_limit:
        wire["max_download_speed"] = table.wire_limit(options.download_limit)
    if options.upload_limit:
        wire["max_upload_speed"] = table.wire_limit(options.upload_limit)
    return wire


def file_name(addition: Addition) -> str:
    """A name for the daemon's log, and for its copy where it keeps one; no path of ours."""
    name = addition.metainfo.name if addition.metainfo else ""
    return f"{re.sub(r'[^A-Za-z0-9._-]', '_', name)[:80] or 'torrent'}.torrent"


def listed_id(error: AlreadyAddedError, addition: Addition) -> str | None:
    """Under which id the daemon lists what it has already: it says so."""
    found = INFOHASH.search(error.message)
    if found:
        return found[0]
    return addition.infohash.torrent_id
