"""The scripted 3.3.16 answers every recorded request as the real one did, to the byte where lists have an order."""

from __future__ import annotations

import json
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final

import pytest
from tests.elders import Elder
from tests.elders.clock import Clock
from tests.elders.recordings import Reply, recordings, sent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.elders.recordings import Exchange

VERSION: Final = "3.3.16"
COMPLETE, MULTI = "789546d371339873d015a2a3412d9c91ff9b1d63", "de6fd4ca6dd61f71df1bef2b89c5f79c1a170aa9"
RECORDED_PORT: Final = "18181"
# sent to a server behind a port mapping: the port in Host is not its own
OTHER_PORT: Final = frozenset({1})
# a moment after an order the real server still told how things were before it: 81 shows one torrent running that was paused,
# 84 the places in the queue with the deleted ones
BEFORE_PAUSE: Final = 81
BEFORE_DELETE: Final = 84
# what a daemon learns with time, beside each row's key
TIMELY: Final = {"last_activity": "last_activity", "reannounce": "reannounce"}
DURATIONS: Final = {"time_elapsed": "active_time", "seeding_time": "seeding_time"}


@pytest.fixture
def server() -> Iterator[Elder]:
    path = "/srv/torrents/x/v1-3.3.16/downloads"
    with Elder(VERSION, save_path=path, clock=Clock(0)) as server:
        server.preferences.update({"listen_port": 27181, "web_ui_port": int(RECORDED_PORT)})
        yield server


class Visit:
    """One client's way through the recordings, with the cookie that this server gave it."""

    def __init__(self, server: Elder) -> None:
        self.server = server
        self.cookie = ""

    def asked(self, number: int, exchange: Exchange) -> Reply:
        host = dict(exchange.headers)["Host"]
        changed = {} if number in OTHER_PORT else {"Host": host.replace(RECORDED_PORT, str(self.server.port))}
        reply = sent(self.server.port, exchange.request({**changed, "Cookie": self.cookie}))
        self.cookie = reply.header("set-cookie").partition(";")[0] or self.cookie
        return reply


def see(server: Elder, exchange: Exchange) -> None:
    """Set the clock and what only time brings; what a query says of torrents must come from the server itself."""
    recorded = parsedate_to_datetime(exchange.reply.header("date")).timestamp()
    server.clock.advance(recorded - server.clock.now())
    path = exchange.line.split()[1].partition("?")[0].strip("/").split("/")
    if exchange.reply.header("content-type") != "application/json" or not exchange.reply.body:
        return
    body = json.loads(exchange.reply.body)
    match path:
        case ["query", "torrents"]:
            for row in body:
                see_row(server, row["hash"], row)
        case ["sync", "maindata"]:
            for key, row in body["torrents"].items():
                see_row(server, key, row)
            see_totals(server, body["server_state"])
        case ["query", "propertiesGeneral", asked]:
            see_row(server, asked, body)
        case ["query", "propertiesTrackers", asked]:
            for tracker, row in zip(server.torrents[asked].trackers, body, strict=True):
                tracker.status = row["status"]
        case _:
            return


def see_row(server: Elder, key: str, row: Mapping[str, Any]) -> None:
    torrent = server.torrents[key]
    for name, attribute in {**TIMELY, **DURATIONS}.items():
        setattr(torrent, attribute, row.get(name, getattr(torrent, attribute)))
    if row.get("progress") == 1:
        torrent.finish()
        torrent.completion_on = row["completion_on"]


def see_totals(server: Elder, row: Mapping[str, Any]) -> None:
    server.totals.average_time_queue = row.get("average_time_queue", 0)
    server.totals.read_cache_hits = row.get("read_cache_hits", "-")


def comparable(reply: Reply, number: int) -> Reply:
    """Without the random session key, and with lists of torrents, which come out of a hash table, in one order."""
    headers = tuple((name, "SID" if name == "set-cookie" and "HttpOnly" in value else value) for name, value in reply.headers)
    body = reply.body
    if body.startswith(b'[{"added_on"'):
        rows = sorted(json.loads(body), key=lambda row: row["hash"])
        if number == BEFORE_DELETE:
            rows = [row | {"priority": None} for row in rows]
        body = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    return Reply(reply.status_line, headers, body, reply.after)


def test_every_recorded_answer_of_3_3_16_is_given_again(server: Elder) -> None:
    visit, wrong = Visit(server), dict[str, tuple[Reply, Reply]]()
    for recording in recordings(VERSION):
        for exchange in recording.exchanges:
            see(server, exchange)
            if recording.number == BEFORE_PAUSE:
                server.torrents[MULTI].paused = False
            given = comparable(visit.asked(recording.number, exchange), recording.number)
            recorded = comparable(exchange.reply, recording.number)
            if recorded != given:
                wrong[f"{recording.number} {recording.name}"] = recorded, given
    assert wrong == {}
