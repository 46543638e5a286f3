"""What programs import for the application; nothing is defined here."""

from __future__ import annotations

from ._generated.faces import AppAPIMixIn, Application
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
    "AppAPIMixIn",
    "Application",
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
