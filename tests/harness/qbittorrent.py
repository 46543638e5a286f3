"""qBittorrent's configuration: one profile that every line from 4.2 to the newest reads and that keeps it on loopback.

What may enter: settings, the command line, the readiness probe. What may not: starting or stopping anything.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import os
import re
from typing import TYPE_CHECKING, Final

from tests.harness import loader
from tests.harness.certificate import made_for_loopback
from tests.harness.errors import HarnessError
from tests.harness.matrix import NEWEST, Family
from tests.harness.options import Options, refuse_foreign
from tests.harness.places import write_whole
from tests.harness.python import wrapper
from tests.harness.recipe import PASSWORD, PROBE_SECONDS, USER, Recipe, Seat
from tests.harness.sockets import LOOPBACK, bittorrent_address
from tests.harness.web import asked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OWN: Final = frozenset(Options.__annotations__) - {"unix_socket"}
API_KEY: Final = re.compile(r"qbt_[A-HJ-NP-Za-hjkmnp-z2-9]{28}")  # no 0, 1, O, i, l, o

# An own address for each of "who listens" and "who may be found". Up to 4.3 the settings that newer lines keep in
# [BitTorrent] Session\* are read from the old names in [Preferences] only, and without them 4.2.5 listens on every
# interface and multicasts local peer discovery: so both sets are written.
QUIET: Final[Mapping[str, str]] = {
    "LegalNotice/Accepted": "true",  # not --confirm-legal-notice: 4.5.2 ends with "unknown command line parameter"
    "Preferences/WebUI/Enabled": "true",
    "Preferences/WebUI/Address": LOOPBACK,
    "Preferences/WebUI/Username": USER,
    "Preferences/WebUI/UseUPnP": "false",
    "Preferences/Connection/ResolvePeerCountries": "false",  # else it downloads a GeoIP database
    "Preferences/Connection/ResolvePeerHostNames": "false",
    "Preferences/Connection/UPnP": "false",
    "Preferences/Connection/Interface": "lo",
    "Preferences/Connection/InterfaceName": "lo",
    "Preferences/DynDNS/Enabled": "false",
    "Preferences/Bittorrent/DHT": "false",
    "Preferences/Bittorrent/LSD": "false",
    "Preferences/Bittorrent/PeX": "false",
    "Preferences/Bittorrent/AddTrackers": "false",
    "Preferences/Queueing/QueueingEnabled": "false",
    "Preferences/Downloads/TempPathEnabled": "false",
    "Network/PortForwardingEnabled": "false",
    "Network/Proxy/OnlyForTorrents": "false",
    "BitTorrent/Session/Interface": "lo",
    "BitTorrent/Session/InterfaceName": "lo",
    "BitTorrent/Session/DHTEnabled": "false",
    "BitTorrent/Session/DHTBootstrapNodes": "",
    "BitTorrent/Session/LSDEnabled": "false",
    "BitTorrent/Session/PeXEnabled": "false",
    "BitTorrent/Session/MultiConnectionsPerIp": "true",  # every peer of ours is 127.0.0.1
    "BitTorrent/Session/QueueingSystemEnabled": "false",
    "BitTorrent/Session/AddTrackersEnabled": "false",
    "BitTorrent/Session/AddTrackersFromURLEnabled": "false",
    "BitTorrent/Session/TempPathEnabled": "false",
    "RSS/Session/EnableProcessing": "false",
    "RSS/AutoDownloader/EnableProcessing": "false",
}


def recipe(seat: Seat, options: Options) -> Recipe:
    """Write the profile when it is new, and say how to run it. An old profile keeps what its daemon made of it."""
    refuse_foreign(Family.QBITTORRENT, options, OWN)
    seat.downloads.mkdir(parents=True, exist_ok=True)
    certificate = made_for_loopback(seat.profile / "tls") if options.get("https") else None
    path = seat.profile / "qBittorrent" / "config" / "qBittorrent.conf"
    if not path.exists():
        tls = {
            "Preferences/WebUI/HTTPS/Enabled": "true",
            "Preferences/WebUI/HTTPS/CertificatePath": str(certificate and certificate.chain),
            "Preferences/WebUI/HTTPS/KeyPath": str(certificate and certificate.key),
        }
        write_whole(path, ini({**seated(seat), **(tls if certificate else {}), **chosen(options, seat.line)}))
    scheme = "https" if certificate else "http"
    url = f"{scheme}://{LOOPBACK}:{seat.port}"
    return Recipe(
        command=[
            *loader.command(seat.root, "usr/bin/qbittorrent-nox"),
            f"--profile={seat.profile}",
            f"--webui-port={seat.port}",
        ],
        environment=surroundings(seat, with_python=options.get("python", False)),
        url=url,
        answers=lambda: asks_for_login(url),
        version=lambda: logged_version(seat.profile),
        certificate=certificate.chain if certificate else None,
    )


def seated(seat: Seat) -> dict[str, str]:
    """The settings of every qBittorrent here, with this one's ports and folders."""
    address, downloads = bittorrent_address(), str(seat.downloads)
    return {
        **QUIET,
        "Preferences/WebUI/Port": str(seat.port),
        "Preferences/WebUI/Password_PBKDF2": f'"@ByteArray({password_key(PASSWORD)})"',  # the quotes are needed
        "Preferences/Connection/InterfaceAddress": address,
        "Preferences/Connection/PortRangeMin": str(seat.bt_port),
        "Preferences/Downloads/SavePath": downloads,
        "BitTorrent/Session/InterfaceAddress": address,
        "BitTorrent/Session/Port": str(seat.bt_port),
        "BitTorrent/Session/DefaultSavePath": downloads,
    }


