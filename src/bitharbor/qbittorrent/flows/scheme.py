"""Which scheme the daemon speaks, and where a redirect may lead.

Secrets go to the origin that the user named only: the probe carries none, a redirect is followed only to the same host, and never
from https down to http.
"""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit

from ... import errors
from ...wire.effects import NOW, Fault, Flow, Kind, Reply, Request, Send
from ..session import Session
from .call import Call, failed

PROBE_SECONDS = 3.0  # https spoken to an http qBittorrent hangs for 8.7 s (seen on 5.3.0)
MOST_REDIRECTS = 3


def find(session: Session, call: Call) -> Flow[None]:
    """Find the base of all URLs. Asks only when more than one scheme is possible; any answer will do."""
    if session.base is not None:
        return
    if len(session.schemes) == 1:
        session.base = f"{session.schemes[0]}://{session.address}/"
        return
    faults: list[Fault] = []
    for scheme in session.schemes:
        base = f"{scheme}://{session.address}/"
        answer = yield from probe(session, call, base)
        if isinstance(answer, Reply):
            session.base = redirected(base, answer)
            return
        faults.append(answer)
    now: float = yield NOW
    if call.deadline is not None and now >= call.deadline:
        raise errors.DeadlineError("the time given to the call is over", hint="give it more time")
    if untrusted := next((one for one in faults if one.kind is Kind.TLS), None):
        raise failed(call, untrusted) from untrusted.cause
    raise errors.UnreachableError(
        "no connection to the daemon, neither by http nor by https",
        hint="check that it runs, its address and its port",
    ) from faults[0].cause


def probe(session: Session, call: Call, base: str) -> Flow[Reply | Fault]:
    """Knock at one base, without any secret."""
    now: float = yield NOW
    deadline = now + PROBE_SECONDS
    if call.deadline is not None:
        if call.deadline <= now:
            raise errors.DeadlineError("the time given to the call is over", hint="give it more time")
        deadline = min(deadline, call.deadline)
    # old daemons send a body to a HEAD (seen on 4.2.5), so the connection must not be used again
    answer: Reply | Fault = yield Send(
        Request("HEAD", base, {"Connection": "close"}, deadline=deadline, options=call.extra.options)
    )
    return answer


def redirected(base: str, answer: Reply) -> str:
    """The base, with https where a proxy sends http there. Host, port and path of the redirect do not count."""
    target = location(base, answer) if 300 <= answer.status < 400 else None
    if target and target.scheme == "https" and base.startswith("http:"):
        return "https:" + base[5:]
    return base


def location(url: str, answer: Reply) -> SplitResult | None:
    """Where a redirect leads; None when that is no URL."""
    try:
        target = urlsplit(urljoin(url, answer.headers.get("Location", "")))
        return target if target.port is None or target.port else None
    except ValueError:  # of a port as well, which is looked at only when asked for
        return None


def follow(session: Session, call: Call, answer: Reply, request: Request) -> None:
    """After a redirect: move the session's base if that is safe, else raise. A redirect was not carried out by any daemon."""
    call.redirects += 1
    old, new = urlsplit(request.url), location(request.url, answer) or urlsplit("")
    is_same_place = (new.scheme, new.netloc) == (old.scheme, old.netloc)
    is_upgrade = new.hostname == old.hostname and "@" not in new.netloc and (old.scheme, new.scheme) == ("http", "https")
    if call.redirects > MOST_REDIRECTS or not (is_same_place or is_upgrade) or not new.path.endswith(call.tail):
        elsewhere = f"{new.scheme}://{new.netloc.rpartition('@')[2]}" if new.netloc else "what is no address"
        error = errors.NotQbittorrentError(
            f"{call.op.path}: the address leads elsewhere, to {elsewhere}",
            hint="give the final address; credentials are not sent to a place that you did not name",
            acted=False,
        )
        error.response = answer.raw
        raise error
    session.base = f"{new.scheme}://{new.netloc}{new.path.removesuffix(call.tail)}"
