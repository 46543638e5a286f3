"""The wheels, as `make dist` builds them: what is in them, and that they import alone and do not hide that they were mixed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.peers import python_of
from tools.dist import FACES, core, main

ROOT = Path(__file__).resolve().parents[2]
DEPENDENCIES = sysconfig.get_paths()["purelib"]  # of this environment; what is installed there as editable is not found by it
FULL, CORE = "bitharbor", "bitharbor_core"


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both wheels, by the name of their distribution."""
    folder = tmp_path_factory.mktemp("dist")
    main(folder)
    assert len(list(folder.glob("*.tar.gz"))) == 1
    return {path.name.partition("-")[0]: path for path in folder.glob("*.whl")}


class Environment:
    """A virtual environment."""

    def __init__(self, folder: Path) -> None:
        self.python = folder / "bin" / "python"
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
        (self.packages,) = folder.glob("lib/*/site-packages")

    def install(self, wheel: Path) -> None:
        """Install without a network."""
        options = ["--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", "--no-compile"]
        subprocess.run([sys.executable, "-m", "pip", "--python", str(self.python), "install", *options, str(wheel)], check=True)

    def overlay(self, files: Path) -> None:
        """Put files over the package of their folder's name, as an installer of another distribution does."""
        shutil.copytree(files, self.packages / files.name, dirs_exist_ok=True)

    def run(self, statement: str, beside: str = "") -> tuple[int, str]:
        """Status and last line of a Python program.

        :param beside: a folder with further packages, behind those of the environment
        """
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        done = subprocess.run(
            [self.python, "-c", statement],
            capture_output=True,
            text=True,
            check=False,
            env={**kept, "PYTHONPATH": os.pathsep.join([DEPENDENCIES, beside] if beside else [DEPENDENCIES])},
            cwd=self.packages,
        )
        return done.returncode, (done.stdout or done.stderr).strip().rpartition("\n")[2]


OTHERS = {"aiobtclientapi": "aiobtclientapi", "qbittorrentapi": "qbittorrent-api"}  # face -> the distribution of that name


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """A fresh one."""
    return Environment(tmp_path / "environment")


@pytest.fixture(scope="session")
def foreign() -> Path:
    """The files of the other distribution's `qbittorrentapi`."""
    return foreign_package("qbittorrentapi")


def foreign_package(face: str) -> Path:
    """The files of another distribution with the name of a face of ours."""
    python = Path(python_of(OTHERS[face]))
    (package,) = python.parent.parent.glob(f"lib/*/site-packages/{face}")
    return package


def packages_in(wheel: Path) -> set[str]:
    return {name.partition("/")[0] for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}


def test_the_wheels_hold_the_same_but_for_the_faces(wheels: dict[str, Path]) -> None:
    assert packages_in(wheels[FULL]) == {"bitharbor", *FACES}
    assert packages_in(wheels[CORE]) == {"bitharbor"}
    full, small = ({name for name in ZipFile(wheel).namelist() if name.startswith("bitharbor/")} for wheel in wheels.values())
    assert full == small
    assert {f"{package}/py.typed" for package in ("bitharbor", *FACES)} <= set(ZipFile(wheels[FULL]).namelist())
    assert not any(name.endswith(".pyc") for name in full)


def test_the_full_wheel_imports_in_a_fresh_environment(wheels: dict[str, Path], environment: Environment) -> None:
    environment.install(wheels[FULL])
    found = environment.run(
        "import bitharbor.qbittorrent, qbittorrentapi; print(qbittorrentapi.Client('a').host, bitharbor.__file__)"
    )
    assert found == (0, f"a {environment.packages / 'bitharbor' / '__init__.py'}")


def test_the_core_imports_in_a_fresh_environment_and_has_no_face(wheels: dict[str, Path], environment: Environment) -> None:
    environment.install(wheels[CORE])
    assert environment.run("from bitharbor.qbittorrent import Client, AsyncClient; print(Client.__name__)") == (0, "Client")
    for face in FACES:
        status, said = environment.run(f"import {face}")
        assert (status, said) == (1, f"ModuleNotFoundError: No module named '{face}'")


@pytest.mark.parametrize("distribution", [FULL, CORE])
def test_each_wheel_brings_the_command_line(wheels: dict[str, Path], environment: Environment, distribution: str) -> None:
    environment.install(wheels[distribution])
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    program = str(environment.python.parent / "btclient")
    done = subprocess.run([program, "--help"], capture_output=True, text=True, check=False, env=kept)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("btclient - ")


def test_the_core_stands_beside_the_other_distribution(wheels: dict[str, Path], environment: Environment, foreign: Path) -> None:
    environment.install(wheels[CORE])
    environment.overlay(foreign)
    program = "import bitharbor.qbittorrent, os.path; print(os.path.isdir(os.path.join('qbittorrentapi', '_version_support')))"
    assert environment.run(program) == (0, "False")


@pytest.mark.parametrize("last", ["ours", "theirs"])
@pytest.mark.parametrize("face", ["aiobtclientapi", "qbittorrentapi"])
def test_a_mixed_folder_is_an_importerror_that_names_the_way_out(
    wheels: dict[str, Path], environment: Environment, face: str, last: str
) -> None:
    foreign = foreign_package(face)
    if last == "ours":
        environment.overlay(foreign)
        environment.install(wheels[FULL])
    else:
        environment.install(wheels[FULL])
        environment.overlay(foreign)
    status, said = environment.run(f"import {face}", beside=str(foreign.parent))
    assert status == 1
    assert said.startswith("ImportError: Files of two distributions are mixed")
    assert "bitharbor-core" in said
    assert "pip uninstall" in said


def test_a_project_file_that_says_it_otherwise_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="otherwise"):
        core('name = "bitharbor"\n')
    rendered = core((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert 'name = "bitharbor-core"' in rendered
    assert 'packages = ["src/bitharbor"]' in rendered
