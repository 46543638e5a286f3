"""The exceptions and warnings of this interface, under their documented names. `translation` makes them of Bitharbor's own.

They are equal when their class and their words are.

A package where a module would do, because another distribution brings a package of our name in which this is a module.
Python takes a package before a module of the same name. So this is what runs when both were installed into one folder,
whichever came last, and the other one's module beside it shows that.
"""

from __future__ import annotations

import builtins
import os.path

if os.path.exists(f"{__path__[0]}.py"):
    raise ImportError(
        "Files of two distributions are mixed in the folder of `aiobtclientapi`: bitharbor's, and another one's with that name. "
        "What to do: uninstall both (pip uninstall bitharbor aiobtclientapi), then install the one that you want; "
        "bitharbor-core has everything of bitharbor but this package, and can stand beside the other one"
    )


class _Equal(Exception):  # noqa: N818 - stands behind errors and warnings alike
    """Compares by class and words."""

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and str(other) == str(self)

    def __hash__(self) -> int:
        return hash((type(self), str(self)))


class Error(_Equal):
    """Root of all errors of this interface."""


class ValueError(Error, builtins.ValueError):
    """A URL, a name, an infohash or another value cannot be understood."""


class ReadError(Error):
    """A torrent cannot be read or fetched."""


class WriteError(Error):
    """A file cannot be written."""


class NotImplementedError(Error, builtins.NotImplementedError):
    """This daemon cannot do it."""


class ConnectionError(Error, builtins.ConnectionError):
    """The way to the daemon failed."""


class TimeoutError(ConnectionError, builtins.TimeoutError):
    """The daemon did not answer in time."""


class AuthenticationError(ConnectionError):
    """The daemon refuses the credentials."""


class ResponseError(Error):
    """The daemon refused what was asked.

    :param cause: words, or the error that this one stands for
    """

    _words = "{}"

    def __init__(self, cause: str | Exception) -> None:
        super().__init__(self._words.format(cause))
        self._cause = cause if isinstance(cause, Exception) else None

    @property
    def cause(self) -> Exception | None:
        """The error that this one stands for."""
        return self._cause


class NoSuchTorrentError(ResponseError):
    """The daemon has no such torrent."""

    _words = "No such torrent: {}"

    def __init__(self, torrent: str) -> None:
        super().__init__(torrent)


UnknownTorrentError = NoSuchTorrentError


class InvalidTorrentError(ResponseError):
    """What was given is no torrent."""

    _words = "Invalid torrent: {}"

    def __init__(self, torrent: str) -> None:
        super().__init__(torrent)


class AddTorrentError(ResponseError):
    """A torrent was not added."""

    _words = "Adding torrent failed: {}"


class StartTorrentError(ResponseError):
    """A torrent was not started."""

    _words = "Starting torrent failed: {}"


class StopTorrentError(ResponseError):
    """A torrent was not stopped."""

    _words = "Stopping torrent failed: {}"


class VerifyTorrentError(ResponseError):
    """A torrent is not verified."""

    _words = "Verifying torrent failed: {}"


class Warning(_Equal):
    """Root of all warnings: what did not happen as planned and is no failure."""


class TorrentWarning(Warning):
    """A warning about one torrent."""

    _words = "{}"

    def __init__(self, infohash: str, name: str | None = None) -> None:
        super().__init__(self._words.format(f"{name}: {infohash}" if name else infohash))
        self._infohash = infohash
        self._name = name

    @property
    def infohash(self) -> str:
        """The torrent's infohash."""
        return self._infohash

    @property
    def name(self) -> str | None:
        """The torrent's name, where it is known."""
        return self._name


class TorrentAlreadyAdded(TorrentWarning):
    """The daemon had it."""

    _words = "Torrent already added: {}"


class TorrentAlreadyStarted(TorrentWarning):
    """It was started before."""

    _words = "Torrent already started: {}"


class TorrentAlreadyStopped(TorrentWarning):
    """It was stopped before."""

    _words = "Torrent already stopped: {}"


class TorrentAlreadyVerifying(TorrentWarning):
    """It was being verified."""

    _words = "Torrent already verifying: {}"
