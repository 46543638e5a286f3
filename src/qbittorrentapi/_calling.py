"""How the drop-in's flat methods call: per-call options in, its own classes and exceptions out.

What may enter: the manners of one call. What may not: when to log in, repeat or give up; the flows of `bitharbor` decide that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypeAlias, TypeVar, cast

import msgspec
from msgspec.structs import replace

from bitharbor import errors
from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.flows import PLAIN, Extra
from bitharbor.qbittorrent.operation import Op
from bitharbor.qbittorrent.session import Session
from bitharbor.qbittorrent.versions import Version
from bitharbor.wire.forms import Part

from ._records import TorrentsAddedMetadata
from ._version_support import APP_VERSION_2_API_VERSION_MAP, v
from .definitions import APINames, FilesToSendT, List, released
from .exceptions import (
    APIConnectionError,
    APIError,
    Conflict409Error,
    Forbidden403Error,
    HTTPError,
    InternalServerError500Error,
    InvalidRequest400Error,
    LoginFailed,
    MethodNotAllowed405Error,
    MissingRequiredParameters400Error,
    NotFound404Error,
    TorrentFileError,
    TorrentFileNotFoundError,
    TorrentFilePermissionError,
    Unauthorized401Error,
    UnsupportedMediaType415Error,
)

R = TypeVar("R")
Maker: TypeAlias = Callable[..., R]
"""A record or list class, or one of the functions below: makes the result of the answer's bytes"""

_decode = msgspec.json.Decoder().decode


def nothing(body: bytes) -> None:
    """The method has no result."""


def text(body: bytes) -> str:
    """The answer as text."""
    return body.decode()


def lenient_text(body: bytes) -> str:
    """The answer as text, whatever it is: the interface has it so for files."""
    return body.decode(errors="replace")


def raw(body: bytes) -> bytes:
    """The answer as it is."""
    return body


def integer(body: bytes) -> int:
    """The answer as a number."""
    return int(body)


def added(body: bytes) -> str | TorrentsAddedMetadata:
    """Text of the daemon through 5.1, a dictionary that also equals that text since 5.2."""
    return TorrentsAddedMetadata(_decode(body)) if body.startswith(b"{") else body.decode()


def result_of(body: bytes, maker: Maker[R], client: object, *, is_simple: bool) -> R:
    """What the method returns."""
    try:
        if not isinstance(maker, type):
            return maker(body)
        content = _decode(body)
        if is_simple:
            return cast("R", content)
        made: R = maker(released(content) if issubclass(maker, List) else content, client=client)
        return made
    except (ValueError, TypeError) as error:
        raise APIError(f"Exception during response parsing. Error: {error!r}") from error


def per_call(kwargs: dict[str, Any]) -> tuple[bool, Extra]:
    """The options of one call, taken out of its keywords: whether it wants simple responses, and what it brings along.

    Every keyword that is no option is a field, as programs for newer servers than ours rely on.
    """
    if not kwargs:
        return False, PLAIN
    options = {**taken(kwargs, "requests_params"), **taken(kwargs, "requests_args")}
    headers = {**taken(options, "headers"), **taken(kwargs, "headers")}
    is_simple = bool(kwargs.pop("SIMPLE_RESPONSES", kwargs.pop("SIMPLE_RESPONSE", False)))
    retries = kwargs.pop("_retries", None)
    kwargs.pop("_retry_backoff_factor", None)
    form = {name: str(value) for name, value in kwargs.items() if value is not None}
    tries = 0 if retries is None else max(1, int(retries)) + 1
    return is_simple, Extra(form, headers, options, tries=tries)


def taken(options: dict[str, Any], name: str) -> dict[str, Any]:
    """A mapping among options, taken out of them; empty where there is none."""
    given: Mapping[str, Any] | None = options.pop(name, None)
    return dict(given or {})


def api_version(app: Version) -> str:
    """The Web API that an application's version brought, as the drop-in's messages name it."""
    return APP_VERSION_2_API_VERSION_MAP.get("v" + ".".join(map(str, app)), "")


def not_implemented(op: Op[Any], reason: str = "") -> str:
    """The words for an endpoint that this daemon has not got.

    :param reason: what is said of daemons that had no Web API numbers of today
    """
    if reason:
        return f"ERROR: Endpoint {op.path!r} is Not Implemented in this version of qBittorrent. {reason}"
    if op.until:
        when = f"was removed in Web API v{api_version(op.until)}"
    elif since := api_version(op.since):
        when = f"is available starting in Web API v{since}"
    else:
        when = "cannot take this argument"
    return f"ERROR: Endpoint {op.path!r} is Not Implemented in this version of qBittorrent. This endpoint {when}."


def is_offered(op: Op[Any], said: str) -> bool:
    """Whether a daemon of that Web API has the endpoint."""
    since, until = api_version(op.since), api_version(op.until)
    return not (since and v(said) < v(since)) and not (until and v(said) >= v(until))


def with_download_path(op: Op[Any], values: Sequence[object]) -> Sequence[object]:
    """The arguments of adding, the switch of the download path on if only the path is given: the daemon ignores it otherwise."""
    path, switch = (
        next(n for n, one in enumerate(op.fields) if one.wire == wire) for wire in ("downloadPath", "useDownloadPath")
    )
    if values[path] is None or values[switch] is not None:
        return values
    return [*values[:switch], True, *values[switch + 1 :]]


# fields that travel as true or false whatever is given for them (recorded): the daemon reads no 1 and 0 (seen on 4.2.5 to 5.3.0)
TRUTHS = frozenset(
    {
        *("normal", "info", "warning", "critical"),
        *("withData", "deleteFiles"),
        *("startSeeding", "private", "optimizeAlignment", "ignoreDotfiles"),
        *("reverse", "includeTrackers", "includeFiles"),
    }
)


