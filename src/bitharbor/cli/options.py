"""Options that several verbs share, as dataclasses that the command line spreads out. What they are; nothing is done here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from cyclopts import Group, Parameter

DAEMON_GROUP = Group("Which daemon", sort_key=1)
CHOICE_GROUP = Group("Which torrents, beside those named", sort_key=2)
OUTPUT_GROUP = Group("Output", sort_key=3)


@Parameter(name="*", group=DAEMON_GROUP)
@dataclass(frozen=True, kw_only=True)
class Daemon:
    """Which daemon is meant."""

    profile: Annotated[str | None, Parameter(name=("--profile", "-p"), help="Its profile; else BTCLIENT_PROFILE.")] = None
    url: Annotated[str | None, Parameter(help="Its address: KIND[+SCHEME]://[USER@]HOST[:PORT][/PATH].")] = None
    timeout: Annotated[str | None, Parameter(help="For each call with everything that belongs to it, as 30s.")] = None
    insecure: Annotated[bool, Parameter(help="Accept any certificate.")] = False


@Parameter(name="*", group=OUTPUT_GROUP)
@dataclass(frozen=True, kw_only=True)
class Output:
    """How answers are printed."""

    json: Annotated[bool, Parameter(help="One JSON value.")] = False
    ndjson: Annotated[bool, Parameter(help="One JSON value a line.")] = False

    @property
    def is_for_programs(self) -> bool:
        """Whether JSON is wanted."""
        return self.json or self.ndjson


@Parameter(name="*", group=CHOICE_GROUP)
@dataclass(frozen=True, kw_only=True)
class Choice:
    """Which torrents are meant, where they are not named one by one."""

    where: Annotated[str | None, Parameter(help="Those that a filter matches, as 'ratio > 2 and stopped'.")] = None
    all: Annotated[bool, Parameter(help="All of them.")] = False
    dry_run: Annotated[bool, Parameter(help="Only say what would be done.")] = False


DAEMON, OUTPUT, CHOICE = Daemon(), Output(), Choice()
