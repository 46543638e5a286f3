"""A self-signed certificate for 127.0.0.1 and localhost, made by the `openssl` program."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.harness.errors import HarnessError

if TYPE_CHECKING:
    from pathlib import Path

NAMES: Final = "subjectAltName=IP:127.0.0.1,DNS:localhost"


@dataclass(frozen=True)
class Certificate:
    """Two PEM files. A client that trusts `chain` accepts the daemon."""

    chain: Path
    key: Path


def made_for_loopback(folder: Path) -> Certificate:
    """The certificate in `folder`, made now when there is none."""
    made = Certificate(folder / "certificate.pem", folder / "key.pem")
    if made.chain.exists():
        return made
    if shutil.which("openssl") is None:
        raise HarnessError("this machine has no openssl program", hint="install it (apt-get install openssl)")
    folder.mkdir(parents=True, exist_ok=True)
    subject = ["-subj", "/CN=127.0.0.1", "-addext", NAMES, "-days", "30"]
    files = ["-keyout", str(made.key), "-out", str(made.chain)]
    # RSA: the one kind of key that every line's TLS loads
    done = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject, *files],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise HarnessError(f"openssl made no certificate: {done.stderr.strip()[-300:]}", hint="run openssl by hand")
    return made
