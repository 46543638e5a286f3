"""Which certificate was seen where: fingerprints by place, kept in a mapping or a file that the caller names.

A certificate that nobody signed is trusted at first sight, and afterwards only this one. A file has a line for each place:
`host:port` and the SHA-256 of the certificate in hexadecimal digits.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import MutableMapping
from pathlib import Path
from typing import TypeAlias

from ..errors import FileUnreadableError, TlsError

Fingerprints: TypeAlias = "MutableMapping[str, str] | str | os.PathLike[str]"


def check(store: Fingerprints, place: str, certificate: bytes) -> None:
    """Compare a certificate with the one that was seen there before; keep it if there was none.

    :raises TlsError: it is another
    :raises FileUnreadableError: the file cannot be read or written
    """
    seen = hashlib.sha256(certificate).hexdigest()
    known = read(store).get(place)
    if known is None:
        keep(store, place, seen)
    elif not hmac.compare_digest(known.lower().encode(), seen.encode()):
        raise TlsError(
            f"{place} shows another certificate than before (SHA-256 {seen})",
            hint="if the daemon was given a new one, remove the old fingerprint; if not, something stands between",
        )


def read(store: Fingerprints) -> MutableMapping[str, str]:
    """All fingerprints. A file that is not there yet has none."""
    if isinstance(store, MutableMapping):
        return store
    try:
        lines = Path(store).expanduser().read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise FileUnreadableError("the file of fingerprints cannot be read", hint="nothing was sent") from error
    return {place: digest for place, _, digest in (line.partition(" ") for line in lines) if digest}


def keep(store: Fingerprints, place: str, digest: str) -> None:
    """Note what was seen at a place for the first time."""
    if isinstance(store, MutableMapping):
        store[place] = digest
        return
    path = Path(store).expanduser()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{place} {digest}\n")
    except OSError as error:
        raise FileUnreadableError("the file of fingerprints cannot be written", hint="nothing was sent") from error
