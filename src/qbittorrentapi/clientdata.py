"""What programs import for data that programs keep at the daemon; nothing is defined here."""

from __future__ import annotations

from ._generated.faces import ClientData, ClientDataAPIMixIn
from ._records import ClientDataDictionary

__all__ = ["ClientData", "ClientDataAPIMixIn", "ClientDataDictionary"]
