"""The exceptions that `qbittorrentapi` raises: one tree, most of it under the exceptions of `requests`.

What may enter: classes, their bases and their status codes, as recorded (tests/data/qbittorrentapi-surface.json).
What may not: deciding which of them an answer deserves; that is the client's business.

Everything that comes from the wire is an `APIConnectionError`, hence also a `requests.RequestException` and an
`OSError`: it takes `request=` and `response=` and carries them as attributes, the message is its first argument.
"""

from __future__ import annotations

from requests.exceptions import HTTPError as RequestsHTTPError
from requests.exceptions import RequestException

__all__ = [
    "APIConnectionError",
    "APIError",
    "Conflict409Error",
    "FileError",
    "Forbidden403Error",
    "HTTP4XXError",
    "HTTP5XXError",
    "HTTP400Error",
    "HTTP401Error",
    "HTTP403Error",
    "HTTP404Error",
    "HTTP405Error",
    "HTTP409Error",
    "HTTP415Error",
    "HTTP500Error",
    "HTTPError",
    "InternalServerError500Error",
    "InvalidRequest400Error",
    "LoginFailed",
    "MethodNotAllowed405Error",
    "MissingRequiredParameters400Error",
    "NotFound404Error",
    "TorrentFileError",
    "TorrentFileNotFoundError",
    "TorrentFilePermissionError",
    "Unauthorized401Error",
    "UnsupportedMediaType415Error",
    "UnsupportedQbittorrentVersion",
]


class APIError(Exception):
    """The root of everything raised here."""


class UnsupportedQbittorrentVersion(APIError):  # noqa: N818 - the documented name
    """The connected qBittorrent is not in the table of supported versions, and the client was told to insist."""


class FileError(OSError, APIError):
    """A file on this machine cannot be used. Arguments: errno, text, the path as it was given."""


class TorrentFileError(FileError):
    """A torrent file to be added cannot be used."""


class TorrentFileNotFoundError(TorrentFileError):
    """A torrent file to be added does not exist."""


class TorrentFilePermissionError(TorrentFileError):
    """A torrent file to be added may not be read."""


class APIConnectionError(RequestException, APIError):
    """Talking to qBittorrent went wrong: the root of everything from the wire."""


class LoginFailed(APIConnectionError):  # noqa: N818 - the documented name
    """qBittorrent refused the credentials."""


class HTTPError(RequestsHTTPError, APIConnectionError):
    """qBittorrent answered with an error status."""

    # set by the classes below and by the client; an instance made by hand from this class itself has none
    http_status_code: int


class HTTP4XXError(HTTPError):
    """An error status from 400 to 499."""


class HTTP5XXError(HTTPError):
    """An error status from 500 on."""


class HTTP400Error(HTTP4XXError):
    """Status 400."""

    http_status_code = 400


class HTTP401Error(HTTP4XXError):
    """Status 401."""

    http_status_code = 401


class HTTP403Error(HTTP4XXError):
    """Status 403."""

    http_status_code = 403


class HTTP404Error(HTTP4XXError):
    """Status 404."""

    http_status_code = 404


class HTTP405Error(HTTP4XXError):
    """Status 405."""

    http_status_code = 405


class HTTP409Error(HTTP4XXError):
    """Status 409."""

    http_status_code = 409


class HTTP415Error(HTTP4XXError):
    """Status 415."""

    http_status_code = 415


class HTTP500Error(HTTP5XXError):
    """Status 500."""

    http_status_code = 500


class MissingRequiredParameters400Error(HTTP400Error):
    """The endpoint wants a field that was not sent."""


class InvalidRequest400Error(HTTP400Error):
    """The endpoint does not accept a value that was sent."""


class Unauthorized401Error(HTTP401Error):
    """Refused before the session was looked at: Host header, foreign origin, a proxy; on 5.2+ wrong credentials too."""


class Forbidden403Error(HTTP403Error):
    """No valid session, no permission, or this address is banned."""


class NotFound404Error(HTTP404Error):
    """The torrent, the job or the endpoint does not exist."""


class MethodNotAllowed405Error(HTTP405Error):
    """The endpoint does not take this HTTP method."""


class Conflict409Error(HTTP409Error):
    """The values do not fit the state of things, such as a name that is taken."""


class UnsupportedMediaType415Error(HTTP415Error):
    """A file that was sent is not a torrent file."""


class InternalServerError500Error(HTTP500Error):
    """qBittorrent failed; the status is 500 or higher."""
