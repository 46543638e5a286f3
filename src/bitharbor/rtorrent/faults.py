"""What a refusal or a status becomes: tables, and the errors that they name."""

from __future__ import annotations

import re

from .. import errors
from ..wire.bodies import first_words, page
from ..wire.effects import Reply
from .commands import GONE
from .session import Session
from .values import Invocation, Refusal

UNTRUSTED_HINT = "the web server before it marks this connection as untrusted; use its own socket"

# texts of 0.9.8 and 0.16.17, in both languages; the numbers say less: -503 stands for nearly everything
UNKNOWN_TORRENT = re.compile(r"info-hash not found|Could not find info-hash")
UNKNOWN_METHOD = re.compile(r"[Mm]ethod .*not (?:defined|found)|method not found|Command \".*\" does not exist")
UNTRUSTED = re.compile(r"not allowed for untrusted connections")
TOO_LARGE = re.compile(r"request too large")

STATUSES: dict[int, tuple[type[errors.StatusError], str]] = {
    400: (errors.BadRequestError, "the web server before rTorrent does not understand it"),
    403: (errors.ForbiddenError, "the web server before rTorrent does not allow it"),
    404: (errors.NotFoundError, "check the path of the address; usually it is /RPC2"),
    405: (errors.MethodRefusedError, "check the path of the address; usually it is /RPC2"),
}


def error_of(call: Invocation, refusal: Refusal) -> errors.BitharborError:
    """The error for a call that the daemon refused."""
    text = f"{call.method}: rTorrent says: {refusal.text}"
    code = str(refusal.code)
    if UNKNOWN_TORRENT.search(refusal.text):
        target = str(call.params[0]) if call.params else ""  # of a file, the infohash stands before a colon
        return errors.UnknownTorrentError(
            f"{call.method}: rTorrent has no such torrent",
            hint="it may have been removed",
            infohash=target.partition(":")[0].lower(),
        )
    if UNTRUSTED.search(refusal.text):
        return errors.UnsupportedError(text, hint=UNTRUSTED_HINT)
    if UNKNOWN_METHOD.search(refusal.text):
        return errors.UnknownMethodError(text, hint=GONE.get(call.method, ""), code=code)
    if TOO_LARGE.search(refusal.text):
        return errors.UploadRefusedError(text, hint="raise network.xmlrpc.size_limit in its configuration")
    return errors.RpcError(text, code=code, acted=None)


def refused(session: Session, reply: Reply) -> errors.BitharborError:
    """The error for a status that is no success."""
    if reply.status == 0:
        return wrong_daemon(session, reply)
    if reply.status == 401:
        if session.has_credentials:
            return errors.LoginFailed("the web server before rTorrent refuses user name or password")
        return errors.LoginRequiredError("the web server before rTorrent wants a login", hint="give user name and password")
    if 300 <= reply.status < 400:
        return errors.WrongDaemonError(
            f"{session.address} sends us elsewhere (status {reply.status})", hint="give the address that it names", acted=False
        )
    kind, hint = STATUSES.get(reply.status, (errors.StatusError, ""))
    if reply.status >= 500:
        kind, hint = errors.ServerError, "the web server before rTorrent may not reach it"
    return kind(
        f"{session.address} answers with status {reply.status}",
        hint=hint,
        acted=None if reply.status >= 500 else False,
        status=reply.status,
        text=first_words(reply.body),
    )


def wrong_daemon(session: Session, reply: Reply) -> errors.WrongDaemonError:
    """The error for an answer that is not rTorrent's."""
    named = f": a {page(reply.body)} came" if b"<html" in reply.body[:1024].lower() else ""
    return errors.WrongDaemonError(
        f"what answers at {session.address} is not rTorrent{named}", hint="check host, port and path", acted=None
    )
