"""What each flat method puts on the wire, against the record of it: verb, path, fields, and how lists are joined.

Every difference must stand in `DIFFERENT` with its reason, and every entry there must still be a difference.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from requests.structures import CaseInsensitiveDict

from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.operation import Op
from bitharbor.wire.effects import Reply, Request
from qbittorrentapi import APIError, Client, Version
from qbittorrentapi._calling import not_implemented
from qbittorrentapi._version_support import v

RECORDED: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "data" / "qbittorrentapi-surface.json").read_text(encoding="utf-8")
)["client"]["flat_methods"]
WIRED = {name: method["wire"] for name, method in RECORDED.items() if "wire" in method}
GONE = {"search_categories": "the newest daemon has it no more"}
ROWS: dict[str, Op[Any]] = {one.path: one for one in vars(ops).values() if isinstance(one, Op)}
MAPPINGS = {"cookies", "rule_def", "torrent_files"}  # what is no mapping, record or file is refused, not sent

READ = "reads, so it is asked with GET, which every version takes too"
NEEDED = "5.3 refuses the call without these, so they are sent with the values that mean no change"
LOOKED_UP = "the file's path is looked up first; there is none here"
EMPTY = "there is nothing to import"
DIFFERENT: dict[str, str] = {
    "app_get_directory_content verb": READ,
    "app_get_free_space_at_path verb": READ,
    "app_network_interface_address_list verb": READ,
    "rss_matching_articles verb": READ,
    "search_results verb": READ,
    "sync_maindata verb": READ,
    "sync_torrent_peers verb": READ,
    "rss_import_rules defaults": EMPTY,
    "torrents_set_share_limits defaults": NEEDED,
    "torrents_rename_file file_id": LOOKED_UP,
    "torrents_rename_file new_file_name": LOOKED_UP,
}


# class of a result -> an answer that becomes one
BODIES = {"str": b"text", "int": b"7", "bytes": b"\x00\xff", "Response": b""}
TEXT_OR_RECORD = {"torrents_add"}  # its answer itself says which


def body_of(kind: str) -> bytes:
    """An answer that becomes an object of that class."""
    return BODIES.get(kind, b"[]" if kind.endswith("List") else b"{}")


def is_gated(name: str) -> bool:
    """Whether older daemons have not got it, and the newest has."""
    return "version_introduced" in WIRED[name] and bool(ROWS[action_of(name)].since) and name not in GONE


def action_of(name: str) -> str:
    """Scope and action of a method, as recorded."""
    return f"{WIRED[name]['namespace']}/{WIRED[name]['method']}"


class Listener:
    """In place of a transport: keeps what is sent."""

    def __init__(self, body: bytes) -> None:
        self.sent: list[Request] = []
        self._body = body

    def send(self, request: Request) -> Reply:
        self.sent.append(request)
        return Reply(200, CaseInsensitiveDict(), self._body, (), None)

    open = send


def listened_to(body: bytes = b"") -> tuple[Client, Listener]:
    """A client that is logged in to 5.3.0, which answers this to everything."""
    client = Client("localhost:1", username="me", password="secret")
    client._driver._transport = listener = Listener(body)  # pyright: ignore[reportAttributeAccessIssue] - a listener is enough
    session = client._session_state
    session.base, session.is_logged_in, session.version, session.epoch = "http://localhost:1/", True, (5, 3, 0), 1
    return client, listener


def sent_by(name: str, arguments: Mapping[str, Any]) -> Request:
    """The last request of a call."""
    client, listener = listened_to()
    try:
        getattr(client, name)(**arguments)
    except APIError:  # an empty answer is no JSON
        assert listener.sent
    return listener.sent[-1]


def fields(request: Request) -> dict[str, str]:
    """The fields of a request, wherever they are."""
    given = dict(parse_qsl(urlsplit(request.url).query, keep_blank_values=True))
    if "multipart" in request.headers.get("Content-Type", ""):
        return {"rules": "one part"}
    return given | dict(parse_qsl((request.body or b"").decode(), keep_blank_values=True))


def differences(name: str, wire: Mapping[str, Any]) -> Iterator[str]:
    """In what a method differs from its record."""
    request = sent_by(name, {})
    action = request.url.partition("/api/v2/")[2].partition("?")[0]
    if action != action_of(name):
        yield f"{name} path"
    if request.method != wire["http"].upper():
        yield f"{name} verb"
    if fields(request) != {field: as_text(value) for field, value in wire["fields_by_default"].items() if value is not None}:
        yield f"{name} defaults"
    for parameter, said in wire["parameters"].items():
        if parameter not in MAPPINGS and not is_sent_as_recorded(name, parameter, said):
            yield f"{name} {parameter}"


def is_sent_as_recorded(name: str, parameter: str, said: Mapping[str, Any]) -> bool:
    join = said.get("list_joined_with")
    given = fields(sent_by(name, {parameter: ["A", "B"] if join else "S"}))
    if join:
        return all(given.get(field) == f"A{join}B" for field in said["fields"])
    return set(said["fields"]) <= set(given)


def as_text(value: object) -> str:
    """Booleans travel in small letters, which every version reads; recorded are Python's own."""
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("name", [name for name in WIRED if name not in GONE])
def test_a_method_sends_what_is_recorded_of_it(name: str) -> None:
    found = set(differences(name, WIRED[name]))
    listed = {one for one in DIFFERENT if one.partition(" ")[0] == name}
    assert found - listed == set(), "differs, and is not listed"
    assert listed - found == set(), "is listed, and does not differ"


