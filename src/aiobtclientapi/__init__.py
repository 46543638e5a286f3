"""One asynchronous interface to Deluge, qBittorrent, rTorrent and Transmission, under its documented names.

A face only: the work is done by `bitharbor.unified`, which offers more.
"""

from __future__ import annotations

from bitharbor.unified.status import ConnectionStatus

from . import errors
from .base import APIBase
from .clients import DelugeAPI, QbittorrentAPI, RtorrentAPI, TransmissionAPI, api, api_class, api_classes, client_names
from .errors import (
    AddTorrentError,
    AuthenticationError,
    ConnectionError,
    Error,
    InvalidTorrentError,
    NoSuchTorrentError,
    NotImplementedError,
    ReadError,
    ResponseError,
    StartTorrentError,
    StopTorrentError,
    TimeoutError,
    TorrentAlreadyAdded,
    TorrentAlreadyStarted,
    TorrentAlreadyStopped,
    TorrentAlreadyVerifying,
    TorrentWarning,
    UnknownTorrentError,
    ValueError,
    VerifyTorrentError,
    Warning,
    WriteError,
)
from .infohash import Infohash
from .response import Response

__all__ = [
    "APIBase",
    "AddTorrentError",
    "AuthenticationError",
    "ConnectionError",
    "ConnectionStatus",
    "DelugeAPI",
    "Error",
    "Infohash",
    "InvalidTorrentError",
    "NoSuchTorrentError",
    "NotImplementedError",
    "QbittorrentAPI",
    "ReadError",
    "Response",
    "ResponseError",
    "RtorrentAPI",
    "StartTorrentError",
    "StopTorrentError",
    "TimeoutError",
    "TorrentAlreadyAdded",
    "TorrentAlreadyStarted",
    "TorrentAlreadyStopped",
    "TorrentAlreadyVerifying",
    "TorrentWarning",
    "TransmissionAPI",
    "UnknownTorrentError",
    "ValueError",
    "VerifyTorrentError",
    "Warning",
    "WriteError",
    "api",
    "api_class",
    "api_classes",
    "client_names",
    "errors",
]
