from __future__ import annotations

import base64
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.model.patience import patient

from bitharbor.errors import UsageError
from bitharbor.model.infohash import Infohash

V1 = "4c284ebef5bf0d967e2e174cfe825d9fb40ae5e1"
V2 = "caf1e1c30e81cb361b9ee167c4aa64228a7fa4fa9f6105232b28ad099f3a302e"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (V1, Infohash(v1=V1)),
        (V1.upper(), Infohash(v1=V1)),
        (f"  {V1}\n", Infohash(v1=V1)),
        (V1.encode(), Infohash(v1=V1)),
        (bytes.fromhex(V1), Infohash(v1=V1)),
        (base64.b32encode(bytes.fromhex(V1)).decode(), Infohash(v1=V1)),
        (base64.b32encode(bytes.fromhex(V1)).decode().lower(), Infohash(v1=V1)),
        (V2, Infohash(v2=V2)),
        (V2.upper(), Infohash(v2=V2)),
        (V2.encode(), Infohash(v2=V2)),
        ("1220" + V2, Infohash(v2=V2)),
        (bytes.fromhex(V2), Infohash(v2=V2)),
    ],
)
def test_every_written_form_is_read(written: str | bytes, expected: Infohash) -> None:
    assert Infohash.parse(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "zz",
        V1[:-1],
        V1 + "0",
        V2[:-1],
        "1" * 32,
        "g" * 40,
        "1221" + V2,
        b"",
        b"\xff" * 19,
        "４" * 40,
        f"{V1[:20]} {V1[20:]}",
    ],
)
def test_what_is_no_infohash_is_refused(written: str | bytes) -> None:
    with pytest.raises(UsageError, match="no infohash"):
        Infohash.parse(written)


def test_an_infohash_without_any_hash_is_refused() -> None:
    with pytest.raises(UsageError):
        Infohash()


def test_hashes_of_the_wrong_kind_are_refused() -> None:
    with pytest.raises(UsageError):
        Infohash(v1=V2)
    with pytest.raises(UsageError):
        Infohash(v2=V1)


def test_parsing_an_infohash_gives_itself() -> None:
    hybrid = Infohash(V1, V2)
    assert Infohash.parse(hybrid) is hybrid


# seen on qBittorrent 5.3.0 (libtorrent 2) and 4.2.5 (libtorrent 1) with hybrid torrents
def test_a_hybrid_torrent_is_listed_by_its_cut_v2_hash_and_by_old_daemons_under_v1() -> None:
    hybrid = Infohash(V1, V2)
    assert hybrid.is_hybrid
    assert hybrid.torrent_id == V2[:40]
    assert hybrid.torrent_ids == (V2[:40], V1)


def test_a_torrent_of_one_version_has_one_id() -> None:
    assert Infohash(v1=V1).torrent_ids == (V1,)
    assert Infohash(v2=V2).torrent_ids == (V2[:40],)
    assert str(Infohash(v1=V1)) == V1


def test_infohashes_serve_as_keys_however_they_were_written() -> None:
    assert {Infohash.parse(V1.upper()): 1}[Infohash.parse(bytes.fromhex(V1))] == 1


def test_an_infohash_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Infohash(v1=V1).v1 = V2[:40]  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]  that is what is refused


@patient
@given(st.binary(min_size=20, max_size=20), st.binary(min_size=32, max_size=32))
def test_raw_bytes_and_text_name_the_same_infohash(v1: bytes, v2: bytes) -> None:
    assert Infohash.parse(v1) == Infohash.parse(v1.hex()) == Infohash.parse(base64.b32encode(v1).decode())
    assert Infohash.parse(v2) == Infohash.parse(v2.hex())


@patient
@given(st.text() | st.binary())
def test_whatever_is_given_nothing_but_a_usage_error_comes_out(value: str | bytes) -> None:
    with suppress(UsageError):
        assert Infohash.parse(value).torrent_ids
