"""XML-RPC as rTorrent writes it, and as nobody should."""

from __future__ import annotations

import xmlrpc.client
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitharbor.rtorrent import xml_language
from bitharbor.rtorrent.values import Invocation, Refusal, UnreadableError, UnwritableError, Value

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\r\n'
# as 0.9.8 and 0.16.17 send them
FAULT = (
    HEAD + b"<methodResponse>\r\n<fault>\r\n<value><struct>\r\n<member><name>faultCode</name>\r\n<value><i4>-506</i4></value>"
    b"</member>\r\n<member><name>faultString</name>\r\n<value><string>Method 'nope' not defined</string></value></member>\r\n"
    b"</struct></value>\r\n</fault>\r\n</methodResponse>\r\n"
)
TEXT = st.text(
    st.characters(exclude_categories=["Cs"]).filter(lambda one: not xml_language.FORBIDDEN.search(one) and one != "\r")
)
PLAIN = st.booleans() | st.integers(-(2**63) + 1, 2**63 - 1) | st.floats(allow_nan=False) | TEXT | st.binary()
VALUES: st.SearchStrategy[Value] = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=3), max_leaves=8
)


def response(value: str) -> bytes:
    return HEAD + f"<methodResponse><params><param><value>{value}</value></param></params></methodResponse>".encode()


def test_numbers_beyond_32_bits_come_and_go_whole() -> None:
    body = xml_language.encode([Invocation("d.x", ("", 2**40))])
    assert b"<i8>1099511627776</i8>" in body
    assert xml_language.decode(response("<i8>1099511627776</i8>"), 1) == [2**40]


def test_a_fault_is_a_refusal_with_its_number_and_text() -> None:
    assert xml_language.decode(FAULT, 1) == [Refusal(-506, "Method 'nope' not defined")]


def test_a_fault_whose_number_is_none_is_still_a_refusal() -> None:
    assert xml_language.decode(FAULT.replace(b"<i4>-506</i4>", b"<string>x</string>"), 1) == [
        Refusal(0, "Method 'nope' not defined")
    ]


def test_a_fault_of_the_whole_is_the_answer_to_each() -> None:
    assert xml_language.decode(FAULT, 3) == [Refusal(-506, "Method 'nope' not defined")] * 3


def test_a_multicall_keeps_values_and_refusals_in_their_order() -> None:
    body = response(
        "<array><data><value><array><data><value><i8>7</i8></value></data></array></value><value><struct>"
        "<member><name>faultCode</name><value><i4>-501</i4></value></member>"
        "<member><name>faultString</name><value><string>Could not find info-hash.</string></value></member>"
        "</struct></value></data></array>"
    )
    assert xml_language.decode(body, 2) == [7, Refusal(-501, "Could not find info-hash.")]


def test_a_multicall_with_too_few_answers_is_no_answer() -> None:
    with pytest.raises(UnreadableError):
        xml_language.decode(response("<array><data></data></array>"), 2)


def test_a_name_with_characters_that_xml_forbids_is_read_all_the_same() -> None:
    assert xml_language.decode(response("<string>ctrl \x01\x1b name</string>"), 1) == ["ctrl \ufffd\ufffd name"]


def test_bytes_that_are_no_utf_8_are_read_all_the_same() -> None:
    assert xml_language.decode(response("<string>a@b</string>").replace(b"@", b"\xe4"), 1) == ["a\ufffdb"]


@pytest.mark.parametrize(
    "body",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + response("<string>&a;</string>").removeprefix(HEAD),
        b'<!DOCTYPE methodResponse SYSTEM "http://127.0.0.1:9/x.dtd"><methodResponse/>',
        response("<string>&unknown;</string>"),
        response("<array><data><value>" * 200 + "<int>1</int>" + "</value></data></array>" * 200),
        response("<value><array><data>" * 200),
        response("<int>seven</int>"),
        FAULT.replace(b"faultCode", b"foultCode"),
        response("<int>" + "9" * 5000 + "</int>"),
        response("<dateTime.iso8601>20200101T00:00:00</dateTime.iso8601>"),
        b"",
        b"<methodResponse>",
        b"<html><body>502</body></html>",
        HEAD + b"<methodResponse><params></params></methodResponse>",
    ],
)
def test_what_is_no_plain_answer_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableError):
        assert xml_language.decode(body, 1) == ["never"]


@given(st.binary(max_size=300), st.integers(1, 3))
def test_no_bytes_whatever_raise_anything_else(body: bytes, count: int) -> None:
    for whole in (body, response("<string>@</string>").replace(b"@", body), FAULT.replace(b"-506", body)):
        try:
            assert len(xml_language.decode(whole, count)) == count
        except UnreadableError:
            continue


@given(st.data())
def test_no_damaged_answer_raises_anything_else(data: st.DataObject) -> None:
    whole = bytearray(FAULT)
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=6))
    with suppress(UnreadableError):
        assert len(xml_language.decode(bytes(whole), 1)) == 1


@given(VALUES)
def test_the_standard_library_reads_what_we_write(value: Value) -> None:
    params, method = xmlrpc.client.loads(xml_language.encode([Invocation("d.x", ("", value))]), use_builtin_types=True)
    assert method == "d.x"
    assert params == ("", value)


@pytest.mark.parametrize("value", ["a\x00b", "\ud800", 2**70, None, [None]])
def test_what_xml_cannot_carry_is_said_before_it_is_sent(value: Value) -> None:
    with pytest.raises(UnwritableError):
        xml_language.encode([Invocation("d.x", (value,))])
