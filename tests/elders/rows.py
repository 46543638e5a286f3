"""The rows of the cookie interface's answers: which key came with which version, and where its value is found.

Rule: one table a kind of row; a function here makes one row for one version.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from tests.elders import printing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.elders.holdings import Holdings
    from tests.elders.profiles import Number, Profile
    from tests.elders.torrents import File, Peer, Torrent
    from tests.elders.wire import Json
    from tests.elders.wording import Wording

COOKIE: Final[Number] = (3, 2)
# a time that is not known, as an unsigned number of 32 bits (seen on 3.3.16)
NEVER: Final = 4_294_967_295
ALIVE_SINCE: Final[Number] = (3, 3)
RATIO_LIMIT: Final = 9999
# normal priority as the newer libtorrent numbers it: seen on 3.3.16
NORMAL_IS_FOUR: Final[Number] = (3, 3, 16)


@dataclass(frozen=True)
class Key:
    """A key of a row of one torrent."""

    name: str
    value: Callable[[Torrent, Holdings], Json]
    since: Number = COOKIE
    until: Number | None = None


def progress(torrent: Torrent) -> float:
    """Reckoned in C floats, and whole once all is there."""
    if torrent.is_complete:
        return 1.0
    if not torrent.wanted_size:
        return 0.0
    return printing.single(printing.single(torrent.done) / printing.single(torrent.wanted_size))


def priority(torrent: Torrent, holdings: Holdings) -> int:
    position = holdings.position(torrent)
    if position is not None:
        return position
    return 0 if holdings.profile.has(ALIVE_SINCE) else -1


def ratio(torrent: Torrent) -> float:
    return -1 if torrent.ratio > RATIO_LIMIT else torrent.ratio


def activity(torrent: Torrent) -> int:
    return 0 if torrent.paused or torrent.is_checking else torrent.last_activity


def magnet(torrent: Torrent) -> str:
    trackers = "".join(f"&tr={quote(row.url, safe='')}" for row in torrent.trackers)
    return f"magnet:?xt=urn:btih:{torrent.hash}&dn={quote(torrent.name)}{trackers}"


def state(torrent: Torrent, profile: Profile) -> str:
    """The word for what a torrent does. A complete one that is checked reads checkingUP though nothing is counted (3.3.16)."""
    end = "UP" if torrent.is_complete or (torrent.is_checking and torrent.completion_on is not None) else "DL"
    if torrent.error:
        return torrent.error if profile.has(ALIVE_SINCE) else "error"
    if torrent.is_checking:
        return f"checking{end}"
    if torrent.paused:
        return f"paused{end}"
    if torrent.queued:
        return f"queued{end}"
    if not torrent.has_metadata and profile.has(ALIVE_SINCE):
        return "metaDL"
    if torrent.force_start and profile.has(ALIVE_SINCE):
        return f"forced{end}"
    if end == "UP":
        return "uploading" if torrent.upspeed else "stalledUP"
    return "downloading" if torrent.dlspeed else "stalledDL"


TORRENT: Final = (
    Key("hash", lambda torrent, _: torrent.hash),
    Key("name", lambda torrent, _: torrent.name),
    Key("magnet_uri", lambda torrent, _: magnet(torrent), (4, 0)),
    Key("size", lambda torrent, _: torrent.wanted_size),
    Key("progress", lambda torrent, _: progress(torrent)),
    Key("dlspeed", lambda torrent, _: torrent.dlspeed),
    Key("upspeed", lambda torrent, _: torrent.upspeed),
    Key("priority", priority),
    Key("num_seeds", lambda torrent, _: torrent.seeds),
    Key("num_complete", lambda torrent, _: torrent.seeds_total),
    Key("num_leechs", lambda torrent, _: torrent.leechs),
    Key("num_incomplete", lambda torrent, _: torrent.leechs_total),
    Key("ratio", lambda torrent, _: ratio(torrent)),
    Key("state", lambda torrent, holdings: state(torrent, holdings.profile)),
    Key("eta", lambda torrent, _: torrent.eta),
    Key("seq_dl", lambda torrent, _: torrent.seq_dl),
    Key("f_l_piece_prio", lambda torrent, _: torrent.first_last if torrent.has_metadata else None),
    Key("label", lambda torrent, _: torrent.category, until=(3, 3, 5)),
    Key("category", lambda torrent, _: torrent.category, (3, 3, 5)),
    Key("tags", lambda torrent, _: torrent.tags, (4, 0, 4)),
    Key("super_seeding", lambda torrent, _: torrent.super_seeding),
    Key("force_start", lambda torrent, _: torrent.force_start),
    Key("save_path", lambda torrent, _: folder(torrent.save_path), (3, 2, 4)),
    Key("added_on", lambda torrent, _: torrent.added_on, (3, 3, 4)),
    Key("completion_on", lambda torrent, _: NEVER if torrent.completion_on is None else torrent.completion_on, (3, 3, 4)),
    Key("tracker", lambda torrent, _: working_tracker(torrent), (3, 3, 11)),
    Key("dl_limit", lambda torrent, _: torrent.dl_limit, (3, 3, 11)),
    Key("up_limit", lambda torrent, _: torrent.up_limit, (3, 3, 11)),
    Key("downloaded", lambda torrent, _: torrent.downloaded, (3, 3, 11)),
    Key("uploaded", lambda torrent, _: torrent.uploaded, (3, 3, 11)),
    Key("downloaded_session", lambda torrent, _: torrent.downloaded_session, (3, 3, 11)),
    Key("uploaded_session", lambda torrent, _: torrent.uploaded_session, (3, 3, 11)),
    Key("remaining", lambda torrent, _: torrent.wanted_size - torrent.done, (3, 3, 11), (3, 3, 12)),
    Key("amount_left", lambda torrent, _: torrent.wanted_size - torrent.done, (3, 3, 12)),
    Key("completed", lambda torrent, _: torrent.done, (3, 3, 11)),
    Key("ratio_limit", lambda torrent, _: torrent.ratio_limit, (3, 3, 11)),
    Key("seen_complete", lambda torrent, _: NEVER if torrent.last_seen is None else torrent.last_seen, (3, 3, 11)),
    Key("last_activity", lambda torrent, _: activity(torrent), (3, 3, 11)),
    Key("total_size", lambda torrent, _: torrent.total_size, (3, 3, 11)),
    Key("auto_tmm", lambda torrent, _: torrent.auto_tmm, (4, 0)),
    Key("time_active", lambda torrent, _: torrent.active_time, (4, 0, 4)),
)

PROPERTIES: Final = (
    Key("save_path", lambda torrent, _: folder(torrent.save_path)),
    Key("creation_date", lambda torrent, _: known(torrent.creation_date)),
    Key("piece_size", lambda torrent, _: torrent.piece_size),
    Key("comment", lambda torrent, _: torrent.comment),
    Key("total_wasted", lambda torrent, _: torrent.wasted),
    Key("total_uploaded", lambda torrent, _: torrent.uploaded),
    Key("total_uploaded_session", lambda torrent, _: torrent.uploaded_session),
    Key("total_downloaded", lambda torrent, _: torrent.downloaded),
    Key("total_downloaded_session", lambda torrent, _: torrent.downloaded_session),
    Key("up_limit", lambda torrent, _: torrent.up_limit if torrent.up_limit > 0 else -1),
    Key("dl_limit", lambda torrent, _: torrent.dl_limit if torrent.dl_limit > 0 else -1),
    Key("time_elapsed", lambda torrent, _: torrent.active_time),
    Key("seeding_time", lambda torrent, _: torrent.seeding_time),
    Key("nb_connections", lambda torrent, _: torrent.connections),
    Key("nb_connections_limit", lambda _, holdings: holdings.settings.integer("max_connec_per_torrent")),
    Key("share_ratio", lambda torrent, _: ratio(torrent)),
    Key("addition_date", lambda torrent, _: torrent.added_on, (3, 3)),
    Key("completion_date", lambda torrent, _: known(torrent.completion_on), (3, 3)),
    Key("created_by", lambda torrent, _: torrent.created_by, (3, 3)),
    Key("dl_speed", lambda torrent, _: torrent.dlspeed, (3, 3)),
    Key("dl_speed_avg", lambda torrent, _: average(torrent.downloaded, torrent), (3, 3)),
    Key("up_speed", lambda torrent, _: torrent.upspeed, (3, 3)),
    Key("up_speed_avg", lambda torrent, _: average(torrent.uploaded, torrent), (3, 3)),
    Key("eta", lambda torrent, _: torrent.eta, (3, 3)),
    Key("last_seen", lambda torrent, _: known(torrent.last_seen), (3, 3)),
    Key("peers", lambda torrent, _: torrent.leechs, (3, 3)),
    Key("peers_total", lambda torrent, _: torrent.leechs_total, (3, 3)),
    Key("seeds", lambda torrent, _: torrent.seeds, (3, 3)),
    Key("seeds_total", lambda torrent, _: torrent.seeds_total, (3, 3)),
    Key("pieces_have", lambda torrent, _: pieces_have(torrent), (3, 3)),
    Key("pieces_num", lambda torrent, _: torrent.pieces_num, (3, 3)),
    Key("reannounce", lambda torrent, _: torrent.reannounce, (3, 3)),
    Key("total_size", lambda torrent, _: torrent.total_size, (3, 3)),
)


def folder(path: str) -> str:
    return path.rstrip("/") + "/"


def known(moment: int | None) -> int:
    return -1 if moment is None else moment


def average(total: int, torrent: Torrent) -> int:
    return total // torrent.active_time if torrent.active_time else 0


def pieces_have(torrent: Torrent) -> int:
    if not torrent.has_metadata:
        return 0
    return torrent.pieces_num if torrent.is_complete else torrent.done // torrent.piece_size


def working_tracker(torrent: Torrent) -> str:
    return next((row.url for row in torrent.trackers if row.status == "Working"), "")


def row(keys: tuple[Key, ...], torrent: Torrent, holdings: Holdings) -> dict[str, Json]:
    """The row of one torrent in this version; f_l_piece_prio is absent without metadata."""
    values = {key.name: key.value(torrent, holdings) for key in keys if holdings.profile.has(key.since, key.until)}
    return {name: value for name, value in values.items() if value is not None}


def file_rows(torrent: Torrent, profile: Profile) -> list[dict[str, Json]]:
    rows = [file_row(torrent, file, profile) for file in torrent.files]
    for each, (first, last) in zip(rows, torrent.piece_ranges(), strict=True):
        if profile.has((4, 0)):
            each["piece_range"] = [first, last]
    if rows:
        rows[0]["is_seed"] = torrent.is_complete
    return rows


def file_row(torrent: Torrent, file: File, profile: Profile) -> dict[str, Json]:
    normal = 4 if profile.has(NORMAL_IS_FOUR) else 1
    made: dict[str, Json] = {
        "name": file.path,
        "size": file.size,
        "progress": torrent.file_progress(file),
        "priority": normal if file.priority == 1 else file.priority,
    }
    return made | ({"availability": file.availability} if profile.has((4, 0, 4)) else {})


def tracker_rows(torrent: Torrent, say: Wording) -> list[dict[str, Json]]:
    return [
        {"url": each.url, "status": say.status(each.status), "num_peers": each.num_peers, "msg": each.msg}
        for each in torrent.trackers
    ]


def peer_row(peer: Peer, profile: Profile) -> dict[str, Json]:
    values: Mapping[str, Json] = asdict(peer)
    absent = {name for name in ("country_code", "country") if not values[name]}
    absent |= set() if profile.has((3, 3, 11)) else {"files"}
    return {name: value for name, value in values.items() if name not in absent}


def transfer(holdings: Holdings) -> dict[str, Json]:
    """transferInfo, and the part of server_state that is the same."""
    totals, settings = holdings.totals, holdings.settings
    prefix = "alt_" if holdings.uses_alt_limits else ""
    made: dict[str, Json] = {
        "dl_info_speed": totals.dl_speed,
        "dl_info_data": totals.dl_data,
        "up_info_speed": totals.up_speed,
        "up_info_data": totals.up_data,
        "dl_rate_limit": settings.integer(f"{prefix}dl_limit"),
        "up_rate_limit": settings.integer(f"{prefix}up_limit"),
        "dht_nodes": totals.dht_nodes,
        "connection_status": totals.connection_status,
    }
    if not holdings.profile.has((3, 3, 12)):
        return made
    return made | {
        "alltime_dl": totals.alltime_dl,
        "alltime_ul": totals.alltime_ul,
        "total_wasted_session": totals.wasted,
        "global_ratio": f"{totals.alltime_ul / totals.alltime_dl:.2f}" if totals.alltime_dl else "-",
        "total_peer_connections": totals.peer_connections,
        "read_cache_hits": totals.read_cache_hits,
        "total_buffers_size": 0,
        "write_cache_overload": "0",
        "read_cache_overload": "0",
        "queued_io_jobs": 0,
        "average_time_queue": totals.average_time_queue,
        "total_queued_size": 0,
    }
