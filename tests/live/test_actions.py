"""The list of actions beside the daemons themselves: what it names is there, and what it does not name for a version is not."""

from __future__ import annotations

from tests.actions.facts import actions, exists
from tests.harness.daemon import Daemon
from tests.harness.matrix import numbers
from tests.harness.session import logged_in
from tests.harness.web import asked

HAS_METHOD_CHECK = (4, 4, 4)
NOT_FOUND = 404
# what a mere question would do something with, where no method is wrong; that it is there, its own tests show
DOING = {"app/shutdown", "auth/login", "auth/logout", "search/updatePlugins", "transfer/toggleSpeedLimitsMode"}
NOT_TOLD = {"sync/torrentPeers"}  # without a torrent it answers as if it were not there


def test_a_daemon_has_the_actions_of_its_version_and_no_others(daemon: Daemon) -> None:
    cookie = {"Cookie": logged_in(daemon).headers.get("Set-Cookie", "").partition(";")[0]}
    left_out = NOT_TOLD if numbers(daemon.version) >= HAS_METHOD_CHECK else NOT_TOLD | DOING
    asked_for = [action for action in actions() if action.path not in left_out]
    status = {action.path: asked(f"{daemon.url}/api/v2/{action.path}", headers=cookie).status for action in asked_for}
    there = {path for path, found in status.items() if found != NOT_FOUND}
    assert there == {action.path for action in asked_for if exists(action, daemon.name)}
