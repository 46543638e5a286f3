"""The documented form: `btclient [-d MODULE]... CLIENT URL METHOD [ARGS...]` calls one method of `aiobtclientapi` and prints all.

Exit codes are those of the interface that is documented: 0 also when the daemon cannot be reached or refuses, which stands on
stderr behind `!!!`; 1 for what cannot be called at all; 2 for a command line that is none.
"""

from __future__ import annotations

import asyncio
import inspect
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, cast

from ..errors import RpcError
from .words import safe

if TYPE_CHECKING:
    from aiobtclientapi import APIBase

DONE, CANNOT, USAGE = 0, 1, 2
TRUTHS = {"True": True, "False": False}
FIELD_WIDTH = 18

Arguments = tuple[list[object], dict[str, object]]


def run(words: Sequence[str], *, is_debugging: bool = False) -> int:
    """Call a method and print what it answers; an exit code."""
    if len(words) < 3:
        say("btclient: CLIENT URL METHOD [ARGS...] are wanted; see btclient --help", to_stderr=True)
        return USAGE
    client, url, method, *rest = words
    try:
        import aiobtclientapi
    except ImportError:
        say("btclient: this form needs the package aiobtclientapi; see btclient --help for the other one", to_stderr=True)
        return CANNOT
    try:
        api = aiobtclientapi.api(client, url)
        if api.url.username and not api.url.password and (password := os.environ.get("BTCLIENT_PASSWORD")):
            api.url.password = password
    except aiobtclientapi.Error as error:
        say(f"Failed to create API: {safe(str(error))}", to_stderr=True)
        return CANNOT
    try:
        return asyncio.run(called(api, method, understood(rest)))
    except Exception as error:  # a user must never see a traceback, unless it was asked for
        if is_debugging:
            raise
        return failed(f"{type(error).__name__}: {error}", CANNOT)


def understood(texts: Sequence[str]) -> Arguments:
    """`VALUE` and `=VALUE` are positional, `KEY=VALUE` is not. True and False are no texts; commas at the end go."""
    args: list[object] = []
    kwargs: dict[str, object] = {}
    for text in texts:
        bare = text.rstrip(",")
        key, equals, value = bare.partition("=")
        if equals and key.isidentifier():
            kwargs[key] = TRUTHS.get(value, value)
        else:
            bare = value if equals and not key else bare
            args.append(TRUTHS.get(bare, bare))
    return args, kwargs


async def called(api: APIBase, name: str, arguments: Arguments) -> int:
    """Call the method, and print how it goes."""
    import aiobtclientapi

    args, kwargs = arguments
    method = method_of(api, name)
    if method is None:
        return failed(f"{api.label} has no method {name!r}", CANNOT)
    try:
        inspect.signature(method).bind(*args, **kwargs)
    except TypeError as error:
        return failed(f"{name}: {error}", CANNOT)
    for status in aiobtclientapi.ConnectionStatus:
        register = getattr(api, f"set_{status.value}_callback")
        register(say, f">>> Connection status changed: {status}")
    words = ", ".join([*(repr(arg) for arg in args), *(f"{key}={value!r}" for key, value in kwargs.items())])
    say(f">>> CALLING {name}({words})")
    async with api:
        try:
            await shown(f"{name}({words})", method(*args, **kwargs))
        except aiobtclientapi.Error as error:
            return failed(
                str(error),
                CANNOT if isinstance(error, aiobtclientapi.ValueError) or isinstance(error.__cause__, RpcError) else DONE,
            )
    return DONE


def method_of(api: APIBase, name: str) -> Callable[..., object] | None:
    """A public method of the interface."""
    found = None if name.startswith("_") else getattr(type(api), name, None)
    return cast("Callable[..., object]", getattr(api, name)) if inspect.isfunction(found) else None


async def shown(call: str, answer: object) -> None:
    """Wait for an answer, and print it."""
    from aiobtclientapi import Response

    if isinstance(answer, AsyncIterator):
        say(f">>> RESPONSE {call}")
        async for item in cast("AsyncIterator[object]", answer):
            say(f">>> {safe(str(item))}")
        return
    value = await cast("Awaitable[object]", answer) if inspect.isawaitable(answer) else answer
    say(f">>> RESPONSE {call}")
    if isinstance(value, Response):
        for name, part in value.as_dict.items():
            say(f">>> {name.upper():>{FIELD_WIDTH}}: {part!r}")
    elif isinstance(value, list | tuple):
        for item in cast("Sequence[object]", value):
            say(f">>> * {safe(str(item))}")
    else:
        say(f">>> {safe(str(value))}")


def failed(why: str, code: int) -> int:
    """Say why."""
    say(f"!!! {safe(why)}", to_stderr=True)
    return code


def say(line: str, *, to_stderr: bool = False) -> None:
    """Print a line at once: what comes next may take time."""
    print(line, file=sys.stderr if to_stderr else sys.stdout, flush=True)
