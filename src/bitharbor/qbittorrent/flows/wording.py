"""The request of a call, as the interface of 4.1 and younger wants it. Nothing is sent here."""

from __future__ import annotations

from ...wire.effects import MEBIBYTE, Request
from ...wire.forms import FORM_TYPE, form_body, multipart_body, query_string
from ...wire.headers import refuse_unsendable
from ..session import Session
from .call import Call

USUAL_LIMIT = 1024 * MEBIBYTE


def worded(session: Session, call: Call) -> Request:
    """The request as this daemon wants it."""
    op, version = call.op, call.version
    path = op.path_in(version)
    if session.is_strict and version:
        op.refuse_unfit(call.values, version)
    form = {**op.form(call.values, version), **call.extra.form}
    headers = {**session.headers, **call.extra.headers}
    if session.api_key:
        headers.setdefault("Authorization", f"Bearer {session.api_key}")
    refuse_unsendable(headers)
    call.tail = f"api/v2/{path}"
    url = f"{session.base}{call.tail}"
    body: bytes | None = None
    if call.extra.parts:
        headers["Content-Type"], body = multipart_body(form, call.extra.parts)
    elif op.method == "POST":
        body = form_body(form)
        if body:
            headers["Content-Type"] = FORM_TYPE
    elif form:
        url = f"{url}?{query_string(form)}"
    return Request(
        op.method,
        url,
        headers,
        body,
        cookies={} if call.is_bare else session.cookies,
        deadline=call.deadline,
        limit=op.limit or USUAL_LIMIT,
        options=call.extra.options,
    )
