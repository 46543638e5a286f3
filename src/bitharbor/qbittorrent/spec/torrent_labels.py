"""Torrents: categories and tags."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Protocol

from ..records import Category
from ..words import Hashes, ShareLimitAction, ShareLimitsMode
from .language import Bar, Comma, Lines, NotEmpty, Route, Since, Wire, endpoint


class TorrentLabels(Protocol):
    """Categories and tags."""

    @endpoint("GET", "torrents/categories", retry="read", since="4.1.4", answer="categories")
    def categories(self) -> dict[str, Category]:
        """All categories.

        :returns: name -> category
        """
        ...

    @endpoint(
        "POST",
        "torrents/createCategory",
        retry="once",
        flow="create_category",
        cookie_api=(Route("POST", "command/addCategory", (("name", "category"),), since="3.3.5"),),
    )
    def create_category(
        self,
        name: Annotated[str, Wire("category")],
        save_path: Annotated[str | None, Wire("savePath"), Since("4.1.3")] = None,
        download_path: Annotated[str | None, Wire("downloadPath"), Since("4.4.0")] = None,
        use_download_path: Annotated[bool | None, Wire("downloadPathEnabled"), Since("4.4.0")] = None,
        ratio_limit: Annotated[float | None, Wire("ratioLimit"), Since("5.2.0")] = None,
        seeding_time_limit: Annotated[int | None, Wire("seedingTimeLimit"), Since("5.2.0")] = None,
        inactive_seeding_time_limit: Annotated[int | None, Wire("inactiveSeedingTimeLimit"), Since("5.2.0")] = None,
        share_limit_action: Annotated[ShareLimitAction | None, Wire("shareLimitAction"), Since("5.2.0")] = None,
        share_limits_mode: Annotated[ShareLimitsMode | None, Wire("shareLimitsMode"), Since("5.3.0")] = None,
    ) -> None:
        """Make a category.

        :param name: its name; a slash makes it a subcategory
        :param save_path: where its torrents go; "" or None for a folder named after it
        :param download_path: where its incomplete torrents go
        :param use_download_path: False for no such place, None for the session's own; True when `download_path` is given
        :param ratio_limit: ratio limit; -2 the session's, -1 none
        :param seeding_time_limit: minutes of seeding; -2 the session's, -1 none
        :param inactive_seeding_time_limit: minutes of seeding without upload; -2 the session's, -1 none
        :param share_limit_action: what happens at a share limit
        :param share_limits_mode: whether one share limit or all must be reached
        :raises BadRequestError: the name is empty
        :raises ConflictError: the name cannot be used, or is taken
        """

    @endpoint("POST", "torrents/editCategory", retry="once", since="4.1.3", flow="edit_category")
    def edit_category(
        self,
        name: Annotated[str, Wire("category")],
        save_path: Annotated[str | None, Wire("savePath")] = None,
        download_path: Annotated[str | None, Wire("downloadPath"), Since("4.4.0")] = None,
        use_download_path: Annotated[bool | None, Wire("downloadPathEnabled"), Since("4.4.0")] = None,
        ratio_limit: Annotated[float | None, Wire("ratioLimit"), Since("5.2.0")] = None,
        seeding_time_limit: Annotated[int | None, Wire("seedingTimeLimit"), Since("5.2.0")] = None,
        inactive_seeding_time_limit: Annotated[int | None, Wire("inactiveSeedingTimeLimit"), Since("5.2.0")] = None,
        share_limit_action: Annotated[ShareLimitAction | None, Wire("shareLimitAction"), Since("5.2.0")] = None,
        share_limits_mode: Annotated[ShareLimitsMode | None, Wire("shareLimitsMode"), Since("5.3.0")] = None,
    ) -> None:
        """Change a category. What is not given stays as it is: daemons before 5.2, which would reset it, are asked first.

        :param name: its name
        :param save_path: where its torrents go; "" for a folder named after it
        :param download_path: where its incomplete torrents go
        :param use_download_path: False for no such place; True when `download_path` is given
        :param ratio_limit: ratio limit; -2 the session's, -1 none
        :param seeding_time_limit: minutes of seeding; -2 the session's, -1 none
        :param inactive_seeding_time_limit: minutes of seeding without upload; -2 the session's, -1 none
        :param share_limit_action: what happens at a share limit
        :param share_limits_mode: whether one share limit or all must be reached
        :raises BadRequestError: the name is empty
        :raises NotFoundError: no such category (5.2 and younger)
        :raises ConflictError: no such category (before 5.2), or nothing would change (4.4 to 5.1)
        """

    @endpoint(
        "POST",
        "torrents/removeCategories",
        retry="idempotent",
        cookie_api=(Route("POST", "command/removeCategories", (("categories", "categories"),), since="3.3.5"),),
    )
    def remove_categories(self, categories: Annotated[str | Iterable[str], Lines]) -> None:
        """Remove categories; their torrents stay. Unknown ones are passed over.

        :param categories: their names
        """

    @endpoint("GET", "torrents/tags", retry="read", since="4.2.0")
    def tags(self) -> list[str]:
        """All tags.

        :returns: their names
        """
        ...

    @endpoint("POST", "torrents/createTags", retry="idempotent", since="4.2.0")
    def create_tags(self, tags: Annotated[str | Iterable[str], Comma]) -> None:
        """Make tags. Those that exist are passed over.

        :param tags: their names
        """

    @endpoint("POST", "torrents/deleteTags", retry="idempotent", since="4.2.0")
    def delete_tags(self, tags: Annotated[str | Iterable[str], Comma]) -> None:
        """Delete tags, also on torrents. Unknown ones are passed over.

        :param tags: their names
        """

    @endpoint("POST", "torrents/addTags", retry="idempotent", since="4.2.0")
    def add_tags(self, hashes: Annotated[Hashes, Bar], tags: Annotated[str | Iterable[str], Comma]) -> None:
        """Put tags on torrents; they are made if they do not exist. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags
        """

    @endpoint("POST", "torrents/setTags", retry="idempotent", since="5.1.0")
    def set_tags(self, hashes: Annotated[Hashes, Bar], tags: Annotated[str | Iterable[str], Comma]) -> None:
        """Put these tags on torrents, and take all others off. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags; nothing takes all off
        """

    @endpoint("POST", "torrents/removeTags", retry="idempotent", since="4.2.0")
    def remove_tags(
        self, hashes: Annotated[Hashes, Bar], tags: Annotated[str | Iterable[str] | None, Comma, NotEmpty()] = None
    ) -> None:
        """Take tags off torrents. Unknown torrents are passed over.

        :param hashes: the torrents, or "all"
        :param tags: names of tags; None takes all off
        :raises EmptySelectionError: `tags` is an empty list, which the daemon takes for all
        """
