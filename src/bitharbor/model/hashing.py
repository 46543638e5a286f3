"""Hashing of files for torrents: one job at a time, in this process or in one that is started for it.

Rule 1: a job says exactly what is read; a file that no longer has the size it had is an error, never a wrong hash.
Rule 2: this process reads files, processes that are started for hashing map them. A mapped file that is cut short, or
        on a failing disk, kills the process that touches it (SIGBUS): that may only be one of ours.
Rule 3: standard library and our errors only: hashing processes start fast because they load nothing else.
"""

from __future__ import annotations

import json
import mmap
import os
import signal
import sys
from hashlib import sha1
from typing import TYPE_CHECKING, NamedTuple

from bitharbor.errors import FileError, FileMissingError, FileUnreadableError
from bitharbor.model.merkle import height, layer, leaves_of, root

if TYPE_CHECKING:
    from _hashlib import HASH
    from collections.abc import Iterable, Iterator
    from io import FileIO
    from typing import TextIO

# as large as half of the second-level cache of common processors, so that SHA-256 finds what SHA-1 has just read there
BLOCK = 1 << 20
ZEROS = memoryview(bytes(BLOCK))
# below this, reading is cheaper than mapping (measured)
MAPPED_FROM = 1 << 18


class Span(NamedTuple):
    """A part of a file: `length` bytes from `offset` on; `size` is that of the whole file, `fill` zeros follow."""

    file: int
    path: str
    size: int
    offset: int
    length: int
    fill: int


class Job(NamedTuple):
    """Spans that together are whole pieces (the last job of a torrent may end within one)."""

    spans: list[Span]
    piece_length: int
    has_v1: bool
    has_v2: bool

    @property
    def size(self) -> int:
        """Bytes to read."""
        return sum(span.length for span in self.spans)


class Digests(NamedTuple):
    """What a job gives: the v1 piece hashes, and per span its part of the piece layer (or the root of a short file)."""

    v1: bytes
    v2: list[bytes]


class PieceHasher:
    """SHA-1 of the pieces of a stream of blocks."""

    def __init__(self, piece_length: int) -> None:
        self.piece_length = piece_length
        self.room: int = piece_length
        self.hash: HASH = sha1(usedforsecurity=False)
        self.digests: list[bytes] = []

    def add(self, block: memoryview | bytes) -> None:
        """The next bytes of the stream."""
        while len(block) >= self.room:
            self.hash.update(block[: self.room])
            block = block[self.room :]
            self.digests.append(self.hash.digest())
            self.hash = sha1(usedforsecurity=False)
            self.room = self.piece_length
        if len(block):
            self.hash.update(block)
            self.room -= len(block)

    def add_zeros(self, count: int) -> None:
        """Padding."""
        for begin in range(0, count, BLOCK):
            self.add(ZEROS[: count - begin])

    def end(self) -> bytes:
        """The digests, that of the piece begun last included."""
        rest = [self.hash.digest()] if self.room < self.piece_length else []
        return b"".join(self.digests + rest)


def digests_of(job: Job, *, may_map: bool) -> Digests:
    """Read what the job names and hash it."""
    pieces = PieceHasher(job.piece_length)
    layers: list[bytes] = []
    for span in job.spans:
        leaves: list[bytes] = []
        for block in blocks_of(span, may_map=may_map):
            if job.has_v1:
                pieces.add(block)
            if job.has_v2:
                leaves += leaves_of(block)
        if job.has_v1 and span.fill:
            pieces.add_zeros(span.fill)
        if job.has_v2:
            layers.append(hashes_above(leaves, span, job.piece_length))
    return Digests(pieces.end(), layers)


def hashes_above(leaves: list[bytes], span: Span, piece_length: int) -> bytes:
    """The root of a file of at most one piece, else the span's part of the piece layer."""
    if span.size <= piece_length:
        return root(leaves, height(len(leaves)))
    return b"".join(layer(leaves, piece_length))


