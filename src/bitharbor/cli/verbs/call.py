"""`btclient call`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import msgspec
from cyclopts import Parameter

from ...model.json import Json
from ...unified.client import TorrentClient
from .. import printing
from ..codes import Exit
from ..options import DAEMON, OUTPUT, Daemon, Output
from ..running import with_daemon
from ..words import safe


def verb(
    method: str,
    /,
    *arguments: Annotated[str, Parameter(allow_leading_hyphen=True)],
    at: Daemon = DAEMON,
    output: Output = OUTPUT,
) -> Exit:
    """Call any method of the daemon's own interface, as app/version, session-get, core.get_config, system.listMethods.

    What it answers is printed as it is: a text as a text, everything else as JSON.

    :param method: its name
    :param arguments: NAME=VALUE, or VALUE; =VALUE for one that holds a =. A value is JSON (3, true, [1, 2]) or else a text
    """
    args, kwargs = understood(arguments)

    async def called(client: TorrentClient) -> Exit:
        answer = await client.call(method, *args, **kwargs)
        if output.ndjson and isinstance(answer, list):
            print("\n".join(map(printing.json_of, answer)))
        elif output.is_for_programs:
            print(printing.json_of(answer))
        elif isinstance(answer, str):
            print("\n".join(map(safe, answer.splitlines())))
        elif answer is not None:
            print(msgspec.json.format(msgspec.json.encode(answer)).decode())
        return Exit.OK

    return with_daemon(at, called)


def understood(texts: Sequence[str]) -> tuple[list[Json], dict[str, Json]]:
    """Arguments by place, and by name."""
    args: list[Json] = []
    kwargs: dict[str, Json] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if equals and name and name.replace("-", "_").replace(".", "_").isidentifier():
            kwargs[name] = value_of(value)
        else:
            args.append(value_of(value if equals and not name else text))
    return args, kwargs


def value_of(text: str) -> Json:
    """A value: JSON, or else the text itself."""
    try:
        found: Json = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text
    return found
