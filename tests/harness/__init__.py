"""Real BitTorrent daemons of many versions, for tests and demonstrations, on loopback only.

Rule 1: only the standard library, and nothing of the project: the harness must not fail because the project does.
Rule 2: `fetch` needs a network; starting and stopping do not.
Rule 3: no function here ends the process; what goes wrong is a HarnessError that says what to do.

The way of one start: `matrix` (which row) -> `roots` (its unpacked package) -> the family's module (its configuration,
as a `recipe`) -> `launch` (run it, see that it answers and keeps to loopback) -> a `daemon.Daemon`.
"""

from __future__ import annotations
