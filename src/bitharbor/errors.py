"""The one tree of exceptions: what can go wrong between a program and a daemon, and what to do about it.

Rule 1: every error that leaves the library is a `BitharborError`; nothing of requests, aiohttp, msgspec or the socket layer
        does (it is the `__cause__`).
Rule 2: a message says what happened in plain words, `hint` says what to do next, `acted` says whether the daemon may have
        done what was asked. Passwords, keys, cookies and URLs with credentials never enter.
Rule 3: classes are situations, not status codes; where a status code is all there is, `StatusError` carries it.
"""

from __future__ import annotations


class BitharborError(Exception):
    """Root of every error of this library.

    :ivar message: what happened
    :ivar hint: what to do next, empty when there is nothing to advise
    :ivar acted: False when the daemon certainly did nothing, True when it did, None when nobody can tell
    :ivar done: of a call of several requests, what came of each part of it before the error, as the call would have returned it
    """

    done: object = None

    def __init__(self, message: str, *, hint: str = "", acted: bool | None = False) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.acted = acted

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message

    def again(self) -> BitharborError:
        """The same news as a new exception, for everybody who asks after the first one was told."""
        twin = self.__class__.__new__(self.__class__)
        twin.args = self.args
        twin.__dict__.update(self.__dict__)
        return twin

    def untouched(self) -> BitharborError:
        """The same news for those whose turn did not come any more: nothing was asked of the daemon for them."""
        twin = self.again()
        twin.acted = False
        return twin


class UsageError(BitharborError, ValueError):
    """The call cannot be made as written; nothing was sent."""


class EmptySelectionError(UsageError):
    """An empty list of torrents for a call that would then mean something else, or destroy something."""


class InvalidTorrentError(UsageError):
    """The bytes given as a `.torrent` are none."""


class InvalidMagnetError(UsageError):
    """The text given as a magnet link is none."""


class UploadRefusedError(UsageError):
    """This daemon cannot receive these bytes; the hint names another way."""


class ClosedError(UsageError):
    """The client was closed."""


class FileError(BitharborError, OSError):
    """A file of this machine that was named in a call cannot be used."""


class FileMissingError(FileError, FileNotFoundError):
    """The file does not exist."""


class FileUnreadableError(FileError, PermissionError):
    """The file exists and cannot be read."""


class FileUnwritableError(FileError, PermissionError):
    """A file cannot be made, written or renamed."""


class FileTakenError(FileError, FileExistsError):
    """There is a file of this name already; it was left as it is."""


class DiskFullError(FileError):
    """There is no room for a file. What came of it so far is kept beside it."""


class UnsupportedError(BitharborError):
    """The daemon's version, or the daemon at all, cannot do this; nothing was sent."""


class UnknownTorrentError(BitharborError):
    """The daemon has no torrent of this infohash.

    :ivar infohash: as it was asked for; empty where the daemon does not say which it means
    """

    def __init__(self, message: str, *, hint: str = "", acted: bool | None = False, infohash: str = "") -> None:
        super().__init__(message, hint=hint, acted=acted)
        self.infohash = infohash


class TorrentRefusedError(BitharborError):
    """The daemon did not take a torrent: it cannot read it, or says that it does not want it."""


class AlreadyAddedError(TorrentRefusedError):
    """The daemon has this torrent already."""


class DataKeptError(BitharborError):
    """The data of a torrent was not deleted or moved: what lies there is not surely its own, or not where it should be."""


class UnconfirmedError(BitharborError):
    """The daemon took the order, and did not do it within the time that was given to look."""


class OutcomeError(BitharborError):
    """Of several torrents some are not as was ordered, for reasons of their own.

    :ivar errors: why, one of each
    """

    def __init__(self, message: str, errors: tuple[BitharborError, ...] = (), *, hint: str = "") -> None:
        super().__init__(message, hint=hint, acted=None)
        self.errors = errors


class RpcError(BitharborError):
    """The daemon answered a call with an error of its own.

    :ivar code: the daemon's number or name of the error, as text; empty where it gives none
    """

    def __init__(self, message: str, *, hint: str = "", acted: bool | None = False, code: str = "") -> None:
        super().__init__(message, hint=hint, acted=acted)
        self.code = code


class UnknownMethodError(RpcError):
    """The daemon has no method of this name."""


class NotPermittedError(RpcError):
    """Whoever is logged in may not call this method."""


class CreationFailedError(BitharborError):
    """The daemon could not make a torrent of the path that it was given."""


class TransportError(BitharborError):
    """The way to the daemon failed."""


class UnreachableError(TransportError):
    """No connection: the request never reached the daemon."""


class TlsError(UnreachableError):
    """No trusted connection: certificate, name or protocol were refused before anything was sent."""


class ConnectionLostError(TransportError):
    """The connection broke after the request may have reached the daemon."""


class DeadlineError(TransportError, TimeoutError):
    """The time given to the call is over."""


class AuthenticationError(BitharborError):
    """The daemon does not let us in.

    :ivar response: the answer as the HTTP library gave it, where one came
    """

    response: object = None


class LoginFailed(AuthenticationError):  # noqa: N818 - the word of the field: a login fails
    """User name or password are wrong. They are not tried again until they change or `log_in` is called."""


class BannedError(AuthenticationError):
    """The daemon refuses our address after too many failed logins."""


class ApiKeyRefusedError(AuthenticationError):
    """The API key is wrong, or this daemon knows no API keys."""


class LoginRequiredError(AuthenticationError):
    """The daemon wants a login and no credentials were given."""


class AnswerError(BitharborError):
    """Something answered, but not as a daemon of this kind does."""

    def __init__(self, message: str, *, hint: str = "", acted: bool | None = None) -> None:
        super().__init__(message, hint=hint, acted=acted)


class WrongDaemonError(AnswerError):
    """What answers at this address is not the daemon that was expected: a proxy's page, another program or another protocol."""


class NotQbittorrentError(WrongDaemonError):
    """What answers at this address is not qBittorrent: a proxy's page, a login portal, another program.

    :ivar response: the answer as the HTTP library gave it, where one came
    """

    response: object = None


class BadAnswerError(AnswerError):
    """The answer is cut off or has a form that was never seen."""


class AnswerTooLargeError(AnswerError):
    """The answer is larger than this endpoint's limit and was not read to the end."""


class StatusError(BitharborError):
    """The daemon answered with an HTTP error.

    :ivar status: the HTTP status
    :ivar text: what the daemon said, in its own language (never parse it)
    :ivar response: the answer as the HTTP library gave it
    """

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        acted: bool | None = False,
        status: int = 0,
        text: str = "",
        response: object = None,
    ) -> None:
        super().__init__(message, hint=hint, acted=acted)
        self.status = status
        self.text = text
        self.response = response


class BadRequestError(StatusError):
    """400: a parameter is missing or wrong."""


class RequestRefusedError(StatusError):
    """401: the daemon's cross-site or host check, or a proxy, refused the request."""


class ForbiddenError(StatusError):
    """403 in spite of a valid session."""


class NotFoundError(StatusError):
    """404: no such torrent, category, feed ... or endpoint."""


class MethodRefusedError(StatusError):
    """405: the endpoint wants another HTTP method."""


class ConflictError(StatusError):
    """409: it contradicts what is there."""


class MediaRefusedError(StatusError):
    """415: the daemon cannot read the file that it was given as a `.torrent`."""


class ServerError(StatusError):
    """5xx: the daemon, or a proxy before it, failed."""
