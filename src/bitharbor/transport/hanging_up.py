"""Whether a daemon hangs up behind an answer without saying so; one rule for both transports."""

from __future__ import annotations

FORBIDDEN = 403


def is_last(status: int, length: str | None) -> bool:
    """Whether the connection of an answer must meet no other request.

    qBittorrent 3.2 to 4.0 keep no connection, and say that of none (seen on 3.3.16). Whoever took them for a younger one, which
    stood there before, is refused so, and what follows is a login, which is not sent again when it meets their hanging up.

    :param length: what the answer says of its length
    """
    return status == FORBIDDEN and length == "0"
