"""The encoding of Deluge's calls and answers: values as bytes, the first of which says what follows.

| first byte | then |
|---|---|
| 0..43 | nothing: the number itself |
| 44, 66 | a float of 8 bytes, of 4 bytes |
| 48..57 | a string: its length in decimal digits, `:`, its bytes |
| 59, 60 | items, or keys and values, until 127 |
| 61 | a number in decimal digits until 127 |
| 62, 63, 64, 65 | a number of 1, 2, 4, 8 bytes with its sign |
| 67, 68, 69 | nothing: True, False, None |
| 70..101 | nothing: -1 .. -32 |
| 102..126 | so many less 102 keys and values |
| 128..191 | a string of so many less 128 bytes |
| 192..255 | so many less 192 items |

All numbers of several bytes begin with the highest. Strings are text in UTF-8; the encoding does not tell bytes from text, so
bytes that are no UTF-8 are read as Python reads such file names (`surrogateescape`) and come out again as they were.

Rule 1: whatever the bytes are, `decode` gives a value or raises `BadAnswerError`, in time and memory proportional to them.
Rule 2: whatever the value is, `encode` gives bytes or raises `UsageError`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from struct import Struct
from typing import Any, Final

from ..errors import BadAnswerError, UsageError
from ..model.json import Json

DEPTH_LIMIT: Final = 50  # the deepest answer seen, `core.get_torrents_status` with trackers, has 7
DIGITS_LIMIT: Final = 63  # of a number in digits, with its sign: what the daemon's own reader takes
LENGTH_DIGITS: Final = 10

FLOAT64, LIST, DICT, DIGITS, FLOAT32, TRUE, FALSE, NONE, END = 44, 59, 60, 61, 66, 67, 68, 69, 127
COLON: Final = 0x3A
NEGATIVE, SMALL_DICT, SMALL_TEXT, SMALL_LIST = 70, 102, 128, 192
SMALL_NUMBERS, SMALL_NEGATIVES, SMALL_DICTS, SMALL_TEXTS, SMALL_LISTS = 44, 32, 25, 64, 64

INTEGERS: Final = {62: Struct(">b"), 63: Struct(">h"), 64: Struct(">i"), 65: Struct(">q")}
FLOATS: Final = {FLOAT64: Struct(">d"), FLOAT32: Struct(">f")}
NUMBERS: Final = {**INTEGERS, **FLOATS}
# one byte is the whole value
WHOLE: Final[dict[int, Json]] = {
    **{number: number for number in range(SMALL_NUMBERS)},
    **{NEGATIVE + less: -1 - less for less in range(SMALL_NEGATIVES)},
    TRUE: True,
    FALSE: False,
    NONE: None,
}


def encode(value: object) -> bytes:
    """The bytes of a value: None, booleans, numbers, text, bytes, lists, tuples, and mappings of these.

    :raises UsageError: the value, or one in it, cannot be written, or they stand too deep in one another
    """
    out: list[bytes] = []
    write(value, out.append, DEPTH_LIMIT)
    return b"".join(out)


def write(value: object, put: Callable[[bytes], None], room: int) -> None:
    """Put the pieces of a value. `room` is how much deeper it may go."""
    match value:
        case None:
            put(bytes((NONE,)))
        case bool():
            put(bytes((TRUE if value else FALSE,)))
        case int():
            put(integer(value))
        case float():
            put(bytes((FLOAT64,)) + FLOATS[FLOAT64].pack(value))
        case str() | bytes() | bytearray():
            write_text(value, put)
        case list() | tuple():
            write_list(value, put, room)  # pyright: ignore[reportUnknownArgumentType] - of whatever it is
        case Mapping():
            write_dict(value, put, room)  # pyright: ignore[reportUnknownArgumentType] - of whatever it is
        case _:
            raise UsageError(f"a {type(value).__name__} cannot be sent to Deluge", hint="give numbers, text, lists or dicts")


def integer(value: int) -> bytes:
    """A whole number in its shortest form."""
    if 0 <= value < SMALL_NUMBERS:
        return bytes((value,))
    if -SMALL_NEGATIVES <= value < 0:
        return bytes((NEGATIVE - 1 - value,))
    for mark, form in INTEGERS.items():
        if -(1 << form.size * 8 - 1) <= value < 1 << form.size * 8 - 1:
            return bytes((mark,)) + form.pack(value)
    if value.bit_length() > DIGITS_LIMIT * 4 or len(digits := b"%d" % value) > DIGITS_LIMIT:
        raise UsageError("a number is too large to be sent to Deluge")
    return bytes((DIGITS,)) + digits + bytes((END,))


def write_text(value: str | bytes | bytearray, put: Callable[[bytes], None]) -> None:
    """Text or bytes behind their length."""
    try:
        text = value.encode("utf-8", "surrogateescape") if isinstance(value, str) else bytes(value)
    except UnicodeEncodeError as error:
        raise UsageError("a text holds characters that cannot be sent (lone surrogates)") from error
    put(bytes((SMALL_TEXT + len(text),)) if len(text) < SMALL_TEXTS else b"%d:" % len(text))
    put(text)


def write_list(value: list[object] | tuple[object, ...], put: Callable[[bytes], None], room: int) -> None:
    """The items, behind their number or before an end."""
    refuse_depth(room)
    is_small = len(value) < SMALL_LISTS
    put(bytes((SMALL_LIST + len(value) if is_small else LIST,)))
    for item in value:
        write(item, put, room - 1)
    if not is_small:
        put(bytes((END,)))


def write_dict(value: Mapping[object, object], put: Callable[[bytes], None], room: int) -> None:
    """The keys and values, behind their number or before an end."""
    refuse_depth(room)
    is_small = len(value) < SMALL_DICTS
    put(bytes((SMALL_DICT + len(value) if is_small else DICT,)))
    for key, item in value.items():
        if not isinstance(key, str | int | float | None):
            raise UsageError(f"a {type(key).__name__} cannot be a key in what is sent to Deluge", hint="take text")
        write(key, put, room - 1)
        write(item, put, room - 1)
    if not is_small:
        put(bytes((END,)))


def refuse_depth(room: int) -> None:
    """Lists and dicts in one another end somewhere, also those that hold themselves."""
    if room <= 0:
        raise UsageError(f"lists and dicts stand more than {DEPTH_LIMIT} deep in one another")


def decode(data: bytes) -> Json:
    """The value of bytes, all of them. Lists and tuples come as lists; keys that are no text come as they are.

    :raises BadAnswerError: they are no value, or one that is too deep
    """
    reader = Reader(data)
    try:
        value = reader.value(DEPTH_LIMIT)
    except IndexError as error:
        raise broken("it ends too early") from error
    if reader.at != len(data):
        raise broken("something follows it")
    return value


class Reader:
    """Reads one value after the other. Places behind the end raise IndexError.

    The common kinds are read in place and not by methods of their own: a list of 10,000 torrents has a million values.

    :ivar at: where the next value begins
    """

    __slots__ = ("_data", "_end", "at")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._end = len(data)
        self.at: int = 0

    def value(self, room: int) -> Json:
        """Any value. `room` is how much deeper it may go."""
        data, at = self._data, self.at
        mark = data[at]
        if SMALL_TEXT <= mark < SMALL_LIST:
            self.at = end = at + 1 + mark - SMALL_TEXT
            if end > self._end:
                raise broken("it ends too early")
            return data[at + 1 : end].decode("utf-8", "surrogateescape")
        self.at = at + 1
        if mark in WHOLE:
            return WHOLE[mark]
        if mark in NUMBERS:
            return self._number(NUMBERS[mark])
        if mark == DIGITS:
            return self._digits()
        if 0x30 <= mark <= 0x39:
            return self._long_text(at)
        if room <= 0:
            raise broken("it is too deep, or a list or dict is a key")
        if mark >= SMALL_LIST:
            return [self.value(room - 1) for _ in range(mark - SMALL_LIST)]
        if mark == LIST:
            return self._list(room - 1)
        if mark == DICT or SMALL_DICT <= mark < END:
            return self._dict(None if mark == DICT else mark - SMALL_DICT, room - 1)
        raise broken(f"it has the unknown mark {mark}")

    def _list(self, room: int) -> Json:
        items: list[Json] = []
        while self._data[self.at] != END:
            items.append(self.value(room))
        self.at += 1
        return items

    def _dict(self, count: int | None, room: int) -> Json:
        """So many keys and values, or as many as come before an end."""
        items: dict[str, Json] = {}
        if count is None:
            while self._data[self.at] != END:
                key: Any = self.value(0)  # without room for lists and dicts, which are no keys
                items[key] = self.value(room)
            self.at += 1
        else:
            for _ in range(count):
                key = self.value(0)
                items[key] = self.value(room)
        return items

    def _long_text(self, at: int) -> Json:
        colon = self._data.find(COLON, at, at + LENGTH_DIGITS + 1)
        digits = self._data[at:colon] if colon >= 0 else b""
        if not digits.isdigit():
            raise broken("the length of a string cannot be read")
        self.at = end = colon + 1 + int(digits)
        if end > self._end:
            raise broken("it ends too early")
        return self._data[colon + 1 : end].decode("utf-8", "surrogateescape")

    def _number(self, form: Struct) -> Json:
        at, self.at = self.at, self.at + form.size
        if self.at > self._end:
            raise broken("it ends too early")
        value: int | float = form.unpack_from(self._data, at)[0]
        return value

    def _digits(self) -> Json:
        at = self.at
        end = self._data.find(END, at, at + DIGITS_LIMIT + 1)
        digits = self._data[at:end] if end >= 0 else b""
        if not digits.removeprefix(b"-").isdigit():
            raise broken("a number cannot be read")
        self.at = end + 1
        return int(digits)


def broken(why: str) -> BadAnswerError:
    """The error for bytes that are no value."""
    return BadAnswerError(f"an answer of Deluge cannot be read: {why}")
