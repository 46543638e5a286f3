"""How a client provokes each refusal that the facts name: which call on which stage. What cannot be provoked has its
reason in the facts.

What may enter: calls, one row each. What may not: starting daemons, or judging what came; `test_refusals` does that.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.actions.facts import Refusal, refusals
from tests.harness.daemon import Daemon
from tests.live.content import wait_until
from tests.live.native.shows import STRANGER, TRACKER, WEB_SEED, Show

from bitharbor import errors
from bitharbor.model.json import Json
from bitharbor.qbittorrent import Client
from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.operation import Op

ABSENT = "a required parameter is absent"
UNKNOWN = "torrent id not known"
UNFETCHED = "7" * 40
NO_TASK = "00000000-0000-0000-0000-000000000000"
NO_JOB = 99
UNWRITABLE = "/proc/sys"  # a folder that is there and that nobody may write into, root neither
IMPOSSIBLE = "/dev/null/folder"
ELSEWHERE = "http://127.0.0.1:1/x/"
NO_URL = "::no address"
PEM = "no certificate"

# what the faces make of a status
CLASSES: Mapping[int, type[errors.BitharborError]] = {
    400: errors.BadRequestError,
    403: errors.ForbiddenError,
    404: errors.NotFoundError,
    409: errors.ConflictError,
    415: errors.MediaRefusedError,
    416: errors.StatusError,
    500: errors.ServerError,
}


@dataclass
class Stage:
    """A daemon with something in it, and a client of one face.

    :ivar calls: makes further clients of the face
    :ivar show: a complete torrent of three files
    :ivar lost: a complete torrent whose file is gone
    :ivar magnet: infohash of one without metadata
    :ivar failed: a creator task that failed
    :ivar site: address of a folder of feeds; `good` is fetched as "feed"
    """

    daemon: Daemon
    client: Client
    new_client: Callable[..., Client]
    show: Show
    lost: Show
    magnet: str
    failed: str
    site: str


Provoke = Callable[[Stage], object]


@dataclass(frozen=True)
class Case:
    """One call that is refused."""

    refusal: Refusal
    provoke: Provoke
    cls: type[errors.BitharborError]
    name: str = ""

    @property
    def label(self) -> str:
        words = self.refusal.when.split("(")[0].strip().replace(" ", "-")
        return f"{self.refusal.action}-{self.refusal.status}-{words}{f'-{self.name}' if self.name else ''}"


# ---- what is the same for many actions ----

OPS: list[tuple[str, Op[Any]]] = [(name, op) for name, op in vars(ops).items() if isinstance(op, Op)]
# the first row of a path wins: later ones of the same are made of several requests
BY_PATH = {path: (name.lower(), op) for name, op in reversed(OPS) for path in (op.path, *(was.path for was in op.was))}


def without_arguments(action: str) -> Provoke:
    """Calls the method of an action with None for all that it takes, which leaves it out."""

    def provoke(stage: Stage) -> object:
        name, op = BY_PATH[action]
        scope, _, method = name.partition("_")
        namespace: object = getattr(Client("http://127.0.0.1:1"), scope)  # the asyncio face is wrapped, and has no signature
        count = len(inspect.signature(getattr(namespace, method)).parameters)
        return entered(getattr(getattr(stage.client, scope), method)(*[None] * count), op)

    return provoke


def of_a_stranger(action: str) -> Provoke:
    """Calls the method of an action on a torrent that is not there, with fitting further arguments."""

    def provoke(stage: Stage) -> object:
        name, op = BY_PATH[action]
        return entered(getattr(stage.client.torrents, name.partition("_")[2])(STRANGER, *FITTING.get(action, ())), op)

    return provoke


def entered(given: Any, op: Op[Any]) -> object:
    """The answer; a stream is opened, as nothing is sent before."""
    if not op.is_stream:
        return given
    with given as stream:
        return b"".join(stream)


FITTING: Mapping[str, tuple[object, ...]] = {
    "torrents/addWebSeeds": (WEB_SEED,),
    "torrents/editWebSeed": (WEB_SEED, ELSEWHERE),
    "torrents/removeWebSeeds": (WEB_SEED,),
    "torrents/downloadFile": (0,),
    "torrents/setSSLParameters": (PEM, PEM, PEM),
    "torrents/addTrackers": (TRACKER,),
    "torrents/editTracker": (TRACKER, ELSEWHERE),
    "torrents/removeTrackers": (TRACKER,),
    "torrents/filePrio": (0, 1),
    "torrents/rename": ("name",),
    "torrents/renameFile": ("a", "b"),
    "torrents/renameFolder": ("a", "b"),
}


def with_range(words: str) -> Provoke:
    """Downloads a file with this Range."""

    def provoke(stage: Stage) -> object:
        client = stage.new_client(stage.daemon, headers={"Range": words})
        with client.torrents.download_file(stage.show.hash, 0) as stream:
            return b"".join(stream)

    return provoke


def downloaded(torrent: Callable[[Stage], str], file: str | int) -> Provoke:
    """Downloads a file."""

    def provoke(stage: Stage) -> object:
        with stage.client.torrents.download_file(torrent(stage), file) as stream:
            return b"".join(stream)

    return provoke


def fetched_to_the_end(stage: Stage) -> object:
    """Asks for metadata until the daemon has looked at what it fetched."""
    wait_until(lambda: stage.client.torrents.fetch_metadata(f"{stage.site}good?metadata").is_known, "the end of fetching")
    return None


def finished_search(stage: Stage) -> int:
    """A search that is over. Of this case alone: 4.5 and 5.1 keep a search to the session that began it, and a 403, which
    other cases provoke, leads to a new session."""
    job = stage.client.search.start("x")
    wait_until(lambda: [one.status for one in stage.client.search.status(job)] == ["Stopped"], "the end of the search")
    return job


def grown(stage: Stage) -> object:
    """Stores more than fits."""
    content: dict[str, Json] = {"large": "x" * (1 << 20)}
    stage.client.clientdata.store(content)
    return None


# ---- what is each action's own: (action, status, when) -> calls by name ----


def show(stage: Stage) -> str:
    """The infohash of the torrent that is complete."""
    return stage.show.hash


def lost(stage: Stage) -> str:
    """The infohash of the torrent whose file is gone."""
    return stage.lost.hash


def magnet(stage: Stage) -> str:
    """The infohash of the torrent without metadata."""
    return stage.magnet


SHORT_NAME = "web_ui_username shorter than 3 characters or containing a colon; web_ui_password shorter than 6 characters"
PRIORITIES = (
    "filePriorities misuse (several URLs, uploaded files, wrong length, bad value, metadata not fetched); unknown downloader"
)
NO_TIER = "newUrl invalid; neither newUrl nor tier; tier not an integer in 0..255"
BAD_SOURCE = "source empty or not parseable; unknown downloader; metadata download could not start"
BAD_CATEGORY = "name invalid (backslash, leading/trailing or double slash) or already exists"
QUEUEING = "torrent queueing is switched off in preferences ('Torrent queueing must be enabled')"
SORT = "sort is not a field of the torrent object (only checked when the list is not empty)"

OWN: Mapping[tuple[str, int, str], Mapping[str, Callable[[Any], object]]] = {
    ("app/setPreferences", 400, SHORT_NAME): {
        "name": lambda s: s.client.app.set_preferences({"web_ui_username": "ab"}),
        "colon": lambda s: s.client.app.set_preferences({"web_ui_username": "with:colon"}),
        "password": lambda s: s.client.app.set_preferences({"web_ui_password": "short"}),
    },
    ("app/getDirectoryContent", 400, "dirPath empty, starts with ':' or is relative"): {
        "empty": lambda s: s.client.app.directory_content(""),
        "colon": lambda s: s.client.app.directory_content(":/folder"),
        "relative": lambda s: s.client.app.directory_content("not/absolute"),
    },
    ("app/getDirectoryContent", 400, "mode not one of the allowed words"): {
        "": lambda s: s.client.app.directory_content(s.daemon.downloads, "nonsense"),
    },
    ("app/getDirectoryContent", 404, "directory does not exist"): {
        "": lambda s: s.client.app.directory_content(s.daemon.downloads / "none-such"),
    },
    ("sync/torrentPeers", 404, UNKNOWN): {"": lambda s: s.client.sync.torrent_peers(STRANGER)},
    ("torrents/info", 400, SORT): {"": lambda s: s.client.torrents.info(sort="nonsense")},
    ("torrents/addWebSeeds", 400, "a URL is invalid or has another scheme"): {
        "": lambda s: s.client.torrents.add_webseeds(show(s), "gopher://127.0.0.1/"),
    },
    ("torrents/editWebSeed", 400, "URL invalid"): {
        "new": lambda s: s.client.torrents.edit_webseed(show(s), WEB_SEED, "gopher://127.0.0.1/"),
        "old": lambda s: s.client.torrents.edit_webseed(show(s), "gopher://127.0.0.1/", WEB_SEED),
    },
    ("torrents/editWebSeed", 409, "origUrl not in the list"): {
        "": lambda s: s.client.torrents.edit_webseed(show(s), ELSEWHERE, "http://127.0.0.1:2/y/"),
    },
    ("torrents/removeWebSeeds", 400, "URL invalid"): {
        "": lambda s: s.client.torrents.remove_webseeds(show(s), "gopher://127.0.0.1/"),
    },
    ("torrents/files", 409, "an index is not a non-negative integer or is out of range"): {
        "range": lambda s: s.client.torrents.files(show(s), 99),
        "sign": lambda s: s.client.torrents.files(show(s), [-1]),
    },
    ("torrents/export", 409, "export failed (e.g. no metadata)"): {"": lambda s: s.client.torrents.export(magnet(s))},
    ("torrents/downloadFile", 409, "no metadata, index/path not valid, or file not complete"): {
        "metadata": downloaded(magnet, 0),
        "index": downloaded(show, 99),
        "path": downloaded(show, "none-such"),
    },
    ("torrents/downloadFile", 400, "malformed Range header"): {"": with_range("bytes=x-y")},
    ("torrents/downloadFile", 416, "range outside the file"): {"": with_range("bytes=99999999-")},
    ("torrents/downloadFile", 500, "file cannot be opened"): {"": downloaded(lost, 0)},
    ("torrents/setSSLParameters", 415, "values do not form a valid set"): {
        "": lambda s: s.client.torrents.set_ssl_parameters(show(s), PEM, PEM, PEM),
    },
    ("torrents/add", 415, "an uploaded file is not a valid torrent (earlier items of the request stay added)"): {
        "": lambda s: s.client.torrents.add(files=b"d4:infod4:name1:aee"),
    },
    ("torrents/add", 400, PRIORITIES): {
        "several": lambda s: s.client.torrents.add(
            [f"magnet:?xt=urn:btih:{'8' * 40}", f"magnet:?xt=urn:btih:{'9' * 40}"], file_priorities=[1]
        ),
        "unfetched": lambda s: s.client.torrents.add(f"magnet:?xt=urn:btih:{'8' * 40}", file_priorities=[1]),
        "downloader": lambda s: s.client.torrents.add(f"{s.site}x.torrent", downloader="none-such"),
    },
    ("torrents/fetchMetadata", 400, BAD_SOURCE): {
        "empty": lambda s: s.client.torrents.fetch_metadata(""),
        "words": lambda s: s.client.torrents.fetch_metadata("no source!"),
        "downloader": lambda s: s.client.torrents.fetch_metadata(f"{s.site}x.torrent", downloader="none-such"),
    },
    ("torrents/fetchMetadata", 415, "URL was fetched and is not a torrent file"): {"": fetched_to_the_end},
    ("torrents/parseMetadata", 415, "a file is not a valid torrent"): {
        "": lambda s: s.client.torrents.parse_metadata(b"d4:infod4:name1:aee"),
    },
    ("torrents/saveMetadata", 400, "source empty"): {"": lambda s: s.client.torrents.save_metadata("")},
    ("torrents/saveMetadata", 404, "source unknown"): {"": lambda s: s.client.torrents.save_metadata(f"{s.site}never-asked")},
    ("torrents/saveMetadata", 409, "metadata not available yet or export failed"): {
        "": lambda s: (s.client.torrents.fetch_metadata(UNFETCHED), s.client.torrents.save_metadata(UNFETCHED)),
    },
    ("torrents/editTracker", 400, NO_TIER): {
        "url": lambda s: s.client.torrents.edit_tracker(show(s), TRACKER, NO_URL),
        "nothing": lambda s: s.client.torrents.edit_tracker(show(s), TRACKER),
    },
    ("torrents/editTracker", 409, "tracker not found, or newUrl already present"): {
        "none": lambda s: s.client.torrents.edit_tracker(show(s), ELSEWHERE, "http://127.0.0.1:2/announce"),
        "present": lambda s: s.client.torrents.edit_tracker(show(s), TRACKER, "http://127.0.0.1:3/announce"),
    },
    ("torrents/removeTrackers", 409, "no tracker matched"): {
        "": lambda s: s.client.torrents.remove_trackers(show(s), ELSEWHERE),
    },
    ("torrents/addPeers", 400, "no peer could be parsed"): {"": lambda s: s.client.torrents.add_peers(show(s), "no peer")},
    ("torrents/increasePrio", 409, QUEUEING): {"": lambda s: s.client.torrents.increase_priority(show(s))},
    ("torrents/decreasePrio", 409, QUEUEING): {"": lambda s: s.client.torrents.decrease_priority(show(s))},
    ("torrents/topPrio", 409, QUEUEING): {"": lambda s: s.client.torrents.top_priority(show(s))},
    ("torrents/bottomPrio", 409, QUEUEING): {"": lambda s: s.client.torrents.bottom_priority(show(s))},
    ("torrents/filePrio", 400, "priority not an integer or not valid; id not an integer"): {
        "priority": lambda s: s.client.torrents.file_priority(show(s), 0, 3),
        "words": lambda s: s.client.torrents.file_priority(show(s), 0, "high"),
        "id": lambda s: s.client.torrents.file_priority(show(s), "first", 1),
    },
    ("torrents/filePrio", 409, "metadata missing; id out of range"): {
        "metadata": lambda s: s.client.torrents.file_priority(magnet(s), 0, 1),
        "range": lambda s: s.client.torrents.file_priority(show(s), 9, 1),
    },
    ("torrents/setLocation", 400, "location empty"): {"": lambda s: s.client.torrents.set_location(show(s), "")},
    ("torrents/setLocation", 403, "folder not writable"): {"": lambda s: s.client.torrents.set_location(show(s), UNWRITABLE)},
    ("torrents/setLocation", 409, "folder cannot be created"): {
        "": lambda s: s.client.torrents.set_location(show(s), IMPOSSIBLE),
    },
    ("torrents/setSavePath", 400, "path empty"): {"": lambda s: s.client.torrents.set_save_path(show(s), "")},
    ("torrents/setSavePath", 403, "folder not writable"): {"": lambda s: s.client.torrents.set_save_path(show(s), UNWRITABLE)},
    ("torrents/setSavePath", 409, "folder cannot be created"): {
        "": lambda s: s.client.torrents.set_save_path(show(s), IMPOSSIBLE),
    },
    ("torrents/setDownloadPath", 403, "folder not writable"): {
        "": lambda s: s.client.torrents.set_download_path(show(s), UNWRITABLE),
    },
    ("torrents/setDownloadPath", 409, "folder cannot be created"): {
        "": lambda s: s.client.torrents.set_download_path(show(s), IMPOSSIBLE),
    },
    ("torrents/rename", 409, "name empty after trimming"): {"": lambda s: s.client.torrents.rename(show(s), "  ")},
    ("torrents/renameFile", 409, "path not found, target in use, invalid name"): {
        "none": lambda s: s.client.torrents.rename_file(show(s), "show/none", "show/other"),
        "used": lambda s: s.client.torrents.rename_file(show(s), "show/a.bin", "show/b.bin"),
    },
    ("torrents/renameFile", 400, "name empty"): {
        "": lambda s: s.client.torrents.rename_file(show(s), "show/a.bin", "show/"),
    },
    ("torrents/renameFolder", 409, "folder not found or invalid/used target"): {
        "none": lambda s: s.client.torrents.rename_folder(show(s), "show/none", "show/other"),
    },
    ("torrents/setCategory", 409, "category does not exist"): {
        "": lambda s: s.client.torrents.set_category(show(s), "none-such"),
    },
    ("torrents/createCategory", 400, "name empty"): {"": lambda s: s.client.torrents.create_category("")},
    ("torrents/createCategory", 409, BAD_CATEGORY): {
        "backslash": lambda s: s.client.torrents.create_category("a\\b"),
        "leading": lambda s: s.client.torrents.create_category("/a"),
        "trailing": lambda s: s.client.torrents.create_category("a/"),
        "double": lambda s: s.client.torrents.create_category("a//b"),
        "exists": lambda s: s.client.torrents.create_category("films"),
    },
    ("torrents/editCategory", 400, "name empty"): {"": lambda s: s.client.torrents.edit_category("", "/nowhere")},
    ("torrents/editCategory", 409, "category missing or nothing changed"): {
        "missing": lambda s: s.client.torrents.edit_category("none-such", "/nowhere"),
    },
    ("torrents/editCategory", 404, "category missing"): {
        "": lambda s: s.client.torrents.edit_category("none-such", "/nowhere"),
    },
    ("rss/addFolder", 409, "parent missing or item exists"): {
        "parent": lambda s: s.client.rss.add_folder("none-such\\inner"),
        "exists": lambda s: s.client.rss.add_folder("folder"),
    },
    ("rss/addFeed", 409, "feed already there or path in use"): {
        "feed": lambda s: s.client.rss.add_feed(f"{s.site}good", "other"),
        "path": lambda s: s.client.rss.add_feed(f"{s.site}good?other", "feed"),
    },
    ("rss/setFeedURL", 409, "feed missing or URL already used"): {
        "missing": lambda s: s.client.rss.set_feed_url("none-such", f"{s.site}good?other"),
        "used": lambda s: s.client.rss.set_feed_url("second", f"{s.site}good"),
    },
    ("rss/setFeedRefreshInterval", 400, "not a non-negative integer"): {
        "sign": lambda s: s.client.rss.set_feed_refresh_interval("feed", -1),
        "words": lambda s: s.client.rss.set_feed_refresh_interval("feed", "often"),
    },
    ("rss/setFeedRefreshInterval", 409, "feed missing"): {
        "": lambda s: s.client.rss.set_feed_refresh_interval("none-such", 60),
    },
    ("rss/removeItem", 409, "item missing or is the root"): {
        "missing": lambda s: s.client.rss.remove_item("none-such"),
        "root": lambda s: s.client.rss.remove_item(""),
    },
    ("rss/moveItem", 409, "item missing or target in use"): {
        "missing": lambda s: s.client.rss.move_item("none-such", "other"),
        "used": lambda s: s.client.rss.move_item("feed", "folder"),
    },
    ("rss/importRules", 400, "no file part, or one that is no list of rules"): {
        "words": lambda s: s.client.rss.import_rules("no rules"),
    },
    ("search/stop", 404, "no such job"): {"": lambda s: s.client.search.stop(NO_JOB)},
    ("search/status", 404, "no such job"): {"": lambda s: s.client.search.status(NO_JOB)},
    ("search/results", 404, "no such job"): {"": lambda s: s.client.search.results(NO_JOB)},
    ("search/results", 409, "offset out of range"): {
        "after": lambda s: s.client.search.results(finished_search(s), offset=99),
        "before": lambda s: s.client.search.results(finished_search(s), offset=-99),
    },
    ("search/delete", 404, "no such job"): {"": lambda s: s.client.search.delete(NO_JOB)},
    ("torrentcreator/status", 404, "no such task"): {"": lambda s: s.client.torrentcreator.status(NO_TASK)},
    ("torrentcreator/torrentFile", 404, "no such task"): {"": lambda s: s.client.torrentcreator.torrent_file(NO_TASK)},
    ("torrentcreator/torrentFile", 409, "unfinished, failed, or file unreadable"): {
        "failed": lambda s: s.client.torrentcreator.torrent_file(s.failed),
    },
    ("torrentcreator/deleteTask", 404, "no such task"): {"": lambda s: s.client.torrentcreator.delete_task(NO_TASK)},
    ("clientdata/load", 400, "not valid JSON, not an array, or an item that is not a string"): {
        "numbers": lambda s: s.client.clientdata.load([1, 2]),
    },
    ("clientdata/store", 400, "not valid JSON or not an object"): {"list": lambda s: s.client.clientdata.store([1])},
    ("clientdata/store", 409, "store would exceed 1048576 bytes, or cannot be saved"): {"": grown},
}

# refusals that other tests show, as they want a daemon that is otherwise
SHOWN_BY: Mapping[tuple[str, int, str], str] = {
    ("auth/login", 401, "wrong credentials, body 'Unauthorized'"): (
        "tests/live/native/test_auth.py::test_wrong_credentials_are_told_as_such_on_every_line"
    ),
    ("auth/login", 403, "client address is banned (body: localised sentence about the ban)"): (
        "tests/live/native/test_auth.py::test_a_banned_address_is_told_as_such"
    ),
    ("auth/login", 401, "request blocked by CSRF or Host check"): (
        "tests/live/native/test_auth.py::test_a_foreign_origin_is_refused"
    ),
    ("auth/login", 403, "request carries a Bearer Authorization header"): (
        "tests/live/native/test_auth.py::test_a_login_beside_a_key_is_refused"
    ),
    ("torrents/add", 409, "nothing was added and nothing is pending (also for duplicates), body 'Conflict'"): (
        "tests/live/native/test_adding.py::test_a_daemon_that_takes_nothing_says_409"
    ),
    ("search/start", 409, "Python is missing, or too many running searches"): (
        "tests/live/native/test_search.py::test_more_than_five_searches_at_a_time_are_refused"
    ),
    ("torrentcreator/addTask", 409, "too many active tasks (limit 256; finished ones are dropped first)"): (
        "tests/live/native/test_creator.py::test_the_257th_waiting_task_is_refused"
    ),
}


def key(refusal: Refusal) -> tuple[str, int, str]:
    """By what the tables name a refusal."""
    return refusal.action, refusal.status, refusal.when


def cases() -> list[Case]:
    """All calls that are refused."""
    return [case for refusal in refusals() for case in cases_of(refusal)]


def cases_of(refusal: Refusal) -> list[Case]:
    """The calls that are refused so."""
    cls = CLASSES.get(refusal.status, errors.StatusError)
    if refusal.beyond or key(refusal) in SHOWN_BY:
        return []
    if calls := OWN.get(key(refusal)):
        return [Case(refusal, provoke, cls, name) for name, provoke in calls.items()]
    if refusal.when == ABSENT:
        return [Case(refusal, without_arguments(refusal.action), cls)]
    if refusal.when == UNKNOWN:
        return [Case(refusal, of_a_stranger(refusal.action), cls)]
    return []
