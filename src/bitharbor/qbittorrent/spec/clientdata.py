"""A small store at the daemon, which all its clients share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Protocol

from ...model.json import Json
from .language import Convert, Required, endpoint
from .language import Json as AsJson


class ClientData(Protocol):
    """The store."""

    @endpoint("GET", "clientdata/load", retry="read", since="5.2.0")
    def load(self, keys: Annotated[Iterable[str] | None, Convert("names"), AsJson()] = None) -> dict[str, Json]:
        """Read what was stored.

        :param keys: only these; all without it
        :returns: values by key; keys that are not there are left out
        """
        ...

    @endpoint("POST", "clientdata/store", retry="idempotent", since="5.2.0")
    def store(self, data: Annotated[Mapping[str, Json], AsJson(), Required("{}")]) -> None:
        """Store values. Other keys stay as they are.

        :param data: values by key; None removes a key
        :raises ConflictError: the store would be larger than 1 MiB
        """
