"""What sockets a process holds, read from /proc, and whether each of them keeps to loopback.

What may enter: reading /proc. What may not: any decision about the process.
"""

from __future__ import annotations

import os
import random
import socket
from contextlib import closing, suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.harness.errors import StartError

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOPBACK: Final = "127.0.0.1"
BITTORRENT_VARIABLE: Final = "BITHARBOR_BT_ADDRESS"
TABLES: Final = ("tcp", "tcp6", "udp", "udp6")
LISTENING: Final = "0A"
# Below Linux's default range of ephemeral ports (32768-60999), from which the kernel takes the client's end of every
# connection: so nobody is given the port while its daemon restarts.
PORTS: Final = range(20000, 32000)


@dataclass(frozen=True)
class Socket:
    """One end of one socket: where it is bound, or whom it is connected to."""

    table: str
    address: IPv4Address | IPv6Address
    port: int
    listens: bool

    @property
    def is_outside(self) -> bool:
        plain = getattr(self.address, "ipv4_mapped", None) or self.address
        return not (plain.is_loopback or str(plain) == bittorrent_address())

    def __str__(self) -> str:
        return f"{self.table} {self.address}:{self.port}"


def bittorrent_address() -> str:
    """The address that BitTorrent itself, not the RPC, is bound to.

    Transmission never connects out to 127.x; for that, run in an own network namespace whose lo has another address,
    and name it.
    """
    return os.environ.get(BITTORRENT_VARIABLE, LOOPBACK)


def of_process(pid: int) -> list[Socket]:
    """Both ends of every internet socket of a process, without those that have no port yet."""
    inodes = set(socket_inodes(pid))
    return [end for table in TABLES for end in ends(pid, table, inodes) if end.port]


def outside(pid: int) -> list[Socket]:
    """The ends that are not on loopback."""
    return [end for end in of_process(pid) if end.is_outside]


def listens_on(pid: int, port: int) -> bool:
    return any(end.listens and end.port == port for end in of_process(pid))


def socket_inodes(pid: int) -> Iterator[str]:
    for descriptor in Path(f"/proc/{pid}/fd").glob("*"):
        with suppress(OSError):  # closed since it was listed
            target = str(descriptor.readlink())
            if target.startswith("socket:["):
                yield target.removeprefix("socket:[").removesuffix("]")


def ends(pid: int, table: str, inodes: set[str]) -> Iterator[Socket]:
    """The rows of /proc/PID/net/TABLE that belong to the inodes. Fields: slot, local, remote, state, ..., 9: inode."""
    try:
        lines = Path(f"/proc/{pid}/net/{table}").read_text().splitlines()
    except OSError:  # it ended meanwhile, and holds none
        return
    for line in lines[1:]:
        field = line.split()
        if field[9] in inodes:
            listens = table.startswith("tcp") and field[3] == LISTENING
            for end, is_local in ((field[1], True), (field[2], False)):
                address, port = end.split(":")
                yield Socket(table, parsed(address), int(port, 16), listens and is_local)


def parsed(address: str) -> IPv4Address | IPv6Address:
    """An address of /proc/net: groups of four bytes, each in the byte order of the machine (little-endian)."""
    packed = b"".join(bytes.fromhex(address[at : at + 8])[::-1] for at in range(0, len(address), 8))
    return IPv4Address(packed) if len(packed) == 4 else IPv6Address(packed)


def free_port(taken: set[int]) -> int:
    """A port of 127.0.0.1 that nobody holds now, for TCP and UDP, and that is none of `taken`."""
    for port in random.sample(PORTS, 200):
        if port not in taken and is_free(port):
            return port
    raise StartError("no free port found", hint="see what runs with `python -m tests.harness list` and stop it")


def is_free(port: int) -> bool:
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        with closing(socket.socket(socket.AF_INET, kind)) as trial:
            if kind == socket.SOCK_STREAM:  # a daemon's own connections of a moment ago do not count
                trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((LOOPBACK, port))
            except OSError:
                return False
    return True
