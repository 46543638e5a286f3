"""How words of a command line become arguments of methods."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bitharbor.cli import classic
from bitharbor.cli.verbs import call, files
from bitharbor.errors import UsageError


@pytest.mark.parametrize(
    ("texts", "args", "kwargs"),
    [
        (["a"], ["a"], {}),
        (["a,", "b,,"], ["a", "b"], {}),
        (["True", "False", "true", "3"], [True, False, "true", "3"], {}),
        (["stopped=True", "location=/srv"], [], {"stopped": True, "location": "/srv"}),
        (["stopped=False,"], [], {"stopped": False}),
        (["=a=b"], ["a=b"], {}),
        (["=True"], [True], {}),
        (["key="], [], {"key": ""}),
        (["key=a=b"], [], {"key": "a=b"}),
        (["magnet:?xt=urn:btih:ab&dn=x"], ["magnet:?xt=urn:btih:ab&dn=x"], {}),
        (["/a/path=with.torrent"], ["/a/path=with.torrent"], {}),
    ],
)
def test_the_documented_form_tells_keywords_from_values(
    texts: Sequence[str], args: list[object], kwargs: dict[str, object]
) -> None:
    assert classic.understood(texts) == (args, kwargs)


@pytest.mark.parametrize(
    ("texts", "args", "kwargs"),
    [
        (["core.x", "3", "true", "null", "[1, 2]", '{"a": 1}'], ["core.x", 3, True, None, [1, 2], {"a": 1}], {}),
        (["ids=[1]", "download-dir=/srv", "a.b=c"], [], {"ids": [1], "download-dir": "/srv", "a.b": "c"}),
        (["=a=b", "{not json"], ["a=b", "{not json"], {}),
        (['"3"', ""], ["3", ""], {}),
    ],
)
def test_a_call_takes_json(texts: Sequence[str], args: list[object], kwargs: dict[str, object]) -> None:
    assert call.understood(texts) == (args, kwargs)


@pytest.mark.parametrize(
    ("text", "expected"), [("all", [0, 1, 2, 3]), ("0", [0]), ("2,0", [2, 0]), ("1-3", [1, 2, 3]), ("1,1-2", [1, 2])]
)
def test_numbers_of_files_are_understood(text: str, expected: list[int]) -> None:
    assert files.numbers(text, 4) == expected


@pytest.mark.parametrize("text", ["", "4", "3-1", "0-4", "-1", "one", "1-", "٣", "9" * 5000])
def test_numbers_of_no_file_are_refused(text: str) -> None:
    with pytest.raises(UsageError):
        files.numbers(text, 4)
