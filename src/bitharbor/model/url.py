"""Addresses as they may stand in messages and logs: where they lead, and nothing that opens it.

Rule: credentials, paths and queries stay out. Indexers and private trackers have their passkeys in either.
"""

from __future__ import annotations

from urllib.parse import urlsplit


def shown(url: str) -> str:
    """Scheme, host and port of an address; of a magnet link what it names, without its trackers."""
    try:
        parts = urlsplit(url.strip())
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "an address that cannot be understood"
    if parts.scheme == "magnet":
        return "magnet:?" + "&".join(one for one in parts.query.split("&") if one.startswith(("xt=", "xt.")))
    if not parts.hostname:
        return f"a {parts.scheme} address without a host" if parts.scheme else "an address that cannot be understood"
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{port}"
