"""What a refusal, a status or a fault of the way becomes: tables, and the errors that they name."""

from __future__ import annotations

import re

from .. import errors
from ..wire.effects import Fault, Kind, Reply
from .commands import GONE
from .session import Session
from .values import Invocation, Refusal

UNTRUSTED_HINT = "the web server before it marks this connection as untrusted; use its own socket"
TITLE = re.compile(rb"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)

# texts of 0.9.8 and 0.16.17, in both languages; the numbers say less: -503 stands for nearly everything
UNKNOWN_TORRENT = re.compile(r"info-hash not found|Could not find info-hash")
UNKNOWN_METHOD = re.compile(r"[Mm]ethod .*not (?:defined|found)|method not found|Command \".*\" does not exist")
UNTRUSTED = re.compile(r"not allowed for untrusted connections")
TOO_LARGE = re.compile(r"request too large")

FAULTS: dict[Kind, tuple[type[errors.TransportError], str, str]] = {
    Kind.CONNECT: (errors.UnreachableError, "no connection to {}", "check that rTorrent runs, and host and port or the path"),
    Kind.TLS: (errors.TlsError, "no trusted connection to {}", "check the certificate, or give verify=False"),
    Kind.TIMEOUT: (errors.DeadlineError, "no answer of {} in the time given", "give it more time"),
    Kind.LOST: (errors.ConnectionLostError, "the connection to {} broke", "look what became of it before you repeat it"),
    Kind.OTHER: (errors.TransportError, "the request to {} failed", ""),
}

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
        return errors.UnknownTorrentError(f"{call.method}: rTorrent has no such torrent", hint="it may have been removed")
    if UNTRUSTED.search(refusal.text):
        return errors.UnsupportedError(text, hint=UNTRUSTED_HINT)
    if UNKNOWN_METHOD.search(refusal.text):
        return errors.UnknownMethodError(text, hint=GONE.get(call.method, ""), code=code)
    if TOO_LARGE.search(refusal.text):
        return errors.UploadRefusedError(text, hint="raise network.xmlrpc.size_limit in its configuration")
    return errors.RpcError(text, code=code, acted=None)


def failed(session: Session, what: str, fault: Fault, *, may_have_acted: bool) -> errors.BitharborError:
    """The error for a request without an answer."""
    acted = None if may_have_acted else False
    if fault.kind is Kind.TOO_LARGE:
        return errors.AnswerTooLargeError(f"{what}: the answer of {session.address} is too large", acted=acted)
    kind, message, hint = FAULTS[fault.kind]
    return kind(f"{what}: {message.format(session.address)}", hint=hint, acted=acted)


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
        text=reply.body[:2000].decode(errors="replace"),
    )


def wrong_daemon(session: Session, reply: Reply) -> errors.WrongDaemonError:
    """The error for an answer that is not rTorrent's."""
    title = TITLE.search(reply.body[:65536])
    named = f': a page called "{title[1].decode(errors="replace").strip()[:100]}"' if title else ""
    return errors.WrongDaemonError(
        f"what answers at {session.address} is not rTorrent{named}", hint="check host, port and path", acted=None
    )
