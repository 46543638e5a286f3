"""Commands that are called otherwise on other versions. Decided by the daemon's own words, remembered for the connection."""

from __future__ import annotations

from collections.abc import Mapping

# elder and younger names of the same command. On 0.9.8 the second of `d.multicall` is missing; on 0.16.17 the first of the
# others. 0.16.17 knows both of `d.multicall`.
PAIRS: tuple[tuple[str, str], ...] = (
    ("d.multicall2", "d.multicall"),
    ("execute2", "execute"),
    ("schedule2", "schedule"),
    ("schedule_remove2", "schedule_remove"),
    ("network.http.max_open", "network.http.max_total_connections"),
    ("network.http.max_open.set", "network.http.max_total_connections.set"),
    ("network.proxy_address", "network.http.proxy_address"),
    ("network.proxy_address.set", "network.http.proxy_address.set"),
)

OTHER_NAMES: Mapping[str, str] = {**dict(PAIRS), **{younger: elder for elder, younger in PAIRS}}

# methods of XML-RPC itself, not commands: 0.16.17 has them in that language only
XML_ONLY = frozenset(
    {
        "system.capabilities",
        "system.getCapabilities",
        "system.listMethods",
        "system.methodExist",
        "system.methodHelp",
        "system.methodSignature",
        "system.multicall",
    }
)

# what 0.16.17 does not have at all, and 0.9.8 has
GONE: Mapping[str, str] = {
    "bind": "use network.bind_address.ipv4.set",
    "dht": "use dht.mode.set",
    "dht_port": "use dht.port.set",
    "encoding.add": "names are UTF-8",
    "encoding_list": "names are UTF-8",
    "ip": "use network.local_address.ipv4.set",
    "max_memory_usage": "use pieces.memory.max.set",
    "port_random": "use network.port_random.set",
    "port_range": "use network.port_range.set",
    "proxy_address": "use network.http.proxy_address.set",
    "throttle.ip": "nothing came in its place",
}
