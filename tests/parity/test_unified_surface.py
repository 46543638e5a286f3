"""Names, signatures and URLs of `aiobtclientapi` against what was recorded of the interface that it stands in for.

Everything recorded of 1.x must be there. Every difference must stand in `DIFFERENT` or `OTHERWISE` with its reason, and every
entry there must still be a difference. Of 2.x is here what does not contradict 1.x.
"""

from __future__ import annotations

import builtins
import inspect
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import pytest

import aiobtclientapi
from aiobtclientapi import urls

SURFACE: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "data" / "aiobtclientapi-surface.json").read_text(encoding="utf-8")
)

# what is deliberately otherwise -> why
SAID = "says what may be given, where the record takes anything"
DIFFERENT: Mapping[str, str] = {
    "api": "takes the URL positionally too, as the guide shows it",
    "APIBase.__init__": SAID,
    "APIBase.call": SAID,
    "APIBase.connect": SAID,
    "APIBase.disconnect": SAID,
    "Response.__init__": "names the further attributes by what they are",
    "URL.__hash__": "URLs can be keys, as they can be compared",
    "URL.default": "a URL of no kind has no defaults; each kind has them",
}

Difference = tuple[str, str]


def bare(function: Any) -> str:
    """A signature without annotations."""
    signature = inspect.signature(function)
    parameters = [one.replace(annotation=one.empty) for one in signature.parameters.values()]
    return str(signature.replace(parameters=parameters, return_annotation=signature.empty))


def written(owner: type, name: str) -> str:
    """A member in the form of the record; empty where there is none."""
    try:
        found = inspect.getattr_static(owner, name)
    except AttributeError:
        return ""
    if isinstance(found, property):
        return "property, settable" if found.fset else "property"
    if isinstance(found, classmethod):
        return f"classmethod {bare(cast('Any', found).__func__)}"
    if inspect.isfunction(found):
        kind = "coroutine" if inspect.iscoroutinefunction(found) else "method"
        return f"{'async generator' if inspect.isasyncgenfunction(found) else kind} {bare(found)}"
    value = f" {found!r}" if isinstance(found, str | float) else ""
    return f"attribute {type(found).__name__}{value}"


def is_alike(ours: str, recorded: str) -> bool:
    """Whether a member is as recorded. Of attributes that are classes only their being there counts."""
    return ours == recorded or recorded == "attribute _URLMeta"


def owner_of(name: str) -> type:
    """The class of a recorded name."""
    return cast("type", urls.URL if name == "URL" else getattr(aiobtclientapi, name))


def of_classes() -> Iterator[Difference]:
    """How classes and exceptions differ."""
    for name, record in {**SURFACE["classes"], **SURFACE["exceptions"]}.items():
        for member, recorded in record["members"].items():
            ours = written(owner_of(name), member)
            if not is_alike(ours, recorded):
                yield f"{name}.{member}", f"{ours or 'missing'} instead of {recorded}"


def of_functions() -> Iterator[Difference]:
    """How functions differ."""
    for name, recorded in SURFACE["functions"].items():
        if bare(inspect.unwrap(getattr(aiobtclientapi, name))) != recorded:
            yield name, recorded


def test_every_recorded_name_is_there_with_its_signature_or_a_reason_why_not() -> None:
    found = dict([*of_classes(), *of_functions()])
    missing = {name: said for name, said in found.items() if said.startswith("missing")}
    assert set(missing) <= {"URL.default"}
    assert {name: said for name, said in found.items() if name not in DIFFERENT} == {}
    assert set(DIFFERENT) - set(found) == set()


def test_the_functions_give_what_was_recorded() -> None:
    assert list(aiobtclientapi.client_names()) == SURFACE["client_names"]
    assert [one.name for one in aiobtclientapi.api_classes()] == SURFACE["client_names"]
    for name in SURFACE["client_names"]:
        assert aiobtclientapi.api_class(name).name == name
        assert type(aiobtclientapi.api(name=name)) is type(aiobtclientapi.api(name, None)) is aiobtclientapi.api_class(name)
    for name in ("emule", "Deluge", ""):
        with pytest.raises(aiobtclientapi.ValueError, match=f"Unknown client: '{name}'"):
            aiobtclientapi.api(name)


def test_the_tree_of_errors_and_warnings_is_the_recorded_one() -> None:
    for name, record in SURFACE["exceptions"].items():
        ours: type = getattr(aiobtclientapi, name)
        assert ours is getattr(aiobtclientapi.errors, name)
        for base in record["bases"]:
            module, _, word = base.rpartition(".")
            assert issubclass(ours, getattr(builtins if module else aiobtclientapi, word)), (name, base)


def test_what_a_later_version_has_beside_is_there_where_it_contradicts_nothing() -> None:
    for member, recorded in SURFACE["later"]["APIBase"].items():
        assert written(aiobtclientapi.APIBase, member) == recorded
    assert aiobtclientapi.UnknownTorrentError is aiobtclientapi.NoSuchTorrentError
    assert len({aiobtclientapi.Infohash("AB" * 20), "ab" * 20}) == 1


