"""Filters: `ratio > 2 and tracker ~ example and not stopped` becomes a predicate and the fields that it needs.

Rule 1: a filter that cannot be understood is an error that points at its column; nothing is guessed, and an empty filter is
        one too: it never means all torrents (the word `all` does).
Rule 2: a comparison with a field that the daemon does not tell (None) is false; `!=` and `!~` are exactly not `=` and not `~`.

    filter     = term {"or" term}
    term       = factor {"and" factor}
    factor     = "not" factor | "(" filter ")" | FIELD OPERATOR VALUE | WORD
"""

from __future__ import annotations

import difflib
import operator
import re
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Final, NamedTuple, TypeAlias, cast

from ..errors import UsageError
from . import quantities
from .records import Peer, Priority, State, Torrent, TorrentFile, Tracker

Test: TypeAlias = Callable[[Torrent], bool]


class Kind(Enum):
    """What a field holds: how it is compared, and how it is shown."""

    SIZE = "size"
    RATE = "rate"
    SPAN = "span"
    MOMENT = "moment"
    SHARE = "share"
    NUMBER = "number"
    TEXT = "text"
    TEXTS = "texts"
    WORD = "word"
    FLAG = "flag"


def kinds(kind: Kind, names: str) -> dict[str, Kind]:
    """These fields are of this kind."""
    return dict.fromkeys(names.split(), kind)


KINDS: Mapping[str, Kind] = {
    **kinds(Kind.SIZE, "total_size size have left downloaded uploaded downloaded_session uploaded_session wasted piece_size"),
    **kinds(Kind.RATE, "download_rate upload_rate download_limit upload_limit"),
    **kinds(Kind.SPAN, "eta active_time seeding_time seeding_time_limit inactive_seeding_time_limit"),
    **kinds(Kind.MOMENT, "added_at completed_at started_at active_at seen_complete_at created_at next_announce"),
    **kinds(Kind.SHARE, "progress checking_progress"),
    **kinds(Kind.NUMBER, "ratio ratio_limit availability connected_seeds connected_leechers swarm_seeds swarm_leechers"),
    **kinds(Kind.NUMBER, "file_count connection_limit upload_slots queue_position piece_count pieces_have"),
    **kinds(Kind.TEXT, "infohash infohash_v1 infohash_v2 name magnet error save_path incomplete_path content_path category"),
    **kinds(Kind.TEXT, "bandwidth_group tracker comment creator"),
    **kinds(Kind.TEXTS, "labels files trackers peers web_seeds"),
    **kinds(Kind.WORD, "state priority"),
    **kinds(Kind.FLAG, "has_metadata is_complete is_forced is_private is_sequential is_first_last_first is_super_seeding"),
    **kinds(Kind.FLAG, "is_auto_managed"),
}

ALIASES: Mapping[str, str] = {
    "hash": "infohash",
    "done": "progress",
    "down": "download_rate",
    "up": "upload_rate",
    "label": "labels",
    "tags": "labels",
    "tag": "labels",
    "path": "save_path",
    "location": "save_path",
    "private": "is_private",
    "seeds": "connected_seeds",
    "leechers": "connected_leechers",
    "position": "queue_position",
    "added": "added_at",
    "completed": "completed_at",
    "started": "started_at",
    "created": "created_at",
}

