"""The help at the top, written by hand: it must cost no framework. Each verb's own help is made of its arguments."""

from __future__ import annotations

from .verbs import CLIENTS, VERBS

HEAD = """\
btclient - steer BitTorrent daemons

Usage:
  btclient [-p PROFILE | --url URL] VERB ...        daily use; btclient VERB --help says more
  btclient [-d MODULE]... CLIENT URL METHOD ARGS... one method of the Python interface, and what it answers
"""

TAIL = """\
Clients:
  {clients}

Options before the verb (or behind it):
  -p, --profile NAME   a daemon remembered by `btclient profile add`; also in BTCLIENT_PROFILE
      --url URL        another daemon: KIND[+SCHEME]://[USER@]HOST[:PORT][/PATH]
      --timeout SPAN   for each call with everything that belongs to it (60s)
      --insecure       accept any certificate
      --json, --ndjson for programs: one JSON value, or one a line
  -d, --debug MODULE   log of a Python module, on stderr; before the verb only; may be repeated

  -h, --help           this help
      --version        the version
      --completion SH  a script for completion in bash, zsh or fish

Environment:
  BTCLIENT_PROFILE, BTCLIENT_PASSWORD (for a daemon whose profile or address has none), NO_COLOR

Exit codes:
  0 done   1 failed   2 wrong usage   3 some torrents failed   4 not authorised   5 unreachable
  With CLIENT URL METHOD: 0 also when the daemon refused, 1 for what could not be called, 2 wrong usage"""


def text() -> str:
    """The help."""
    verbs = "\n".join(f"  {name:<10} {what}" for name, what in VERBS.items())
    return f"{HEAD}\nVerbs:\n{verbs}\n\n{TAIL.format(clients=', '.join(CLIENTS))}"
