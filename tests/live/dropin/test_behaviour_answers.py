"""Of which class each answer is, rich and plain; and what the namespaces add to the flat methods."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import pytest
from tests.live.content import Made, make, wait_until
from tests.live.dropin.conftest import MakeClient
from tests.live.dropin.relay import Relay
from tests.live.dropin.test_answers import kinds
from tests.live.dropin.test_behaviour_http import form_of

from qbittorrentapi import Client, List, TorrentDictionary

METHODS: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "data" / "qbittorrentapi-surface.json").read_text(encoding="utf-8")
)["client"]["flat_methods"]

# reads whose answer is worth looking at on a daemon with one torrent; {} is filled with its infohash
READS: dict[str, Mapping[str, Any]] = {
    "app_version": {},
    "app_web_api_version": {},
    "app_build_info": {},
    "app_process_info": {},
    "app_preferences": {},
    "app_default_save_path": {},
    "app_cookies": {},
    "app_get_directory_content": {"directory_path": "/"},
    "app_get_free_space_at_path": {"path": "/"},
    "app_network_interface_list": {},
    "app_network_interface_address_list": {},
    "clientdata_load": {},
    "log_main": {},
    "log_peers": {},
    "rss_items": {},
    "rss_rules": {},
    "search_plugins": {},
    "search_status": {},
    "search_categories": {},
    "sync_maindata": {},
    "sync_torrent_peers": {"torrent_hash": "{}"},
    "torrentcreator_status": {},
    "torrents_info": {},
    "torrents_count": {},
    "torrents_properties": {"torrent_hash": "{}"},
    "torrents_trackers": {"torrent_hash": "{}"},
    "torrents_webseeds": {"torrent_hash": "{}"},
    "torrents_files": {"torrent_hash": "{}"},
    "torrents_piece_states": {"torrent_hash": "{}"},
    "torrents_piece_hashes": {"torrent_hash": "{}"},
    "torrents_piece_availability": {"torrent_hash": "{}"},
    "torrents_export": {"torrent_hash": "{}"},
    "torrents_ssl_parameters": {"torrent_hash": "{}"},
    "torrents_categories": {},
    "torrents_tags": {},
    "torrents_download_limit": {"torrent_hashes": "{}"},
    "torrents_upload_limit": {"torrent_hashes": "{}"},
    "transfer_info": {},
    "transfer_speed_limits_mode": {},
    "transfer_speed_limits": {},
    "transfer_download_limit": {},
    "transfer_upload_limit": {},
}


def asked(client: Client, torrent: Made, **options: object) -> dict[str, object]:
    """The answers of all these methods that the daemon has."""
    found: dict[str, object] = {}
    for name, arguments in READS.items():
        filled = {key: torrent.torrent_hash if value == "{}" else value for key, value in arguments.items()}
        answer = getattr(client, name)(**filled, **options)
        if answer is not None:
            found[name] = answer
    return found


def entry_kinds(answer: object) -> set[str]:
    """The classes of a list's entries; none of what is no list."""
    return {type(one).__name__ for one in cast("Iterable[object]", answer)} if isinstance(answer, List) else set()


def test_every_answer_is_of_its_recorded_class(new_client: MakeClient, torrent: Made) -> None:
    found = asked(new_client(), torrent)
    assert len(found) >= 30
    recorded = {name: METHODS[name]["wire"]["response_class"] for name in found}
    assert {name: type(answer).__name__ for name, answer in found.items()} == recorded


def test_every_list_holds_what_is_recorded_of_it(new_client: MakeClient, torrent: Made) -> None:
    client = new_client()
    client.torrents_create_tags(tags=["one", "two"])
    try:
        found = asked(client, torrent)
        entries = {name: entry_kinds(answer) for name, answer in found.items()}
        assert entries["torrents_info"] == {"TorrentDictionary"}
        assert entries["torrents_trackers"] == {"Tracker"}
        assert entries["torrents_files"] == {"TorrentFile"}
        assert entries["torrents_tags"] == {"str"}
        assert entries["torrents_piece_states"] == {"int"}
        assert entries["torrents_piece_hashes"] == {"str"}
        assert entries["log_main"] == {"LogEntry"}
        assert entries["app_network_interface_list"] == {"NetworkInterface"}
        assert entries["app_network_interface_address_list"] == {"str"}
    finally:
        client.torrents_delete_tags(tags=["one", "two"])


def test_plain_answers_are_plain_in_every_method(new_client: MakeClient, torrent: Made) -> None:
    found = asked(new_client(), torrent, SIMPLE_RESPONSES=True)
    assert {type(answer) for answer in found.values()} <= {dict, list, str, int, bytes}


