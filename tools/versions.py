"""The page `docs/versions.md`: which method works with which version of qBittorrent, from the table of operations.

`python -m tools.versions` writes it; a test holds page and table together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from msgspec.structs import replace

from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.operation import OldRoute, Op
from bitharbor.qbittorrent.versions import Version, dotted
from tools.generator.reading import Endpoint, read_spec

PAGE = Path(__file__).parent.parent / "docs" / "versions.md"

LINES: Final[tuple[Version, ...]] = (
    (3, 0), (3, 1), (3, 2), (3, 3), (4, 0), (4, 1), (4, 2), (4, 3), (4, 4), (4, 5), (4, 6), (5, 0), (5, 1), (5, 2), (5, 3),
)  # fmt: skip
DIGEST: Final[Version] = (3, 0, 0)
COOKIE: Final[Version] = (3, 2, 0)
TODAY: Final[Version] = (4, 1, 0)
NEVER: Final[Version] = (99,)

# methods that older daemons do by other actions of theirs
COMPOSED: Final[dict[str, Version]] = {
    "auth.log_in": DIGEST,
    "auth.log_out": DIGEST,
    "transfer.set_speed_limits_mode": COOKIE,
}

Span: TypeAlias = tuple[Version, Version]
"""From a version on, until another one"""

HEAD = """\
<!-- written by `python -m tools.versions`; edit src/bitharbor/qbittorrent/spec and run `make generate` -->
# Which method works with which version of qBittorrent

One `Client`, one `AsyncClient` and the drop-in's `Client` talk to qBittorrent 3.0 to 5.3, which have had three interfaces:

| interface | versions | logging in |
|---|---|---|
| Digest | 3.0, 3.1 | HTTP Digest with each request |
| cookie | 3.2 to 4.0 | `/login` |
| v2 | 4.1 and younger | `/api/v2/auth/login`, since 5.2 also an API key |

Which one a daemon speaks is found out at the first call. A daemon of today pays nothing for that, an older one two requests;
`generation="digest"`, `"cookie"` or `"v2"` says it beforehand, to `from_env` the variable `BITHARBOR_GENERATION`. Only answers in
the form that an older daemon gives lead to an older interface, never a fault, a page or a status of 500 and more; credentials of
Digest leave only in answer to qBittorrent's own challenge at a path of 3.0 and 3.1. When a daemon was replaced by one of another
generation, the next call finds that out.

## What to know of the older ones

* Arguments, answers, names and units are those of today. What an older daemon does not tell is `None`; `docs/digest-fields.md`
  has each field of 3.0 and 3.1. Their raw texts are in `record.extra`.
* What a version has not got raises `UnsupportedError`, which says since when it exists; the drop-in returns None, or raises
  `NotImplementedError` if told so. Parameters that it has not got are refused by the native clients and left out by the drop-in.
* `app.version()` is None with 3.0 and 3.1: they have no such action. Their page `about.html` names the version, and is read only
  where a request must be worded by it (settings, shutting down, adding).
* 3.0 and 3.1 answer 200 to every order and out of a cache of 1.5 s. The native clients look until what was ordered is there,
  for some seconds, and raise `UnconfirmedError` if it is not; the drop-in does not look. Orders that show nowhere (`recheck`,
  places in the queue) are not looked after.
* An unknown infohash is a `NotFoundError`, although these daemons answer 200 and nothing. Orders to several torrents pass over
  unknown ones, as today.
* Wrong credentials are tried once; five failures would ban this machine for an hour. After a change of user name or password
  through `app.set_preferences` the client goes on with the new ones.
* `torrents.info` chooses, sorts and cuts the list itself where the daemon cannot. `torrents.set_category` sets the label before
  3.3.5, and makes a category that does not exist. Priorities of files are today's: 6 is what was 2.
* `transfer.set_speed_limits_mode` asks, and switches over where that is needed, before 4.5.
* `client.raw("version/api_min")` reaches any path of a daemon older than 4.1.

## Methods

`+`: the whole line; a version: since then; empty: not there.
"""


def spans(name: str, op: Op[Any]) -> list[Span]:
    """When a method works."""
    found = [(one.since or DIGEST, one.until or COOKIE) for one in op.digest_api]
    found += [(one.since or COOKIE, one.until or TODAY) for one in op.cookie_api]
    found.append((op.since or TODAY, op.until or NEVER))
    if name in COMPOSED:
        found.append((COMPOSED[name], op.since or TODAY))
    return found


def cell(line: Version, those: Sequence[Span]) -> str:
    """What the table says of a method in a line."""
    start, end = (*line, 0), (line[0], line[1] + 1, 0)
    found = sorted((max(since, start), min(until, end)) for since, until in those if since < end and until > start)
    if not found:
        return ""
    since, until = found[0][0], max(one for _, one in found)
    said = "+" if since == start else dotted(since)
    return said if until == end else f"{said} until {dotted(until)}"


def methods() -> Iterator[tuple[Endpoint, Op[Any]]]:
    """Every method with its row of the table."""
    for one in read_spec():
        if not one.is_stream or one.name == "download_file":
            yield one, getattr(ops, one.constant)


def route(one: OldRoute) -> str:
    """A route, with the versions that have it."""
    when = f" since {dotted(one.since)}" if one.since else ""
    return f"`{one.method} /{one.path}`{when}" + (f" until {dotted(one.until)}" if one.until else "")


def routes(those: Sequence[OldRoute]) -> str:
    """The routes of a method, each path once, as its oldest form has it."""
    oldest = {one.path: one for one in those}
    newest = {one.path: one for one in reversed(those)}
    return "<br>".join(route(replace(one, until=newest[path].until)) for path, one in oldest.items())


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(one) + " |" for one in lines) + "\n"


def page() -> str:
    """The whole page."""
    known = [(f"{one.scope}.{one.name}", op) for one, op in methods()]
    works = [[f"`{name}`", *(cell(line, spans(name, op)) for line in LINES)] for name, op in known]
    paths = [[f"`{name}`", routes(op.digest_api), routes(op.cookie_api)] for name, op in known if op.cookie_api or op.digest_api]
    return "\n".join(
        (
            HEAD,
            table(["method", *map(dotted, LINES)], works),
            "## Paths of the older interfaces\n",
            table(["method", "3.0, 3.1", "3.2 to 4.0"], paths),
        )
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
