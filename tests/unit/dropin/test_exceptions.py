"""Section 6: what programs may do with an exception."""

from __future__ import annotations

import errno
import pickle

import pytest
import requests

import qbittorrentapi
from qbittorrentapi import exceptions


def response(status: int) -> requests.Response:
    made = requests.Response()
    made.status_code = status
    return made


def test_an_error_from_the_wire_is_caught_as_what_requests_raises_and_as_an_oserror() -> None:
    for caught in (requests.RequestException, requests.HTTPError, OSError, exceptions.APIError):
        with pytest.raises(caught):
            raise exceptions.Conflict409Error("taken")


def test_a_refused_connection_is_no_http_error() -> None:
    assert not isinstance(exceptions.APIConnectionError("nobody there"), requests.HTTPError)


def test_the_message_is_the_argument_and_the_text() -> None:
    error = exceptions.NotFound404Error("Torrent hash(es): abc")
    assert error.args == ("Torrent hash(es): abc",)
    assert str(error) == "Torrent hash(es): abc"


def test_request_and_response_are_attributes_and_none_if_not_given() -> None:
    request = requests.Request("GET", "http://localhost/")
    error = exceptions.Forbidden403Error("banned", request=request, response=response(403))
    assert error.request is request
    assert error.response is not None
    assert error.response.status_code == 403
    assert exceptions.LoginFailed().response is None


def test_the_status_of_an_instance_can_be_more_exact_than_that_of_its_class() -> None:
    error = exceptions.InternalServerError500Error("bad gateway")
    assert error.http_status_code == 500
    error.http_status_code = 502
    assert error.http_status_code == 502
    assert exceptions.InternalServerError500Error("next").http_status_code == 500


def test_a_plain_http_error_made_by_hand_claims_no_status() -> None:
    assert not hasattr(exceptions.HTTPError("by hand"), "http_status_code")


def test_a_file_error_carries_errno_text_and_path() -> None:
    error = exceptions.TorrentFileNotFoundError(errno.ENOENT, "No such file", "~/a.torrent")
    assert (error.errno, error.strerror, error.filename) == (errno.ENOENT, "No such file", "~/a.torrent")
    assert isinstance(error, OSError)
    assert isinstance(error, exceptions.APIError)
    assert not isinstance(error, requests.RequestException)


@pytest.mark.parametrize("name", exceptions.__all__)
def test_every_exception_is_a_name_of_the_package_too(name: str) -> None:
    assert getattr(qbittorrentapi, name) is getattr(exceptions, name)


@pytest.mark.parametrize("name", exceptions.__all__)
def test_every_exception_survives_a_pickle(name: str) -> None:
    error = getattr(exceptions, name)("said so")
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - made on the line itself
    assert type(back) is type(error)
    assert back.args == ("said so",)
