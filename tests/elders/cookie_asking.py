"""Paths of the cookie interface that tell something: lists, logs, differences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.elders import rows
from tests.elders.cookie_calls import CATEGORY_SINCE, HTML, JSON_TYPE_SINCE
from tests.elders.settings import truth, whole_number
from tests.elders.wire import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.elders.cookie import Cookie
    from tests.elders.cookie_calls import Call
    from tests.elders.torrents import Torrent
    from tests.elders.wire import Json


def list_torrents(server: Cookie, call: Call) -> Answer:
    query, holdings = call.request.query, server.holdings
    label = "category" if server.profile.has(CATEGORY_SINCE) else "label"
    chosen = [torrent for torrent in holdings.torrents.values() if FILTERS.get(query.get("filter", ""), everything)(torrent)]
    if label in query:
        chosen = [torrent for torrent in chosen if torrent.category == query[label]]
    made = [rows.row(rows.TORRENT, torrent, holdings) for torrent in chosen]
    if query.get("sort"):
        made.sort(key=lambda row: sortable(row.get(query["sort"])), reverse=truth(query.get("reverse", "")))
    start, limit = whole_number(query.get("offset", "")), whole_number(query.get("limit", ""))
    start = start + len(made) if start < 0 else start
    start = start if 0 <= start < len(made) else 0
    return server.json(made[start : start + limit] if limit > 0 else made[start:])


def sortable(value: Json) -> tuple[float, str]:
    return (float(value), "") if isinstance(value, int | float) else (0.0, str(value or ""))


def everything(torrent: Torrent) -> bool:
    return True


def is_active(torrent: Torrent) -> bool:
    """Torrents that fetch their metadata count as active (seen on 3.3.16)."""
    return bool(torrent.dlspeed or torrent.upspeed) or not (torrent.has_metadata or torrent.paused)


# an unknown word shows all (seen on 3.3.16); paused ones are downloading or completed too
FILTERS: Final[Mapping[str, Callable[[Torrent], bool]]] = {
    "all": everything,
    "downloading": lambda torrent: not torrent.is_complete,
    "seeding": lambda torrent: torrent.is_complete and not torrent.paused,
    "completed": lambda torrent: torrent.is_complete,
    "paused": lambda torrent: torrent.paused,
    "resumed": lambda torrent: not torrent.paused,
    "active": is_active,
    "inactive": lambda torrent: not is_active(torrent),
}


def of_torrent(make: Callable[[Cookie, Torrent], Json]) -> Callable[[Cookie, Call], Answer]:
    """A handler for a path that ends in a hash."""

    def handler(server: Cookie, call: Call) -> Answer:
        torrent = server.torrent(call)
        return server.json(make(server, torrent)) if torrent else server.unknown()

    return handler


def piece_hashes(server: Cookie, torrent: Torrent) -> Json:
    return [torrent.pieces[start : start + 20].hex() for start in range(0, len(torrent.pieces), 20)]


def piece_states(server: Cookie, torrent: Torrent) -> Json:
    have = rows.pieces_have(torrent)
    return [2] * have + [0] * (max(torrent.pieces_num, 0) - have)


def log_lines(server: Cookie, call: Call) -> Answer:
    query = call.request.query
    kinds = {1: "normal", 2: "info", 4: "warning", 8: "critical"}
    after = whole_number(query.get("last_known_id", "-1"))
    lines = [line for line in server.holdings.log if line.id > after and truth(query.get(kinds[line.kind], "true"))]
    made: list[Json] = [
        {"id": line.id, "timestamp": line.timestamp, "type": line.kind, "message": line.message} for line in lines
    ]
    return server.json(made)


def peer_log(server: Cookie, call: Call) -> Answer:
    after = whole_number(call.request.query.get("last_known_id", "-1"))
    made: list[Json] = [
        {"id": row.id, "timestamp": row.timestamp, "ip": row.ip, "blocked": row.blocked, "reason": row.reason}
        for row in server.holdings.blocked_peers
        if row.id > after
    ]
    return server.json(made)


def main_data(server: Cookie, call: Call) -> Answer:
    holdings, settings = server.holdings, server.holdings.settings
    torrents: dict[str, Json] = {}
    for key, torrent in holdings.torrents.items():
        row = rows.row(rows.TORRENT, torrent, holdings)
        torrents[key] = {name: value for name, value in row.items() if name != "hash"}
    groups = "categories" if server.profile.has(CATEGORY_SINCE) else "labels"
    state: dict[str, Json] = {
        **rows.transfer(holdings),
        "queueing": settings.flag("queueing_enabled"),
        "use_alt_speed_limits": holdings.uses_alt_limits,
        "refresh_interval": 1500,
    }
    data: dict[str, Json] = {"torrents": torrents, groups: sorted(holdings.categories), "server_state": state}
    rid = whole_number(call.request.query.get("rid", ""))
    answer = server.json(call.session.main.answer(rid, data) if call.session else data)
    # the default type before 3.2.2
    return answer if server.profile.has(JSON_TYPE_SINCE) else Answer(headers=[("content-type", HTML)], body=answer.body)


def torrent_peers(server: Cookie, call: Call) -> Answer:
    query = call.request.query
    torrent = server.holdings.torrents.get(query.get("hash", "").lower())
    if not torrent or not call.session:
        return server.unknown()
    peers = {key: rows.peer_row(peer, server.profile) for key, peer in torrent.peers.items()}
    shows = any(peer.country_code for peer in torrent.peers.values())
    data: dict[str, Json] = {"peers": peers, "show_flags": shows}
    return server.json(call.session.peers.answer(whole_number(query.get("rid", "")), data))
