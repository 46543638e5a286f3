"""Write the generated files from `src/bitharbor/qbittorrent/spec`: `python -m tools.generate [--check]`.

With --check nothing is written; the exit status is 1 when a file is not what the spec says.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tools.generator import blocking, dropin, native, ops, preferences, style
from tools.generator.reading import Endpoint, read_spec

ROOT = Path(__file__).resolve().parent.parent

FILES: Mapping[str, Callable[[Sequence[Endpoint]], str]] = {
    "src/bitharbor/qbittorrent/_generated/ops.py": ops.write,
    "src/bitharbor/qbittorrent/_generated/preference_versions.py": preferences.write,
    "src/bitharbor/qbittorrent/_generated/sync.py": native.write_sync,
    "src/bitharbor/qbittorrent/_generated/aio.py": native.write_aio,
    "src/qbittorrentapi/_generated/faces.py": dropin.write,
    "src/bitharbor/unified/_generated/blocking.py": lambda _: blocking.write(),
}


def stale_files(*, is_writing: bool, root: Path = ROOT) -> list[str]:
    """Names of the generated files that differ from what the spec says; they are rewritten when asked."""
    endpoints = read_spec()
    stale: list[str] = []
    for name, write in FILES.items():
        text = style.formatted(write(endpoints), name)
        path = root / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if is_writing:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return stale


def main(arguments: Sequence[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="generate", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file is stale")
    options = parser.parse_args(arguments)
    stale = stale_files(is_writing=not options.check)
    for name in stale:
        print(f"{'stale' if options.check else 'written'}: {name}")
    if stale and options.check:
        print("run `make generate` and commit what it writes")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
