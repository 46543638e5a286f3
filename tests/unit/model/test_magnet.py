from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.model.patience import patient

from bitharbor.errors import InvalidMagnetError, UsageError
from bitharbor.model.infohash import Infohash
from bitharbor.model.magnet import Magnet

V1 = "4c284ebef5bf0d967e2e174cfe825d9fb40ae5e1"
V2 = "caf1e1c30e81cb361b9ee167c4aa64228a7fa4fa9f6105232b28ad099f3a302e"
BASE32 = base64.b32encode(bytes.fromhex(V1)).decode()
START = f"magnet:?xt=urn:btih:{V1}"


def test_every_parameter_is_read() -> None:
    magnet = Magnet.parse(
        f"{START}&xt=urn:btmh:1220{V2}&dn=a%20b+c&xl=1234&tr=udp%3A%2F%2Ft.example%3A80&tr.1=http%3A%2F%2Fu.example%2Fannounce"
        "&ws=http%3A%2F%2Fw.example%2F&xs=http%3A%2F%2Fx.example%2Fa.torrent&as=http%3A%2F%2Fy.example%2Fa"
        "&kt=martin+luther+king&so=0,2,4-6&x.pe=10.0.0.1:6881&x.pe=%5B%3A%3A1%5D:80&x.pe=host.example:1"
    )
    assert magnet.infohash == Infohash(V1, V2)
    assert magnet.name == "a b c"
    assert magnet.size == 1234
    assert magnet.trackers == ("udp://t.example:80", "http://u.example/announce")
    assert magnet.web_seeds == ("http://w.example/",)
    assert magnet.exact_sources == ("http://x.example/a.torrent",)
    assert magnet.acceptable_sources == ("http://y.example/a",)
    assert magnet.keywords == ("martin", "luther", "king")
    assert magnet.selected == (range(1), range(2, 3), range(4, 7))
    assert magnet.peers == ("10.0.0.1:6881", "[::1]:80", "host.example:1")


@pytest.mark.parametrize(
    "link",
    [
        START,
        START.upper(),
        f"  {START}\n",
        f"magnet:?xt=urn%3Abtih%3A{V1}",
        f"magnet:?xt=urn:btih:{BASE32}",
        f"magnet:?xt=urn:btih:{BASE32.lower()}",
        f"magnet:?xt.1=urn:btih:{V1}",
        f"magnet:?&&=x&xt=urn:tree:tiger:ABC&xt=urn:btih:{V1}&",
        f"{START}&xt=urn:btih:{BASE32}",
    ],
)
def test_lenient_forms_name_the_same_torrent(link: str) -> None:
    assert Magnet.parse(link).infohash == Infohash(v1=V1)


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("", "no magnet link"),
        (V1, "no magnet link"),
        ("http://example.org/?xt=urn:btih:" + V1, "no magnet link"),
        ("magnet:xt=urn:btih:" + V1, "no magnet link"),
        ("magnet:?", "names no torrent"),
        ("magnet:?dn=x&tr=http://t.example", "names no torrent"),
        (f"magnet:?xt=urn:sha1:{BASE32}", "names no torrent"),
        ("magnet:?xt=urn:btih:", "malformed"),
        ("magnet:?xt=urn:btih:zz", "malformed"),
        (f"magnet:?xt=urn:btih:{V1}0", "malformed"),
        (f"magnet:?xt=urn:btih:{V2}", "does not belong"),
        (f"magnet:?xt=urn:btmh:{V2}", "does not belong"),
        (f"magnet:?xt=urn:btmh:{V1}", "does not belong"),
        ("magnet:?xt=urn:btmh:1220zz", "malformed"),
        (f"{START}&xt=urn:btih:zz", "malformed"),
        (f"{START}&xt=urn:btih:{'b' * 40}", "names two torrents"),
        (START + "&dn=" + "x" * (1 << 20), "longer than"),
    ],
)
def test_a_link_that_does_not_say_which_torrent_is_refused(link: str, says: str) -> None:
    with pytest.raises(InvalidMagnetError, match=says):
        Magnet.parse(link)


def test_unknown_parameters_and_their_order_survive() -> None:
    link = f"magnet:?x.odd=1&dn=n&tr=udp%3A%2F%2Fb&xt=urn:btih:{V1}&tr=udp%3A%2F%2Fa&empty=&xt=urn:ed2k:abc"
    assert str(Magnet.parse(link)) == link


def test_what_is_written_is_canonical() -> None:
    assert str(Magnet.parse(f"MAGNET:?DN=a+b&XT=urn:btih:{BASE32}&amp;TR=http://t.example/a?b=c")) == (
        f"magnet:?dn=a%20b&xt=urn:btih:{V1}&tr=http%3A%2F%2Ft.example%2Fa%3Fb%3Dc"
    )