def test_a_call_cannot_ask_a_client_of_plain_answers_for_rich_ones(new_client: MakeClient) -> None:
    assert kinds(new_client(SIMPLE_RESPONSES=True).torrents_info(SIMPLE_RESPONSES=False)) == (list,)


def test_methods_without_a_result_give_none(new_client: MakeClient, torrent: Made) -> None:
    client = new_client()
    nothing: list[object] = [
        client.torrents_stop(torrent_hashes=torrent.torrent_hash),  # type: ignore[func-returns-value] # that is the point
        client.app_set_preferences({"dht": False}),  # type: ignore[func-returns-value] # the same
        client.torrents_create_tags(tags=[]) if client.torrents_tags() else None,  # type: ignore[func-returns-value] # the same
    ]
    assert nothing == [None, None, None]


# namespaces


def test_what_reads_without_arguments_is_a_property_of_its_namespace(client: Client) -> None:
    assert client.app.version == client.application.version == client.app_version()
    assert client.app.web_api_version == client.app.webapiVersion == client.app_web_api_version()
    assert client.app.default_save_path == client.app_default_save_path()
    assert client.app.preferences.save_path == client.app.preferences["save_path"]
    assert client.app.build_info == client.app_build_info()
    assert client.rss.rules == {}
    assert list(client.search.plugins) == []
    assert client.transfer.info.dl_info_speed == 0
    assert client.transfer.speed_limits_mode == "0"
    assert client.torrent_categories.categories == {}
    assert list(client.torrent_tags.tags) == []


# members of namespaces that are read without a call
READ_BY_ATTRIBUTE = {
    "app": [
        *("version", "web_api_version", "build_info", "process_info", "preferences", "default_save_path"),
        *("cookies", "network_interface_list"),
    ],
    "rss": ["rules"],
    "search": ["plugins"],
    "transfer": ["speed_limits_mode", "download_limit", "upload_limit", "speed_limits"],
    "torrent_categories": ["categories"],
    "torrent_tags": ["tags"],
}


@pytest.mark.parametrize("scope", READ_BY_ATTRIBUTE)
def test_what_a_namespace_gives_by_attribute_is_what_the_flat_method_gives(client: Client, scope: str) -> None:
    flat = {"torrent_categories": "torrents", "torrent_tags": "torrents"}.get(scope, scope)
    for name in READ_BY_ATTRIBUTE[scope]:
        found, wanted = getattr(getattr(client, scope), name), getattr(client, f"{flat}_{name}")()
        assert (type(found), found) == (type(wanted), wanted), name


@pytest.mark.parametrize(("name", "alias"), [("app", "application"), ("auth", "authorization")])
def test_the_long_name_of_a_namespace_is_the_same_object(client: Client, name: str, alias: str) -> None:
    assert getattr(client, name) is getattr(client, alias)


@pytest.fixture
def client(new_client: MakeClient) -> Client:
    """A client."""
    return new_client()


@pytest.fixture
def settings(client: Client) -> Iterator[Client]:
    """A client; afterwards limits, preferences, tags and categories are as they were."""
    before = {name: client.app_preferences()[name] for name in ("dl_limit", "up_limit", "max_connec")}
    yield client
    client.transfer_set_speed_limits_mode(intended_state=False)
    wait_until(lambda: client.transfer_speed_limits_mode() == "0", "the usual limits")
    client.app_set_preferences(before)
    client.torrents_delete_tags(tags=client.torrents_tags())
    client.torrents_remove_categories(categories=client.torrents_categories())


def test_settings_are_changed_by_assignment(settings: Client) -> None:
    settings.app.preferences = {"max_connec": 321}
    assert settings.app.preferences.max_connec == 321
    settings.transfer.download_limit = 51200
    settings.transfer.uploadLimit = 102400
    assert (settings.transfer.downloadLimit, settings.transfer.upload_limit) == (51200, 102400)
    settings.transfer.speed_limits_mode = True
    wait_until(lambda: settings.transfer.speedLimitsMode == "1", "alternative limits")


def test_categories_are_made_and_changed_and_tags_made_by_assignment(settings: Client) -> None:
    settings.torrent_categories.categories = {"name": "films", "save_path": "/one"}
    settings.torrent_categories.categories = {"name": "films", "save_path": "/two"}
    settings.torrent_tags.tags = ["keep"]
    assert settings.torrent_categories.categories["films"]["savePath"] == "/two"
    assert list(settings.torrent_tags.tags) == ["keep"]


# the forms of callable members
FILTERS = (
    *("all", "downloading", "seeding", "completed", "stopped", "paused", "active", "inactive", "resumed", "stalled"),
    *("stalled_uploading", "stalled_downloading", "checking", "moving", "errored"),
)
LEVELS = ("normal", "info", "warning", "critical")


