"""The native client on Transmission of three lines: any method in its classic form, typed answers, bandwidth groups."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import cast

import pytest
from tests.harness.daemon import Daemon
from tests.harness.matrix import numbers
from tests.harness.transmission import AUTHORIZATION, SESSION_HEADER, session_id
from tests.harness.web import asked
from tests.live.content import make
from tests.live.transmission.conftest import tell_native
from tests.live.transmission.content import folder_torrent

from bitharbor import errors
from bitharbor.model.json import Json
from bitharbor.transmission.client import TransmissionClient
from bitharbor.transmission.names import classic
from bitharbor.transmission.records import KEYS

YOUNGER = frozenset({"availability", "group", "tracker_list", "primary_mime_type", "sequential_download"})  # than 3.00


def is_elder(daemon: Daemon) -> bool:
    return numbers(daemon.version) < (4,)


def as_the_daemon_says(daemon: Daemon, method: str, arguments: Mapping[str, Json]) -> Json:
    """The daemon's own answer in the classic language, by nothing of ours."""
    headers = {"Authorization": AUTHORIZATION, SESSION_HEADER: session_id(daemon.url) or ""}
    body = json.dumps({"method": method, "arguments": dict(arguments)}).encode()
    return cast("Json", asked(daemon.url, body=body, headers=headers).json())


@pytest.mark.parametrize("form", ["objects", "table"])
def test_every_name_comes_back_in_its_classic_form(transmission: Daemon, form: str) -> None:
    many = folder_torrent(transmission.downloads)
    fields: list[Json] = [classic(key, "torrent_get") for key in KEYS]
    asking: dict[str, Json] = {"fields": fields, "format": form, "ids": [many.infohash]}

    async def story(client: TransmissionClient) -> None:
        await client.torrent_add(metainfo=many.torrent, is_paused=True)
        for method, arguments in (("torrent-get", asking), ("session-get", {}), ("free-space", {"path": "/"})):
            told = await client.call(method, arguments)
            assert shape_of(told) == shape_of(as_the_daemon_says(transmission, method, arguments))

    tell_native(transmission, story)


def test_statistics_come_back_in_their_classic_form(transmission: Daemon) -> None:
    async def story(client: TransmissionClient) -> None:
        assert shape_of(await client.call("session-stats")) == shape_of(as_the_daemon_says(transmission, "session-stats", {}))

    tell_native(transmission, story)


def shape_of(value: Json, *, is_header: bool = True) -> Json:
    """All names of an answer, those in the first row of a table too; of the values only what they are."""
    if isinstance(value, dict):
        return {name: shape_of(one) for name, one in sorted(value.items())}
    if isinstance(value, list):
        if is_header and value and all(isinstance(one, list) for one in value):  # a table: the columns in any order
            rows = cast("list[list[Json]]", value)
            return [shape_of(dict(zip(cast("list[str]", rows[0]), row, strict=True))) for row in rows[1:]]
        return [shape_of(one) for one in value]
    # in `wanted`, 4.1 has numbers in one language and booleans in the other
    return "number" if isinstance(value, int | float) else type(value).__name__


def test_the_language_is_that_of_the_version(transmission: Daemon) -> None:
    async def story(client: TransmissionClient) -> None:
        await client.session_get()
        assert client.is_modern is (transmission.name == "transmission-newest")

    tell_native(transmission, story)


def test_both_spellings_are_understood(transmission: Daemon) -> None:
    made = make(transmission.downloads, "spelled.bin")
    content = base64.b64encode(made.torrent).decode()

    async def story(client: TransmissionClient) -> None:
        added = await client.call("torrent-add", metainfo=content, paused=True, download_dir=str(transmission.downloads))
        again = await client.call("torrent_add", {"metainfo": content, "download-dir": str(transmission.downloads)})
        assert cast("dict[str, dict[str, Json]]", added["arguments"])["torrent-added"]["hashString"] == made.torrent_hash
        assert cast("dict[str, dict[str, Json]]", again["arguments"])["torrent-duplicate"]["name"] == "spelled.bin"
        await client.call("torrent-set", {"ids": [made.torrent_hash], "downloadLimit": 7, "download_limited": True})
        told = await client.call("torrent_get", ids=[made.torrent_hash], fields=["download_limit", "downloadLimited"])
        torrents = cast("dict[str, list[dict[str, Json]]]", told["arguments"])["torrents"]
        assert torrents == [{"downloadLimit": 7, "downloadLimited": True}]
        recent = await client.call("torrent-get", ids="recently-active", fields=["name"])
        assert "removed" in cast("dict[str, Json]", recent["arguments"])

    tell_native(transmission, story)


