"""Section 7, as far as it is local: the table of supported versions and how versions compare."""

from __future__ import annotations

import itertools
from typing import cast

import pytest
from tests.unit.dropin.surface import constant

from qbittorrentapi._version_support import APP_VERSION_2_API_VERSION_MAP, Version, v

TABLE = cast("dict[str, str]", constant("_version_support", "APP_VERSION_2_API_VERSION_MAP"))


def test_the_table_is_the_recorded_one() -> None:
    assert TABLE == APP_VERSION_2_API_VERSION_MAP


def test_all_versions_of_the_table_are_given_as_sets_of_the_callers_own() -> None:
    assert Version.supported_app_versions() == set(TABLE)
    assert Version.supported_api_versions() == set(TABLE.values())
    Version.supported_app_versions().clear()
    assert Version.supported_app_versions() == set(TABLE)


def test_the_newest_are_the_recorded_ones() -> None:
    assert Version.latest_supported_app_version() == constant("_version_support", "MOST_RECENT_SUPPORTED_APP_VERSION")
    assert Version.latest_supported_api_version() == constant("_version_support", "MOST_RECENT_SUPPORTED_API_VERSION")


@pytest.mark.parametrize("text", ["v4.4.0", "4.4.0", "V4.4.0", "v4.5.0BETA1"])
def test_an_application_version_of_the_table_is_supported_however_it_is_written(text: str) -> None:
    assert Version.is_app_version_supported(text) is True


@pytest.mark.parametrize("text", ["v4.4.0.0", "v4.4", "4.0.0", "2.8.4", "v5.3.1", "", "v", "vv4.4.0"])
def test_an_application_version_that_is_not_in_the_table_is_not_supported(text: str) -> None:
    assert Version.is_app_version_supported(text) is False


@pytest.mark.parametrize("text", ["2.8.4", "v2.8.4", "V2.8.4"])
def test_an_api_version_of_the_table_is_supported_however_it_is_written(text: str) -> None:
    assert Version.is_api_version_supported(text) is True


@pytest.mark.parametrize("text", ["2.8.3", "2.0.0", "v4.4.0", ""])
def test_an_api_version_that_is_not_in_the_table_is_not_supported(text: str) -> None:
    assert Version.is_api_version_supported(text) is False


IN_ORDER = ["2", "2.0.1", "2.9", "2.10.4", "v4.5.0alpha1", "4.5.0beta1", "4.5.0beta2", "4.5.0rc1", "v4.5.0", "4.5.0.1", "5"]


def test_versions_compare_by_meaning() -> None:
    for (i, left), (j, right) in itertools.product(enumerate(IN_ORDER), repeat=2):
        assert (v(left) < v(right), v(left) == v(right), v(left) >= v(right)) == (i < j, i == j, i >= j), (left, right)


def test_a_version_is_parsed_once() -> None:
    assert v("4.5.2") is v("4.5.2")


def test_versions_that_mean_the_same_are_equal_and_have_one_hash() -> None:
    assert len({v("2.8"), v("2.8.0"), v("v2.8.0.0")}) == 1


def test_a_version_of_the_table_never_fails_to_parse() -> None:
    for text in Version.supported_app_versions() | Version.supported_api_versions():
        assert str(v(text)) == text.removeprefix("v")
        assert v(text).release[0] in (2, 4, 5)


@pytest.mark.parametrize("text", ["", "v", "<!DOCTYPE html>", "Forbidden", "5.x", "5.1.0-custom", "5..1"])
def test_a_text_that_is_no_version_is_an_error_and_not_version_nought(text: str) -> None:
    with pytest.raises(ValueError, match="not a version of qBittorrent"):
        v(text)


def test_a_version_is_no_text_to_compare_with() -> None:
    assert v("2.8") != "2.8"
    with pytest.raises(TypeError):
        assert v("2.8") < "2.9"
