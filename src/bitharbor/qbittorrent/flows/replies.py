"""What a reply says: statuses to errors, pages of proxies, cookies. Decided from the reply and the tables here alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import errors
from ...wire.bodies import first_words, page
from ...wire.effects import Reply
from ..operation import Op
from ..session import Session

# status -> class, what it means, what to do
STATUSES: Mapping[int, tuple[type[errors.StatusError], str, str]] = {
    400: (errors.BadRequestError, "the daemon misses a parameter or cannot read one", ""),
    401: (
        errors.RequestRefusedError,
        "the daemon, or a proxy before it, refuses the request",
        "its cross-site or host check may be on: check the proxy's Host and Origin headers, and the daemon's list of domains",
    ),
    403: (errors.ForbiddenError, "the daemon forbids it", ""),
    404: (errors.NotFoundError, "the daemon does not know it", "check the infohash or name"),
    405: (
        errors.MethodRefusedError,
        "the daemon wants another HTTP method",
        "this version of it is not known well enough: report it",
    ),
    409: (errors.ConflictError, "it contradicts what the daemon has", ""),
    415: (errors.MediaRefusedError, "the daemon cannot read the file", "check that it is a .torrent"),
}


def is_page(reply: Reply) -> bool:
    """Whether it is an HTML page: qBittorrent answers its API with text and JSON only."""
    return reply.headers.get("Content-Type", "").startswith("text/html")


def says_not_qbittorrent(reply: Reply) -> errors.NotQbittorrentError:
    """The error for a page where an answer should be."""
    return strange(
        reply,
        f"a {page(reply.body)} came instead of qBittorrent's answer",
        hint="check the address and its path; a proxy or login portal may stand before the daemon",
    )


def strange(reply: Reply, words: str, *, hint: str) -> errors.NotQbittorrentError:
    """The error for an answer that is none of qBittorrent's, with that answer."""
    error = errors.NotQbittorrentError(words, hint=hint)
    error.response = reply.raw
    return error


def refused(session: Session, op: Op[Any], reply: Reply) -> errors.BitharborError:
    """The error for a status."""
    if is_shut_out(reply) and (standing := standing_error(session)):
        standing.response = reply.raw
        return standing
    text = page(reply.body) if is_page(reply) else first_words(reply.body)
    cls, words, hint = STATUSES.get(reply.status, (errors.StatusError, "the daemon refuses it", ""))
    acted: bool | None = False
    if reply.status >= 500:
        cls, words, hint = errors.ServerError, "the daemon or a proxy before it failed", "see the daemon's log"
        acted = None if op.retry != "read" else False
    said = f" ({text})" if text else ""
    return cls(
        f"{op.path}: {words}: {reply.status}{said}",
        hint=hint,
        acted=acted,
        status=reply.status,
        text=text,
        response=reply.raw,
    )


# what whoever has no session is told: nothing by 4.2.5, one word by 4.5.2 to 5.3.0, which is not translated
SHUT_OUT = frozenset({b"", b"Forbidden"})


def is_shut_out(reply: Reply) -> bool:
    """Whether the daemon wants a session, or another key. A 403 in words of its own is about what was asked: "Cannot write to
    directory", in the daemon's language."""
    return reply.status == 403 and reply.body.strip() in SHUT_OUT and not is_page(reply)


def standing_error(session: Session) -> errors.AuthenticationError | None:
    """What being shut out means to those who cannot log in; None for those who can."""
    if session.api_key:
        return errors.ApiKeyRefusedError(
            "the API key is not accepted",
            hint="it is wrong, or the daemon is older than qBittorrent 5.2 and knows no keys, or the action is closed to keys",
        )
    if not session.user:
        return errors.LoginRequiredError("the daemon wants a login", hint="give a user name and password, or an API key")
    return None


def keep_cookies(session: Session, reply: Reply) -> None:
    """Take over the cookies that a reply sets, and drop those that it ends."""
    for line in reply.cookies:
        pair, *attributes = line.split(";")
        name, has_value, value = pair.partition("=")
        if not has_value or not name.strip() or not (pair.isascii() and pair.isprintable()):  # it could not be sent back
            continue
        is_over = not value.strip() or any(one.strip().lower() == "max-age=0" for one in attributes)
        if is_over:
            session.cookies = {key: kept for key, kept in session.cookies.items() if key != name.strip()}
        else:
            session.cookies = {**session.cookies, name.strip(): value.strip()}


# what the daemon says to a login (seen on 4.2.5 to 5.3.0): text through 5.1, a status since 5.2
ACCEPTED = frozenset({(200, b"Ok."), (200, b""), (204, b"")})
WRONG = frozenset({(200, b"Fails."), (401, b"Unauthorized"), (401, b"")})


def judge(session: Session, op: Op[Any], reply: Reply) -> errors.AuthenticationError | None:
    """None if the login succeeded, the refusal if the daemon refused it. Whatever else came is raised."""
    if is_page(reply):
        raise says_not_qbittorrent(reply)
    if (reply.status, reply.body) in ACCEPTED:
        return None
    if (reply.status, reply.body) in WRONG:
        return errors.LoginFailed(
            "user name or password is wrong",
            hint="they are not tried again until they change or you log in explicitly, because failures lead to a ban"
            + ("" if reply.status == 200 else "; if they are right, the daemon's host or cross-site check refuses you"),
        )
    if reply.status == 403:
        return banned()
    if reply.status < 300:
        raise strange(
            reply,
            "the login was answered, but not as qBittorrent does",
            hint="check the address; a proxy may be answering in its place",
        )
    raise refused(session, op, reply)


def banned() -> errors.BannedError:
    """The refusal of an address that failed too often."""
    return errors.BannedError(
        "qBittorrent refuses this address after too many failed logins",
        hint="wait for the ban to end (one hour by default) or restart qBittorrent; the password was not tried again",
    )
