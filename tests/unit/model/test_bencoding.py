from __future__ import annotations

from contextlib import suppress

import bencode2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.model.patience import patient

from bitharbor.errors import InvalidTorrentError
from bitharbor.model.bencoding import Bencoded, decode, decode_keeping, encode

numbers = st.integers(-(2**63), 2**63 - 1)
values: st.SearchStrategy[Bencoded] = st.recursive(
    numbers | st.binary(max_size=20),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.binary(max_size=8), inner, max_size=5),
    max_leaves=30,
)


@patient
@given(values)
def test_what_bencode2_writes_is_read_back(value: Bencoded) -> None:
    assert decode(bencode2.bencode(value)) == value


@patient
@given(st.lists(st.sampled_from([b"d", b"l", b"i", b"e", b":", b"0", b"1", b"2", b"-", b"a", b"1:a", b"i5e"]), max_size=24))
def test_whatever_bencode2_accepts_reads_the_same_here(tokens: list[bytes]) -> None:
    data = b"".join(tokens)
    try:
        expected = bencode2.bdecode(data)
    except bencode2.BencodeDecodeError:
        return
    assert decode(data) == expected


@patient
@given(st.binary(max_size=60) | st.text("dlie:0123456789-", max_size=60).map(str.encode))
def test_whatever_is_read_nothing_but_an_invalid_torrent_error_comes_out(data: bytes) -> None:
    with suppress(InvalidTorrentError):
        decode(data)
    with suppress(InvalidTorrentError):
        decode_keeping(data, b"a")


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"d1:bi1e1:ai2ee", {b"b": 1, b"a": 2}),
        (b"d1:ai1e1:ai2ee", {b"a": 1}),
        (b"i007e", 7),
        (b"i-0e", 0),
        (b"03:abc", b"abc"),
        (b"i5e\n", 5),
        (b"d0:0:e", {b"": b""}),
    ],
)
def test_what_daemons_read_although_it_is_not_canonical_is_read(data: bytes, value: Bencoded) -> None:
    assert decode(data) == value


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"d", b"l", b"i5", b"i", b"5:ab", b"di1ei2ee", b"d1:a", b"d1:ae", b"ie", b"i-e", b"i+1e", b"i 1e", b"i1_0e"),
        *(b"e", b"x", b"-1:", b"1_0:0123456789", b"9999999999:a", b"99999999999:a", b"1 :a"),
        *(b"i9223372036854775808e", b"i" + b"9" * 9999 + b"e"),
    ],
)
def test_what_is_no_bencoding_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidTorrentError, match=r"malformed|cut off"):
        decode(data)


@patient
@given(st.dictionaries(st.binary(max_size=4), values, min_size=1, max_size=6), st.data())
def test_the_kept_bytes_are_those_that_stand_in_the_data(pairs: dict[bytes, Bencoded], data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(pairs)))
    order = data.draw(st.permutations(list(pairs)))
    written = {name: bencode2.bencode(pairs[name]) for name in order}
    whole = b"d" + b"".join(b"%d:%s%s" % (len(name), name, value) for name, value in written.items()) + b"e"
    found, kept = decode_keeping(whole, key)
    assert found == pairs
    assert kept == written[key]


def test_of_a_key_written_twice_the_first_is_kept() -> None:
    assert decode_keeping(b"d1:ai1e1:ai2ee", b"a") == ({b"a": 1}, b"i1e")


def test_the_kept_key_counts_at_the_top_only() -> None:
    assert decode_keeping(b"d1:bd1:ai1ee1:ai2ee", b"a")[1] == b"i2e"
    assert decode_keeping(b"d1:bd1:ai1eee", b"a")[1] == b""


def test_depth_is_bounded() -> None:
    assert decode(b"l" * 100 + b"e" * 100)
    with pytest.raises(InvalidTorrentError, match="too deeply"):
        decode(b"l" * 101 + b"e" * 101)
    with pytest.raises(InvalidTorrentError, match="too deeply"):
        decode(b"d1:a" * 1_000_000)


def test_the_number_of_values_is_bounded() -> None:
    assert decode(b"l" + b"le" * 9 + b"e", values_limit=10)
    with pytest.raises(InvalidTorrentError, match="too many"):
        decode(b"l" + b"le" * 10 + b"e", values_limit=10)


@patient
@given(values)
def test_what_is_encoded_is_canonical(value: Bencoded) -> None:
    written = encode(value)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  a Bencoded is an Encodable, invariance hides it
    assert decode(written) == value == bencode2.bdecode(written)
