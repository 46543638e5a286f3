"""rTorrent's configuration. Its SCGI has no password, so its profile is for its user only.

One command that the version does not know ends the start, so what differs between lines is asked from a table.
"""

from __future__ import annotations

import socket
import xmlrpc.client
from typing import TYPE_CHECKING, Final, cast

from tests.harness import loader
from tests.harness.matrix import NEWEST, Family
from tests.harness.options import Options, refuse_foreign
from tests.harness.places import write_whole
from tests.harness.recipe import PROBE_SECONDS, Recipe, Seat
from tests.harness.sockets import LOOPBACK, bittorrent_address

if TYPE_CHECKING:
    from pathlib import Path

OWN: Final = frozenset({"unix_socket"})
# dht.mode "off", not "disable": with "disable" 0.9.8 drops torrents without trackers, silently
COMMANDS: Final = """\
system.daemon.set = true
{scgi}
session.path.set = {profile}/session
directory.default.set = {profile}/downloads
network.port_range.set = {port}-{port}
network.port_random.set = no
{bind} = {address}
network.local_address.set = {address}
dht.mode.set = off
protocol.pex.set = no
trackers.use_udp.set = no
network.xmlrpc.size_limit.set = 16M
log.open_file = "log", "{profile}/rtorrent.log"
log.add_output = "info", "log"
"""
# the command that binds BitTorrent to an address; seen on 0.9.8 and 0.16.17
BIND_COMMANDS: Final = {"0.9": "network.bind_address.set", NEWEST: "network.bind_address.ipv4.set"}


def recipe(seat: Seat, options: Options) -> Recipe:
    """Write the command file, and say how to run it."""
    refuse_foreign(Family.RTORRENT, options, OWN)
    for folder in (seat.downloads, seat.profile / "session"):
        folder.mkdir(parents=True, exist_ok=True)
    seat.profile.chmod(0o700)
    path = seat.profile / "rpc.sock" if options.get("unix_socket") else None
    if path:
        path.unlink(missing_ok=True)  # of a start before this one
    # one of the two ways only: "SCGI already enabled" otherwise
    scgi = f"network.scgi.open_local = {path}" if path else f"network.scgi.open_port = {LOOPBACK}:{seat.port}"
    commands = seat.profile / "rtorrent.rc"
    bind = BIND_COMMANDS[seat.line]
    text = COMMANDS.format(scgi=scgi, profile=seat.profile, port=seat.bt_port, bind=bind, address=bittorrent_address())
    write_whole(commands, text)
    return Recipe(
        command=[*loader.command(seat.root, "usr/bin/rtorrent"), "-n", "-o", f"import={commands}"],
        environment={"TERM": "dumb"},
        url=f"scgi+unix://{path}" if path else f"scgi://{LOOPBACK}:{seat.port}",
        answers=lambda: bool(asked_version(path or seat.port)),
        version=lambda: asked_version(path or seat.port),
        has_port=path is None,
    )


def asked_version(where: Path | int) -> str:
    """Ask it over SCGI, at a port of loopback or a unix socket: "0.9.8"."""
    body = xmlrpc.client.dumps((), "system.client_version").encode()
    values, _ = xmlrpc.client.loads(scgi(where, body))
    return str(cast("tuple[object, ...]", values)[0])


def scgi(where: Path | int, body: bytes) -> bytes:
    """One request over SCGI: a netstring of headers, CONTENT_LENGTH first, then the body. The answer ends it."""
    headers = f"CONTENT_LENGTH\0{len(body)}\0SCGI\x001\0REQUEST_METHOD\0POST\0REQUEST_URI\0/RPC2\0".encode()
    is_port = isinstance(where, int)
    with socket.socket(socket.AF_INET if is_port else socket.AF_UNIX) as stream:
        stream.settimeout(PROBE_SECONDS)
        stream.connect((LOOPBACK, where) if is_port else str(where))
        stream.sendall(b"%d:%s,%s" % (len(headers), headers, body))
        answer = b"".join(iter(lambda: stream.recv(65536), b""))
    return answer.partition(b"\r\n\r\n")[2]
