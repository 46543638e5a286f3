"""The way of one call to qBittorrent 3.0 to 4.0: what needs more than its route stands in the tables, the rest has none.

Rule: answers leave here in the form of today, whatever was asked how often.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ....wire.effects import Flow, Reply
from ...session import Session
from ..call import Call
from . import answering, looking, ordering, reading, settings
from .asking import routes_of
from .ordering import Steps
from .reading import as_it_is, by_converting, cookie_rows, of_one

DIGEST: Final[Mapping[str, Steps]] = {
    "app/version": reading.no_version,
    "app/preferences": settings.read,
    "app/setPreferences": settings.change,
    "transfer/info": reading.digest_transfer,
    "transfer/setDownloadLimit": ordering.LIMIT_DOWNLOAD,
    "transfer/setUploadLimit": ordering.LIMIT_UPLOAD,
    "torrents/info": reading.by_digest,
    "torrents/properties": of_one(reading.digest_properties, answering.without_metadata),
    "torrents/trackers": of_one(reading.digest_trackers),
    "torrents/files": of_one(reading.digest_files),
    "torrents/downloadLimit": reading.digest_limits,
    "torrents/uploadLimit": reading.digest_limits,
    "torrents/setDownloadLimit": ordering.LIMIT_DOWNLOADS,
    "torrents/setUploadLimit": ordering.LIMIT_UPLOADS,
    "torrents/add": ordering.add,
    "torrents/addTrackers": ordering.add_trackers,
    "torrents/delete": ordering.delete,
    "torrents/stop": ordering.STOP,
    "torrents/start": ordering.START,
    "torrents/filePrio": ordering.file_priority,
    "torrents/recheck": ordering.by_hashes,
    "torrents/increasePrio": ordering.move_in_queue,
    "torrents/decreasePrio": ordering.move_in_queue,
    "torrents/topPrio": ordering.move_in_queue,
    "torrents/bottomPrio": ordering.move_in_queue,
}
COOKIE: Final[Mapping[str, Steps]] = {
    "app/preferences": settings.read,
    "app/setPreferences": settings.change,
    "sync/maindata": by_converting(answering.main_data),
    "sync/torrentPeers": of_one(cookie_rows(as_it_is)),
    "torrents/info": reading.by_cookie,
    "torrents/properties": of_one(cookie_rows(as_it_is)),
    "torrents/trackers": of_one(cookie_rows(answering.trackers)),
    "torrents/webseeds": of_one(cookie_rows(as_it_is)),
    "torrents/files": of_one(cookie_rows(answering.files)),
    "torrents/pieceStates": of_one(cookie_rows(as_it_is)),
    "torrents/pieceHashes": of_one(cookie_rows(as_it_is)),
    "torrents/add": ordering.add,
    "torrents/addTrackers": ordering.add_trackers,
    "torrents/delete": ordering.delete,
    "torrents/stop": ordering.STOP,
    "torrents/start": ordering.START,
    "torrents/filePrio": ordering.file_priority,
    "torrents/rename": ordering.rename,
    "torrents/increasePrio": ordering.move_in_queue,
    "torrents/decreasePrio": ordering.move_in_queue,
    "torrents/topPrio": ordering.move_in_queue,
    "torrents/bottomPrio": ordering.move_in_queue,
}
WAYS: Final[Mapping[str | None, Mapping[str, Steps]]] = {"digest": DIGEST, "cookie": COOKIE}

# these take the word "all" today, and a list of all torrents there
BY_HASHES: Final = frozenset(
    {
        "torrents/recheck",
        "torrents/downloadLimit",
        "torrents/uploadLimit",
        "torrents/setDownloadLimit",
        "torrents/setUploadLimit",
        "torrents/setLocation",
        "torrents/setCategory",
        "torrents/setAutoManagement",
        "torrents/toggleSequentialDownload",
        "torrents/toggleFirstLastPiecePrio",
        "torrents/setForceStart",
        "torrents/setSuperSeeding",
    }
)


def exchange(session: Session, call: Call) -> Flow[Reply]:
    """The call and its answer, in the form of today.

    :raises UnsupportedError: this generation has not got the action
    """
    if call.op.is_raw:
        return (yield from ordering.raw(session, call))
    steps = WAYS[session.generation].get(call.op.path)
    if steps is not reading.no_version:
        routes_of(session, call.op)
    if call.op.path in BY_HASHES:
        yield from ordering.every_named(session, call)
    if call.op.needs_version:
        yield from looking.version_of(session, call)
    return (yield from (steps or reading.plain)(session, call))
