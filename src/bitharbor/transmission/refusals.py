"""What a status or a refusal becomes: tables, and the errors that they name.

The words of refusals were seen on 3.00, 4.1.0-beta.2 and 4.1.4; the numbers come with JSON-RPC only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from .. import errors
from ..wire.bodies import MOST_TEXT, first_words, page
from ..wire.effects import Reply
from .dialects import METHOD_NOT_FOUND, Answer
from .session import Session

OWN_PAGE = b"<h1>"  # pages of the daemon begin so and have no title: 401, 403, 405, 409, 421
USUAL_PATH = "/transmission/rpc"
WEB_TAIL = "/web/"  # where the daemon sends those who did not name the path of its RPC

# status -> class, what it means, what to do
STATUSES: Mapping[int, tuple[type[errors.StatusError], str, str]] = {
    400: (errors.BadRequestError, "does not understand the request", ""),
    403: (errors.ForbiddenError, "does not talk to this address", "it is not in the daemon's rpc-whitelist"),
    404: (errors.NotFoundError, "has nothing at this path", f"usually the path is {USUAL_PATH}"),
    405: (errors.MethodRefusedError, "has no RPC at this path", f"usually the path is {USUAL_PATH}"),
    409: (errors.ConflictError, "takes none of the session ids that it gives", "a proxy before it may drop its headers"),
    413: (errors.StatusError, "finds the request too large", "a proxy before it may have a limit"),
    421: (
        errors.RequestRefusedError,
        "does not know the host name it was asked by",
        "add the name to its rpc-host-whitelist, use an IP address, or switch its password on",
    ),
}

# 3.00 and 4.x have other words for the same
METHOD_UNKNOWN = frozenset({"method name not recognized", "no method name"})
TORRENT_UNKNOWN = re.compile(r"requires 1 torrent$")
NOT_ABSOLUTE = re.compile(r"path is not absolute$")
NO_TORRENT = re.compile(r"^(?:invalid or corrupt torrent file|unrecognized info)$")
DUPLICATE = re.compile(r"^duplicate torrent$")  # 4.0.0 to 4.0.2, as their notes of changes say


def is_page(reply: Reply) -> bool:
    """Whether it is a page of something else than the daemon."""
    return reply.headers.get("Content-Type", "").startswith("text/html") and not reply.body.startswith(OWN_PAGE)


def wrong_daemon(session: Session, reply: Reply, *, acted: bool | None = None) -> errors.WrongDaemonError:
    """The error for an answer that is not Transmission's."""
    named = f": a {page(reply.body)} came" if is_page(reply) else ""
    return errors.WrongDaemonError(
        f"what answers at {session.address} is not Transmission{named}",
        hint="check the address and its path; a proxy or login portal may stand before the daemon",
        acted=acted,
    )


def login_refused(session: Session) -> errors.AuthenticationError:
    """The error for a 401."""
    if session.has_credentials:
        return errors.LoginFailed(
            f"{session.address} refuses user name or password",
            hint="4.x shuts out addresses that try too often; it was tried once",
        )
    return errors.LoginRequiredError(f"{session.address} wants a login", hint="give user name and password")


def refused(session: Session, method: str, reply: Reply, *, may_have_acted: bool) -> errors.BitharborError:
    """The error for a status that is no success."""
    if reply.status == 401:
        return login_refused(session)
    if 300 <= reply.status < 400:
        return elsewhere(session, reply)
    if reply.status >= 500:
        text = page(reply.body) if is_page(reply) else first_words(reply.body)
        return errors.ServerError(
            f"{method}: {session.address}, or a proxy before it, failed: {reply.status} ({text})",
            hint="a proxy may not reach the daemon; see its log",
            acted=None if may_have_acted else False,
            status=reply.status,
            text=text,
            response=reply.raw,
        )
    if is_page(reply):
        return wrong_daemon(session, reply, acted=False)
    if reply.status == 403 and b"whitelist" not in reply.body:  # 3.00 says so; 4.x says nothing at all
        return errors.BannedError(
            f"{session.address} does not talk to this address",
            hint="it is not in the daemon's rpc-whitelist, or failed to log in too often: then restart the daemon",
        )
    kind, meaning, hint = STATUSES.get(reply.status, (errors.StatusError, "refuses the request", ""))
    text = first_words(reply.body)
    return kind(
        f"{method}: {session.address} {meaning}: {reply.status}", hint=hint, status=reply.status, text=text, response=reply.raw
    )


def elsewhere(session: Session, reply: Reply) -> errors.WrongDaemonError:
    """The error for a redirect: none is followed. The daemon redirects to its web page from paths that it does not have."""
    place = where_to(session, reply)
    if place.endswith(WEB_TAIL):
        right = place.removesuffix(WEB_TAIL) + "/rpc"
        return errors.WrongDaemonError(
            f"{session.address} is not the place of Transmission's RPC",
            hint=f"it is {right}: put that into the address",
            acted=False,
        )
    return errors.WrongDaemonError(
        f"{session.address} sends us elsewhere, to {place or 'what is no address'}",
        hint="give the final address; credentials are not sent to a place that you did not name",
        acted=False,
    )


def where_to(session: Session, reply: Reply) -> str:
    """Where a redirect leads: a path of the same server, or a URL without what may be secret."""
    try:
        old = urlsplit(session.url)
        new = urlsplit(urljoin(session.url, reply.headers.get("Location", "")))
    except ValueError:
        return ""
    if (new.scheme, new.netloc) == (old.scheme, old.netloc):
        return new.path
    return f"{new.scheme}://{new.netloc.rpartition('@')[2]}{new.path}" if new.netloc else ""


def error_of(method: str, answer: Answer) -> errors.BitharborError:
    """The error for a call that the daemon refused: it did not do it, or not all of it."""
    said = answer.refusal or ""
    text = f"{method}: Transmission says: {said[:MOST_TEXT]}"
    if answer.code == METHOD_NOT_FOUND or said in METHOD_UNKNOWN:
        return errors.UnknownMethodError(f"{method}: Transmission does not know this method", code=answer.code or said)
    if TORRENT_UNKNOWN.search(said):
        return errors.UnknownTorrentError(
            f"{method}: Transmission has no such torrent", hint="it may have been removed; list the torrents"
        )
    if NOT_ABSOLUTE.search(said):
        return errors.UsageError(text, hint="folders of the daemon's machine begin with a slash, or with a drive's letter")
    if method == "torrent_add" and NO_TORRENT.search(said):
        return errors.TorrentRefusedError(text, hint="check that it is a .torrent or a magnet link")
    if method == "torrent_add" and DUPLICATE.search(said):
        return errors.AlreadyAddedError(f"{method}: Transmission has this torrent already")
    # of several settings, some may have been taken before the one that was refused
    return errors.RpcError(text, code=answer.code, acted=None if method.endswith("_set") else False)