def test_lists_of_any_kind_are_joined() -> None:
    kinds: list[Any] = [["a", "b"], ("a", "b"), {"a": 1, "b": 2}.keys(), (one for one in "ab"), "a|b"]
    assert {fields(sent_by("torrents_stop", {"torrent_hashes": kind}))["hashes"] for kind in kinds} == {"a|b"}
    assert fields(sent_by("torrents_stop", {"torrent_hashes": {"a"}}))["hashes"] == "a"


def test_bytes_for_a_list_are_refused_and_not_sent_as_numbers() -> None:
    with pytest.raises(AssertionError):  # nothing was sent
        sent_by("torrents_stop", {"torrent_hashes": b"ab"})


@pytest.mark.parametrize(
    ("name", "argument", "field", "given"),
    [
        ("app_set_preferences", "prefs", "json", {"dht": True}),
        ("app_set_cookies", "cookies", "cookies", [{"name": "a", "domain": "b", "value": "c"}]),
        ("rss_set_rule", "rule_def", "ruleDef", {"enabled": True}),
        ("clientdata_load", "keys", "keys", ["one", "two"]),
        ("clientdata_store", "data", "data", {"one": {"two": 3}}),
    ],
)
def test_these_fields_travel_as_json(name: str, argument: str, field: str, given: object) -> None:
    assert json.loads(fields(sent_by(name, {argument: given}))[field]) == given


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("torrents_add", {"urls": "magnet:?", "is_stopped": True}, {"paused": "true", "stopped": "true"}),
        ("torrents_add", {"urls": "magnet:?", "is_paused": False}, {"paused": "false", "stopped": "false"}),
        ("torrents_add", {"urls": "magnet:?", "is_skip_checking": True}, {"skip_checking": "true", "seedMode": "true"}),
        (
            "torrents_edit_tracker",
            {"original_url": "http://a", "new_url": "http://b"},
            {"url": "http://a", "origUrl": "http://a"},
        ),
    ],
)
def test_fields_that_were_renamed_without_change_of_meaning_travel_under_both_names(
    name: str, arguments: Mapping[str, Any], expected: Mapping[str, str]
) -> None:
    assert expected.items() <= fields(sent_by(name, arguments)).items()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"download_path": "/d"}, {"downloadPath": "/d", "useDownloadPath": "true"}),
        ({"download_path": "/d", "use_download_path": False}, {"downloadPath": "/d", "useDownloadPath": "false"}),
        ({"use_download_path": True}, {"useDownloadPath": "true"}),
        ({}, {}),
    ],
)
def test_a_download_path_is_switched_on_unless_the_call_says_otherwise(
    arguments: Mapping[str, Any], expected: Mapping[str, str]
) -> None:
    given = fields(sent_by("torrents_add", {"urls": "magnet:?", **arguments}))
    assert {name: value for name, value in given.items() if "ownloadPath" in name} == expected


