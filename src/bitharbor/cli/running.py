"""Running a verb: its arguments are read, its daemon is found, and its errors become words and exit codes."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from importlib import import_module
from typing import TypeVar

import msgspec
from cyclopts import App, CycloptsError, Parameter

from ..errors import BitharborError
from ..unified.client import TorrentClient
from ..unified.filters import FilterError
from .codes import Exit, code_of
from .options import Daemon
from .places import client_of
from .words import safe

T = TypeVar("T")


def command(verbs: Sequence[str]) -> App:
    """The command line with these verbs."""
    app = App(
        name="btclient",
        help_format="plaintext",
        version_flags=(),
        exit_on_error=False,
        print_error=False,
        result_action="return_value",
        default_parameter=Parameter(negative=(), consume_multiple=False, show_default=False),
    )
    for verb in verbs:
        app.command(import_module(f"{__package__}.verbs.{verb}").verb, name=verb)
    return app


def run_verb(words: Sequence[str], *, is_debugging: bool = False) -> Exit:
    """Run a verb with its arguments."""
    verb, *arguments = words
    is_for_programs = any(word in ("--json", "--ndjson") for word in arguments)
    try:
        return Exit(command([verb])([verb, *arguments]) or Exit.OK)
    except CycloptsError as error:
        # a value behind `=` may be a secret that was given to an option that does not exist
        what = str(error).partition("=")[0].rstrip(".\n ")
        print(f"btclient {verb}: {safe(what)}; see btclient {verb} --help", file=sys.stderr)
        return Exit.USAGE
    except BitharborError as error:
        tell(verb, error, is_for_programs=is_for_programs)
        return code_of(error)
    except BrokenPipeError:
        raise
    except Exception as error:  # a user must never see a traceback, unless it was asked for
        if is_debugging:
            raise
        print(f"btclient {verb}: {type(error).__name__}: {safe(str(error))}", file=sys.stderr)
        print("  what to do: run it again as btclient -d bitharbor ..., and report what it prints", file=sys.stderr)
        return Exit.FAILED


def tell(verb: str, error: BitharborError, *, is_for_programs: bool) -> None:
    """Say what went wrong, and what to do."""
    if is_for_programs:
        print(msgspec.json.encode({"error": described(error)}).decode(), file=sys.stderr)
        return
    print(f"btclient {verb}: {safe(error.message)}", file=sys.stderr)
    if isinstance(error, FilterError):
        print(f"  {safe(error.text)}\n  {' ' * (len(safe(error.text[: error.column - 1])))}^", file=sys.stderr)
    if error.hint:
        print(f"  what to do: {safe(error.hint)}", file=sys.stderr)
    if error.acted is None:
        print("  nobody can tell whether the daemon did something", file=sys.stderr)


def described(error: BitharborError) -> dict[str, object]:
    """An error for programs."""
    more = {"column": error.column} if isinstance(error, FilterError) else {}
    return {"kind": type(error).__name__, "message": error.message, "hint": error.hint, "acted": error.acted, **more}


def with_daemon(at: Daemon, act: Callable[[TorrentClient], Awaitable[T]]) -> T:
    """Do something with the daemon that is meant."""
    client = client_of(at)

    async def go() -> T:
        async with client:
            return await act(client)

    return asyncio.run(go())