def test_refusals_are_errors_with_the_daemons_words(transmission: Daemon) -> None:
    async def story(client: TransmissionClient) -> None:
        with pytest.raises(errors.UnknownMethodError) as unknown:
            await client.call("no-such-method")
        assert (
            unknown.value.code
            == {
                "transmission-3": "method name not recognized",
                "transmission-4.1": "no method name",
                "transmission-newest": "-32601",
            }[transmission.name]
        )
        with pytest.raises(errors.RpcError, match="no fields"):
            await client.call("torrent-get")
        with pytest.raises(errors.TorrentRefusedError):
            await client.torrent_add(metainfo=b"garbage")
        with pytest.raises(errors.TorrentRefusedError):
            await client.torrent_add(link="magnet:?xt=urn:btih:nonsense")
        with pytest.raises(errors.UsageError, match="absolute"):
            await client.torrent_add(link=f"magnet:?xt=urn:btih:{'ab' * 20}", download_dir="relative")
        assert await client.torrent_get(["name"]) == []

    tell_native(transmission, story)


def test_every_field_is_read(transmission: Daemon) -> None:
    many = folder_torrent(transmission.downloads)

    async def story(client: TransmissionClient) -> None:
        await client.torrent_add(metainfo=many.torrent, is_paused=True)
        keys = [key for key in KEYS if not is_elder(transmission) or key not in YOUNGER]
        (torrent,) = await client.torrent_get(keys)
        absent = {key for key in KEYS if getattr(torrent, key) is None}
        assert absent == (YOUNGER if is_elder(transmission) else frozenset())
        assert (torrent.hash_string, torrent.name) == (many.infohash, many.name)
        assert torrent.files
        assert torrent.files[0].length == 40_000

    tell_native(transmission, story)


def test_what_3_00_does_not_know_is_an_error_and_no_number(transmission: Daemon) -> None:
    many = folder_torrent(transmission.downloads)

    async def story(client: TransmissionClient) -> None:
        await client.torrent_add(metainfo=many.torrent, is_paused=True)
        if is_elder(transmission):
            with pytest.raises(errors.BadAnswerError):
                await client.torrent_get(["group"])
        else:
            assert [one.group for one in await client.torrent_get(["group"])] == [""]

    tell_native(transmission, story)


def test_bandwidth_groups_are_made_and_given(transmission: Daemon) -> None:
    made = make(transmission.downloads, "grouped.bin")

    async def story(client: TransmissionClient) -> None:
        if is_elder(transmission):
            with pytest.raises(errors.UnknownMethodError):
                await client.group_get()
            return
        await client.group_set("slow", speed_limit_down=10, speed_limit_down_enabled=True)
        groups = {group.name: group for group in await client.group_get()}
        assert (groups["slow"].speed_limit_down, groups["slow"].speed_limit_down_enabled) == (10, True)
        assert [group.name for group in await client.group_get("slow")] == ["slow"]
        await client.torrent_add(metainfo=made.torrent, is_paused=True)
        await client.order("torrent_set", [made.torrent_hash], group="slow")
        assert [one.group for one in await client.torrent_get(["group"])] == ["slow"]

    tell_native(transmission, story)


def test_nothing_destroys_by_an_empty_list(transmission: Daemon) -> None:
    made = make(transmission.downloads, "precious.bin")

    async def story(client: TransmissionClient) -> None:
        await client.torrent_add(metainfo=made.torrent, is_paused=True)
        for method in ("torrent-remove", "torrent_stop", "torrent-set-location"):
            with pytest.raises(errors.EmptySelectionError):
                await client.call(method, {"ids": [], "location": "/nowhere"})
        with pytest.raises(errors.EmptySelectionError):
            await client.call("torrent-remove", {"delete-local-data": True})
        assert len(await client.torrent_get(["name"])) == 1

    tell_native(transmission, story)


def test_a_closed_client_says_so_until_it_logs_in(transmission: Daemon) -> None:
    async def story(client: TransmissionClient) -> None:
        await client.close()
        with pytest.raises(errors.ClosedError):
            await client.session_get()
        assert (await client.log_in()).rpc_version
        assert await client.torrent_get(["name"]) == []

    tell_native(transmission, story)
