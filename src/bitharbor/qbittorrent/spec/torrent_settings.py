"""Torrents: what is set on them: queue, limits, places, name, category, modes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Protocol

from ..words import Hashes, ShareLimitAction, ShareLimitsMode
from .language import Bar, Convert, Required, Route, Since, Wire, endpoint

HASHES = (("hashes", "hashes"),)


class TorrentSettings(Protocol):
    """Settings of torrents."""

    @endpoint(
        "POST",
        "torrents/recheck",
        retry="idempotent",
        cookie_api=(Route("POST", "command/recheck", (("hashes", "hash"),)),),
        digest_api=(Route("POST", "command/recheck", (("hashes", "hash"),)),),
    )
    def recheck(self, hashes: Annotated[Hashes, Bar]) -> None:
        """Read the content of torrents again and compare it with their hashes. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        """

    @endpoint("POST", "torrents/reannounce", retry="idempotent", since="4.1.2")
    def reannounce(
        self,
        hashes: Annotated[Hashes, Bar],
        urls: Annotated[str | Iterable[str] | None, Bar, Convert("escaped_urls"), Since("5.2.0")] = None,
    ) -> None:
        """Announce torrents to their trackers now. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param urls: only to these trackers; else to all, and since 5.2 to DHT too
        """

    @endpoint(
        "POST",
        "torrents/increasePrio",
        retry="once",
        cookie_api=(Route("POST", "command/increasePrio", HASHES),),
        digest_api=(Route("POST", "command/increasePrio", HASHES),),
    )
    def increase_priority(self, hashes: Annotated[Hashes, Bar]) -> None:
        """Move torrents one place up in the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off
        """

    @endpoint(
        "POST",
        "torrents/decreasePrio",
        retry="once",
        cookie_api=(Route("POST", "command/decreasePrio", HASHES),),
        digest_api=(Route("POST", "command/decreasePrio", HASHES),),
    )
    def decrease_priority(self, hashes: Annotated[Hashes, Bar]) -> None:
        """Move torrents one place down in the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off
        """

    @endpoint(
        "POST",
        "torrents/topPrio",
        retry="idempotent",
        cookie_api=(Route("POST", "command/topPrio", HASHES),),
        digest_api=(Route("POST", "command/topPrio", HASHES),),
    )
    def top_priority(self, hashes: Annotated[Hashes, Bar]) -> None:
        """Move torrents to the front of the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off
        """

    @endpoint(
        "POST",
        "torrents/bottomPrio",
        retry="idempotent",
        cookie_api=(Route("POST", "command/bottomPrio", HASHES),),
        digest_api=(Route("POST", "command/bottomPrio", HASHES),),
    )
    def bottom_priority(self, hashes: Annotated[Hashes, Bar]) -> None:
        """Move torrents to the end of the queue. Unknown torrents are passed over.

        :param hashes: the torrents; the daemon does not know "all" here
        :raises ConflictError: queueing is switched off
        """

    @endpoint("POST", "torrents/setShareLimits", retry="idempotent")
    def set_share_limits(
        self,
        hashes: Annotated[Hashes, Bar],
        ratio_limit: Annotated[float, Wire("ratioLimit")],
        seeding_time_limit: Annotated[int, Wire("seedingTimeLimit")],
        inactive_seeding_time_limit: Annotated[
            int | None, Wire("inactiveSeedingTimeLimit"), Since("4.6.0"), Required("-2", "4.6.0")
        ] = None,
        share_limit_action: Annotated[
            ShareLimitAction | None, Wire("shareLimitAction"), Since("5.2.0"), Required("Default", "5.2.0")
        ] = None,
        share_limits_mode: Annotated[
            ShareLimitsMode | None, Wire("shareLimitsMode"), Since("5.3.0"), Required("Default", "5.3.0")
        ] = None,
    ) -> None:
        """Set all share limits of torrents anew: what is not given becomes the daemon's own. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param ratio_limit: ratio at which it is reached; -2 the daemon's own, -1 none
        :param seeding_time_limit: minutes of seeding; -2 the daemon's own, -1 none
        :param inactive_seeding_time_limit: minutes of seeding without upload; -2 the daemon's own, -1 none
        :param share_limit_action: what happens then; the daemon takes an unknown word for "Default"
        :param share_limits_mode: whether one limit or all must be reached
        """

    @endpoint(
        "POST",
        "torrents/setLocation",
        retry="idempotent",
        cookie_api=(Route("POST", "command/setLocation", (("hashes", "hashes"), ("location", "location")), since="4.0.0"),),
    )
    def set_location(self, hashes: Annotated[Hashes, Bar], location: str) -> None:
        """Move the content of torrents and switch their automatic management off. The move goes on after the answer.

        :param hashes: the torrents, or "all"; unknown ones are passed over
        :param location: a folder of the daemon's machine, made if it does not exist
        :raises BadRequestError: it is empty
        :raises ForbiddenError: the daemon may not write there (4.1.2 to 4.5.1)
        :raises ConflictError: the daemon cannot make it
        """

    @endpoint("POST", "torrents/setSavePath", retry="idempotent", since="4.4.0")
    def set_save_path(self, hashes: Annotated[Hashes, Wire("id"), Bar], save_path: Annotated[str, Wire("path")]) -> None:
        """Set where the finished content of torrents goes; those under automatic management are passed over.

        :param hashes: the torrents, or "all"; unknown ones are passed over
        :param save_path: a folder of the daemon's machine, made if it does not exist
        :raises BadRequestError: it is empty
        :raises ForbiddenError: the daemon may not write there
        :raises ConflictError: the daemon cannot make it
        """

    @endpoint("POST", "torrents/setDownloadPath", retry="idempotent", since="4.4.0")
    def set_download_path(self, hashes: Annotated[Hashes, Wire("id"), Bar], download_path: Annotated[str, Wire("path")]) -> None:
        """Set where the incomplete content of torrents goes; those under automatic management are passed over.

        :param hashes: the torrents, or "all"; unknown ones are passed over
        :param download_path: a folder of the daemon's machine, made if it does not exist; "" for none of its own
        :raises ForbiddenError: the daemon may not write there
        :raises ConflictError: the daemon cannot make it
        """

    @endpoint(
        "POST",
        "torrents/rename",
        retry="idempotent",
        cookie_api=(Route("POST", "command/rename", (("torrent_hash", "hash"), ("name", "name")), since="4.0.0"),),
    )
    def rename(self, torrent_hash: Annotated[str, Wire("hash")], name: str) -> None:
        """Change the name under which a torrent is shown. Its files keep theirs.

        :param torrent_hash: the torrent
        :param name: the name; line ends become blanks
        :raises NotFoundError: no such torrent
        :raises ConflictError: nothing but blanks
        """

    @endpoint("POST", "torrents/setComment", retry="idempotent", since="5.2.0")
    def set_comment(self, hashes: Annotated[Hashes, Bar], comment: str) -> None:
        """Change the comment of torrents. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param comment: the text; blanks around it go
        """

    @endpoint(
        "POST",
        "torrents/setCategory",
        retry="idempotent",
        cookie_api=(
            Route("POST", "command/setCategory", (("hashes", "hashes"), ("category", "category")), since="3.3.5"),
            Route("POST", "command/setLabel", (("hashes", "hashes"), ("category", "label")), since="3.3.0", until="3.3.5"),
        ),
    )
    def set_category(self, hashes: Annotated[Hashes, Bar], category: str) -> None:
        """Put torrents into a category. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param category: one that exists, or "" for none
        :raises ConflictError: no such category
        """

    @endpoint(
        "POST",
        "torrents/setAutoManagement",
        retry="idempotent",
        cookie_api=(Route("POST", "command/setAutoTMM", (("hashes", "hashes"), ("enable", "enable")), since="4.0.0"),),
    )
    def set_auto_management(self, hashes: Annotated[Hashes, Bar], enable: Annotated[bool, Required("true")]) -> None:
        """Let the category of torrents decide where their content goes, or not. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param enable: on or off
        """

    @endpoint(
        "POST",
        "torrents/toggleSequentialDownload",
        retry="once",
        cookie_api=(Route("POST", "command/toggleSequentialDownload", HASHES),),
    )
    def toggle_sequential_download(self, hashes: Annotated[Hashes, Bar]) -> None:
        """Download the pieces of torrents in order, or no longer so. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        """

    @endpoint(
        "POST",
        "torrents/toggleFirstLastPiecePrio",
        retry="once",
        cookie_api=(Route("POST", "command/toggleFirstLastPiecePrio", HASHES),),
    )
    def toggle_first_last_piece_priority(self, hashes: Annotated[Hashes, Bar]) -> None:
        """Download first and last pieces of files first, or no longer so. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        """

    @endpoint(
        "POST",
        "torrents/setForceStart",
        retry="idempotent",
        cookie_api=(Route("POST", "command/setForceStart", (("hashes", "hashes"), ("enable", "value"))),),
    )
    def set_force_start(self, hashes: Annotated[Hashes, Bar], enable: Annotated[bool, Wire("value"), Required("true")]) -> None:
        """Start torrents in spite of queueing, or let the queue decide again. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param enable: on or off
        """

    @endpoint(
        "POST",
        "torrents/setSuperSeeding",
        retry="idempotent",
        cookie_api=(Route("POST", "command/setSuperSeeding", (("hashes", "hashes"), ("enable", "value"))),),
    )
    def set_super_seeding(self, hashes: Annotated[Hashes, Bar], enable: Annotated[bool, Wire("value"), Required("true")]) -> None:
        """Switch super seeding of torrents on or off. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param enable: on or off
        """