def test_a_plus_in_a_tracker_is_no_blank() -> None:
    magnet = Magnet.parse(f"{START}&tr=http://t.example/a+b&dn=a+b")
    assert magnet.trackers == ("http://t.example/a+b",)
    assert magnet.name == "a b"
    assert Magnet.parse(str(magnet)) == magnet


def test_malformed_values_are_kept_as_text_and_never_turned_into_facts() -> None:
    magnet = Magnet.parse(
        f"{START}&xl=many&so=1,x,5-2,-3,7-&x.pe=nowhere&x.pe=h:0&x.pe=h:65536&x.pe=http://h:1&xl=-5&dn=a%zz&tr=&kt="
    )
    assert (magnet.size, magnet.peers, magnet.trackers, magnet.keywords) == (None, (), (), ())
    assert magnet.selected == (range(1, 2),)
    assert magnet.name == "a%zz"
    assert ("xl", "many") in magnet.parameters


def test_a_huge_selection_is_not_unrolled() -> None:
    assert Magnet.parse(f"{START}&so=0-999999999").selected == (range(1_000_000_000),)


def bitcomet(inner: str) -> str:
    return "bc://bt/" + base64.b64encode(inner.encode()).decode()


def test_bitcomet_links_are_read() -> None:
    magnet = Magnet.parse(bitcomet(f"AA/a%20b.avi/734003200/{V1.upper()}/ZZ"))
    assert (magnet.infohash, magnet.name, magnet.size) == (Infohash(v1=V1), "a b.avi", 734003200)
    assert Magnet.parse(bitcomet(f"AA/n/1/{V1}/ZZ").rstrip("=")).infohash == Infohash(v1=V1)


@pytest.mark.parametrize(
    "link",
    ["bc://bt/", "bc://bt/!!", "bc://bt/\u00e4", bitcomet("AA/n/1/ZZ"), bitcomet("AA/n/1/zz/ZZ"), bitcomet(f"BB/n/1/{V1}/ZZ")],
)
def test_malformed_bitcomet_links_are_refused(link: str) -> None:
    with pytest.raises(InvalidMagnetError):
        Magnet.parse(link)


def test_links_are_built_in_a_fixed_order() -> None:
    magnet = Magnet.build(
        Infohash(V1, V2),
        name="a b",
        size=5,
        trackers=["udp://t"],
        web_seeds=["http://w"],
        keywords=["k", "l"],
        selected=[0, range(2, 4)],
        peers=["[::1]:80"],
    )
    assert str(magnet) == (
        f"{START}&xt=urn:btmh:1220{V2}&dn=a%20b&xl=5&tr=udp%3A%2F%2Ft&ws=http%3A%2F%2Fw&kt=k+l&so=0,2-3&x.pe=[::1]:80"
    )


@pytest.mark.parametrize("part", [-1, range(0), range(0, 4, 2), range(-2, 2)])
def test_a_selection_of_nothing_is_refused(part: int | range) -> None:
    with pytest.raises(UsageError):
        Magnet.build(V1, selected=[part])


# what a link can carry: everything but lone surrogates, which have no UTF-8
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
urls = st.lists(texts, max_size=4)


@patient
@given(
    infohash=st.builds(Infohash, st.binary(min_size=20, max_size=20).map(bytes.hex), st.none() | st.just(V2)),
    name=texts,
    size=st.integers(0, 2**59),
    trackers=urls,
    web_seeds=urls,
    keywords=st.lists(st.text("abcé&=+%", min_size=1), max_size=3),
    selected=st.lists(st.integers(0, 999), max_size=4),
)
def test_what_is_built_is_read_back(
    infohash: Infohash, name: str, size: int, trackers: list[str], web_seeds: list[str], keywords: list[str], selected: list[int]
) -> None:
    built = Magnet.build(
        infohash, name=name, size=size, trackers=trackers, web_seeds=web_seeds, keywords=keywords, selected=selected
    )
    found = Magnet.parse(str(built))
    assert found == built
    assert (found.infohash, found.name, found.size) == (infohash, name, size)
    assert (found.trackers, found.web_seeds, found.keywords) == (tuple(trackers), tuple(web_seeds), tuple(keywords))
    assert [position for part in found.selected for position in part] == selected


tokens = [f"xt=urn:btih:{V1}", "xt=urn:btih:", "&", "=", "%", "%e4", "tr", "x.pe", "so=1-", "+", "\ud800", ".1", "amp;"]
pieces = st.sampled_from(tokens)


@patient
@given(st.one_of(st.text(), st.lists(pieces | st.text(max_size=3)).map("".join)))
def test_whatever_is_given_nothing_but_an_invalid_magnet_error_comes_out(tail: str) -> None:
    for start in ("magnet:?", "bc://bt/", "", START + "&"):
        try:
            magnet = Magnet.parse(start + tail)
        except InvalidMagnetError:
            continue
        assert Magnet.parse(str(magnet)) == magnet
