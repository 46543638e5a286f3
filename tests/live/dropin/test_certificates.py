"""Certificates that nobody trusts: refused unless the user says otherwise, by argument or environment."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from tests.harness.daemon import Daemon
from tests.live.dropin.conftest import MakeClient

from qbittorrentapi import APIConnectionError, Client


@pytest.fixture
def trusting(secure_daemon: Daemon, bare_client: MakeClient) -> MakeClient:
    """Makes clients of the daemon with https."""

    def made(host: str | None = None, **options: Any) -> Client:
        return bare_client(host or secure_daemon.url, username=secure_daemon.user, password=secure_daemon.password, **options)

    return made


@pytest.mark.parametrize("scheme", ["https://", ""])
def test_an_untrusted_certificate_is_refused_and_the_option_named_that_accepts_it(
    secure_daemon: Daemon, trusting: MakeClient, scheme: str
) -> None:
    with pytest.raises(APIConnectionError, match="VERIFY_WEBUI_CERTIFICATE"):
        trusting(f"{scheme}127.0.0.1:{secure_daemon.port}").app_version()


@pytest.mark.parametrize("scheme", ["https://", "http://", ""])
def test_an_untrusted_certificate_is_accepted_when_verification_is_off(
    secure_daemon: Daemon, trusting: MakeClient, scheme: str
) -> None:
    client = trusting(f"{scheme}127.0.0.1:{secure_daemon.port}", VERIFY_WEBUI_CERTIFICATE=False)
    assert client.app_version() == f"v{secure_daemon.version}"


@pytest.mark.parametrize("variable", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
@pytest.mark.parametrize("further", [{}, {"REQUESTS_ARGS": {"cookies": {"any": "one"}}}], ids=["short_way", "long_way"])
def test_verification_stays_off_when_the_environment_names_a_bundle(
    secure_daemon: Daemon, trusting: MakeClient, monkeypatch: pytest.MonkeyPatch, variable: str, further: dict[str, Any]
) -> None:
    monkeypatch.setenv(variable, "/etc/ssl/certs/ca-certificates.crt")
    client = trusting(VERIFY_WEBUI_CERTIFICATE=False, **further)
    assert client.app_version() == f"v{secure_daemon.version}"


@pytest.mark.parametrize("value", ["1", "no", ""])
@pytest.mark.parametrize("prefix", ["QBITTORRENTAPI_", "PYTHON_QBITTORRENTAPI_"])
def test_the_environment_switches_verification_off_with_any_value(
    secure_daemon: Daemon, trusting: MakeClient, monkeypatch: pytest.MonkeyPatch, prefix: str, value: str
) -> None:
    monkeypatch.setenv(f"{prefix}DO_NOT_VERIFY_WEBUI_CERTIFICATE", value)
    assert trusting().app_version() == f"v{secure_daemon.version}"


def test_an_accepted_certificate_is_not_warned_of_on_every_request(trusting: MakeClient) -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        trusting(VERIFY_WEBUI_CERTIFICATE=False).app_version()
    assert told == []


def test_a_certificate_of_the_users_own_bundle_is_trusted(secure_daemon: Daemon, trusting: MakeClient) -> None:
    client = trusting(REQUESTS_ARGS={"verify": str(secure_daemon.certificate)})
    assert client.app_version() == f"v{secure_daemon.version}"
