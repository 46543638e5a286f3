"""`btclient --completion SHELL`: a script that completes verbs and their options."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from .codes import Exit
from .running import command
from .verbs import VERBS


def complete(words: Sequence[str]) -> Exit:
    """Print the script."""
    match words:
        case ["bash" | "fish" | "zsh" as shell]:
            print(command(list(VERBS)).generate_completion(shell=shell))
            return Exit.OK
        case _:
            print("btclient: --completion wants one of bash, fish, zsh", file=sys.stderr)
            return Exit.USAGE
