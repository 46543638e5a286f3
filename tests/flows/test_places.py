"""Where requests may go: the scheme probe and redirects."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.flows.stage import Outcome, ScriptedTransport

from bitharbor.errors import NotQbittorrentError, TlsError, UnreachableError
from bitharbor.qbittorrent._generated import ops
from bitharbor.qbittorrent.flows import call
from bitharbor.qbittorrent.session import Session
from bitharbor.wire.blocking import Driver
from bitharbor.wire.effects import Fault, Kind, Reply, Request

HOST = "daemon.example:8080"
BASE = f"http://{HOST}/"
PATH = "api/v2/app/version"

REFUSED = Fault(Kind.CONNECT, was_sent=False, cause=ConnectionRefusedError())
LOST = Fault(Kind.LOST, was_sent=True, cause=ConnectionResetError())
UNTRUSTED = Fault(Kind.TLS, was_sent=False, cause=OSError("self-signed"))
VERSION = Reply(200, {}, b"v5.1.0")


def ask(answer: Callable[[Request], Outcome], *, base: str | None = BASE, schemes: tuple[str, ...] = ("http",)) -> list[Request]:
    """The requests of one app/version."""
    transport = ScriptedTransport(answer)
    session = Session(HOST, schemes, base=base, api_key="a-secret-key")
    Driver(transport).run(call(session, ops.APP_VERSION, ()))
    return transport.seen


def redirect(location: str | None, status: int = 301) -> Callable[[Request], Outcome]:
    """A daemon that sends the first request elsewhere."""
    first = iter([Reply(status, {} if location is None else {"Location": location}, b"")])
    return lambda _: next(first, VERSION)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_https_of_the_same_host_is_followed(status: int) -> None:
    seen = ask(redirect(f"https://{HOST}/{PATH}", status))
    assert [one.url for one in seen] == [BASE + PATH, f"https://{HOST}/{PATH}"]


def test_a_redirect_to_https_on_another_port_and_path_is_followed() -> None:
    seen = ask(redirect(f"https://daemon.example:8443/qb/{PATH}"))
    assert seen[-1].url == f"https://daemon.example:8443/qb/{PATH}"


def test_a_relative_redirect_is_followed() -> None:
    seen = ask(redirect(f"/qb/{PATH}"))
    assert seen[-1].url == f"http://{HOST}/qb/{PATH}"


def test_what_a_redirect_taught_holds_for_the_next_call() -> None:
    transport = ScriptedTransport(redirect(f"https://{HOST}/{PATH}"))
    session = Session(HOST, ("http",))
    driver = Driver(transport)
    driver.run(call(session, ops.APP_VERSION, ()))
    driver.run(call(session, ops.APP_VERSION, ()))
    assert [one.url.partition(":")[0] for one in transport.seen] == ["http", "https", "https"]


@pytest.mark.parametrize(
    "location",
    [
        f"https://elsewhere.example/{PATH}",
        f"https://daemon.example.elsewhere.example/{PATH}",
        f"https://daemon.example@elsewhere.example/{PATH}",
        f"http://daemon.example:9090/{PATH}",
        f"//elsewhere.example/{PATH}",
        f"ftp://{HOST}/{PATH}",
        "/login.html",
        "javascript:alert(1)",
        "http://[",
        "https://[::1/",
        f"https://daemon.example:99999999/{PATH}",
        f"https://daemon.example:port/{PATH}",
    ],
)
def test_no_other_place_is_followed_and_nonsense_is_no_foreign_exception(location: str) -> None:
    transport = ScriptedTransport(redirect(location))
    session = Session(HOST, ("http",), base=BASE, api_key="a-secret-key")
    with pytest.raises(NotQbittorrentError) as caught:
        Driver(transport).run(call(session, ops.APP_VERSION, ()))
    assert len(transport.seen) == 1
    assert caught.value.acted is False
    assert session.base == BASE


def test_https_is_never_left_for_http() -> None:
    with pytest.raises(NotQbittorrentError):
        ask(redirect(BASE + PATH), base=f"https://{HOST}/")


def test_user_and_password_in_a_redirect_are_not_taken_over() -> None:
    seen: list[Request] = []

    def answer(request: Request) -> Outcome:
        seen.append(request)
        return VERSION if request.url.startswith("https") else Reply(301, {"Location": f"https://mallory:pw@{HOST}/{PATH}"}, b"")

    with pytest.raises(NotQbittorrentError) as caught:
        ask(answer)
    assert "mallory" not in str(caught.value)
    assert not any("mallory" in one.url for one in seen)


@pytest.mark.parametrize("location", [None, f"http://{HOST}/{PATH}"], ids=["without a target", "to itself"])
def test_a_redirect_in_circles_ends(location: str | None) -> None:
    headers = {} if location is None else {"Location": location}
    seen: list[Request] = []

    def answer(request: Request) -> Outcome:
        seen.append(request)
        return Reply(302, headers, b"")

    with pytest.raises(NotQbittorrentError):
        ask(answer)
    assert len(seen) < 6


# the scheme probe


def test_the_first_scheme_that_answers_is_taken_whatever_it_says() -> None:
    seen = ask(lambda request: Reply(404, {}, b"") if request.method == "HEAD" else VERSION, base=None, schemes=("https", "http"))
    assert [(one.method, one.url) for one in seen] == [("HEAD", f"https://{HOST}/"), ("GET", f"https://{HOST}/{PATH}")]


def test_the_second_scheme_is_taken_when_the_first_is_silent() -> None:
    seen = ask(lambda request: LOST if request.url.startswith("https") else VERSION, base=None, schemes=("https", "http"))
    assert [one.url for one in seen] == [f"https://{HOST}/", BASE, BASE + PATH]


def test_a_proxy_that_sends_the_probe_to_https_is_believed() -> None:
    def answer(request: Request) -> Outcome:
        return Reply(301, {"Location": f"https://{HOST}/"}, b"") if request.method == "HEAD" else VERSION

    assert ask(answer, base=None, schemes=("http", "https"))[-1].url == f"https://{HOST}/{PATH}"


@pytest.mark.parametrize("location", ["http://[", "https://elsewhere.example/", "\x00"])
def test_a_probe_that_is_sent_elsewhere_stays(location: str) -> None:
    def answer(request: Request) -> Outcome:
        return Reply(301, {"Location": location}, b"") if request.method == "HEAD" else VERSION

    seen = ask(answer, base=None, schemes=("http", "https"))
    assert all(one.url.partition("://")[2].startswith(HOST) for one in seen)


def test_no_secret_is_sent_before_the_scheme_is_known() -> None:
    transport = ScriptedTransport(lambda _: REFUSED)
    session = Session(HOST, ("http", "https"), user="harbour", password="secret", headers={"X-Secret": "yes"})
    with pytest.raises(UnreachableError):
        Driver(transport).run(call(session, ops.APP_VERSION, ()))
    assert [one.method for one in transport.seen] == ["HEAD", "HEAD"]
    assert all(one.headers == {"Connection": "close"} and not one.body and not one.cookies for one in transport.seen)


@pytest.mark.parametrize("faults", [(LOST, UNTRUSTED), (UNTRUSTED, LOST), (REFUSED, UNTRUSTED)])
def test_a_certificate_that_is_not_trusted_is_named_by_the_probe_too(faults: tuple[Fault, Fault]) -> None:
    answers = iter(faults)
    with pytest.raises(TlsError):
        ask(lambda _: next(answers), base=None, schemes=("http", "https"))
