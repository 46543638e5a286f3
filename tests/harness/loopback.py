"""Run a command where there is no network but loopback: python -m tests.harness.loopback COMMAND [ARGUMENT...]

It gets a network namespace of its own with lo up, where the kernel permits that; else it runs as it is, after one line
of notice.
Daemons have to be fetched before.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys
from typing import Final

# as root without a user namespace, so that files keep their owners; else as root of an own one
WAYS: Final = (("unshare", "--net"), ("unshare", "--map-root-user", "--net"))
INSIDE: Final = "--inside"
# netdevice(7), <linux/sockios.h>, <linux/if.h>
GET_FLAGS: Final = 0x8913
SET_FLAGS: Final = 0x8914
UP: Final = 0x1
INTERFACE: Final = "16sh22x"  # struct ifreq: the name, the flags, and the rest of a union


def permitted_way() -> tuple[str, ...] | None:
    """The first way to a network namespace that this machine lets us go."""
    if shutil.which("unshare") is None:
        return None
    return next((way for way in WAYS if not subprocess.run([*way, "true"], capture_output=True, check=False).returncode), None)


def bring_up() -> None:
    """Switch lo on, as a new namespace has it switched off."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        asked = struct.pack(INTERFACE, b"lo", 0)
        _, flags = struct.unpack(INTERFACE, fcntl.ioctl(control, GET_FLAGS, asked))
        fcntl.ioctl(control, SET_FLAGS, struct.pack(INTERFACE, b"lo", flags | UP))


def main(command: list[str]) -> None:
    if not command:
        sys.stderr.write("usage: python -m tests.harness.loopback COMMAND [ARGUMENT...]\n")
        sys.exit(2)
    if command[0] == INSIDE:
        bring_up()
        command = command[1:]
    elif way := permitted_way():
        command = [*way, sys.executable, "-m", "tests.harness.loopback", INSIDE, *command]
    else:
        sys.stderr.write("notice: no network namespace is permitted here, so the network stays reachable\n")
    os.execvp(command[0], command)  # noqa: S606  the command is what the caller asked to run


if __name__ == "__main__":
    main(sys.argv[1:])
