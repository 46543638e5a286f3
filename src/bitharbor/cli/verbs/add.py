"""`btclient add`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from ...errors import AuthenticationError, BitharborError, TransportError
from ...unified import quantities
from ...unified.adding import ADDED_TOGETHER
from ...unified.client import TorrentClient
from ...unified.outcome import Fate, Item, Outcome
from ...unified.sources import addition_of, url_of
from .. import printing
from ..checking import until_checked
from ..codes import Exit, code_of_outcome
from ..options import DAEMON, OUTPUT, Daemon, Output
from ..ordering import fates
from ..progress import Step, bars
from ..running import with_daemon

ADDED = fates("added", "was there")


def verb(
    source: str,
    /,
    *more: str,
    location: str | None = None,
    stopped: bool = False,
    trust: bool = False,
    category: str | None = None,
    label: tuple[str, ...] = (),
    down: str | None = None,
    up: str | None = None,
    wait: bool = False,
    dry_run: bool = False,
    at: Daemon = DAEMON,
    output: Output = OUTPUT,
) -> Exit:
    """Add torrents.

    :param source: a .torrent file, a magnet link, an infohash, or a web address, which is fetched by this program
    :param more: others
    :param location: folder on the daemon's machine
    :param stopped: do not start them
    :param trust: trust the data that is there without checking it
    :param category: put them into this one
    :param label: give them this label; may be repeated
    :param down: what each may download a second, as 2MiB
    :param up: what each may upload a second
    :param wait: until what is there was checked
    :param dry_run: only say what would be added
    """
    sources = (source, *more)
    if dry_run:
        return shown(Outcome(tuple(map(looked_at, sources))), output, is_dry=True)
    download = None if down is None else int(quantities.size(down))
    upload = None if up is None else int(quantities.size(up))

    async def added(client: TorrentClient) -> Exit:
        def batch(part: Sequence[str]) -> Awaitable[Outcome]:
            return client.add(
                *part, location=location, is_stopped=stopped, is_verified=not trust, category=category, labels=label,
                download_limit=download, upload_limit=upload,
            )  # fmt: skip

        with bars() as step:
            outcome = await in_batches(sources, batch, step)
            if wait:
                await until_checked(client, outcome.done, step)
        return shown(outcome, output)

    return with_daemon(at, added)


async def in_batches(sources: Sequence[str], add: Callable[[Sequence[str]], Awaitable[Outcome]], step: Step) -> Outcome:
    """Add as many at a time as the client gives to a daemon together: each time may take as long as a call may.

    Once the daemon cannot be reached, the rest is not tried.
    """
    items: list[Item] = []
    for place in range(0, len(sources), ADDED_TOGETHER):
        step("adding", place, len(sources))
        outcome = await add(sources[place : place + ADDED_TOGETHER])
        items += outcome.items
        if (lost := lost_by(outcome)) is not None:
            untouched = lost.untouched()
            items += [Item(source, Fate.FAILED, error=untouched) for source in sources[len(items) :]]
            break
    step("adding", len(sources), len(sources))
    return Outcome(tuple(items))


def lost_by(outcome: Outcome) -> BitharborError | None:
    """Why the daemon took nothing; None where it did, or where only others than the daemon cannot be reached."""
    if any(item.fate is not Fate.FAILED for item in outcome.items):
        return None
    errors = (item.error for item in outcome.items if not url_of(item.given))
    return next((error for error in errors if isinstance(error, TransportError | AuthenticationError)), None)


def looked_at(source: str) -> Item:
    """What a source is, without adding it. An address is not fetched."""
    if url_of(source):
        return Item(source, Fate.DONE)
    try:
        addition = addition_of(source)
    except BitharborError as error:
        return Item(source, Fate.FAILED, error=error)
    infohash = addition.infohash.torrent_id if addition.infohash else None
    return Item(source, Fate.DONE, infohash, name=addition.metainfo.name if addition.metainfo else None)


def shown(outcome: Outcome, output: Output, *, is_dry: bool = False) -> Exit:
    """Print what became of them."""
    printing.outcome(outcome, output, fates("would be added") if is_dry else ADDED)
    return code_of_outcome(outcome)
