"""Bitharbor's errors in the classes and words of this interface. One table; nothing else of the two trees meets."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

from bitharbor import errors as own

from . import errors


@dataclass(frozen=True, slots=True)
class Place:
    """Where a call went. `url` is without credentials, `timeout` in seconds, `meanings` of the daemon's words by pattern."""

    url: str
    timeout: float
    meanings: Mapping[str, errors.Error] = field(default_factory=dict[str, errors.Error])


Make: TypeAlias = Callable[[own.BitharborError, Place], errors.Error]


def read_error(error: own.BitharborError) -> errors.Error:
    """A file that cannot be read, in the words of the system where it said some."""
    cause = error.__cause__
    if isinstance(cause, OSError) and cause.strerror and cause.filename:
        return errors.ReadError(f"{cause.strerror}: {os.fsdecode(cause.filename)}")
    return errors.ReadError(error.message)


def server_error(error: own.BitharborError, place: Place) -> errors.Error:
    """A 5xx: of the daemon, or of a web server behind which nobody answers."""
    is_gateway = isinstance(error, own.ServerError) and error.status in (502, 503, 504)
    return errors.ConnectionError(f"{error.message}: {place.url}") if is_gateway else errors.ResponseError(str(error))


def which(error: own.BitharborError) -> str:
    """The torrent that is not there, or what is said of it where the daemon does not name it."""
    return (error.infohash if isinstance(error, own.UnknownTorrentError) else "") or error.message


# the first class that fits
TABLE: tuple[tuple[type[own.BitharborError], Make], ...] = (
    (own.DeadlineError, lambda _, place: errors.TimeoutError(f"Timeout after {place.timeout:g} seconds: {place.url}")),
    (own.LoginFailed, lambda _, place: errors.AuthenticationError(f"Authentication failed: {place.url}")),
    (own.AuthenticationError, lambda error, place: errors.AuthenticationError(f"{error.message}: {place.url}")),
    (own.TransportError, lambda error, place: errors.ConnectionError(f"{error.message}: {place.url}")),
    (own.AnswerError, lambda error, place: errors.ConnectionError(f"{error.message}: {place.url}")),
    (own.ServerError, server_error),
    (own.FileError, lambda error, _: read_error(error)),
    (own.UnknownTorrentError, lambda error, _: errors.NoSuchTorrentError(which(error))),
    (own.UnsupportedError, lambda error, _: errors.NotImplementedError(str(error))),
    (own.InvalidTorrentError, lambda error, _: errors.ResponseError(error.message)),
    (own.UsageError, lambda error, _: errors.ValueError(error.message)),
    (own.BitharborError, lambda error, _: errors.ResponseError(str(error))),
)


def translated(error: own.BitharborError, place: Place) -> errors.Error:
    """The error of this interface."""
    make = next(make for kind, make in TABLE if isinstance(error, kind))
    made = make(error, place)
    if type(made) is errors.ResponseError:
        made = next((meaning for pattern, meaning in place.meanings.items() if re.search(pattern, str(made))), made)
    made.__cause__ = error
    return made


@contextmanager
def translating(place: Place) -> Generator[None]:
    """Within: errors come in the classes of this interface."""
    try:
        yield
    except own.BitharborError as error:
        raise translated(error, place) from error
