"""Roots: a Debian package and everything it depends on, unpacked into a folder, without root rights or dpkg -i.

Rule 1: nothing is installed into the system. Each suite has an apt state of its own with an empty dpkg status, so apt
resolves the whole closure; apt checks signatures and hashes as always.
Rule 2: fetching needs a network, running does not: `unpacked` never reaches for one.
Rule 3: a root appears whole or not at all, and several processes may ask for it at the same time.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from tests.harness.errors import NoDaemonError
from tests.harness.matrix import checked
from tests.harness.places import cache, folder, locked, write_whole

if TYPE_CHECKING:
    from tests.harness.matrix import Row

MIRROR_VARIABLE: Final = "BITHARBOR_DEBIAN_MIRROR"
KEYRING: Final = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
RECORD: Final = "root.json"
WAY_OUT: Final = (
    "run `python -m tests.harness fetch` with a network on Debian 12 or newer (a debian:12 container does); on another "
    f"system with apt, install debian-archive-keyring first and name a Debian mirror in {MIRROR_VARIABLE}"
)
UNUSED: Final = ("usr/share/doc", "usr/share/man", "usr/share/locale", "usr/share/icons")
# the system's hooks (docker-clean, PackageKit) have no business with a private apt state
APT_CONF: Final = "".join(
    f"#clear {hook};\n" for hook in ("APT::Update::Post-Invoke", "APT::Update::Post-Invoke-Success", "DPkg::Post-Invoke")
)


@dataclass(frozen=True)
class Root:
    """An unpacked package. `version` is Debian's without epoch, `asked` are the packages it was made for."""

    path: Path
    version: str
    asked: tuple[str, ...]
    packages: dict[str, str]


def unpacked(row: Row) -> Root | None:
    """The row's root when it is here and made for the packages that the row asks for."""
    path = cache() / "roots" / f"{row.family.name.lower()}@{row.suite}"
    try:
        record = cast("dict[str, object]", json.loads((path / RECORD).read_text()))
    except (OSError, ValueError):
        return None
    root = Root(
        path,
        str(record["version"]),
        tuple(cast("list[str]", record["asked"])),
        cast("dict[str, str]", record["packages"]),
    )
    return root if root.asked == row.packages else None


def fetched(row: Row, *, again: bool = False) -> Root:
    """The row's root, downloaded and unpacked when it is not here yet, or `again` from new package lists."""
    if not again and (root := unpacked(row)):
        return root
    require_apt()
    with locked(f"suite-{row.suite}"):
        root = None if again else unpacked(row)  # another process may have been faster
        return root or install(row, again=again)


def require_apt() -> None:
    missing = [program for program in ("apt-get", "dpkg-deb") if shutil.which(program) is None]
    if missing:
        raise NoDaemonError(f"this machine has no {' and no '.join(missing)}", hint=WAY_OUT)


def install(row: Row, *, again: bool) -> Root:
    """Download the closure of the row's packages and unpack it beside its place, then move it there."""
    state = folder("apt", row.suite)
    apt = [*private_apt(state), "-qq"]
    write_whole(state / "sources.list", f"deb [signed-by={KEYRING}] {mirror()} {row.suite} main\n")
    update = [*apt, "update"]
    download = [*apt, "-y", "--download-only", "install", *row.packages]
    if again or not any((state / "state" / "lists").glob("*Packages*")):
        ran(update)
    try:
        ran(download)
    except NoDaemonError:
        ran(update)  # the lists may be older than the mirror: once more with new ones
        ran(download)
    closure = ran([*apt, "--simulate", "install", *row.packages])
    wanted = cast("list[tuple[str, str, str]]", re.findall(r"^Inst (\S+) \((\S+) .*?\[(\w+)\]", closure, re.MULTILINE))
    return unpack(row, wanted, state / "cache" / "archives")


def unpack(row: Row, wanted: list[tuple[str, str, str]], archives: Path) -> Root:
    """Unpack the downloaded packages into the row's root. A root that is already there gives way at the last moment."""
    place = folder("roots") / f"{row.family.name.lower()}@{row.suite}"
    draft = place.with_name(f"{place.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    for package, version, architecture in wanted:
        archive = archives / f"{package}_{version.replace(':', '%3a')}_{architecture}.deb"
        ran(["dpkg-deb", "-x", str(archive), str(draft)])
    for unused in UNUSED:
        shutil.rmtree(draft / unused, ignore_errors=True)
    versions = {package: version for package, version, _ in wanted}
    version = re.sub(r"^\d+:", "", versions[row.family.value])
    checked(row, version)
    root = Root(place, version, row.packages, versions)
    record = {key: value for key, value in asdict(root).items() if key != "path"}
    write_whole(draft / RECORD, json.dumps(record, indent=1), mode=0o644)
    shutil.rmtree(place, ignore_errors=True)
    draft.rename(place)
    return root


def private_apt(state: Path) -> list[str]:
    """apt-get with everything of one suite in `state`."""
    for part in ("state/lists/partial", "cache/archives/partial"):
        (state / part).mkdir(parents=True, exist_ok=True)
    (state / "status").touch()
    write_whole(state / "apt.conf", APT_CONF)
    settings = {
        "Dir::State": state / "state",
        "Dir::State::status": state / "status",
        "Dir::Cache": state / "cache",
        "Dir::Etc::sourcelist": state / "sources.list",
        "Dir::Etc::sourceparts": "-",
        "Dir::Etc::preferencesparts": "/dev/null",
        "Acquire::Languages": "none",
        "APT::Install-Recommends": "false",
        # as root apt would drop to the user _apt, who cannot read a folder below a private home
        "APT::Sandbox::User": "root" if os.geteuid() == 0 else "",
    }
    options = [part for key, value in settings.items() for part in ("-o", f"{key}={value}")]
    return ["apt-get", "-c", str(state / "apt.conf"), *options]


def mirror() -> str:
    """The address of the Debian archive, from the environment or from apt's own configuration."""
    if named := os.environ.get(MIRROR_VARIABLE):
        return named
    # --no-release-info: answers also before the first `apt-get update` of a fresh machine
    targets = ["indextargets", "--no-release-info", "--format", "$(REPO_URI)", "Created-By: Packages"]
    for address in ran(["apt-get", *targets]).split():
        if address.rstrip("/").endswith("/debian"):
            return address
    raise NoDaemonError("apt's configuration names no Debian archive (is this Ubuntu?)", hint=WAY_OUT)


def ran(command: list[str]) -> str:
    """Run a program and give back what it printed; NoDaemonError with its complaint when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"})
    if done.returncode:
        complaint = "\n".join(done.stderr.strip().splitlines()[-3:])
        raise NoDaemonError(f"{command[0]} {command[-1]} failed: {complaint or done.returncode}", hint=WAY_OUT)
    return done.stdout
