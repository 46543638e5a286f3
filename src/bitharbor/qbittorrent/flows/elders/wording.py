"""Requests to qBittorrent 3.0 to 4.0. Nothing is sent here.

Facts: blanks are `%20`, because a plus stays a plus (seen on 3.1.12, 3.1.9.2, 3.3.16 and 4.0.4); a POST needs its Content-Length
also without a body; the daemon closes each connection after its answer without saying so, so we say it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlsplit

from ....wire.effects import MEBIBYTE, Flow, Request
from ....wire.forms import FORM_TYPE, Part, multipart_body, query_string
from ....wire.headers import refuse_unsendable
from ...digest import authorization
from ...session import Session
from ..call import Call
from ..sending import Wording

MOST_BYTES = 256 * MEBIBYTE
NO_FIELDS: Mapping[str, str] = {}


def of(
    method: str, path: str, form: Mapping[str, str] = NO_FIELDS, parts: Sequence[Part] = (), *, is_bare: bool = False
) -> Wording:
    """How to make the request. A bare one carries neither cookies nor credentials of ours."""

    def word(session: Session, call: Call) -> Flow[Request]:
        yield from ()
        return worded(session, call, method, path, form, parts, is_bare=is_bare)

    return word


def worded(
    session: Session,
    call: Call,
    method: str,
    path: str,
    form: Mapping[str, str],
    parts: Sequence[Part],
    *,
    is_bare: bool,
) -> Request:
    """The request."""
    call.tail = path
    url = f"{session.base}{path}"
    headers = {**session.headers, **call.extra.headers, "Connection": "close"}
    body: bytes | None = None
    if parts:
        headers["Content-Type"], body = multipart_body(form, parts)
    elif method == "POST":
        body = query_string(form).encode()
        if body:
            headers["Content-Type"] = FORM_TYPE
    elif form:
        url = f"{url}?{query_string(form)}"
    if session.challenge and session.can_log_in and not is_bare:
        headers = {name: value for name, value in headers.items() if name.lower() != "authorization"}
        headers["Authorization"] = authorization(session.challenge, session.user, session.password, method, urlsplit(url).path)
    refuse_unsendable(headers)
    return Request(
        method,
        url,
        headers,
        body,
        cookies={} if is_bare else session.cookies,
        deadline=call.deadline,
        limit=MOST_BYTES,
        options=call.extra.options,
    )


def in_path(text: str) -> str:
    """A value that stands in the path."""
    return quote(text, safe="")