def with_truths(op: Op[Any], values: Sequence[object]) -> Sequence[object]:
    """The arguments, with numbers and the like as the truth that they stand for. Text is left: "false" must delete no files."""
    return [
        value if one.wire not in TRUTHS or value is None or (isinstance(value, str) and value) else bool(value)
        for one, value in zip(op.fields, values, strict=True)
    ]


# filters of the list of torrents: what they are called up to 4.6 -> since 5.0. 5.3.0 takes a word that it does not know for `all`
# (seen), and a program that removes what is paused would remove everything. The row of the table words it back for older ones.
PRESENT_FILTERS = {"paused": "stopped", "resumed": "running"}


def with_present_filter(op: Op[Any], values: Sequence[object]) -> Sequence[object]:
    """The arguments of listing torrents, the filter in the words of the present."""
    values = with_truths(op, values)
    word = values[0]
    return [PRESENT_FILTERS[word], *values[1:]] if isinstance(word, str) and word in PRESENT_FILTERS else values


def with_given_login(_: Op[Any], values: Sequence[object]) -> Sequence[object]:
    """User name and password of a login: empty ones, as of a variable that is not set, are none."""
    return [value or None for value in values]


# what is made of the arguments of an action before anything else looks at them
PREPARED: Mapping[Op[Any], Callable[[Op[Any], Sequence[object]], Sequence[object]]] = {
    ops.AUTH_LOG_IN: with_given_login,
    ops.LOG_MAIN: with_truths,
    ops.RSS_ITEMS: with_truths,
    ops.TORRENTCREATOR_ADD_TASK: with_truths,
    ops.TORRENTS_ADD: with_download_path,
    ops.TORRENTS_DELETE: with_truths,
    ops.TORRENTS_INFO: with_present_filter,
}


def unread(body: bytes, session: Session) -> None:
    """Its caller reads the answer himself."""


def any_operation(verb: Literal["GET", "POST"], scope: APINames | str, action: str) -> Op[None]:
    """A row for an action of which nothing is known but its name."""
    place = scope.value if isinstance(scope, APINames) else scope
    return Op(verb, f"{place}/{action}".strip("/"), "read" if verb == "GET" else "once", (), unread, is_text=False, is_raw=True)


def sent_parts(extra: Extra, files: FilesToSendT | None) -> Extra:
    """What a call brings along, with files beside it."""
    if not files:
        return extra
    named = ((part, given if isinstance(given, tuple) else (part, given)) for part, given in files.items())
    return replace(extra, parts=[Part(part, filename, content) for part, (filename, content) in named])


# status -> exception
STATUSES: Mapping[int, type[HTTPError]] = {
    401: Unauthorized401Error,
    403: Forbidden403Error,
    404: NotFound404Error,
    405: MethodNotAllowed405Error,
    409: Conflict409Error,
    415: UnsupportedMediaType415Error,
}


TRUST_HINT = "a certificate that is not trusted, such as a self-signed one, is accepted with VERIFY_WEBUI_CERTIFICATE=False"


def translated(error: errors.BitharborError, values: Mapping[str, str], *, is_login: bool = False) -> APIError:
    """Our error as the drop-in's.

    :param values: fields of the request, by wire name; the hash of a 404 is shown
    :param is_login: the user asked for a login, whose refusal is a failed login also where a key was refused
    """
    response: Any = getattr(error, "response", None)
    match error:
        case errors.StatusError():
            return of_status(error, values)
        case errors.LoginFailed():
            return LoginFailed(str(error), response=response)
        case errors.ApiKeyRefusedError() if is_login:
            return LoginFailed(str(error), response=response)
        case errors.AuthenticationError():  # banned, a key that is refused, no credentials: the daemon says 403 to all
            return Forbidden403Error(str(error), response=response)
        case errors.FileError():
            return of_file(error)
        case errors.BadAnswerError():
            return APIError(f"Exception during response parsing. Error: {error!r}")
        case errors.UsageError():  # nothing was sent: no connection is to blame
            return APIError(str(error))
        case errors.TlsError():
            return APIConnectionError(f"Failed to connect to qBittorrent. {error}; {TRUST_HINT}")
        case _:
            return APIConnectionError(f"Failed to connect to qBittorrent. {error}", response=response)


def of_status(error: errors.StatusError, values: Mapping[str, str]) -> HTTPError:
    """The exception of an HTTP status."""
    response: Any = error.response
    body = getattr(response, "text", error.text)
    status = error.status
    message = body
    if status == 400:
        is_missing = body in ("", "Bad Request") or body.startswith("Missing required parameters")
        kind: type[HTTPError] = MissingRequiredParameters400Error if is_missing else InvalidRequest400Error
        message = "" if body == "Bad Request" else body
    elif status >= 500:
        kind = InternalServerError500Error
    else:
        kind = STATUSES.get(status, HTTPError)
    hashes = values.get("hashes") or values.get("hash")
    if status == 404 and body in ("", "Not Found") and hashes:
        message = f"Torrent hash(es): {hashes}"
    made = kind(message, request=getattr(response, "request", None), response=response)
    made.http_status_code = status
    return made


def of_file(error: errors.FileError) -> TorrentFileError:
    """The exception of a file that cannot be used: number, text and path of the system's own error."""
    cause = error.__cause__
    if isinstance(error, errors.FileMissingError):
        kind: type[TorrentFileError] = TorrentFileNotFoundError
    else:
        kind = TorrentFilePermissionError if isinstance(cause, PermissionError) else TorrentFileError
    if isinstance(cause, OSError):
        return kind(cause.errno, cause.strerror, cause.filename)
    return kind(str(error))