@pytest.mark.parametrize("name", ["torrents_create_category", "torrents_edit_category"])
@pytest.mark.parametrize(("switch", "sent"), [(None, "true"), (False, "false"), (True, "true")])
def test_a_download_path_of_a_category_is_switched_on_unless_the_call_says_otherwise(
    name: str, switch: bool | None, sent: str
) -> None:
    given = fields(sent_by(name, {"name": "films", "download_path": "/d", "enable_download_path": switch}))
    assert (given["downloadPath"], given["downloadPathEnabled"]) == ("/d", sent)


# parameters of which is recorded that anything that is given stands for true or false
TRUTHS = [
    (name, parameter, said["fields"][0])
    for name, wire in WIRED.items()
    for parameter, said in wire["parameters"].items()
    if said["fields"]
    and said.get("as_sent", {}).get("int") == dict.fromkeys(said["fields"], True)
    and "mode" not in said["fields"]
]


@pytest.mark.parametrize(("name", "parameter", "field"), TRUTHS)
def test_a_number_for_a_yes_or_no_says_true_or_false(name: str, parameter: str, field: str) -> None:
    for given, sent in ((1, "true"), (0, "false"), ([1], "true"), ([], "false"), ("", "false")):
        assert fields(sent_by(name, {parameter: given}))[field] == sent, given
    assert fields(sent_by(name, {parameter: "false"}))[field] == "false", "text means what it says"


SWITCHES = ["torrents_set_auto_management", "torrents_set_force_start", "torrents_set_super_seeding", "search_enable_plugin"]


@pytest.mark.parametrize("name", SWITCHES)
@pytest.mark.parametrize("given", [{}, {"enable": None}, {"enable": True}])
def test_switches_without_a_value_switch_on(name: str, given: Mapping[str, Any]) -> None:
    assert "true" in fields(sent_by(name, given)).values()


def test_what_is_none_is_left_out() -> None:
    assert fields(sent_by("torrents_info", {"status_filter": None, "limit": None, "my_own": None})) == {}


def test_numbers_travel_as_text_and_a_keyword_that_nobody_knows_is_a_field() -> None:
    assert fields(sent_by("torrents_info", {"limit": 3, "my_own": 7})) == {"limit": "3", "my_own": "7"}


def test_a_post_without_a_value_says_that_it_is_empty() -> None:
    assert sent_by("app_shutdown", {}).body == b""


@pytest.mark.parametrize("name", [name for name in WIRED if is_gated(name)])
def test_the_version_that_an_error_names_is_the_first_release_with_the_method(name: str) -> None:
    named = not_implemented(ROWS[action_of(name)]).rpartition("v")[2].rstrip(".")
    assert named in Version.supported_api_versions()
    assert v(named) >= v(WIRED[name]["version_introduced"])


@pytest.mark.parametrize("name", [name for name in WIRED if name not in GONE])
@pytest.mark.parametrize("is_simple", [False, True], ids=["rich", "plain"])
def test_a_method_gives_what_is_recorded_of_it(name: str, *, is_simple: bool) -> None:
    recorded = "str" if name in TEXT_OR_RECORD else str(WIRED[name]["response_class"])
    client, _ = listened_to(body_of(recorded))
    given = getattr(client, name)(SIMPLE_RESPONSES=is_simple)
    if recorded == "Response":
        assert given is None
    elif is_simple and recorded not in BODIES:
        assert type(given) is (list if recorded.endswith("List") else dict)
    else:
        assert type(given).__name__ == recorded
