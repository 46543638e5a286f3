"""Paths of the cookie interface that change something."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from tests.elders import metainfo
from tests.elders.cookie_calls import CATEGORY_SINCE, DONE, HTML, text
from tests.elders.settings import truth, whole_number
from tests.elders.wire import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.elders.cookie import Cookie
    from tests.elders.cookie_calls import Call
    from tests.elders.profiles import Number
    from tests.elders.torrents import Torrent
    from tests.elders.wire import Json

ANSWERED_ADD_SINCE: Final[Number] = (3, 3, 13)
DUPLICATE_SINCE: Final[Number] = (3, 3)
# in a category's name: seen in the sources of 3.3 and 4.0
FORBIDDEN_IN_NAMES: Final = frozenset('\\:?"*<>|')
NO_QUEUE: Final = Answer(403, "Torrent queueing must be enabled")

ADD_OPTIONS: Final[tuple[tuple[str, Number, Number | None], ...]] = (
    ("savepath", (3, 3, 1), None),
    ("cookie", (3, 3, 1), None),
    ("label", (3, 3, 1), (3, 3, 5)),
    ("category", (3, 3, 5), None),
    ("skip_checking", (3, 3, 13), None),
    ("paused", (3, 3, 13), None),
    ("root_folder", (4, 0), None),
    ("rename", (4, 0), None),
    ("upLimit", (4, 0), None),
    ("dlLimit", (4, 0), None),
    ("sequentialDownload", (4, 0), None),
    ("firstLastPiecePrio", (4, 0), None),
)


def dressed(server: Cookie, torrent: Torrent, call: Call) -> Torrent:
    """A new torrent with the options of its request."""
    options = {name.lower() for name, since, until in ADD_OPTIONS if server.profile.has(since, until)}
    given = {key.lower(): value for key, value in call.form.fields.items() if key.lower() in options}
    torrent.save_path = given.get("savepath", "").rstrip("/")
    torrent.category = given.get("category", given.get("label", ""))
    torrent.paused = truth(given.get("paused", ""))
    torrent.name = given.get("rename") or torrent.name
    torrent.seq_dl = truth(given.get("sequentialdownload", ""))
    torrent.first_last = truth(given.get("firstlastpieceprio", ""))
    for direction, option in (("up_limit", "uplimit"), ("dl_limit", "dllimit")):
        if rate := whole_number(given.get(option, "")):
            torrent.limit(direction, rate)
    if truth(given.get("skip_checking", "")):
        torrent.finish()
    return torrent


def download(server: Cookie, call: Call) -> Answer:
    made = [server.holdings.out_of_line(line) for line in call.given("urls").split("\n") if line.strip()]
    added = [server.holdings.add(dressed(server, torrent, call)) for torrent in made if torrent]
    if not server.profile.has(ANSWERED_ADD_SINCE):
        return DONE
    return text("Ok." if any(added) else "Fails.")


def upload(server: Cookie, call: Call) -> Answer:
    """415 with a line for each file that is none; from 3.3.0 on 500 for what is there already."""
    wrong: list[str] = []
    added: list[bool] = []
    for file in call.form.files:
        try:
            added.append(server.holdings.add(dressed(server, metainfo.out_of_file(file.content), call)))
        except metainfo.NotATorrentError:
            wrong.append(server.wording.words.not_a_torrent.format(file.filename))
    if wrong:
        reason = "Unsupported Media Type" if server.profile.has(DUPLICATE_SINCE) else "Internal Server Error"
        return text("".join(wrong), 415, reason)
    if not all(added) and server.profile.has(DUPLICATE_SINCE):
        return Answer(500, "Internal Server Error")
    return DONE


def done(order: Callable[[Cookie, Call], object]) -> Callable[[Cookie, Call], Answer]:
    """A handler that answers 200 and nothing, whatever became of the order."""

    def handler(server: Cookie, call: Call) -> Answer:
        order(server, call)
        return DONE

    return handler


def pausing(*, paused: bool, every: bool) -> Callable[[Cookie, Call], Answer]:
    def order(server: Cookie, call: Call) -> None:
        chosen = server.holdings.torrents.values() if every else [server.one(call)]
        for torrent in filter(None, chosen):
            torrent.paused = paused
            torrent.error = torrent.error if paused else ""
            torrent.force_start = False

    return done(order)


def assigning(name: str, kind: Callable[[str], object], source: str) -> Callable[[Cookie, Call], Answer]:
    """A handler that sets one value of several torrents."""

    def order(server: Cookie, call: Call) -> None:
        for torrent in server.several(call):
            setattr(torrent, name, kind(call.given(source)))

    return done(order)


def toggling(name: str) -> Callable[[Cookie, Call], Answer]:
    def order(server: Cookie, call: Call) -> None:
        for torrent in server.several(call):
            setattr(torrent, name, not getattr(torrent, name))

    return done(order)


def forcing(server: Cookie, call: Call) -> None:
    for torrent in server.several(call):
        torrent.force_start = truth(call.given("value"))
        torrent.paused = torrent.paused and not torrent.force_start


def limits(direction: str) -> Callable[[Cookie, Call], Answer]:
    def handler(server: Cookie, call: Call) -> Answer:
        asked = [key.lower() for key in call.given("hashes").split("|") if key]
        found: dict[str, Json] = {}
        for key in asked:
            torrent = server.holdings.torrents.get(key)
            found[key] = getattr(torrent, direction) if torrent else -1
        return server.json(found)

    return handler


def limiting(direction: str) -> Callable[[Cookie, Call], Answer]:
    def order(server: Cookie, call: Call) -> None:
        for torrent in server.several(call):
            torrent.limit(direction, whole_number(call.given("limit")))

    return done(order)


def moving(order: str) -> Callable[[Cookie, Call], Answer]:
    def handler(server: Cookie, call: Call) -> Answer:
        if not server.holdings.settings.flag("queueing_enabled"):
            return NO_QUEUE
        server.holdings.move(server.several(call), order)
        return DONE

    return handler


def removing(*, with_files: bool) -> Callable[[Cookie, Call], Answer]:
    return done(lambda server, call: server.holdings.remove(server.several(call), with_files=with_files))


def recheck(server: Cookie, call: Call) -> None:
    if torrent := server.one(call):
        server.holdings.recheck(torrent)


def add_trackers(server: Cookie, call: Call) -> None:
    if torrent := server.one(call):
        server.holdings.add_trackers(torrent, call.given("urls"))


def set_file_priority(server: Cookie, call: Call) -> None:
    torrent, place = server.one(call), whole_number(call.given("id"))
    if torrent and 0 <= place < len(torrent.files):
        torrent.files[place].priority = whole_number(call.given("priority"))


def set_preferences(server: Cookie, call: Call) -> None:
    server.holdings.settings.write(call.given("json"))
    server.wording.learn(server.holdings.settings.text("locale"))


def toggle_alternative(server: Cookie, call: Call) -> None:
    server.holdings.uses_alt_limits = not server.holdings.uses_alt_limits


def is_category(name: str) -> bool:
    """`a/b` may be, an empty part or a special character may not."""
    return not FORBIDDEN_IN_NAMES & set(name) and all(name.split("/"))


def set_category(server: Cookie, call: Call) -> Answer:
    """Gives torrents a category, and makes it when it is new (seen on 3.3.16)."""
    field_name = "category" if server.profile.has(CATEGORY_SINCE) else "label"
    name = call.given(field_name)
    if name and not is_category(name):
        reason = "Incorrect category name" if field_name == "category" else "Labels must not contain special characters"
        return Answer(400, reason)
    for torrent in server.several(call):
        torrent.category = name
        if name and name not in server.holdings.categories:
            server.holdings.categories.append(name)
    return DONE


def add_category(server: Cookie, call: Call) -> Answer:
    name = call.given("category").strip()
    if not is_category(name):
        return Answer(400, "Incorrect category name")
    if name not in server.holdings.categories:
        server.holdings.categories.append(name)
    return DONE


def remove_categories(server: Cookie, call: Call) -> None:
    gone = set(call.given("categories").split("\n"))
    server.holdings.categories[:] = [name for name in server.holdings.categories if name not in gone]
    for torrent in server.holdings.torrents.values():
        torrent.category = "" if torrent.category in gone else torrent.category


def set_location(server: Cookie, call: Call) -> None:
    """Nothing happens, and nothing is said, where the folder does not exist."""
    if os.path.isdir(call.given("location")):
        for torrent in server.several(call):
            torrent.save_path = call.given("location").rstrip("/")


def rename(server: Cookie, call: Call) -> Answer:
    torrent, name = server.one(call), call.given("name").strip()
    if not torrent or not name:
        return Answer(400, "Incorrect torrent hash or name")
    torrent.name = name
    return DONE


def save_path(server: Cookie, call: Call) -> Answer:
    return text(f"{server.holdings.settings.text('save_path')}/", kind=HTML)