def test_each_state_is_a_method_of_the_list_of_torrents(client: Client, torrent: Made) -> None:
    counts = {word: len(getattr(client.torrents.info, word)(limit=5)) for word in FILTERS}
    assert (counts["all"], counts["completed"], counts["stopped"], counts["paused"]) == (1, 1, 1, 1)
    # not `moving`, which 4.2.5 takes for `all`
    assert (counts["downloading"], counts["resumed"], counts["active"], counts["errored"]) == (
        0,
        0,
        0,
        0,
    )
    (row,) = client.torrents.info(torrent_hashes=torrent.torrent_hash)
    assert isinstance(row, TorrentDictionary)


@pytest.mark.parametrize(
    ("level", "sent"),
    [
        ("info", {"normal": "true", "info": "true", "warning": "true", "critical": "true"}),
        ("normal", {"normal": "true", "info": "false", "warning": "true", "critical": "true"}),
        ("warning", {"normal": "false", "info": "false", "warning": "true", "critical": "true"}),
        ("critical", {"normal": "false", "info": "false", "warning": "false", "critical": "true"}),
    ],
)
@pytest.mark.lines("qbittorrent-newest")
def test_each_level_of_the_log_leaves_out_what_is_below_it(
    relay: Relay, new_client: MakeClient, level: str, sent: Mapping[str, str]
) -> None:
    client = new_client(relay.url)
    rows = getattr(client.log.main, level)(last_known_id=-1)
    assert {name: values[0] for name, values in form_of(relay.of("log/main")[0]).items()} == {**sent, "last_known_id": "-1"}
    assert {row.type for row in rows} <= {1 << place for place, word in enumerate(LEVELS) if sent[word] == "true"}


@pytest.mark.lines("qbittorrent-newest")
def test_the_log_is_asked_for_all_levels_by_the_namespace_and_for_none_by_the_flat_method(
    relay: Relay, new_client: MakeClient
) -> None:
    client = new_client(relay.url)
    assert len(client.log.main()) == len(client.log_main()) > 0
    first, second = (form_of(one) for one in relay.of("log/main"))
    assert first == {level: ["true"] for level in LEVELS}
    assert second == {}


def test_differences_of_peers_are_counted_on_and_begun_again(relay: Relay, new_client: MakeClient, torrent: Made) -> None:
    client = new_client(relay.url)
    peers = client.sync.torrent_peers
    for _ in range(2):
        peers.delta(torrent_hash=torrent.torrent_hash)
    client.sync.torrentPeers.reset_rid()
    peers.delta(torrent_hash=torrent.torrent_hash)
    rids = [form_of(one)["rid"][0] for one in relay.of("sync/torrentPeers")]
    assert rids[0] == rids[2] == "0" != rids[1]


def test_differences_of_peers_are_counted_for_all_torrents_together(
    relay: Relay, new_client: MakeClient, torrent: Made, tmp_path: Path
) -> None:
    client = new_client(relay.url)
    other = make(tmp_path / "other", "other.bin")
    client.torrents_add(torrent_files=other.torrent, save_path=str(other.folder), is_stopped=True)
    wait_until(lambda: len(client.torrents_info()) == 2, "adding")
    first = client.sync.torrent_peers.delta(torrent_hash=torrent.torrent_hash)
    second = client.sync.torrentPeers.delta(torrent_hash=other.torrent_hash)
    assert [form_of(one)["rid"] for one in relay.of("sync/torrentPeers")] == [["0"], [str(first["rid"])]]
    assert second["rid"] == first["rid"] + 1
    client.torrents_delete(torrent_hashes=other.torrent_hash, delete_files=True)
    wait_until(lambda: len(client.torrents_info()) == 1, "deletion")


def test_feeds_are_read_with_and_without_their_articles(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    assert client.rss.items.with_data == client.rss.items.without_data == client.rss.items() == {}
    assert client.rss.items(include_feed_data=True) == {}
    assert [form_of(one).get("withData") for one in relay.of("rss/items")] == [["true"], ["false"], None, ["true"]]


def test_differences_of_everything_are_counted_on_and_begun_again(relay: Relay, new_client: MakeClient) -> None:
    client = new_client(relay.url)
    client.sync.maindata.delta()
    client.sync.maindata.delta()
    client.sync.maindata.reset_rid()
    client.sync.maindata.delta()
    client.sync.maindata(rid=0)
    assert [form_of(one)["rid"][0] for one in relay.of("sync/maindata")] == ["0", "1", "0", "0"]
