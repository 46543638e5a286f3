"""Hashing a large file, beside what `openssl speed` says of this machine: `python -m bench.hashing [--size MIB] [--rounds N]`.

The limit is the speed of one core by openssl, times the cores; of a hybrid torrent both hashes of each byte. The file is in the
system's memory before it is measured.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from bitharbor.model.creation import create

MEBIBYTE = 1 << 20
BLOCK = 16384
# version -> share of the limit that is aimed at
AIMS: Mapping[str, float] = {"v1": 0.90, "v2": 0.80, "hybrid": 0.88}


def main() -> None:
    """Measure and print a table. The exit status says nothing about the figures."""
    parser = argparse.ArgumentParser(prog="bench.hashing", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--size", type=int, default=2048, help="MiB of the file (default: 2048)")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.NamedTemporaryFile() as file:
        piece = os.urandom(MEBIBYTE)
        for _ in range(asked.size):
            file.write(piece)
        file.flush()
        print(f"{asked.size:,} MiB; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, medians of {asked.rounds}")
        print(f"{'':<8} {'MiB/s':>8} {'limit':>8} {'share':>6}")
        for version, aim in AIMS.items():
            # the limit and the figure in turns, so that both meet the same machine
            turns = [(limit(version), speed(Path(file.name), version)) for _ in range(asked.rounds)]
            share = median(figure / most for most, figure in turns)
            most, figure = (median(column) for column in zip(*turns, strict=True))
            is_met = "met" if share >= aim else "NOT met"
            print(f"{version:<8} {figure:>8,.0f} {most:>8,.0f} {share:>6.0%}   aim of {aim:.0%} {is_met}", flush=True)


def speed(path: Path, version: str) -> float:
    """MiB/s of making a torrent of a file."""
    began = time.perf_counter()
    create(path, version=version)
    return path.stat().st_size / MEBIBYTE / (time.perf_counter() - began)


def limit(version: str) -> float:
    """MiB/s of all cores by openssl."""
    algorithms = {"v1": ("sha1",), "v2": ("sha256",), "hybrid": ("sha1", "sha256")}[version]
    cores = len(os.sched_getaffinity(0))
    return cores / sum(1 / by_openssl(algorithm, cores) for algorithm in algorithms)


def by_openssl(algorithm: str, cores: int) -> float:
    """MiB/s of one core, while all of them are at it."""
    command = ["openssl", "speed", "-multi", str(cores), "-seconds", "1", "-bytes", str(BLOCK), "-evp", algorithm]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = re.search(rf"^{algorithm}\s+([\d.]+)k", done.stdout, re.MULTILINE | re.IGNORECASE)
    if found is None:
        raise RuntimeError(f"openssl says nothing of {algorithm}: {done.stdout}")
    return float(found[1]) * 1000 / MEBIBYTE / cores


if __name__ == "__main__":
    main()
