"""A running daemon as tests hold it: where it is, who may log in, and how to stop, kill, restart or replace it.

Rule 1: its id and its ports stay its own, also while it is down, until `stop`.
Rule 2: what a test run started ends with that run at the latest.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tests.harness import matrix, records
from tests.harness.errors import OutsideLoopbackError
from tests.harness.launch import Launched, lasting_strays, launched
from tests.harness.places import folder
from tests.harness.recipe import PASSWORD, USER, Seat
from tests.harness.roots import fetched

if TYPE_CHECKING:
    import subprocess
    from types import TracebackType
    from typing import Unpack

    from tests.harness.options import Options


@dataclass
class Daemon:
    """A daemon that we started. A context manager that stops it."""

    id: str
    name: str
    version: str
    url: str
    user: str
    password: str
    port: int
    bt_port: int
    profile: Path
    downloads: Path
    pid: int
    process: subprocess.Popen[bytes]
    certificate: Path | None
    options: Options
    profile_is_ours: bool
    outlives_us: bool

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    @property
    def is_running(self) -> bool:
        return self.process.poll() is None

    @property
    def log(self) -> Path:
        """What it printed in all its starts on this profile."""
        return self._seat().log

    def stop(self) -> None:
        """End it and give its id and ports back; a profile that we made goes too. Harmless when it has ended already.

        OutsideLoopbackError when it had opened a socket outside loopback since its start.
        """
        try:
            self._end()
        finally:
            self._leave()

    def kill(self) -> None:
        """End it by SIGKILL, as a fault; `restart` brings it back."""
        self._hold()
        self.process.kill()
        self.process.wait()

    def restart(self) -> None:
        """End it when it runs, and start it on the same ports and profile."""
        self._end()
        self._launch()

    def replace(self, name: str | None = None, **options: Unpack[Options]) -> None:
        """End it, and start another row's daemon on the same ports with a fresh profile.

        Without a name it is the same daemon with the same options, as new.
        """
        self._end()
        if name is not None:
            self.name, self.options = name, options
        if self.profile_is_ours:  # at the same place, as its preferences name it
            shutil.rmtree(self.profile)
        else:
            self.profile, self.profile_is_ours = fresh_profile(self.id), True
        self._launch()

    def _seat(self) -> Seat:
        row = matrix.row(self.name)
        return Seat(row.line, fetched(row).path, self.profile, self.port, self.bt_port)

    def _launch(self) -> None:
        self.adopt(launched(matrix.row(self.name), self._seat(), self.options))

    def adopt(self, came: Launched) -> None:
        """Take a process that was launched on this seat as this daemon's own, and record it."""
        self.process, self.pid, self.version = came.process, came.process.pid, came.version
        self.url, self.certificate, self.downloads = came.recipe.url, came.recipe.certificate, self._seat().downloads
        records.keep(self._record(records.of(self.pid)))
        _OURS[self.id] = self

    def _end(self) -> None:
        self._hold()
        strays = lasting_strays(self.pid) if self.is_running else []
        records.end(self.process)
        if strays:
            raise OutsideLoopbackError(
                f"{self.id} did not keep to loopback: {', '.join(strays)}", hint="close that way in its configuration"
            )

    def _leave(self) -> None:
        _OURS.pop(self.id, None)
        records.forget(self.id)
        if self.profile_is_ours:
            shutil.rmtree(self.profile, ignore_errors=True)

    def _hold(self) -> None:
        """Keep the id and the ports in our own name while the daemon is down."""
        records.keep(self._record(records.ourselves()))

    def _record(self, process: records.Process) -> records.Record:
        return records.Record(
            id=self.id,
            name=self.name,
            version=self.version,
            url=self.url,
            user=self.user,
            password=self.password,
            port=self.port,
            bt_port=self.bt_port,
            profile=str(self.profile),
            downloads=str(self.downloads),
            profile_is_ours=self.profile_is_ours,
            process=process,
            owner=None if self.outlives_us else records.ourselves(),
        )


_OURS: dict[str, Daemon] = {}


def name_at(port: int) -> str | None:
    """The row's name of the daemon of ours that has this port."""
    return next((daemon.name for daemon in list(_OURS.values()) if daemon.port == port), None)


@atexit.register
def _stop_ours() -> None:
    for daemon in list(_OURS.values()):
        if not daemon.outlives_us:
            daemon.stop()


def start(
    name: str,
    *,
    ident: str | None = None,
    port: int | None = None,
    bt_port: int | None = None,
    profile: Path | None = None,
    outlives_us: bool = False,
    **options: Unpack[Options],
) -> Daemon:
    """Start the daemon of a row ("qbittorrent-4.2"), fetching it first where it is missing.

    Without a port it gets a free one, without a profile a fresh one that goes when it stops. `ident` tells two
    instances of one row apart. One that `outlives_us` is ended by the command line's `stop`.
    """
    row = matrix.row(name)
    root = fetched(row)
    ident = ident or name
    claim = records.claim(ident, name, port, bt_port)
    home = profile.absolute() if profile else fresh_profile(ident)
    seat = Seat(row.line, root.path, home, claim.port, claim.bt_port)
    try:
        came = launched(row, seat, options)
    except BaseException:
        records.forget(ident)
        if not profile:
            shutil.rmtree(home, ignore_errors=True)
        raise
    daemon = Daemon(
        id=ident,
        name=name,
        version=came.version,
        url=came.recipe.url,
        user=USER,
        password=PASSWORD,
        port=seat.port,
        bt_port=seat.bt_port,
        profile=home,
        downloads=seat.downloads,
        pid=came.process.pid,
        process=came.process,
        certificate=came.recipe.certificate,
        options=options,
        profile_is_ours=not profile,
        outlives_us=outlives_us,
    )
    daemon.adopt(came)
    return daemon


def fresh_profile(ident: str) -> Path:
    return Path(tempfile.mkdtemp(prefix=f"{ident}-", dir=folder("profiles")))