def blocks_of(span: Span, *, may_map: bool) -> Iterator[memoryview]:
    """The bytes of a span; each block but the last is whole leaves long, and valid until the next is asked for."""
    try:
        with open(span.path, "rb", buffering=0) as file:
            if os.fstat(file.fileno()).st_size != span.size:
                raise changed(span.path)
            yield from mapped(file, span) if may_map and span.length >= MAPPED_FROM else read(file, span)
    except FileError:
        raise
    except (OSError, ValueError) as error:
        raise trouble(span.path, error) from error


def read(file: FileIO, span: Span) -> Iterator[memoryview]:
    """The blocks of a span, read into one buffer."""
    buffer = memoryview(bytearray(min(BLOCK, span.length)))
    file.seek(span.offset)
    left = span.length
    while left:
        block = buffer[: min(BLOCK, left)]
        filled = 0
        while filled < len(block):
            count = file.readinto(block[filled:])
            if not count:
                raise changed(span.path)
            filled += count
        left -= filled
        yield block


def mapped(file: FileIO, span: Span) -> Iterator[memoryview]:
    """The blocks of a span, seen through a map of just this part of the file."""
    begin = span.offset % mmap.ALLOCATIONGRANULARITY
    try:
        pages = mmap.mmap(file.fileno(), begin + span.length, access=mmap.ACCESS_READ, offset=span.offset - begin)
    except (OSError, ValueError):  # not every file system maps
        yield from read(file, span)
        return
    if hasattr(mmap, "MADV_SEQUENTIAL"):
        pages.madvise(mmap.MADV_SEQUENTIAL)
    # never closed by hand: the reader still holds a block then; the last reference unmaps it
    window = memoryview(pages)[begin:]
    for at in range(0, span.length, BLOCK):
        yield window[at : at + BLOCK]


def trouble(path: str, error: OSError | ValueError) -> FileError:
    """What the system said about a file, as an error of ours."""
    shown = printable(path)
    if isinstance(error, FileNotFoundError):
        return FileMissingError(f"there is no file {shown}")
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return FileUnreadableError(f"{shown} cannot be read: {reason}")


def changed(path: str) -> FileError:
    """The error for a file that somebody writes to."""
    return FileError(f"{printable(path)} changed while it was hashed", hint="make the torrent when nothing writes to the file")


def printable(path: str) -> str:
    """A path for a message: names that are no UTF-8 would break whatever prints it."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


# what a hashing process tells its parent, by the name of the class
ERRORS = {kind.__name__: kind for kind in (FileError, FileMissingError, FileUnreadableError)}
READY = "ready"


def written_job(job: Job) -> str:
    """A job as a line."""
    return json.dumps(job)


def read_job(line: str) -> Job:
    """A job from its line."""
    spans, piece_length, has_v1, has_v2 = json.loads(line)
    return Job([Span(*span) for span in spans], piece_length, has_v1, has_v2)


def written_answer(job: Job) -> str:
    """The digests of a job, or the error that it met, as a line."""
    try:
        digests = digests_of(job, may_map=True)
    except FileError as error:
        return json.dumps({"error": type(error).__name__, "message": error.message, "hint": error.hint})
    return json.dumps({"v1": digests.v1.hex(), "v2": [part.hex() for part in digests.v2]})


def read_answer(line: str) -> Digests:
    """The digests of a line; raises the error that it tells of."""
    told = json.loads(line)
    if "error" in told:
        raise ERRORS[told["error"]](told["message"], hint=told["hint"])
    return Digests(bytes.fromhex(told["v1"]), [bytes.fromhex(part) for part in told["v2"]])


def work(jobs: Iterable[str], answers: TextIO) -> None:
    """The life of a hashing process: a line in, a line out, until its parent closes the pipe or goes away."""
    print(READY, file=answers, flush=True)
    for line in jobs:
        print(written_answer(read_job(line)), file=answers, flush=True)


def main() -> None:
    """Entry of a hashing process. Ctrl-C goes to the whole group: the parent decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        work(sys.stdin, sys.stdout)
    except BrokenPipeError:
        os._exit(0)  # the parent is gone; nothing is left to flush to