def chosen(options: Options, line: str) -> dict[str, str]:
    """The settings that stand for options."""
    settings = {
        "Preferences/WebUI/MaxAuthenticationFailCount": str(options.get("max_auth_failures", 1_000_000)),
        "Preferences/WebUI/LocalHostAuth": "false" if options.get("bypass_local_auth") else "true",
        "Preferences/General/Locale": options.get("locale", "en"),
    }
    if "ban_seconds" in options:
        settings["Preferences/WebUI/BanDuration"] = str(options["ban_seconds"])
    if "session_timeout" in options:
        settings["Preferences/WebUI/SessionTimeout"] = str(options["session_timeout"])
    if "api_key" in options:
        settings["Preferences/WebUI/APIKey"] = checked_key(options["api_key"], line)
    return {**settings, **options.get("settings", {})}


def checked_key(key: str, line: str) -> str:
    """The key, if this line would take it. 5.3.0 moves it from its old place to its section [WebUI]."""
    if line != NEWEST:
        raise HarnessError(f"qBittorrent {line} has no API keys", hint="5.2 and newer have them")
    if not API_KEY.fullmatch(key):
        hint = 'give "qbt_" and 28 letters and digits without 0 1 O i l o'
        raise HarnessError("qBittorrent would ignore this API key", hint=hint)
    return key


def ini(settings: Mapping[str, str]) -> str:
    """Qt's settings file. A name's first part is the section; in the rest the file writes backslashes for slashes."""
    sections: dict[str, list[str]] = {}
    for name, value in settings.items():
        section, _, key = name.partition("/")
        sections.setdefault(section, []).append(f"{key.replace('/', chr(92))}={value}")
    return "\n\n".join(f"[{section}]\n" + "\n".join(lines) for section, lines in sections.items()) + "\n"


@functools.cache
def password_key(password: str) -> str:
    """A password as the file holds it since 4.2.0: PBKDF2-HMAC-SHA512, 100,000 rounds. Kept, as it takes so long."""
    salt = os.urandom(16)
    key = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, 100_000, 64)
    return f"{base64.b64encode(salt).decode()}:{base64.b64encode(key).decode()}"


def surroundings(seat: Seat, *, with_python: bool) -> dict[str, str]:
    """Its environment: Qt's plugins of its root, and a PATH on which the search engine finds our python3 or none."""
    libraries = loader.multiarch(seat.root)
    qt = "qt6" if (libraries / "qt6").is_dir() else "qt5"
    programs = seat.profile / "bin"
    programs.mkdir(exist_ok=True)
    if with_python:
        wrapper(seat.root, seat.profile)
    return {
        "QT_PLUGIN_PATH": str(libraries / qt / "plugins"),
        "XDG_DATA_DIRS": str(seat.root / "usr" / "share"),
        "PATH": str(programs),
    }


def asks_for_login(url: str) -> bool:
    """Whether the Web API answers: 403 (seen on 4.2.5 to 5.3.0), or 200 where no login is asked for."""
    return asked(f"{url}/api/v2/app/version", seconds=PROBE_SECONDS).status in {200, 403}


def logged_version(profile: Path) -> str:
    """The version that the program wrote into its log at its last start; asking over HTTP would open a session."""
    log = (profile / "qBittorrent" / "data" / "logs" / "qbittorrent.log").read_text()
    # the rest of that line is in the language of the locale
    found = re.findall(r"qBittorrent\W{0,2}v(\d+(?:\.\d+)+(?:[a-z]+\d+)?)", log)
    return str(found[-1]) if found else ""
