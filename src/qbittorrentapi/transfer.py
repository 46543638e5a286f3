"""What programs import for transfers as a whole; nothing is defined here."""

from __future__ import annotations

from ._generated.faces import Transfer, TransferAPIMixIn
from ._records import TransferInfoDictionary, TransferSpeedLimitsDictionary

__all__ = ["Transfer", "TransferAPIMixIn", "TransferInfoDictionary", "TransferSpeedLimitsDictionary"]
