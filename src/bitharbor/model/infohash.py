"""The infohash: what names a torrent everywhere.

Here: reading the forms in which infohashes are written down, and the id under which a daemon lists such a torrent.
Not here: computing one from a `.torrent` (metainfo) or finding one in a link (magnet).
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass

from bitharbor.errors import UsageError
from bitharbor.model.url import shown

V1_HEX = re.compile(r"[0-9a-f]{40}")
V2_HEX = re.compile(r"[0-9a-f]{64}")
# the multihash of BEP 9's `urn:btmh:`: 0x12 is SHA-256, 0x20 its length
V2_MULTIHASH = re.compile(r"1220[0-9a-f]{64}")
V1_BASE32 = re.compile(r"[a-z2-7]{32}")
V1_LENGTH, V2_LENGTH = 20, 32


@dataclass(frozen=True, slots=True)
class Infohash:
    """The infohashes of one torrent, in lower case hexadecimal; a hybrid torrent has both.

    :ivar v1: 40 digits (SHA-1), or None
    :ivar v2: 64 digits (SHA-256), or None
    """

    v1: str | None = None
    v2: str | None = None

    def __post_init__(self) -> None:
        if self.v1 is None and self.v2 is None:
            raise UsageError("an infohash needs a v1 or a v2 hash")
        for field, form in (("v1", V1_HEX), ("v2", V2_HEX)):
            given: str | None = getattr(self, field)
            if given is None:
                continue
            digits = given.lower()
            if not form.fullmatch(digits):
                raise malformed(given)
            object.__setattr__(self, field, digits)

    @classmethod
    def parse(cls, value: str | bytes | Infohash) -> Infohash:
        """Read an infohash.

        :param value: text of 40 hexadecimal digits or 32 base32 letters (v1), of 64 digits or the same with `1220`
            before them (v2); or 20 (v1) or 32 (v2) raw bytes; bytes of another length are read as text
        """
        if isinstance(value, Infohash):
            return value
        if isinstance(value, bytes):
            if len(value) == V1_LENGTH:
                return cls(v1=value.hex())
            if len(value) == V2_LENGTH:
                return cls(v2=value.hex())
        text = (value.decode("ascii", "replace") if isinstance(value, bytes) else value).strip().lower()
        if V1_HEX.fullmatch(text):
            return cls(v1=text)
        if V2_HEX.fullmatch(text):
            return cls(v2=text)
        if V2_MULTIHASH.fullmatch(text):
            return cls(v2=text[4:])
        if V1_BASE32.fullmatch(text):
            return cls(v1=base64.b32decode(text, casefold=True).hex())
        raise malformed(value)

    @property
    def torrent_id(self) -> str:
        """The 40 digits under which qBittorrent lists the torrent: of the v2 hash where there is one, else v1.

        So it is in builds on libtorrent 2 (4.4.0 and later); a build on libtorrent 1 lists a hybrid torrent by its v1
        hash: see `torrent_ids`. The id of a hybrid magnet may change once its metadata arrives.
        """
        return self.torrent_ids[0]

    @property
    def torrent_ids(self) -> tuple[str, ...]:
        """Every id under which some daemon may list the torrent, the likeliest first."""
        cut = (self.v2[:40],) if self.v2 else ()
        return (*cut, self.v1) if self.v1 else cut

    @property
    def is_hybrid(self) -> bool:
        """Both hashes are known."""
        return self.v1 is not None and self.v2 is not None

    def __str__(self) -> str:
        return self.torrent_id


def malformed(value: str | bytes) -> UsageError:
    """The error for what is no infohash."""
    named = shown(value) if isinstance(value, str) and "://" in value else repr(value[:80])
    return UsageError(
        f"{named} is no infohash",
        hint="v1 has 40 hexadecimal digits (or 32 base32 letters), v2 has 64 hexadecimal digits",
    )
