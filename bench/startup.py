"""What it costs to start the command line: processor time of whole processes, beside a Python that does nothing."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from statistics import median

from bench import environments

BARE = "python -c pass"
HELP = "btclient --help"
COMMANDS: Mapping[str, Sequence[str]] = {
    BARE: ("-c", "pass"),
    HELP: ("-m", "bitharbor.cli", "--help"),
    "btclient list --help": ("-m", "bitharbor.cli", "list", "--help"),
}
MOST = 0.080  # seconds of processor time that help may cost


def measured(rounds: int) -> dict[str, float]:
    """Command -> median of its processor time in seconds; all take turns."""
    found: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, words in COMMANDS.items():
            found[name].append(spent(words))
    return {name: median(times) for name, times in found.items()}


def spent(words: Sequence[str]) -> float:
    """Seconds of processor time that one run took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True, env=environments.variables())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def table(found: Mapping[str, float]) -> str:
    """All figures, and the aim."""
    width = max(map(len, found))
    lines = [f"{name:<{width}}  {seconds * 1e3:6.1f} ms" for name, seconds in found.items()]
    verdict = "met" if found[HELP] <= MOST else "not met"
    return "\n".join(["Starting, processor time:", *lines, f"aim: {HELP} at most {MOST * 1e3:.0f} ms: {verdict}"])
