"""Build what is published, into a folder: `python -m tools.dist [FOLDER]`.

Two wheels and a source distribution. The second wheel, `bitharbor-core`, is the first without the faces: packages whose names are
also those of other distributions, and which installers would overwrite one with the other without a word.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FACES = ("qbittorrentapi", "aiobtclientapi")
# what a wheel is built of
INPUTS = ("pyproject.toml", "README.md", "LICENSE", "src/bitharbor")
NAME = 'name = "bitharbor"'
PACKAGES = re.compile(r"^packages = \[(.*)\]$", re.MULTILINE)


def main(folder: Path) -> None:
    """Build everything into the folder."""
    build(ROOT, folder, "--sdist", "--wheel")
    with tempfile.TemporaryDirectory() as place:
        source = Path(place)
        for name in INPUTS:
            copy(ROOT / name, source / name)
        project = source / "pyproject.toml"
        project.write_text(core(project.read_text(encoding="utf-8")), encoding="utf-8")
        build(source, folder, "--wheel")


def core(project: str) -> str:
    """`pyproject.toml` as that of bitharbor-core.

    :raises ValueError: it does not say what is looked for, or says it twice
    """
    found = PACKAGES.findall(project)
    if project.count(NAME) != 1 or len(found) != 1:
        raise ValueError("pyproject.toml names the project or its packages otherwise than tools/dist.py looks for them")
    kept = [one.strip() for one in found[0].split(",") if not one.strip(' "').endswith(FACES)]
    named = project.replace(NAME, 'name = "bitharbor-core"')
    return PACKAGES.sub(f"packages = [{', '.join(kept)}]", named)


def build(source: Path, folder: Path, *what: str) -> None:
    """Build with the packages that are installed here: that needs no network."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--quiet", "--outdir", str(folder), *what, str(source)]
    subprocess.run(command, check=True)


def copy(source: Path, target: Path) -> None:
    """Copy a file or a folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy2(source, target)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "dist").resolve())
