"""What may be sent again: the retry class of every method, from a table.

`read` and `idempotent` may be sent again after a fault, `once` never after it may have arrived. An unknown method is `once`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from ..errors import EmptySelectionError
from ..model.json import Json

Retry: TypeAlias = Literal["read", "idempotent", "once"]

# not `torrent_add`: a second answer says that the torrent is there, and not whether it was before, perhaps stopped by its user
RETRIES: Mapping[str, Retry] = {
    "free_space": "read",
    "group_get": "read",
    "port_test": "read",
    "session_get": "read",
    "session_stats": "read",
    "torrent_get": "read",
    "group_set": "idempotent",
    "session_set": "idempotent",
    "torrent_reannounce": "idempotent",
    "torrent_set": "idempotent",
    "torrent_set_location": "idempotent",
    "torrent_start": "idempotent",
    "torrent_start_now": "idempotent",
    "torrent_stop": "idempotent",
    "torrent_verify": "idempotent",
}

# arguments whose second arrival is refused, or does something else
ONCE_ARGUMENTS: Mapping[str, frozenset[str]] = {
    "torrent_set": frozenset({"tracker_add", "tracker_remove", "tracker_replace"}),
}

# the daemon reads no `ids` as all torrents
WANTS_IDS = frozenset({"torrent_remove", "torrent_set_location"})
ACTS_ON_IDS = frozenset(
    {
        *WANTS_IDS,
        "torrent_reannounce",
        "torrent_set",
        "torrent_start",
        "torrent_start_now",
        "torrent_stop",
        "torrent_verify",
    }
)


def retry_of(method: str, arguments: Mapping[str, Json]) -> Retry:
    """The retry class of a call. Both names as 4.1 writes them."""
    if ONCE_ARGUMENTS.get(method, frozenset()) & arguments.keys():
        return "once"
    return RETRIES.get(method, "once")


def refuse_empty(method: str, arguments: Mapping[str, Json]) -> None:
    """Raise where nothing is named and everything might be meant."""
    ids = arguments.get("ids")
    is_empty = ids is not None and not ids
    if (method in ACTS_ON_IDS and is_empty) or (method in WANTS_IDS and ids is None):
        raise EmptySelectionError(
            f"{method}: no torrent was named", hint="the daemon would read that as all of them; name the torrents in `ids`"
        )
