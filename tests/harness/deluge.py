"""Deluge's configuration, and the one thing that configuration cannot do: keep its start on loopback."""

from __future__ import annotations

import json
import re
import socket
import subprocess
from typing import Final

from tests.harness import loader
from tests.harness.matrix import Family
from tests.harness.options import Options, refuse_foreign
from tests.harness.places import write_whole
from tests.harness.python import interpreter
from tests.harness.recipe import PASSWORD, PROBE_SECONDS, USER, Recipe, Seat
from tests.harness.sockets import LOOPBACK, bittorrent_address
from tests.harness.web import trusting_all

# Deluge (2.0.3 to 2.2.1~dev0) makes its libtorrent session with libtorrent's defaults (every interface, port 6881,
# UPnP, NAT-PMP, local peer discovery, DHT bootstrap by name) and applies core.conf only after. Python imports
# sitecustomize before Deluge, so there the session gets safe settings from its first moment.
SITECUSTOMIZE: Final = """\
import libtorrent


class session(libtorrent.session):
    def __init__(self, settings=None, **more):
        quiet = {{
            "listen_interfaces": "{address}:{port}",
            "enable_upnp": False,
            "enable_natpmp": False,
            "enable_lsd": False,
            "enable_dht": False,
            "dht_bootstrap_nodes": "",
            "allow_multiple_connections_per_ip": True,
        }}
        super().__init__({{**(settings or {{}}), **quiet}}, **more)


libtorrent.session = session
"""
ADMINISTRATOR: Final = 10  # the level of authority in the file `auth`


def recipe(seat: Seat, options: Options) -> Recipe:
    """Write the profile when it is new, and say how to run it: the root's Python runs the root's deluged."""
    refuse_foreign(Family.DELUGE, options, frozenset())
    seat.downloads.mkdir(parents=True, exist_ok=True)
    modules, address = seat.profile / "python", bittorrent_address()
    if not (seat.profile / "core.conf").exists():
        # Deluge's files are two JSON objects in a row: the form of the file, then what it holds
        write_whole(seat.profile / "core.conf", json.dumps({"file": 1, "format": 1}) + json.dumps(settings(seat), indent=1))
        write_whole(seat.profile / "auth", f"{USER}:{PASSWORD}:{ADMINISTRATOR}\n")
        write_whole(modules / "sitecustomize.py", SITECUSTOMIZE.format(address=address, port=seat.bt_port))
    program = [*loader.command(seat.root, interpreter(seat.root)), str(seat.root / "usr" / "bin" / "deluged")]
    environment = {
        "PYTHONHOME": str(seat.root / "usr"),
        "PYTHONPATH": f"{modules}:{seat.root / 'usr' / 'lib' / 'python3' / 'dist-packages'}",
    }
    where = ["--config", str(seat.profile), "--port", str(seat.port), "--ui-interface", LOOPBACK]
    bittorrent = ["--interface", address, "--outgoing-interface", address]
    return Recipe(
        command=[*program, "--do-not-daemonize", *where, *bittorrent, "--loglevel", "info"],
        environment=environment,
        url=f"deluge://{LOOPBACK}:{seat.port}",
        answers=lambda: speaks_tls(seat.port),
        version=lambda: printed_version(program, environment),
    )


def settings(seat: Seat) -> dict[str, object]:
    return {
        "daemon_port": seat.port,
        "allow_remote": False,
        "listen_interface": bittorrent_address(),
        "outgoing_interface": bittorrent_address(),
        "listen_ports": [seat.bt_port, seat.bt_port],
        "random_port": False,
        "listen_random_port": None,
        "listen_use_sys_port": False,
        "random_outgoing_ports": True,
        "dht": False,
        "lsd": False,
        "upnp": False,
        "natpmp": False,
        "utpex": False,
        "new_release_check": False,
        "send_info": False,
        "geoip_db_location": "",
        "download_location": str(seat.downloads),
        "torrentfiles_location": str(seat.downloads),
        "enabled_plugins": [],
    }


def speaks_tls(port: int) -> bool:
    with socket.create_connection((LOOPBACK, port), timeout=PROBE_SECONDS) as plain, trusting_all().wrap_socket(plain):
        return True


def printed_version(command: list[str], environment: dict[str, str]) -> str:
    """What `deluged --version` says. Its RPC needs an encoding of its own; 2.0.3 fails to log its version."""
    done = subprocess.run([*command, "--version"], env=environment, capture_output=True, text=True, check=False)
    found = re.search(r"deluged:? (\d\S*)", done.stdout)
    return str(found[1]) if found else ""
