"""Magnet links: read leniently, written canonically.

Rule 1: the parameters are the truth, in their order; whatever this module does not know stays among them.
Rule 2: nothing is made up: a link without a well-formed infohash is an error, a malformed optional value is kept as
        text and left out of the typed properties.
Rule 3: what is written is read by every daemon: lower case keys, hexadecimal infohashes, the rest percent-encoded.

Keys: BEP 9 (xt, dn, tr, x.pe), BEP 53 (so); ws, xs, as, kt, xl as in the magnet URI scheme.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus, unquote, unquote_plus

from bitharbor.errors import InvalidMagnetError, UsageError
from bitharbor.model.infohash import Infohash

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEME = "magnet:?"
BITCOMET_SCHEME = "bc://bt/"
TEXT_LIMIT = 1 << 20
V1_URN, V2_URN = "urn:btih:", "urn:btmh:1220"
V2_URN_START = "urn:btmh:"

# written like several sources of one kind: tr, tr.1, tr.2 (libtorrent 2.1 reads them so); x.pe is a key of its own
NUMBERED = re.compile(r"\.\d+$")
# a literal plus is a blank in texts (libtorrent 2.1 reads it so), but a URL holds no blanks, so there it is a plus
PLUS_IS_BLANK = frozenset({"dn", "kt"})
SAFE = {"xt": ":", "x.pe": ":[]", "so": ",-"}
PEER = re.compile(r"(?:\[[0-9A-Fa-f:.]+\]|[^\s:\[\]/@]+):(\d{1,5})")
SELECTED = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
HIGHEST_PORT = 65535
SIZE = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Magnet:
    """A magnet link. `str()` gives the link; two magnets are equal when their parameters are.

    :ivar parameters: every parameter in its order, keys in lower case, values decoded
    :ivar infohash: what the `xt` parameters name
    """

    parameters: tuple[tuple[str, str], ...]
    infohash: Infohash = field(init=False, compare=False)

    def __post_init__(self) -> None:
        cleaned = tuple((printable(key).lower(), printable(value)) for key, value in self.parameters)
        infohash, parameters = named_by(cleaned)
        object.__setattr__(self, "parameters", parameters)
        object.__setattr__(self, "infohash", infohash)

    @classmethod
    def parse(cls, link: str) -> Magnet:
        """Read a magnet link, or a BitComet link (`bc://bt/...`)."""
        text = link.strip()
        if len(text) > TEXT_LIMIT:
            raise InvalidMagnetError(f"a magnet link of {len(text)} letters is longer than {TEXT_LIMIT}")
        if text[: len(BITCOMET_SCHEME)].lower() == BITCOMET_SCHEME:
            return cls(bitcomet_parameters(text[len(BITCOMET_SCHEME) :]))
        if text[: len(SCHEME)].lower() != SCHEME:
            raise InvalidMagnetError(f"{text[:40]!r} is no magnet link", hint='it begins with "magnet:?" (or "bc://bt/")')
        return cls(tuple(read_parameters(text[len(SCHEME) :])))

    @classmethod
    def build(
        cls,
        infohash: Infohash | str | bytes,
        *,
        name: str | None = None,
        size: int | None = None,
        trackers: Iterable[str] = (),
        web_seeds: Iterable[str] = (),
        exact_sources: Iterable[str] = (),
        acceptable_sources: Iterable[str] = (),
        keywords: Iterable[str] = (),
        selected: Iterable[int | range] = (),
        peers: Iterable[str] = (),
    ) -> Magnet:
        """Make a magnet link.

        :param size: bytes in all (`xl`)
        :param selected: the positions of the files to download (`so`), single or as ranges of step 1
        :param peers: `host:port`, IPv6 hosts in brackets
        """
        hashes = Infohash.parse(infohash)
        parameters = [("xt", urn) for urn in urns(hashes)]
        parameters += [("dn", name)] if name is not None else []
        parameters += [("xl", str(size))] if size is not None else []
        parameters += [("tr", url) for url in trackers]
        parameters += [("ws", url) for url in web_seeds]
        parameters += [("xs", source) for source in exact_sources]
        parameters += [("as", source) for source in acceptable_sources]
        words = " ".join(keywords)
        parameters += [("kt", words)] if words else []
        positions = ",".join(selection(part) for part in selected)
        parameters += [("so", positions)] if positions else []
        parameters += [("x.pe", peer) for peer in peers]
        return cls(tuple(parameters))

    @property
    def name(self) -> str | None:
        """What to call the torrent until its metadata arrives (`dn`)."""
        return next(iter(self.values("dn")), None)

    @property
    def size(self) -> int | None:
        """Bytes in all (`xl`)."""
        return next((int(value) for value in self.values("xl") if SIZE.fullmatch(value)), None)

    @property
    def trackers(self) -> tuple[str, ...]:
        """Tracker URLs (`tr`)."""
        return self.values("tr")

    @property
    def web_seeds(self) -> tuple[str, ...]:
        """URLs of web seeds (`ws`)."""
        return self.values("ws")

    @property
    def exact_sources(self) -> tuple[str, ...]:
        """Where the `.torrent` itself lies (`xs`)."""
        return self.values("xs")

    @property
    def acceptable_sources(self) -> tuple[str, ...]:
        """Where the content may be had without BitTorrent (`as`)."""
        return self.values("as")

    @property
    def keywords(self) -> tuple[str, ...]:
        """Search words (`kt`)."""
        return tuple(word for value in self.values("kt") for word in value.split())

    @property
    def selected(self) -> tuple[range, ...]:
        """The positions of the files to download (`so`), as ranges; empty means all of them."""
        parts = [part for value in self.values("so") for part in value.split(",")]
        matches = [match for part in parts if (match := SELECTED.fullmatch(part))]
        ranges = [range(int(match[1]), int(match[2] or match[1]) + 1) for match in matches]
        return tuple(part for part in ranges if part)

    @property
    def peers(self) -> tuple[str, ...]:
        """Peers to connect to at once, as `host:port` (`x.pe`)."""
        found = [(peer, PEER.fullmatch(peer)) for peer in self.values("x.pe")]
        return tuple(peer for peer, match in found if match and 0 < int(match[1]) <= HIGHEST_PORT)

    def values(self, key: str) -> tuple[str, ...]:
        """The values of one parameter, numbered ones (`tr.1`) included, in their order; empty ones are left out."""
        return tuple(value for name, value in self.parameters if plain_key(name) == key and value)

    def __str__(self) -> str:
        return SCHEME + "&".join(f"{encoded_key(key)}={encoded(key, value)}" for key, value in self.parameters)


def named_by(parameters: Iterable[tuple[str, str]]) -> tuple[Infohash, tuple[tuple[str, str], ...]]:
    """The infohash that `xt` parameters name, and the parameters with it written canonically."""
    found: dict[str, str] = {}
    canonical: list[tuple[str, str]] = []
    for key, value in parameters:
        hashes = infohash_of(value) if plain_key(key) == "xt" else None
        if hashes is None:
            canonical.append((key, value))
            continue
        version, digits = ("v1", hashes.v1) if hashes.v1 else ("v2", hashes.v2)
        if found.setdefault(version, digits or "") != digits:
            raise InvalidMagnetError(f"the magnet link names two torrents: {found[version]} and {digits}")
        canonical += [(key, urn) for urn in urns(hashes)]
    if not found:
        raise InvalidMagnetError("the magnet link names no torrent", hint='it needs "xt=urn:btih:" and an infohash')
    return Infohash(found.get("v1"), found.get("v2")), tuple(canonical)


def infohash_of(urn: str) -> Infohash | None:
    """What an `xt` value names; None when it belongs to another network."""
    lowered = urn.strip().lower()
    for start, version in ((V1_URN, "v1"), (V2_URN_START, "v2")):
        if not lowered.startswith(start):
            continue
        digits = lowered[len(start) :]
        try:
            hashes = Infohash.parse(digits)
        except UsageError as error:
            raise InvalidMagnetError(f"the magnet link is malformed: {error.message}", hint=error.hint) from None
        if getattr(hashes, version) is None or (version == "v2" and not lowered.startswith(V2_URN)):
            raise InvalidMagnetError(f"the magnet link is malformed: {digits!r} does not belong after {start!r}")
        return hashes
    return None


def urns(infohash: Infohash) -> list[str]:
    """The `xt` values for an infohash."""
    v1 = [V1_URN + infohash.v1] if infohash.v1 else []
    v2 = [V2_URN + infohash.v2] if infohash.v2 else []
    return v1 + v2


def read_parameters(query: str) -> Iterable[tuple[str, str]]:
    """Keys and decoded values of what follows `magnet:?`."""
    for pair in query.split("&"):
        # copied out of a web page, the ampersand is often still written as an entity
        key, _, value = pair.removeprefix("amp;").partition("=")
        key = unquote(key).lower()
        if key:
            yield key, unquote_plus(value) if plain_key(key) in PLUS_IS_BLANK else unquote(value)


def bitcomet_parameters(encoded_link: str) -> tuple[tuple[str, str], ...]:
    """The parameters of a BitComet link: base64 of `AA/<name>/<size>/<v1 infohash>/ZZ` (read so by qBittorrent 3.x)."""
    try:
        padding = "=" * (-len(encoded_link) % 4)
        text = base64.b64decode(encoded_link + padding, validate=True).decode(errors="replace")
    except (binascii.Error, ValueError):
        raise InvalidMagnetError("the bc:// link is not base64") from None
    parts = text.split("/")
    if len(parts) != 5 or parts[0] != "AA" or parts[4] != "ZZ":
        raise InvalidMagnetError("the bc:// link does not hold AA/name/size/infohash/ZZ")
    _, name, size, digits, _ = parts
    parameters = [("xt", V1_URN + digits)]
    parameters += [("dn", unquote(name))] if name else []
    parameters += [("xl", size)] if SIZE.fullmatch(size) else []
    return tuple(parameters)


def plain_key(key: str) -> str:
    """A key without its number."""
    return NUMBERED.sub("", key)


def printable(text: str) -> str:
    """Text without what UTF-8 cannot hold (lone surrogates)."""
    return text.encode("utf-8", "replace").decode("utf-8")


def encoded_key(key: str) -> str:
    """A key, percent-encoded."""
    return quote(key, safe="")


def encoded(key: str, value: str) -> str:
    """A value as it is written after its key."""
    plain = plain_key(key)
    return quote_plus(value) if plain == "kt" else quote(value, safe=SAFE.get(plain, ""))


def selection(part: int | range) -> str:
    """One entry of `so`."""
    if isinstance(part, int):
        part = range(part, part + 1)
    if part.step != 1 or not part or part.start < 0:
        raise UsageError(f"{part!r} selects no files", hint="give positions from 0, or ranges of step 1 that hold some")
    return f"{part.start}-{part.stop - 1}" if len(part) > 1 else str(part.start)
