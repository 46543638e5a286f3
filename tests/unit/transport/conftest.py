"""Fixtures of the transports' tests: a way of each kind, and a certificate."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from tests.harness.certificate import Certificate, made_for_loopback
from tests.unit.transport.ways import AsyncWay, BlockingWay, MakeWay, Way

KINDS = {"blocking": BlockingWay, "asyncio": AsyncWay}


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the environment says about proxies is no part of these tests."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(params=list(KINDS))
def make(request: pytest.FixtureRequest) -> Iterator[MakeWay]:
    """Makes ways of one kind, and closes them."""
    with ExitStack() as stack:

        def make_one(**options: Any) -> Way:
            way: Way = KINDS[request.param](**options)
            stack.callback(way.close)
            return way

        yield make_one


@pytest.fixture
def way(make: MakeWay) -> Way:
    """One way, with the usual settings."""
    return make()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """A self-signed certificate for loopback."""
    return made_for_loopback(Path(tmp_path_factory.mktemp("tls")))


@pytest.fixture
def tls(certificate: Certificate) -> ssl.SSLContext:
    """The server's side of it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.chain, certificate.key)
    return context
