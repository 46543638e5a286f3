"""What making a client does and leaves alone; nobody is contacted here."""

from __future__ import annotations

import warnings

import pytest

from qbittorrentapi import Client
from qbittorrentapi.request import TIMEOUT


@pytest.fixture(autouse=True)
def bare_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variables of the interface's own."""
    for prefix in ("QBITTORRENTAPI_", "PYTHON_QBITTORRENTAPI_"):
        for name in ("HOST", "USERNAME", "PASSWORD", "API_KEY", "PORT", "DO_NOT_VERIFY_WEBUI_CERTIFICATE"):
            monkeypatch.delenv(prefix + name, raising=False)


def test_host_port_and_user_name_are_public_and_secrets_are_not() -> None:
    client = Client("localhost", 8080, "me", "my-secret", api_key="qbt_key")
    assert (client.host, client.port, client.username) == ("localhost", 8080, "me")
    assert (client._password, client._api_key) == ("my-secret", "qbt_key")
    assert "my-secret" not in repr(vars(client))
    assert "qbt_key" not in repr(vars(client))


def test_host_port_user_name_and_secrets_are_set_by_assignment() -> None:
    client = Client("localhost")
    client.host, client.port, client.username = "elsewhere", "8081", "you"
    client._password, client._api_key = "another", "qbt_another"
    assert (client.host, client.port, client.username) == ("elsewhere", "8081", "you")
    assert (client._password, client._api_key) == ("another", "qbt_another")


def test_a_program_may_keep_attributes_of_its_own_on_a_client() -> None:
    client = Client("localhost:8080")
    client.purpose = "cleaning"  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue] - as programs do
    assert client.purpose == "cleaning"  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue] - the same


def test_everything_from_the_api_key_on_wants_its_name() -> None:
    with pytest.raises(TypeError, match="positional"):
        Client("localhost", 8080, "me", "secret", "qbt_key")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue] - the point


def test_the_variable_of_the_api_key_has_no_older_prefix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_QBITTORRENTAPI_API_KEY", "qbt_older")
    assert Client("localhost:8080")._api_key == ""
    monkeypatch.setenv("QBITTORRENTAPI_API_KEY", "qbt_key")
    assert Client("localhost:8080")._api_key == "qbt_key"


def test_there_is_no_variable_for_the_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QBITTORRENTAPI_HOST", "localhost")
    monkeypatch.setenv("QBITTORRENTAPI_PORT", "8081")
    client = Client()
    assert (client.host, client.port) == ("localhost", None)


def test_switching_verification_off_changes_no_filter_of_the_process() -> None:
    before = list(warnings.filters)
    Client("localhost:8080", VERIFY_WEBUI_CERTIFICATE=False)
    assert list(warnings.filters) == before


def test_the_time_out_that_nobody_chose_is_the_recorded_one() -> None:
    client = Client("localhost:8080")
    assert client._transport._timeout == TIMEOUT == 15.1
