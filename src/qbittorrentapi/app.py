"""What programs import for the application; nothing is defined here."""

from __future__ import annotations

from ._records import (
    APIKeyDictionary,
    ApplicationPreferencesDictionary,
    BuildInfoDictionary,
    Cookie,
    CookieList,
    DirectoryContentList,
    NetworkInterface,
    NetworkInterfaceAddressList,
    NetworkInterfaceList,
    ProcessInfoDictionary,
)

__all__ = [
    "APIKeyDictionary",
    "ApplicationPreferencesDictionary",
    "BuildInfoDictionary",
    "Cookie",
    "CookieList",
    "DirectoryContentList",
    "NetworkInterface",
    "NetworkInterfaceAddressList",
    "NetworkInterfaceList",
    "ProcessInfoDictionary",
]
