"""Which form of the command line is meant. Only the standard library, and little of it, is imported before that is known."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from .verbs import CLIENTS, VERBS

PROGRAM = "btclient"
USAGE = 2
INTERRUPTED = 130  # as shells have it: 128 + SIGINT
# options that may stand before the verb, and whether a value follows
LEADING = {
    "-p": True,
    "--profile": True,
    "--url": True,
    "--timeout": True,
    "--insecure": False,
    "--json": False,
    "--ndjson": False,
}
DEBUG = ("-d", "--debug")


class Line:
    """A command line, taken apart. (No dataclass: importing those costs as much as all of help.)

    :ivar options: those before the first word, except for debugging
    :ivar debug: modules to be listened to
    :ivar words: from the first word on; empty when there is none
    :ivar wrong: why it cannot be understood
    """

    def __init__(self) -> None:
        self.options: list[str] = []
        self.debug: list[str] = []
        self.words: list[str] = []
        self.wrong = ""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; its exit code."""
    given = sys.argv[1:] if argv is None else list(argv)
    try:
        code = run(given)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:  # whoever reads us has enough: `btclient list | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    return code


def run(given: list[str]) -> int:
    """Run a command line."""
    line = taken_apart(given)
    if line.wrong:
        return refused(line.wrong)
    if line.debug:
        from .debugging import listen

        listen(line.debug)
    first = line.words[0] if line.words else ""
    if first in CLIENTS:
        if line.options:
            return refused(f"{line.options[0]} does not go together with {first} URL METHOD")
        from . import classic

        return classic.run(line.words, is_debugging=bool(line.debug))
    if first in VERBS:
        from .running import run_verb

        return run_verb([first, *line.options, *line.words[1:]], is_debugging=bool(line.debug))
    return alone(first, line.words[1:], line.options)


def taken_apart(given: Sequence[str]) -> Line:
    """Options before the first word, and the words."""
    line, place = Line(), 0
    while place < len(given):
        text = given[place]
        name, equals, value = text.partition("=") if text.startswith("--") else (text, "", "")
        if name not in LEADING and name not in DEBUG:
            line.words = list(given[place:])
            break
        place += 1
        if name in DEBUG or LEADING[name]:
            if not equals:
                if place == len(given):
                    line.wrong = f"{name} wants a value"
                    break
                value = given[place]
                place += 1
            if name in DEBUG:
                line.debug.append(value)
            else:
                line.options += [name, value]
        else:
            line.options.append(name)
    return line


def alone(first: str, rest: Sequence[str], options: Sequence[str]) -> int:
    """What is neither a verb nor a client."""
    if first in ("-h", "--help", "help", ""):
        if first == "help" and rest and rest[0] in VERBS:
            return run([rest[0], "--help"])
        from .helping import text

        if first or not options:
            print(text(), file=sys.stdout if first else sys.stderr)
            return 0 if first else USAGE
        return refused("no verb was given")
    if first == "--version":
        from .. import __version__

        print(f"{PROGRAM} {__version__}")
        return 0
    if first == "--completion":
        from .completing import complete

        return complete(rest)
    if first.startswith("-"):
        return refused(f"there is no option {first.partition('=')[0]} here")
    if ":" in first or "@" in first:  # an address; it may hold a password
        return refused("an address stands behind --url, or behind the name of a client")
    return refused(f"there is neither a verb nor a client {first!r}")


def refused(why: str) -> int:
    """Say what is wrong with the command line itself."""
    print(f"{PROGRAM}: {why}; see {PROGRAM} --help", file=sys.stderr)
    return USAGE


if __name__ == "__main__":
    sys.exit(main())
