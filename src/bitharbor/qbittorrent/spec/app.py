"""The application: its versions, preferences, machine, cookies and API key."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Annotated, Protocol

from ...model.json import Json
from ..records import BuildInfo, Cookie, DirectoryEntry, NetworkInterface, Preferences, ProcessInfo
from ..words import DirectoryMode
from .language import Convert, Required, Route, Since, Wire, endpoint
from .language import Json as AsJson


class App(Protocol):
    """The application."""

    @endpoint("GET", "app/version", retry="read", answer="version", cookie_api=(Route("GET", "version/qbittorrent"),))
    def version(self) -> str | None:
        """Version of the application, as it says it: `v5.1.0`.

        :returns: the text of the daemon, with its leading `v`; None from qBittorrent 3.0 and 3.1, which have no such action
        """
        ...

    @endpoint("GET", "app/webapiVersion", retry="read", cookie_api=(Route("GET", "version/api"),))
    def web_api_version(self) -> str:
        """Version of the Web API: `2.11.4`. Frozen on release branches, so do not decide by it; decide by the application's.

        :returns: the text of the daemon
        """
        ...

    @endpoint("GET", "app/buildInfo", retry="read", since="4.2.0")
    def build_info(self) -> BuildInfo:
        """The libraries that the daemon was built with.

        :returns: their versions
        """
        ...

    @endpoint("GET", "app/processInfo", retry="read", since="5.2.0")
    def process_info(self) -> ProcessInfo:
        """The process of the daemon.

        :returns: when it began
        """
        ...

    @endpoint(
        "POST",
        "app/shutdown",
        retry="once",
        cookie_api=(Route("POST", "command/shutdown"),),
        digest_api=(Route("POST", "command/shutdown", since="3.1.0"),),
    )
    def shutdown(self) -> None:
        """End the daemon. It answers first and ends a moment later."""

    @endpoint(
        "GET",
        "app/preferences",
        retry="read",
        cookie_api=(Route("GET", "query/preferences"),),
        digest_api=(Route("GET", "json/preferences"),),
    )
    def preferences(self) -> Preferences:
        """All settings. Passwords of mail, proxy and dynamic DNS are among them, in clear.

        :returns: the settings that this daemon knows; others are None
        """
        ...

    @endpoint(
        "POST",
        "app/setPreferences",
        retry="idempotent",
        flow="set_preferences",
        cookie_api=(Route("POST", "command/setPreferences", (("preferences", "json"),)),),
        digest_api=(Route("POST", "command/setPreferences", (("preferences", "json"),)),),
    )
    def set_preferences(
        self, preferences: Annotated[Preferences | Mapping[str, Json], Wire("json"), AsJson(), Required("null")]
    ) -> None:
        """Change settings: those that are given, and no others.

        A setting that has another name or form in the daemon's version is sent as that version wants it, where both mean the
        same: `add_stopped_enabled`, `torrent_content_layout`, `proxy_type`, `export_dir`, `torrent_files_backup_dir`,
        `mail_notification_ssl_enabled` and `mail_notification_encryption_type` work with every version.

        The daemon leaves out without a word what it cannot use: keys that may only be read (`web_ui_api_key`), one half of
        `schedule_from_hour` and `schedule_from_min`, numbers out of range. Changing `web_ui_port` or `use_https` moves the daemon
        away from this client's address.

        :param preferences: a `Preferences` with the fields that shall change, or a mapping from the daemon's own keys
        :raises UnsupportedError: a setting that this version has not got; nothing was sent
        :raises BadRequestError: user name or password is too short (5.2 and younger); settings before it may be changed
        """

    @endpoint("GET", "app/defaultSavePath", retry="read", cookie_api=(Route("GET", "command/getSavePath", since="3.3.1"),))
    def default_save_path(self) -> str:
        """Where torrents go when nothing else is said.

        :returns: a path of the daemon's machine
        """
        ...

    @endpoint("POST", "app/sendTestEmail", retry="once", since="5.0.0")
    def send_test_email(self) -> None:
        """Send a mail as the settings say. The daemon tries it afterwards: what goes wrong is in its log only."""

    @endpoint("GET", "app/getDirectoryContent", retry="read", since="5.0.0")
    def directory_content(
        self,
        path: Annotated[str | os.PathLike[str], Wire("dirPath")],
        mode: DirectoryMode | None = None,
        with_metadata: Annotated[bool | None, Wire("withMetadata"), Since("5.2.0")] = None,
    ) -> list[str | DirectoryEntry]:
        """List a folder of the daemon's machine.

        :param path: an absolute path
        :param mode: only folders, only files, or all
        :param with_metadata: give records instead of paths
        :returns: absolute paths, or records
        :raises BadRequestError: the path is not absolute
        :raises NotFoundError: no such folder
        """
        ...

    @endpoint("GET", "app/getFreeSpaceAtPath", retry="read", since="5.3.0")
    def free_space(self, path: str | os.PathLike[str]) -> int:
        """Free space at a path of the daemon's machine, or at the nearest folder above that exists.

        :param path: an absolute path
        :returns: bytes, -1 when it is not known
        """
        ...

    @endpoint("GET", "app/cookies", retry="read", since="5.1.0")
    def cookies(self) -> list[Cookie]:
        """Cookies that the daemon sends when it fetches feeds and `.torrent` files.

        :returns: all of them
        """
        ...

    @endpoint("POST", "app/setCookies", retry="idempotent", since="5.1.0")
    def set_cookies(
        self, cookies: Annotated[Iterable[Cookie | Mapping[str, Json]], Convert("rows"), AsJson(), Required("[]")]
    ) -> None:
        """Replace all these cookies. The daemon keeps none that has ended, and none without a domain or a name.

        :param cookies: the new ones; an empty list removes all
        :raises BadRequestError: one of them is no cookie
        """

    @endpoint("POST", "app/rotateAPIKey", retry="once", since="5.2.0", answer="api_key")
    def rotate_api_key(self) -> str:
        """Make a new API key. An older one ends with it, also for clients that use it now.

        :returns: the key
        """
        ...

    @endpoint("POST", "app/deleteAPIKey", retry="idempotent", since="5.2.0")
    def delete_api_key(self) -> None:
        """Remove the API key, if there is one."""

    @endpoint("GET", "app/networkInterfaceList", retry="read", since="4.2.0")
    def network_interfaces(self) -> list[NetworkInterface]:
        """Network interfaces of the daemon's machine that have an address.

        :returns: their names
        """
        ...

    @endpoint("GET", "app/networkInterfaceAddressList", retry="read", since="4.2.0")
    def network_addresses(self, interface: Annotated[str, Wire("iface")] = "") -> list[str]:
        """Addresses of a network interface of the daemon's machine.

        :param interface: its name in the system; "" for all of them
        :returns: addresses
        """
        ...
