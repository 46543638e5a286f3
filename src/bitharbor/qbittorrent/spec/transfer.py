"""Figures and limits of the whole session."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Protocol

from ..records import SpeedLimits, TransferInfo
from .language import Bar, Convert, Route, Wire, endpoint


class Transfer(Protocol):
    """The session's transfer."""

    @endpoint(
        "GET",
        "transfer/info",
        retry="read",
        cookie_api=(Route("GET", "query/transferInfo"),),
        digest_api=(Route("GET", "json/transferInfo"),),
    )
    def info(self) -> TransferInfo:
        """Rates, amounts and limits of the session.

        :returns: bytes, and bytes/s
        """
        ...

    @endpoint(
        "GET",
        "transfer/uploadLimit",
        retry="read",
        cookie_api=(Route("GET", "command/getGlobalUpLimit"),),
        digest_api=(Route("POST", "command/getGlobalUpLimit"),),
    )
    def upload_limit(self) -> int:
        """The upload limit in force: the alternative one while those are on.

        :returns: bytes/s, 0 for none
        """
        ...

    @endpoint(
        "GET",
        "transfer/downloadLimit",
        retry="read",
        cookie_api=(Route("GET", "command/getGlobalDlLimit"),),
        digest_api=(Route("POST", "command/getGlobalDlLimit"),),
    )
    def download_limit(self) -> int:
        """The download limit in force: the alternative one while those are on.

        :returns: bytes/s, 0 for none
        """
        ...

    @endpoint(
        "POST",
        "transfer/setUploadLimit",
        retry="idempotent",
        cookie_api=(Route("POST", "command/setGlobalUpLimit", (("limit", "limit"),)),),
        digest_api=(Route("POST", "command/setGlobalUpLimit", (("limit", "limit"),)),),
    )
    def set_upload_limit(self, limit: int) -> None:
        """Change the upload limit in force. The daemon cuts it down to whole KiB/s.

        :param limit: bytes/s, 0 for none
        """

    @endpoint(
        "POST",
        "transfer/setDownloadLimit",
        retry="idempotent",
        cookie_api=(Route("POST", "command/setGlobalDlLimit", (("limit", "limit"),)),),
        digest_api=(Route("POST", "command/setGlobalDlLimit", (("limit", "limit"),)),),
    )
    def set_download_limit(self, limit: int) -> None:
        """Change the download limit in force. The daemon cuts it down to whole KiB/s.

        :param limit: bytes/s, 0 for none
        """

    @endpoint("GET", "transfer/getSpeedLimits", retry="read", since="5.3.0")
    def speed_limits(self) -> SpeedLimits:
        """Both limits and both alternative ones. Older daemons have them in `app.preferences`.

        :returns: bytes/s, 0 for none
        """
        ...

    @endpoint("POST", "transfer/setSpeedLimits", retry="idempotent", since="5.3.0")
    def set_speed_limits(
        self,
        upload_limit: Annotated[int, Wire("up_limit")],
        download_limit: Annotated[int, Wire("dl_limit")],
        alt_upload_limit: Annotated[int, Wire("alt_up_limit")],
        alt_download_limit: Annotated[int, Wire("alt_dl_limit")],
    ) -> None:
        """Change all four limits. Older daemons take them by `app.set_preferences`.

        :param upload_limit: bytes/s, 0 for none
        :param download_limit: bytes/s, 0 for none
        :param alt_upload_limit: bytes/s, 0 for none
        :param alt_download_limit: bytes/s, 0 for none
        """

    @endpoint(
        "POST",
        "transfer/toggleSpeedLimitsMode",
        retry="once",
        cookie_api=(Route("POST", "command/toggleAlternativeSpeedLimits"),),
    )
    def toggle_speed_limits_mode(self) -> None:
        """Switch the alternative limits on when they are off, and off when they are on."""

    @endpoint(
        "GET",
        "transfer/speedLimitsMode",
        retry="read",
        answer="flag",
        cookie_api=(Route("GET", "command/alternativeSpeedLimitsEnabled"),),
    )
    def speed_limits_mode(self) -> bool:
        """Whether the alternative limits are on.

        :returns: True when they are
        """
        ...

    @endpoint("POST", "transfer/setSpeedLimitsMode", retry="idempotent", since="4.5.0", flow="set_speed_limits_mode")
    def set_speed_limits_mode(self, alternative: Annotated[bool, Wire("mode"), Convert("one_or_zero")]) -> None:
        """Switch the alternative limits on or off. Before 4.5 by asking, and switching over where that is needed.

        :param alternative: True for the alternative limits
        """

    @endpoint("POST", "transfer/banPeers", retry="idempotent", since="4.2.0")
    def ban_peers(self, peers: Annotated[str | Iterable[str], Bar]) -> None:
        """Ban peers for ever: they go into `Preferences.banned_ips`. What is no address is passed over.

        :param peers: `ip:port`, `[ip]:port` for IPv6; one or several
        """

    @endpoint("POST", "transfer/pauseSession", retry="idempotent", since="5.3.0")
    def pause_session(self) -> None:
        """Pause the whole session; `ServerState.session_state` says True meanwhile. Torrents keep their own states."""

    @endpoint("POST", "transfer/resumeSession", retry="idempotent", since="5.3.0")
    def resume_session(self) -> None:
        """Go on with the whole session."""
