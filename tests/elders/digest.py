"""The Digest interface of 3.0 and 3.1: worded JSON, commands that never fail, answers out of a cache.

Rule: the order of checks and every oddity is that of the recorded 3.1.12 and 3.1.9.2; 3.0.8 is the document's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.elders import challenge, metainfo, printing, wire
from tests.elders.bans import Bans
from tests.elders.settings import whole_number
from tests.elders.wire import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.elders.holdings import Holdings
    from tests.elders.torrents import Torrent
    from tests.elders.wire import Form, Json, Request
    from tests.elders.wording import Wording

CACHE_SECONDS: Final = 1.5
SCRIPT: Final = "text/javascript"
HTML: Final = "text/html"
MISSING: Final = Answer(404, "File not found")
HIDE_ALL: Final = b'<script type="text/javascript">window.parent.hideAll();</script>'
LOOPBACK: Final = {"127.0.0.1", "::1"}
GZIP_SINCE: Final = (3, 1, 1)
SHUTDOWN_SINCE: Final = (3, 1)


class Digest:
    """One server of the Digest generation."""

    def __init__(self, holdings: Holdings, wording: Wording, stop: Callable[[], None]) -> None:
        self.holdings = holdings
        self.wording = wording
        self.profile = holdings.profile
        self.bans = Bans(holdings.clock)
        self._stop = stop
        self._cached: dict[str, tuple[str, float, Json]] = {}

    def answer(self, request: Request) -> bytes:
        compressed = self.profile.has(GZIP_SINCE) and request.takes_gzip
        return (self._refused(request) or self._routed(request)).rendered(compressed=compressed)

    def _refused(self, request: Request) -> Answer | None:
        settings = self.holdings.settings
        if settings.flag("bypass_local_auth") and request.peer in LOOPBACK:
            return None
        if self.bans.holds(request.peer):
            # a content type only in 3.1.12
            types = [("content-type", "text/plain; charset=utf-8")] if self.profile.prints_sorted else []
            return Answer(403, "Forbidden", types, self.wording.words.banned.encode())
        if not (header := request.header("authorization")):
            return challenge.challenge(self.holdings.clock)
        if not challenge.is_right(header, request.method, settings):
            self.bans.failed(request.peer)
            return challenge.challenge(self.holdings.clock)
        self.bans.forgive(request.peer)
        return None

    def _routed(self, request: Request) -> Answer:
        self.holdings.settle()
        match [part for part in request.path.split("/") if part]:
            case []:
                return page("<title>qBittorrent web User Interface</title>")
            case ["about.html"]:
                return page(f"<h2>qBittorrent v{self.profile.version}</h2>")
            case ["json", "torrents", *_]:
                return self._cached_json("torrents", "", lambda: [self._row(torrent) for torrent in self._sorted()])
            case ["json", "transferInfo", *_]:
                return self._cached_json("transferInfo", "", self._transfer_info)
            case ["json", "preferences", *_]:
                return self._json(self.holdings.settings.read())
            case ["json", name, asked, *_] if name in PROPERTIES:
                return self._properties(name, asked)
            case ["command", name, *_]:
                return self._command(name, request)
            case _:
                return MISSING

    def _json(self, value: Json) -> Answer:
        return Answer(headers=[("content-type", SCRIPT)], body=printing.digest(value, self.profile))

    def _cached_json(self, route: str, asked: str, fresh: Callable[[], Json]) -> Answer:
        cached = self._from_cache(route, asked)
        if cached is not None:
            return self._json(cached[0])
        value = fresh()
        self._cached[route] = (asked, self.holdings.clock.now(), value)
        return self._json(value)

    def _from_cache(self, route: str, asked: str) -> tuple[Json] | None:
        """What this route answered within 1.5 s, if it was asked for the same."""
        before, when, value = self._cached.get(route, ("", -CACHE_SECONDS, None))
        is_young = self.holdings.clock.now() - when < CACHE_SECONDS
        return (value,) if before == asked and is_young else None

    def _properties(self, name: str, asked: str) -> Answer:
        """Unknown, or without metadata: an empty body, but what an empty answer is cached as when asked again at once."""
        torrent = self.holdings.torrents.get(asked.lower())
        fresh, empty, needs_metadata = PROPERTIES[name]
        is_known = torrent is not None and (torrent.has_metadata or not needs_metadata)
        if not needs_metadata or is_known:
            return self._cached_json(name, asked, lambda: fresh(self, torrent) if torrent else empty)
        if (cached := self._from_cache(name, asked)) is not None:
            return self._json(cached[0])
        self._cached[name] = (asked, self.holdings.clock.now(), empty)
        return Answer(headers=[("content-type", SCRIPT)])

    def _sorted(self) -> list[Torrent]:
        return [self.holdings.torrents[key] for key in sorted(self.holdings.torrents)]

    def _row(self, torrent: Torrent) -> Json:
        say, position = self.wording, self.holdings.position(torrent)
        return {
            "hash": torrent.hash,
            "name": torrent.name,
            "size": say.size(torrent.wanted_size),
            "progress": torrent.progress,
            "dlspeed": say.speed(torrent.dlspeed),
            "upspeed": say.speed(torrent.upspeed),
            "priority": "*" if position is None else str(position),
            "num_seeds": say.peers(torrent.seeds, torrent.seeds_total),
            "num_leechs": say.peers(torrent.leechs, torrent.leechs_total),
            "ratio": say.ratio(torrent.ratio),
            "eta": say.duration(torrent.eta),
            "state": state(torrent),
        }

    def _transfer_info(self) -> Json:
        totals, words = self.holdings.totals, self.wording.words
        return {
            "dl_info": self.wording.transfer(words.download, totals.dl_speed, totals.dl_data),
            "up_info": self.wording.transfer(words.upload, totals.up_speed, totals.up_data),
        }

    def general(self, torrent: Torrent) -> Json:
        say, words = self.wording, self.wording.words
        elapsed = say.duration(torrent.active_time)
        seeded = words.seeded.format(elapsed, say.duration(torrent.seeding_time))
        return {
            "save_path": f"{torrent.save_path}/",
            "creation_date": say.date(torrent.creation_date),
            "piece_size": say.size(torrent.piece_size),
            "comment": torrent.comment,
            "total_wasted": say.size(torrent.wasted),
            "total_uploaded": words.this_session.format(say.size(torrent.uploaded), say.size(torrent.uploaded_session)),
            "total_downloaded": words.this_session.format(say.size(torrent.downloaded), say.size(torrent.downloaded_session)),
            "up_limit": say.limit(torrent.up_limit),
            "dl_limit": say.limit(torrent.dl_limit),
            "time_elapsed": seeded if torrent.is_complete else elapsed,
            "nb_connections": words.maximum.format(torrent.connections, self.holdings.settings.integer("max_connec_per_torrent")),
            "share_ratio": say.ratio(torrent.ratio),
        }

    def trackers(self, torrent: Torrent) -> Json:
        return [
            {"url": row.url, "status": self.wording.status(row.status), "num_peers": str(row.num_peers), "msg": row.msg}
            for row in torrent.trackers
        ]

    def files(self, torrent: Torrent) -> Json:
        rows: list[dict[str, Json]] = [
            {
                "name": file.path.rpartition("/")[2],  # without folders
                "size": self.wording.size(file.size),
                "progress": torrent.file_progress(file),
                "priority": file.priority,
            }
            for file in torrent.files
        ]
        rows[0]["is_seed"] = torrent.is_complete
        return rows

    def _command(self, name: str, request: Request) -> Answer:
        """Any method will do, unknown commands too; only `upload` reads multipart, the others only an urlencoded form."""
        if name == "upload":
            return self._upload(request)
        form = wire.urlencoded(request.body) if self._is_form(request) else wire.Form()
        if name in LIMIT_QUESTIONS:
            rate = LIMIT_QUESTIONS[name](self, form)
            return Answer() if rate is None else Answer(200, "OK", [("content-type", HTML)], str(rate).encode(), is_doubled=True)
        if name in COMMANDS:
            COMMANDS[name](self, form.fields)
        return Answer()

    def _is_form(self, request: Request) -> bool:
        """A charset beside the type is fine on 3.1.12 and 3.1.9.2; the reading of older sources says that 3.0 wants none."""
        if "chunked" in request.header("transfer-encoding").lower():
            return False
        if self.profile.has((3, 1)):
            return request.media_type == wire.FORM
        return request.header("content-type") == wire.FORM

    def _upload(self, request: Request) -> Answer:
        form = wire.Form()
        if request.media_type == wire.MULTIPART:
            form = wire.multipart(request.header("content-type"), request.body)
        for file in form.files:
            try:
                self.holdings.add(metainfo.out_of_file(file.content))
            except metainfo.NotATorrentError:
                self.holdings.say(f"Unable to decode '{file.filename}' torrent file.")
        return Answer(200, "OK", [("content-type", HTML)], HIDE_ALL, is_doubled=True)

    def download(self, fields: Mapping[str, str]) -> None:
        for line in fields.get("urls", "").split("\n"):
            if torrent := self.holdings.out_of_line(line):
                self.holdings.add(torrent)

    def pause(self, fields: Mapping[str, str], *, paused: bool) -> None:
        if torrent := self._one(fields):
            torrent.paused = paused
            torrent.error = torrent.error if paused else ""  # seen on 3.1.12: resuming takes an error away

    def pause_all(self, *, paused: bool) -> None:
        for torrent in self.holdings.torrents.values():
            torrent.paused = paused

    def delete(self, fields: Mapping[str, str], *, with_files: bool) -> None:
        self.holdings.remove(self.holdings.found(fields.get("hashes", "")), with_files=with_files)

    def move(self, fields: Mapping[str, str], order: str) -> None:
        self.holdings.move(self.holdings.found(fields.get("hashes", "")), order)

    def recheck(self, fields: Mapping[str, str]) -> None:
        """A paused torrent runs afterwards (seen on 3.1.12)."""
        if torrent := self._one(fields):
            torrent.paused = False
            self.holdings.recheck(torrent)

    def add_trackers(self, fields: Mapping[str, str]) -> None:
        if torrent := self._one(fields):
            self.holdings.add_trackers(torrent, fields.get("urls", ""))

    def set_file_priority(self, fields: Mapping[str, str]) -> None:
        torrent, place = self._one(fields), whole_number(fields.get("id", ""))
        if torrent and 0 <= place < len(torrent.files):
            torrent.files[place].priority = whole_number(fields.get("priority", ""))

    def limit_torrent(self, fields: Mapping[str, str], key: str) -> None:
        if torrent := self._one(fields):
            torrent.limit(key, whole_number(fields.get("limit", "")))

    def limit_of(self, fields: Mapping[str, str], key: str) -> int | None:
        torrent = self._one(fields)
        return max(torrent.dl_limit if key == "dl_limit" else torrent.up_limit, 0) if torrent else None

    def set_preferences(self, fields: Mapping[str, str]) -> None:
        self.holdings.settings.write(fields.get("json", ""))
        self.wording.learn(self.holdings.settings.text("locale"))

    def shut_down(self) -> None:
        """3.0 takes the command and does nothing."""
        if self.profile.has(SHUTDOWN_SINCE):
            self._stop()

    def _one(self, fields: Mapping[str, str]) -> Torrent | None:
        return self.holdings.first(fields.get("hash", ""))


def page(inside: str) -> Answer:
    return Answer(headers=[("content-type", HTML)], body=f"<html>{inside}</html>".encode())


def state(torrent: Torrent) -> str:
    """The word for what a torrent does; an incomplete one that is checked reads checkingDL, one without metadata stalledDL."""
    end = "UP" if torrent.is_complete or (torrent.is_checking and torrent.completion_on is not None) else "DL"
    if torrent.error:
        return "error"
    if torrent.is_checking:
        return f"checking{end}"
    if torrent.paused:
        return f"paused{end}"
    if torrent.queued:
        return f"queued{end}"
    if end == "UP":
        return "uploading" if torrent.upspeed else "stalledUP"
    return "downloading" if torrent.dlspeed else "stalledDL"


# route: how it is answered, what an empty answer is cached as, and whether it wants metadata
PROPERTIES: Final[Mapping[str, tuple[Callable[[Digest, Torrent], Json], Json, bool]]] = {
    "propertiesGeneral": (Digest.general, {}, True),
    "propertiesTrackers": (Digest.trackers, [], False),
    "propertiesFiles": (Digest.files, [], True),
}
LIMIT_QUESTIONS: Final[Mapping[str, Callable[[Digest, Form], int | None]]] = {
    "getGlobalDlLimit": lambda server, form: server.holdings.settings.integer("dl_limit"),
    "getGlobalUpLimit": lambda server, form: server.holdings.settings.integer("up_limit"),
    "getTorrentDlLimit": lambda server, form: server.limit_of(form.fields, "dl_limit"),
    "getTorrentUpLimit": lambda server, form: server.limit_of(form.fields, "up_limit"),
}
COMMANDS: Final[Mapping[str, Callable[[Digest, Mapping[str, str]], object]]] = {
    "download": Digest.download,
    "addTrackers": Digest.add_trackers,
    "pauseall": lambda server, fields: server.pause_all(paused=True),
    "resumeall": lambda server, fields: server.pause_all(paused=False),
    "pause": lambda server, fields: server.pause(fields, paused=True),
    "resume": lambda server, fields: server.pause(fields, paused=False),
    "delete": lambda server, fields: server.delete(fields, with_files=False),
    "deletePerm": lambda server, fields: server.delete(fields, with_files=True),
    "recheck": Digest.recheck,
    "setFilePrio": Digest.set_file_priority,
    "setPreferences": Digest.set_preferences,
    "setGlobalDlLimit": lambda server, fields: server.holdings.settings.limit("dl_limit", whole_number(fields.get("limit", ""))),
    "setGlobalUpLimit": lambda server, fields: server.holdings.settings.limit("up_limit", whole_number(fields.get("limit", ""))),
    "setTorrentDlLimit": lambda server, fields: server.limit_torrent(fields, "dl_limit"),
    "setTorrentUpLimit": lambda server, fields: server.limit_torrent(fields, "up_limit"),
    "increasePrio": lambda server, fields: server.move(fields, "increasePrio"),
    "decreasePrio": lambda server, fields: server.move(fields, "decreasePrio"),
    "topPrio": lambda server, fields: server.move(fields, "topPrio"),
    "bottomPrio": lambda server, fields: server.move(fields, "bottomPrio"),
    "shutdown": lambda server, fields: server.shut_down(),
}
