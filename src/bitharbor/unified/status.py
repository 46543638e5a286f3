"""Whether a client is connected, and who wants to hear of it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import Enum
from typing import TypeAlias

logger: logging.Logger = logging.getLogger(__name__)


class ConnectionStatus(Enum):
    """How a client stands with its daemon."""

    connecting = "connecting"
    connected = "connected"
    disconnected = "disconnected"


Listener: TypeAlias = Callable[[ConnectionStatus], object]


class StatusBoard:
    """The present status. Listeners hear of each change once, in the order in which they came."""

    def __init__(self) -> None:
        self._status = ConnectionStatus.disconnected
        self._listeners: list[Listener] = []

    @property
    def status(self) -> ConnectionStatus:
        """The present status."""
        return self._status

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with each new status. The answer ends that."""
        self._listeners.append(listener)

        def unlisten() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unlisten

    def turn(self, status: ConnectionStatus) -> None:
        """Take a new status."""
        if status is self._status:
            return
        self._status = status
        for listener in tuple(self._listeners):
            try:
                listener(status)
            except Exception:  # the caller's own: no reason for a call to fail
                logger.exception("a listener of the connection's status failed")
