"""Every refusal of every action that the facts name is provoked on each line where it holds, through both native faces."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import pytest
from tests.actions.facts import holds, lines, refusals
from tests.harness.daemon import Daemon
from tests.harness.fleet import Fleet
from tests.live.conftest import had
from tests.live.content import wait_until
from tests.live.native import feeds
from tests.live.native.faces import KINDS, Kind, new_client
from tests.live.native.refusals import OWN, SHOWN_BY, Case, Stage, cases, cases_of, key
from tests.live.native.shows import TRACKER, Show, fill, torrent_of
from tests.live.native.test_search import NAME, PLUGIN
from tests.promises.rows import is_there

from bitharbor import errors
from bitharbor.qbittorrent import Client

UNFETCHED = "6" * 40

INSTANCES = [
    pytest.param(line, case, id=f"{line}-{case.label}", marks=pytest.mark.xdist_group(line))
    for line in lines()
    for case in cases()
    if holds(case.refusal.since, case.refusal.until, line)
]


@dataclass
class Scene:
    """A daemon and what is in it, for both faces."""

    daemon: Daemon
    clients: dict[Kind, Client]
    show: Show
    lost: Show
    failed: str
    site: str


class Scenes:
    """A daemon of each line with torrents, a category, feeds, a plugin and a failed creator task. No case changes any of it.

    Each is made when it is first asked for. They are no fixtures with parameters: such a one would be made anew for each case.
    """

    def __init__(self, fleet: Fleet, closing: ExitStack) -> None:
        self._fleet = fleet
        self._closing = closing
        self._made: dict[str, Scene] = {}

    def __getitem__(self, line: str) -> Scene:
        if line not in self._made:
            self._made[line] = self._new(line)
        return self._made[line]

    def _new(self, line: str) -> Scene:
        settings = {"RSS/Session/EnableProcessing": "true"}
        daemon = self._closing.enter_context(had(lambda: self._fleet.own(line, python=True, settings=settings)))
        site = self._closing.enter_context(feeds.served())
        clients: dict[Kind, Client] = {kind: new_client(kind, daemon) for kind in KINDS}
        for client in clients.values():
            self._closing.callback(client.close)
        return furnished(clients, daemon, site, has_creator=holds("5.0.0", "", line))


@pytest.fixture(scope="module")
def scenes(fleet: Fleet) -> Iterator[Scenes]:
    """The scenes by line, which end with the module."""
    with ExitStack() as closing:
        yield Scenes(fleet, closing)


def furnished(clients: dict[Kind, Client], daemon: Daemon, site: str, *, has_creator: bool) -> Scene:
    """Put into the daemon what the cases are about."""
    client = clients["blocking"]
    show, lost = added(client, daemon, "native"), added(client, daemon, "lost")
    (lost.content / "a.bin").unlink()
    client.torrents.add_trackers(show.hash, "http://127.0.0.1:3/announce")
    client.torrents.add(f"magnet:?xt=urn:btih:{UNFETCHED}&tr={TRACKER}", stopped=True)
    client.torrents.create_category("films")
    client.rss.add_folder("folder")
    client.rss.add_feed(f"{site}good", "feed")
    client.rss.add_feed(f"{site}good?second", "second")
    plugin = daemon.profile / f"{NAME}.py"
    plugin.write_text(PLUGIN)
    client.search.install_plugin(plugin)
    wait_until(lambda: bool(client.search.plugins()), "the plugin")
    failed = client.torrentcreator.add_task("/nonexistent/content") if has_creator else ""
    wait_until(lambda: not failed or client.torrentcreator.status(failed)[0].is_over, "the end of the task")
    wait_until(lambda: len(client.torrents.info()) == 3, "three torrents")
    return Scene(daemon, clients, show, lost, failed, site)


def added(client: Client, daemon: Daemon, folder: str) -> Show:
    """A complete torrent in a folder of its own; its name goes into the content, so that no two have one infohash."""
    content = daemon.downloads / folder / "show"
    fill(content)
    (content / "a.bin").write_bytes(folder.encode() * 4_000)
    one = torrent_of(content)
    client.torrents.add(files=one.torrent, save_path=str(content.parent), stopped=True, skip_checking=True)
    wait_until(lambda: [row.progress for row in client.torrents.info(hashes=one.hash)] == [1], "adding")
    return one


@pytest.fixture
def stage(scenes: Scenes, line: str, kind: Kind) -> Iterator[Stage]:
    """What a case sees: the scene of its line through one face."""
    scene = scenes[line]
    with ExitStack() as stack:

        def begin(daemon: Daemon, **options: Any) -> Client:
            client = new_client(kind, daemon, **options)
            stack.callback(client.close)
            return client

        yield Stage(
            scene.daemon,
            scene.clients[kind],
            begin,
            scene.show,
            scene.lost,
            UNFETCHED,
            scene.failed,
            scene.site,
        )


@pytest.mark.parametrize(("line", "case"), INSTANCES)
def test_a_refusal_is_told_by_its_own_class(stage: Stage, line: str, case: Case) -> None:
    with pytest.raises(errors.BitharborError) as refused:
        case.provoke(stage)
    assert type(refused.value) is case.cls, refused.value
    assert getattr(refused.value, "status", None) == case.refusal.status
    assert refused.value.acted is False or case.refusal.status >= 500


def test_every_refusal_is_provoked_or_has_a_reason() -> None:
    bare = [one.label for one in refusals() if not cases_of(one) and not one.beyond and not SHOWN_BY.get(key(one))]
    assert bare == []
    known = {key(one) for one in refusals()}
    assert [one for one in (*OWN, *SHOWN_BY) if one not in known] == []


@pytest.mark.parametrize("test", sorted(SHOWN_BY.values()))
def test_what_other_tests_show_is_there(test: str) -> None:
    assert is_there(test)
