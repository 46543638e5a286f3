"""The peers' environments: one virtual environment each, outside of the clone, made on first use, made again when a pin changes.

The HTTP libraries have the versions of our own environment, so that what differs is the peer and not what it stands on.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HTTP_LIBRARIES = ("aiohttp", "multidict", "requests", "urllib3", "yarl")
PINS = Path(__file__).with_name("peers.txt")


class NoEnvironmentError(Exception):
    """A peer cannot be had, for instance without a network."""


def cache() -> Path:
    """Where environments are kept."""
    shared = os.environ.get("XDG_CACHE_HOME")
    return (Path(shared).absolute() if shared else Path.home() / ".cache") / "bitharbor-bench"


def pins() -> dict[str, str]:
    """Package -> requirement."""
    lines = [line.partition("#")[0].strip() for line in PINS.read_text(encoding="utf-8").splitlines()]
    return {line.partition("==")[0]: line for line in lines if line}


def variables(peer: str = "") -> Mapping[str, str]:
    """The environment variables of a process that imports the peer's package, or ours. Only ours sees `src`."""
    unwanted = ("python", "http_proxy", "https_proxy", "all_proxy")  # the server is on loopback, whatever the proxies
    kept = {name: value for name, value in os.environ.items() if not name.lower().startswith(unwanted)}
    places = [str(ROOT)] if peer else [str(ROOT / "src"), str(ROOT)]
    return {**kept, "PYTHONPATH": os.pathsep.join(places), "PYTHONHASHSEED": "0"}


def interpreter(peer: str = "") -> str:
    """The Python that has the peer's package, or ours. Installs what is missing.

    :raises NoEnvironmentError: it cannot be installed
    """
    if not peer:
        return sys.executable
    place = cache() / peer
    python = place / "bin" / "python"
    wanted = "\n".join([f"python {sys.version}", pins()[peer], *used_versions()])
    stamp = place / "made-of.txt"
    if not (stamp.exists() and stamp.read_text(encoding="utf-8") == wanted):
        install(place, python, pins()[peer])
        stamp.write_text(wanted, encoding="utf-8")
    return str(python)


def used_versions() -> list[str]:
    """The HTTP libraries of our environment, as constraints."""
    return [f"{name}=={version(name)}" for name in HTTP_LIBRARIES]


def install(place: Path, python: Path, requirement: str) -> None:
    """Make an environment with one requirement."""
    run(sys.executable, "-m", "venv", "--clear", str(place))
    constraints = place / "constraints.txt"
    constraints.write_text("\n".join(used_versions()) + "\n", encoding="utf-8")
    run(str(python), "-m", "pip", "install", "--quiet", "--constraint", str(constraints), requirement)


def run(*command: str) -> None:
    """Run a command, quietly unless it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoEnvironmentError(f"`{' '.join(command)}` failed: {(done.stderr or done.stdout).strip()[-500:]}")


if __name__ == "__main__":  # `python -m bench.environments PEER`: have it ready for those that must not install anything
    for peer in sys.argv[1:]:
        try:
            interpreter(peer)
        except NoEnvironmentError as error:
            sys.exit(f"{peer}: {error}")