WORDS: Mapping[str, type[StrEnum]] = {"state": State, "priority": Priority}
STATES: Mapping[str, State] = {state.value: state for state in State}
NONE: Final = "none"
TRUTHS: Mapping[str, bool] = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
ORDER: Mapping[str, Callable[[float, float], bool]] = {
    "=": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
NEGATED: Mapping[str, str] = {"!=": "=", "!~": "~"}
# an age is the longer the earlier the moment
MIRRORED: Mapping[str, str] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
NUMBERS: Mapping[Kind, Callable[[str], float]] = {
    Kind.SIZE: quantities.size,
    Kind.RATE: quantities.size,
    Kind.SPAN: quantities.span,
    Kind.SHARE: quantities.share,
    Kind.NUMBER: quantities.number,
}
UNITS: Mapping[Kind, Mapping[str, int]] = {
    Kind.SIZE: quantities.SIZES,
    Kind.RATE: quantities.SIZES,
    Kind.SPAN: quantities.SPANS,
    Kind.MOMENT: quantities.SPANS,
}
DEEPEST = 50


class FilterError(UsageError):
    """A filter that cannot be understood.

    :ivar text: the filter
    :ivar column: where in it, from 1
    """

    def __init__(self, message: str, *, hint: str = "", text: str, column: int) -> None:
        super().__init__(f"the filter, column {column}: {message}", hint=hint)
        self.text = text
        self.column = column


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter that was understood.

    :ivar fields: what of a torrent it looks at
    """

    text: str
    fields: frozenset[str]
    _test: Test = field(repr=False)

    def matches(self, torrent: Torrent) -> bool:
        """Whether the torrent is meant."""
        return self._test(torrent)


def field_named(name: str) -> str | None:
    """The field that is meant by a name or an alias."""
    word = name.lower().replace("-", "_")
    word = ALIASES.get(word, word)
    return word if word in KINDS else None


def near(word: str, known: Sequence[str]) -> str:
    """A hint at the words that look like this one."""
    close = difflib.get_close_matches(word.lower(), known, 3)
    return f"did you mean {' or '.join(close)}?" if close else ""


def parse(text: str, now: float | None = None) -> Filter:
    """Understand a filter.

    :param now: Unix time from which ages count; None for this moment
    :raises FilterError: it cannot be understood
    """
    reader = Reader(text, time.time() if now is None else now)
    test = reader.whole()
    return Filter(text, frozenset(reader.fields), test)


class Token(NamedTuple):
    """A part of a filter. `at` is its place, from 0; `kind` is `word`, `quoted`, `sign`, `open`, `close` or `end`."""

    kind: str
    text: str
    at: int


_TOKENS = re.compile(
    r"""\s*(?:(?P<sign><=|>=|!=|!~|==|[<>=~])|(?P<open>\()|(?P<close>\))"""
    r"""|"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|(?P<word>[^\s()<>=!~'"]+)|(?P<end>\Z)|(?P<strange>.))""",
    re.DOTALL,
)


def tokens(text: str) -> list[Token]:
    """The parts of a filter, with one at the end that is empty."""
    found: list[Token] = []
    for match in _TOKENS.finditer(text):
        kind = match.lastgroup or "end"
        at = match.start(kind) - (kind in ("double", "single"))
        if kind == "strange":
            what = "this quote is not closed" if match[kind] in "'\"" else f"{match[kind]!r} says nothing here"
            raise FilterError(what, hint="write FIELD OPERATOR VALUE", text=text, column=at + 1)
        if kind in ("double", "single"):
            found.append(Token("quoted", re.sub(r"\\(.)", r"\1", match[kind], flags=re.DOTALL), at))
        else:
            found.append(Token(kind, "=" if match[kind] == "==" else match[kind], at))
        if kind == "end":
            break
    return found


class Reader:
    """Reads one filter, from the left to the right."""

    def __init__(self, text: str, now: float) -> None:
        self.fields: set[str] = set()
        self._text = text
        self._now = now
        self._tokens = tokens(text)
        self._place = 0
        self._depth = 0

    @property
    def _next(self) -> Token:
        return self._tokens[self._place]

    def _take(self) -> Token:
        token = self._next
        self._place += token.kind != "end"
        return token

    def _wrong(self, token: Token, message: str, hint: str = "") -> FilterError:
        return FilterError(message, hint=hint, text=self._text, column=token.at + 1)

    def _is_word(self, word: str) -> bool:
        return self._next.kind == "word" and self._next.text.lower() == word

    def whole(self) -> Test:
        """The filter."""
        if self._next.kind == "end":
            raise self._wrong(self._next, "it is empty", "say `all` if all torrents are meant")
        test = self._any()
        if self._next.kind != "end":
            raise self._wrong(
                self._next, f"{self._next.text!r} was not expected here", "join with and, or; quote texts with spaces"
            )
        return test

    def _any(self) -> Test:
        tests = [self._all()]
        while self._is_word("or"):
            self._take()
            tests.append(self._all())
        return tests[0] if len(tests) == 1 else lambda torrent: any(test(torrent) for test in tests)

    def _all(self) -> Test:
        tests = [self._factor()]
        while self._is_word("and"):
            self._take()
            tests.append(self._factor())
        return tests[0] if len(tests) == 1 else lambda torrent: all(test(torrent) for test in tests)

    def _factor(self) -> Test:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._wrong(self._next, "too many parentheses and nots within each other")
        test = self._unit()
        self._depth -= 1
        return test

    def _unit(self) -> Test:
        token = self._take()
        if token.kind == "open":
            test = self._any()
            if self._next.kind != "close":
                raise self._wrong(self._next, "a ) is missing")
            self._take()
            return test
        if token.kind != "word" or token.text.lower() in ("and", "or"):
            what = f"{token.text!r} was not expected here" if token.text else "something is missing at the end"
            raise self._wrong(token, what, "write FIELD OPERATOR VALUE, or a word as stopped or seeding")
        if self._next.kind == "sign":
            return self._comparison(token)
        if token.text.lower() == "not":
            negated = self._factor()
            return lambda torrent: not negated(torrent)
        return self._alone(token)

    def _alone(self, token: Token) -> Test:
        """A word that says something about a torrent without being compared."""
        word = token.text.lower()
        if word == "all":
            return lambda _: True
        if word in STATES:
            return self._is_state(STATES[word])
        if word == "active":
            self.fields.update(("download_rate", "upload_rate"))
            return lambda torrent: bool(torrent.download_rate or torrent.upload_rate)
        if word == "incomplete":
            self.fields.add("is_complete")
            return lambda torrent: torrent.is_complete is False
        for name in (word, f"is_{word}", ALIASES.get(word, "")):
            if KINDS.get(name) is Kind.FLAG:
                return self._is_flag(name)
        if field_named(word):
            raise self._wrong(token, f"{token.text!r} is compared with nothing", "write FIELD OPERATOR VALUE")
        raise self._wrong(token, f"no state is called {token.text!r}", near(word, [*STATES, *FLAG_WORDS]))

    def _is_state(self, state: State) -> Test:
        self.fields.add("state")
        return lambda torrent: torrent.state is state

    def _is_flag(self, name: str) -> Test:
        self.fields.add(name)
        return lambda torrent: getattr(torrent, name) is True

    def _comparison(self, token: Token) -> Test:
        """A field, an operator, and a value."""
        name = field_named(token.text)
        if name is None:
            raise self._wrong(token, f"a torrent has no field {token.text!r}", near(token.text, [*KINDS, *ALIASES]))
        sign = self._take()
        value = self._value(KINDS[name])
        self.fields.add(name)
        test = self._test(name, sign, NEGATED.get(sign.text, sign.text), value)
        return (lambda torrent: not test(torrent)) if sign.text in NEGATED else test

    def _value(self, kind: Kind) -> Token:
        token = self._take()
        if token.kind not in ("word", "quoted"):
            raise self._wrong(token, "a value is missing", "quote texts that hold other signs than letters and digits")
        # `2 GiB`: a unit may stand apart
        follower = self._next
        units = UNITS.get(kind)
        is_unit = units and follower.kind == "word" and follower.text.lower().removesuffix("/s") in units
        if not is_unit or not re.fullmatch(r"[\d.]+", token.text):
            return token
        self._take()
        return Token(token.kind, token.text + follower.text, token.at)

    def _test(self, name: str, sign: Token, compare: str, value: Token) -> Test:
        kind = KINDS[name]
        if value.kind == "word" and value.text.lower() == NONE:
            if compare != "=":
                raise self._wrong(sign, "with none there is only = and !=")
            return lambda torrent: getattr(torrent, name) in (None, "", ())
        if kind in (Kind.TEXT, Kind.TEXTS):
            return self._text_test(name, sign, compare, value.text)
        if compare == "~":
            raise self._wrong(sign, f"{name} is no text", "compare it with = != < <= > >=")
        try:
            return self._value_test(name, sign, compare, value.text)
        except FilterError:
            raise
        except UsageError as error:
            raise self._wrong(value, error.message, error.hint) from None

    def _text_test(self, name: str, sign: Token, compare: str, text: str) -> Test:
        if compare not in ("=", "~"):
            raise self._wrong(sign, f"{name} is a text", "compare it with = != ~ (contains) !~")
        if compare == "=":
            return lambda torrent: text in texts_of(getattr(torrent, name))
        part = text.casefold()
        return lambda torrent: any(part in one.casefold() for one in texts_of(getattr(torrent, name)))

    def _value_test(self, name: str, sign: Token, compare: str, text: str) -> Test:
        kind = KINDS[name]
        if kind in (Kind.WORD, Kind.FLAG):
            if compare != "=":
                raise self._wrong(sign, f"{name} has no order", "compare it with = or !=")
            wanted = truth(text) if kind is Kind.FLAG else word_of(WORDS[name], text)
            return lambda torrent: getattr(torrent, name) == wanted
        if kind is Kind.MOMENT:
            compare, number = self._moment(compare, text)
        else:
            number = NUMBERS[kind](text)
        ordered = ORDER[compare]

        def test(torrent: Torrent) -> bool:
            found: float | None = getattr(torrent, name)
            return found is not None and ordered(found, number)

        return test

    def _moment(self, compare: str, text: str) -> tuple[str, float]:
        """A moment, or an age: the operator and the Unix time to compare with."""
        if not text.isdigit():
            with suppress(UsageError):
                return MIRRORED[compare], self._now - quantities.span(text)
        return compare, quantities.moment(text)


FLAG_WORDS: Sequence[str] = (
    "all",
    "active",
    "incomplete",
    *(name.removeprefix("is_") for name, kind in KINDS.items() if kind is Kind.FLAG),
)


def truth(text: str) -> bool:
    """Yes or no."""
    try:
        return TRUTHS[text.lower()]
    except KeyError:
        raise UsageError(f"{text!r} is neither yes nor no") from None


def word_of(words: type[StrEnum], text: str) -> StrEnum:
    """One of these words."""
    try:
        return words(text.lower())
    except ValueError:
        raise UsageError(f"{text!r} is not one of them", hint=f"there are {', '.join(words)}") from None


def texts_of(value: object) -> Sequence[str]:
    """The texts in a field: of files their paths, of trackers their URLs, of peers their addresses."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    return [text_of(one) for one in cast("tuple[object, ...]", value)] if isinstance(value, tuple) else ()


def text_of(value: object) -> str:
    """The text of one of several."""
    match value:
        case TorrentFile():
            return value.path
        case Tracker():
            return value.url
        case Peer():
            return value.address
        case _:
            return str(value)
