"""Torrents out of what a client sends: .torrent files, magnet links and bc links.

Rule: an own small reading, with nothing of bitharbor.model.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import unquote_plus

import bencode2
from tests.elders.torrents import File, Torrent, Tracker

if TYPE_CHECKING:
    from tests.elders.profiles import Profile

INFOHASH: Final = re.compile(r"xt=urn:btih:([^&]*)")
HEX: Final = re.compile(r"[0-9a-fA-F]{40}")


class NotATorrentError(ValueError):
    """The bytes are no .torrent file, or the text is no link that is understood."""


def out_of_file(content: bytes) -> Torrent:
    try:
        meta = bencode2.bdecode(content)
    except ValueError as error:
        raise NotATorrentError(str(error)) from error
    if not isinstance(meta, dict):
        raise NotATorrentError("no dictionary")
    # keys are bytes, as the file has them
    top = cast("Mapping[bytes, object]", meta)
    info = top.get(b"info")
    if not isinstance(info, dict):
        raise NotATorrentError("no info dictionary")
    inside = cast("Mapping[bytes, object]", info)
    return Torrent(
        hash=hashlib.sha1(bencode2.bencode(info), usedforsecurity=False).hexdigest(),
        name=text(inside.get(b"name")),
        files=files_of(inside),
        piece_size=number(inside.get(b"piece length")),
        pieces=raw(inside.get(b"pieces")),
        comment=text(top.get(b"comment")),
        created_by=text(top.get(b"created by")),
        creation_date=number(top[b"creation date"]) if b"creation date" in top else None,
        trackers=[Tracker(url) for url in announced(top)],
        webseeds=[text(url) for url in items(top.get(b"url-list"))],
    )


def files_of(info: Mapping[bytes, object]) -> list[File]:
    name = text(info.get(b"name"))
    if b"files" not in info:
        return [File(name, number(info.get(b"length")))]
    rows = (cast("Mapping[bytes, object]", row) for row in items(info[b"files"]))
    return [File("/".join([name, *map(text, items(row.get(b"path")))]), number(row.get(b"length"))) for row in rows]


def announced(top: Mapping[bytes, object]) -> list[str]:
    """Each tracker once: those of the tiers, or the one alone."""
    tiers = [text(url) for tier in items(top.get(b"announce-list")) for url in items(tier)]
    single = [text(top.get(b"announce"))] if b"announce" in top else []
    return list(dict.fromkeys(tiers or single))


def items(value: object) -> Sequence[object]:
    if isinstance(value, list | tuple):
        return cast("Sequence[object]", value)
    return [] if value is None else [value]


def text(value: object) -> str:
    return raw(value).decode("utf-8", "replace")


def raw(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""


def number(value: object) -> int:
    return value if isinstance(value, int) else 0


def out_of_link(link: str, profile: Profile) -> Torrent:
    """The torrent without metadata that a magnet or bc link names."""
    if link.lower().startswith("bc://bt/"):
        return out_of_bc(link)
    if not (link.lower().startswith("magnet:") and (found := INFOHASH.search(link))):
        raise NotATorrentError(link)
    name = re.search(r"[?&]dn=([^&]*)", link)
    trackers = [Tracker(unquote_plus(url)) for url in re.findall(r"[?&]tr=([^&]*)", link)]
    return Torrent(infohash(found[1], profile), unquote_plus(name[1]) if name else "", trackers=trackers)


def infohash(written: str, profile: Profile) -> str:
    """Forty digits out of forty digits or base32. 3.1.12 fills up what is too short (`zz` became ce000...); others refuse it."""
    if HEX.fullmatch(written):
        return written.lower()
    if len(written) != 32 and profile.number != (3, 1, 12):
        raise NotATorrentError(written)
    padded = written.upper() + "=" * (-len(written) % 8)
    try:
        return base64.b32decode(padded).hex().ljust(40, "0")[:40]
    except binascii.Error as error:
        raise NotATorrentError(written) from error


def out_of_bc(link: str) -> Torrent:
    """bc://bt/ and the base64 of AA/name/size/infohash/ZZ."""
    coded = link[len("bc://bt/") :]
    try:
        parts = base64.b64decode(coded + "=" * (-len(coded) % 4)).decode().split("/")
    except ValueError as error:
        raise NotATorrentError(link) from error
    if len(parts) != 5 or parts[0] != "AA" or not HEX.fullmatch(parts[3]):
        raise NotATorrentError(link)
    return Torrent(parts[3].lower(), parts[1])
