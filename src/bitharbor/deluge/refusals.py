"""What an exception of the daemon, or a fault on the way to it, is in our tree of errors. Tables, and who reads them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ..errors import (
    AlreadyAddedError,
    AnswerTooLargeError,
    BitharborError,
    ConnectionLostError,
    DeadlineError,
    LoginFailed,
    LoginRequiredError,
    NotPermittedError,
    RpcError,
    TlsError,
    TorrentRefusedError,
    UnknownMethodError,
    UnknownTorrentError,
    UnreachableError,
    UnsupportedError,
)
from ..wire.effects import Fault, Kind
from .framing import Raised

ANY: Final = re.compile("")


class Row(NamedTuple):
    """A class of the daemon's exceptions, with what its text is like; `{text}` in the message is that text."""

    name: str
    text: re.Pattern[str]
    error: type[BitharborError]
    message: str
    hint: str = ""


NO_TORRENT: Final = "the daemon has no such torrent ({text})"
# the first row that fits counts; all seen on 2.0.3, 2.2.0 and 2.2.1~dev
ROWS: Final = (
    Row("BadLoginError", ANY, LoginFailed, "Deluge does not take this user name and password ({text})", "correct them"),
    Row("AuthenticationRequired", ANY, LoginRequiredError, "Deluge wants a login first ({text})", "give user name and password"),
    Row("IncompatibleClient", ANY, UnsupportedError, "Deluge {text} takes no client of our version"),
    Row("AddTorrentError", re.compile("already (in session|being added)"), AlreadyAddedError, "{text}"),
    Row("AddTorrentError", ANY, TorrentRefusedError, "Deluge does not take this torrent: {text}", "is the file whole?"),
    Row("InvalidTorrentError", ANY, UnknownTorrentError, NO_TORRENT),
    # a dictionary of torrents does not have the id
    Row("KeyError", re.compile(r"'[0-9a-f]{40}'"), UnknownTorrentError, NO_TORRENT),
    Row("Exception", re.compile("^Unknown Torrent"), UnknownTorrentError, NO_TORRENT),  # of the Label plugin
    # 2.0.3 lists a torrent whose removal went wrong until it is started again
    Row("RuntimeError", re.compile("^invalid torrent handle used"), UnknownTorrentError, NO_TORRENT, "restart the daemon"),
)
UNKNOWN_METHOD: Final = re.compile("^RPC call on invalid function")
WORDS_LIMIT: Final = 500


def refused(method: str, raised: Raised, *, is_read: bool = False) -> BitharborError:
    """The error for an exception of the daemon."""
    text = raised.text[:WORDS_LIMIT]
    if raised.name == "NotAuthorizedError":
        return not_permitted(method, raised)
    if raised.name == "AttributeError" and UNKNOWN_METHOD.match(text):
        hint = "see `daemon.get_method_list`; methods of plugins are there while the plugin is enabled"
        return UnknownMethodError(f"Deluge has no method {method}", hint=hint, code=raised.name)
    for name, pattern, error, message, hint in ROWS:
        if raised.name == name and pattern.search(text):
            return error(message.format(text=text.rstrip(".")), hint=hint)
    return RpcError(f"{method}: Deluge says {raised.name}: {text}", acted=False if is_read else None, code=raised.name)


def not_permitted(method: str, raised: Raised) -> NotPermittedError:
    """The error for a level of authority that is too low; the daemon tells the one that is there, and the one that it wants."""
    match raised.args:
        case (int(has), int(wants), *_):
            message = f"{method} wants level of authority {wants}; this login has {has}"
        case _:
            message = f"{method} wants a higher level of authority than this login has"
    return NotPermittedError(message, hint="log in as another user, or raise this one's level", code=raised.name)


class Way(NamedTuple):
    """What a kind of fault is, before and after the question was sent."""

    unsent: type[BitharborError]
    sent: type[BitharborError]
    message: str
    hint: str


CHECK: Final = "check host and port; Deluge listens for remote clients only when it is told so"
WAYS: Final[dict[Kind, Way]] = {
    Kind.CONNECT: Way(UnreachableError, UnreachableError, "{address} cannot be reached ({cause})", CHECK),
    Kind.TLS: Way(
        TlsError,
        TlsError,
        "{address} makes no trusted connection ({cause})",
        "give the daemon's port, 58846 by default; Deluge 1.3 is not understood",
    ),
    Kind.TIMEOUT: Way(DeadlineError, DeadlineError, "{method}: no answer of {address} in time", "give it more time"),
    Kind.LOST: Way(
        UnreachableError,
        ConnectionLostError,
        "{method}: the connection to {address} broke ({cause})",
        "the next call connects again; look before you repeat what changes something",
    ),
    Kind.TOO_LARGE: Way(
        AnswerTooLargeError,
        AnswerTooLargeError,
        "{method}: the answer is too large ({cause})",
        "ask for less",
    ),
    Kind.OTHER: Way(UnreachableError, ConnectionLostError, "{method}: the connection to {address} failed ({cause})", CHECK),
}


def failed(method: str, address: str, fault: Fault, *, is_read: bool = False) -> BitharborError:
    """The error for a fault on the way. An answer that cannot be read has its own error already."""
    acted = None if fault.was_sent and not is_read else False
    if isinstance(fault.cause, BitharborError):
        error = fault.cause.again()
        error.acted = acted
        return error
    way = WAYS[fault.kind]
    kind = way.sent if fault.was_sent else way.unsent
    cause = str(fault.cause) or type(fault.cause).__name__
    return kind(way.message.format(method=method, address=address, cause=cause), hint=way.hint, acted=acted)
