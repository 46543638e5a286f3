"""Bring one process up until it can be trusted.

Rule 1: what is given back answers, on a port of its own, with every socket on loopback, and is of the row's line; of
what is not, no process stays behind.
Rule 2: what is special about one family is in that family's module; here is none of it.
"""

from __future__ import annotations

import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.harness import deluge, matrix, qbittorrent, rtorrent, sockets, transmission
from tests.harness.errors import OutsideLoopbackError, StartError
from tests.harness.matrix import Family

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.harness.matrix import Row
    from tests.harness.options import Options
    from tests.harness.recipe import Recipe, Seat

RECIPES: Final[dict[Family, Callable[[Seat, Options], Recipe]]] = {
    Family.QBITTORRENT: qbittorrent.recipe,
    Family.TRANSMISSION: transmission.recipe,
    Family.DELUGE: deluge.recipe,
    Family.RTORRENT: rtorrent.recipe,
}
READY_SECONDS: Final = 40.0
LISTENING_SECONDS: Final = 5.0
POLL_SECONDS: Final = 0.03
# rTorrent 0.16.17 and Transmission 3.00 bind a socket to every address for a moment to find their own; what is still
# there at a second look was meant to stay
SECOND_LOOK_SECONDS: Final = 0.2
# nothing listens there: whatever libcurl (Transmission, rTorrent) would fetch from outside fails at once
DEAD_PROXY: Final = "http://127.0.0.1:9"
SURROUNDINGS: Final = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "http_proxy": DEAD_PROXY,
    "https_proxy": DEAD_PROXY,
    "all_proxy": DEAD_PROXY,
    "no_proxy": "127.0.0.1,localhost,::1",
}


@dataclass(frozen=True)
class Launched:
    """A process that can be trusted."""

    process: subprocess.Popen[bytes]
    recipe: Recipe
    version: str


def launched(row: Row, seat: Seat, options: Options) -> Launched:
    """Run the row's daemon on its seat."""
    seat.profile.mkdir(parents=True, exist_ok=True)
    for port in (seat.port, seat.bt_port):
        if not sockets.is_free(port):
            raise StartError(f"{row.name} cannot have port {port}: another program holds it", hint="give another port")
    recipe = RECIPES[row.family](seat, options)
    scratch = seat.profile / "tmp"  # in a common one qBittorrent 5.1.0 removes what another is just writing
    scratch.mkdir(exist_ok=True)
    with seat.log.open("ab") as log:
        process = subprocess.Popen(
            recipe.command,
            env={**SURROUNDINGS, "HOME": str(seat.profile), "TMPDIR": str(scratch), **recipe.environment},
            cwd=seat.profile,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C in a terminal is ours to answer
            umask=0o077,
        )
    try:
        await_answer(row, seat, recipe, process)
        await_listening(process, seat.bt_port)
        refuse_strays(row.name, process.pid)
        version = recipe.version()
        matrix.checked(row, version)
    except BaseException:
        process.kill()
        process.wait()
        raise
    return Launched(process, recipe, version)


def await_answer(row: Row, seat: Seat, recipe: Recipe, process: subprocess.Popen[bytes]) -> None:
    """Wait until the daemon answers, and see that it is this process that does."""
    deadline = time.monotonic() + READY_SECONDS
    while not answers(recipe):
        if process.poll() is not None:
            raise StartError(f"{row.name} ended at once with {process.returncode}", hint=f"it said: {last_words(seat)}")
        if time.monotonic() > deadline:
            raise StartError(f"{row.name} did not answer within {READY_SECONDS:.0f} s", hint=f"it said: {last_words(seat)}")
        time.sleep(POLL_SECONDS)
    if recipe.has_port and not sockets.listens_on(process.pid, seat.port):
        raise StartError(f"another program answers on port {seat.port}, not {row.name}", hint="give another port")


def answers(recipe: Recipe) -> bool:
    try:
        return recipe.answers()
    except OSError:  # nobody listens yet
        return False


def await_listening(process: subprocess.Popen[bytes], port: int) -> None:
    """Wait a while for the BitTorrent port, so that peers can connect at once; some open it after they answer."""
    deadline = time.monotonic() + LISTENING_SECONDS
    while not sockets.listens_on(process.pid, port) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)


def refuse_strays(who: str, pid: int) -> None:
    """OutsideLoopbackError, naming the sockets, when a process holds some that are not on loopback."""
    if strays := lasting_strays(pid):
        raise OutsideLoopbackError(
            f"{who} does not keep to loopback: {', '.join(strays)}", hint="close that way in its configuration"
        )


def lasting_strays(pid: int) -> list[str]:
    """The sockets outside loopback that are there at two looks in a row."""
    first = sockets.outside(pid)
    if first:
        time.sleep(SECOND_LOOK_SECONDS)
    second = sockets.outside(pid) if first else []
    return [str(stray) for stray in second if stray in first]


def last_words(seat: Seat) -> str:
    """The end of what the daemon printed."""
    return " / ".join(seat.log.read_text(errors="replace").strip().splitlines()[-5:]) or "nothing"