def test_an_error_is_equal_to_another_of_its_class_and_words() -> None:
    one, other = aiobtclientapi.NoSuchTorrentError("x"), aiobtclientapi.NoSuchTorrentError("x")
    assert one == other
    assert one != aiobtclientapi.InvalidTorrentError("x")
    assert aiobtclientapi.AddTorrentError(one) == aiobtclientapi.AddTorrentError(other)
    assert aiobtclientapi.AddTorrentError(one).cause is one
    assert str(aiobtclientapi.TorrentAlreadyAdded("ab" * 20, "name")) == f"Torrent already added: name: {'ab' * 20}"


# URLs

PARTS = ("scheme", "username", "password", "host", "port", "path")

IPV6 = "IPv6 hosts are understood"
ENCODED = "percent-encoded credentials are decoded"
LAST_AT = "the last @ ends the password"
HTTPS = "https goes to port 443 where none is given"
HTTP = "http goes to port 80 and /RPC2 where a web server stands before rTorrent"
SOCKET = "is the path of a socket, as the guide writes it"
SLASH = "a path of one slash is none: what is missing comes from the default"
USER = "a user without a password is a user"
OTHERWISE: Mapping[tuple[str, str], str] = {
    ("deluge", "u@h"): USER,
    ("deluge", "[::1]:1"): IPV6,
    ("qbittorrent", "https://h"): HTTPS,
    ("qbittorrent", "HTTPS://h"): HTTPS,
    ("qbittorrent", "h/"): SLASH,
    ("qbittorrent", "[::1]:1"): IPV6,
    ("qbittorrent", "u:p%40@h"): ENCODED,
    ("qbittorrent", "u:p@x@h"): LAST_AT,
    ("rtorrent", "rel/sock"): SOCKET,
    ("rtorrent", "file://"): "a socket has a path",
    ("rtorrent", "http://h"): HTTP,
    ("rtorrent", "unix:///x"): SOCKET,
    ("rtorrent", "scgi:///abs/sock"): SOCKET,
    ("transmission", "http://h:1/"): SLASH,
    ("transmission", "https://u:p@h/x/rpc"): HTTPS,
    ("transmission", "[::1]:9091"): IPV6,
}
PROBES = [(kind, url) for kind, probes in SURFACE["url_probes"].items() for url in probes]


def become(kind: str, url: str) -> object:
    """What a URL becomes, in the form of the record; only the class of an error."""
    try:
        made = aiobtclientapi.api_class(kind).URL(url)
    except aiobtclientapi.ValueError:
        return "ValueError"
    return {**{part: getattr(made, part) for part in PARTS}, "str": str(made)}


@pytest.mark.parametrize(("kind", "url"), PROBES, ids=[f"{kind} {url}" for kind, url in PROBES])
def test_a_url_becomes_what_was_recorded_or_there_is_a_reason_why_not(kind: str, url: str) -> None:
    recorded = SURFACE["url_probes"][kind][url]
    wanted = recorded.partition(":")[0] if isinstance(recorded, str) else recorded
    assert (become(kind, url) != wanted) == ((kind, url) in OTHERWISE), become(kind, url)


@pytest.mark.parametrize("kind", SURFACE["client_names"])
def test_the_defaults_are_the_recorded_ones(kind: str) -> None:
    made = aiobtclientapi.api_class(kind)
    assert isinstance(made.URL.default, made.URL)
    assert {part: getattr(made.URL.default, part) for part in PARTS} == SURFACE["url_defaults"][kind]
    assert made().url == made.URL.default == made.URL(None) == made.URL("")


def test_parts_are_set_one_by_one_and_beat_those_of_the_url() -> None:
    api = aiobtclientapi.TransmissionAPI("u:p@h:1/x", host="other", port=2, password="p:/@")
    assert (api.url.username, api.url.password, str(api.url)) == ("u", "p:/@", "http://other:2/x")
    assert api.url.with_auth == "http://u:p%3A%2F%40@other:2/x"
    api.url.port = "3"
    api.url.scheme = "https"
    assert str(api.url) == "https://other:3/x"
    api.url = None
    assert api.url == api.URL.default
    with pytest.raises(aiobtclientapi.ValueError):
        api.url.port = 0
    with pytest.raises(aiobtclientapi.ValueError):
        api.url = "ftp://h"
    assert api.url == api.URL.default


@pytest.mark.parametrize("timeout", ["soon", -1, float("nan"), object()])
def test_a_timeout_that_is_none_is_refused(timeout: Any) -> None:
    with pytest.raises(aiobtclientapi.ValueError):
        aiobtclientapi.api("deluge", timeout=timeout)
    assert aiobtclientapi.api("deluge", timeout=None).timeout == aiobtclientapi.api("deluge", timeout=0).timeout == 60.0
    assert aiobtclientapi.api("deluge", timeout="3").timeout == 3.0
