"""Making a `.torrent` of a file or folder of this machine: v1, v2 (BEP 52) or hybrid.

Rule 1: the same content, names and options give the same bytes, on every machine: nothing is taken from the clock or
        the environment; who wants a creation date gives one.
Rule 2: files stand in the order of their raw path components (the order of a v2 tree), so all three forms agree.
Rule 3: whatever cannot be shared is refused before hashing; files that change meanwhile are an error, not a wrong
        torrent.

The layout of hybrid torrents is that of libtorrent 2 (2.1.1, and qBittorrent 5.1.0 and 5.3.0): padding after every file
that does not end at a piece, after the last one too, unless the torrent lists one file only. Infohashes are the same, but
where ours differs because libtorrent's cannot be loaded:
- its paddings of equal length share a path, which Transmission 4.1.4 refuses and rTorrent 0.9.8 crashes on; ours have one each;
- its paddings share the folder `.pad` with content of that name, which rTorrent 0.16.17 crashes on; ours keep clear of it;
- it sorts a hybrid's files by their whole paths, where `a.b/x` stands before `a/x`, against its tree.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, cast

from bitharbor.errors import FileError, FileUnreadableError, UsageError
from bitharbor.model.bencoding import encode
from bitharbor.model.crew import hashed
from bitharbor.model.hashing import Job, Span, changed, printable, trouble
from bitharbor.model.layout import META_VERSION, Version, cleaned, pieces_in
from bitharbor.model.merkle import LEAF_LENGTH, file_root
from bitharbor.model.metainfo import LATEST_DATE, SIZE_LIMIT, Metainfo
from bitharbor.model.url import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bitharbor.model.bencoding import Encodable
    from bitharbor.model.crew import Hashed

SHORTEST_PIECE = LEAF_LENGTH
LONGEST_PIECE = 256 << 20  # the longest that qBittorrent offers
LONGEST_AUTOMATIC_PIECE = 16 << 20
PIECES_WANTED = 2048
PIECES_LIMIT = 1 << 21  # libtorrent loads no more unless it is told to
JOB_SIZE = 16 << 20
FILES_LIMIT = 200_000  # what `Metainfo.parse` reads of a hybrid torrent
FOLDERS_LIMIT = 90  # within what readers of bencoding accept
PADDING_FOLDER = b".pad"  # that of libtorrent; daemons know padding by its attribute, not by its path
URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class Creation:
    """A torrent just made.

    :ivar content: the bytes of the `.torrent`
    :ivar metainfo: the same, read
    """

    content: bytes = field(repr=False)
    metainfo: Metainfo


class SourceFile(NamedTuple):
    """A file to be shared, as it was found. `parts` are its path below the source, empty for the source itself."""

    parts: tuple[bytes, ...]
    path: str
    size: int
    modified: int


def create(
    source: str | os.PathLike[str],
    *,
    version: Version | str = Version.HYBRID,
    piece_length: int | None = None,
    name: str | None = None,
    leave_out_hidden: bool = False,
    is_private: bool = False,
    trackers: Iterable[str | Iterable[str]] = (),
    web_seeds: Iterable[str] = (),
    comment: str | None = None,
    source_tag: str | None = None,
    created_by: str | None = None,
    creation_date: int | None = None,
    progress: Callable[[int, int], object] | None = None,
    workers: int | None = None,
) -> Creation:
    """Make a torrent of a file or folder.

    :param version: v1, v2 or hybrid
    :param piece_length: a power of two from 16384 on; None chooses the shortest that gives at most 2048
        pieces, but no more than 16 MiB
    :param name: another name than that of the file or folder (a daemon then looks for the content under it)
    :param leave_out_hidden: files and folders whose name begins with a dot are left out
    :param trackers: announce URLs: a text is a tier of its own, a list is one tier
    :param source_tag: the `source` field, which changes the infohash
    :param creation_date: Unix time; None writes none
    :param progress: called with (bytes hashed, bytes in all) in the calling thread; what it raises stops the work and
        is passed on
    :param workers: threads (v1) or processes (v2, hybrid) that hash; None decides by the size and the processors, 0
        hashes in the calling thread
    """
    path = os.path.abspath(os.fsdecode(source))
    form = chosen_version(version)
    checked_name = shareable(os.path.basename(path) if name is None else name)
    top = decorated(trackers, web_seeds, comment, created_by, creation_date)
    if workers is not None and workers < 0:
        raise UsageError(f"{workers} workers cannot hash", hint="say how many, or None")
    tag = None if source_tag is None else text(source_tag, "source tag")
    files = found(path, leave_out_hidden=leave_out_hidden)
    plan = Plan(files, form, chosen_piece_length(piece_length, files, form))
    hashes = gathered(plan, workers, progress)
    unchanged(files)
    info = described(plan, checked_name, hashes)
    info.update({b"private": 1} if is_private else {})
    info.update({b"source": tag} if tag is not None else {})
    top[b"info"] = info
    if form.has_v2:
        top[b"piece layers"] = {root: layer for root, layer in hashes.trees if layer}
    content = encode(top)
    return Creation(content, Metainfo.parse(content, size_limit=max(SIZE_LIMIT, len(content))))


@dataclass(frozen=True, slots=True)
class Plan:
    """What is hashed and how."""

    files: Sequence[SourceFile]
    version: Version
    piece_length: int

    @property
    def size(self) -> int:
        """Bytes in all."""
        return sum(file.size for file in self.files)

    def fill(self, file: SourceFile) -> int:
        """Zero bytes from the end of a file to that of its last piece, if the version makes files begin at pieces."""
        return -file.size % self.piece_length if self.version.has_v2 and len(self.files) > 1 else 0

    def jobs(self) -> Iterator[Job]:
        """The work, in jobs that begin at pieces. (Of v2 alone the filling is counted and not hashed.)"""
        job_size = max(JOB_SIZE, self.piece_length)
        spans: list[Span] = []
        room = job_size
        for number, file in enumerate(self.files):
            offset = 0
            while offset < file.size:
                length = min(file.size - offset, room)
                fill = self.fill(file) if offset + length == file.size else 0
                spans.append(Span(number, file.path, file.size, offset, length, fill))
                offset += length
                room -= length + fill
                if not room:
                    yield self.job(spans)
                    spans, room = [], job_size
        if spans:
            yield self.job(spans)

    def job(self, spans: list[Span]) -> Job:
        """One job."""
        return Job(spans, self.piece_length, self.version.has_v1, self.version.has_v2)


class Hashes(NamedTuple):
    """All piece hashes (v1); per file the root of its tree and its piece layer (v2; empty for files of one piece)."""

    v1: bytes
    trees: list[tuple[bytes, bytes]]


def gathered(plan: Plan, workers: int | None, progress: Callable[[int, int], object] | None) -> Hashes:
    """Hash everything."""
    size, done = plan.size, 0
    results: dict[int, Hashed] = {}
    with contextlib.closing(hashed(plan.jobs(), size, workers, needs_processes=plan.version.has_v2)) as work:
        for result in work:
            results[result.number] = result
            done += result.job.size
            if progress:
                progress(done, size)
    ordered = [results[number] for number in range(len(results))]
    v1 = b"".join(result.digests.v1 for result in ordered)
    return Hashes(v1, trees_of(plan, ordered) if plan.version.has_v2 else [])


def trees_of(plan: Plan, results: list[Hashed]) -> list[tuple[bytes, bytes]]:
    """Root and piece layer of every file."""
    parts: list[list[bytes]] = [[] for _ in plan.files]
    for result in results:
        for span, digest in zip(result.job.spans, result.digests.v2, strict=True):
            parts[span.file].append(digest)
    joined = [b"".join(part) for part in parts]
    return [
        (file_root(layer, plan.piece_length), layer) if file.size > plan.piece_length else (layer, b"")
        for file, layer in zip(plan.files, joined, strict=True)
    ]


def described(plan: Plan, name: str, hashes: Hashes) -> dict[bytes, Encodable]:
    """The info dictionary."""
    info: dict[bytes, Encodable] = {b"name": name, b"piece length": plan.piece_length}
    if plan.version.has_v1:
        info[b"pieces"] = hashes.v1
        info.update(v1_list(plan))
    if plan.version.has_v2:
        info[b"meta version"] = META_VERSION
        info[b"file tree"] = v2_tree(plan, name, [root for root, _ in hashes.trees])
    return info


def v1_list(plan: Plan) -> dict[bytes, Encodable]:
    """The files as BEP 3 has them, with the padding (BEP 47) that a hybrid torrent needs."""
    if not plan.files[0].parts:
        return {b"length": plan.files[0].size}
    entries: list[Encodable] = []
    folder, uses = padding_folder(plan.files), Counter[int]()
    for file in plan.files:
        entries.append({b"length": file.size, b"path": [*file.parts]})
        if fill := plan.fill(file):
            uses[fill] += 1
            name = b"%d" % fill if uses[fill] == 1 else b"%d-%d" % (fill, uses[fill])
            entries.append({b"attr": b"p", b"length": fill, b"path": [folder, name]})
    return {b"files": entries}


def padding_folder(files: Sequence[SourceFile]) -> bytes:
    """The folder that padding is listed in. No file or folder of the content has its name, not even in other letter case."""
    taken = {file.parts[0].lower() for file in files}
    folder = PADDING_FOLDER
    while folder in taken:
        folder += b"_"
    return folder


def v2_tree(plan: Plan, name: str, roots: list[bytes]) -> dict[bytes, Encodable]:
    """The files as BEP 52 has them."""
    tree: dict[bytes, Encodable] = {}
    for file, root in zip(plan.files, roots, strict=True):
        leaf: dict[bytes, Encodable] = {b"length": file.size}
        if file.size:
            leaf[b"pieces root"] = root
        *folders, last = file.parts or (name.encode(),)
        level = tree
        for folder in folders:
            level = cast("dict[bytes, Encodable]", level.setdefault(folder, {}))
        level[last] = {b"": leaf}
    return tree


def decorated(
    trackers: Iterable[str | Iterable[str]],
    web_seeds: Iterable[str],
    comment: str | None,
    created_by: str | None,
    creation_date: int | None,
) -> dict[bytes, Encodable]:
    """What stands outside of the info dictionary and does not touch the infohash."""
    top: dict[bytes, Encodable] = {}
    tiers = [urls(tier, "tracker") for tier in ([trackers] if isinstance(trackers, str) else trackers)]
    tiers = [tier for tier in tiers if tier]
    if tiers:
        top[b"announce"] = tiers[0][0]
    if sum(map(len, tiers)) > 1:
        top[b"announce-list"] = [[*tier] for tier in tiers]
    if seeds := urls(web_seeds, "web seed"):
        top[b"url-list"] = [*seeds]
    if comment is not None:
        top[b"comment"] = text(comment, "comment")
    if created_by is not None:
        top[b"created by"] = text(created_by, "name of the program")
    if creation_date is not None:
        if not 0 < creation_date <= LATEST_DATE:
            raise UsageError(f"{creation_date} is no creation date", hint="give seconds since 1970, or None")
        top[b"creation date"] = creation_date
    return top


def urls(given: str | Iterable[str], what: str) -> list[str]:
    """URLs, each once and in their order."""
    found = list(dict.fromkeys(url.strip() for url in ([given] if isinstance(given, str) else given)))
    for url in found:
        if not URL.fullmatch(url):
            raise UsageError(f"{shown(url)} is no URL of a {what}", hint="write it as scheme://host/path")
    return found


def text(value: str, what: str) -> bytes:
    """A text as UTF-8."""
    try:
        return value.encode()
    except UnicodeEncodeError:
        raise UsageError(f"the {what} holds letters that UTF-8 cannot hold") from None


def chosen_version(version: Version | str) -> Version:
    """The version that is meant."""
    try:
        return Version(version)
    except ValueError:
        raise UsageError(f"{version!r} is no torrent version", hint="say v1, v2 or hybrid") from None


def shareable(name: str) -> str:
    """A name of a file or folder, refused when daemons would look for the content under another one."""
    try:
        name.encode()
    except UnicodeEncodeError:
        raise UsageError(f"the name {printable(name)!r} is not UTF-8", hint="rename it: torrents hold UTF-8 names") from None
    if cleaned(name) != name:
        raise UsageError(
            f"the name {name!r} cannot be shared",
            hint="rename it, or give a name: daemons drop slashes, backslashes and control characters",
        )
    return name


def found(path: str, *, leave_out_hidden: bool) -> list[SourceFile]:
    """The files below a path in their order."""
    shown = printable(path)
    try:
        at = os.stat(path)
    except (OSError, ValueError) as error:
        raise trouble(path, error) from error
    if stat.S_ISDIR(at.st_mode):
        files = sorted(walked(path, leave_out_hidden=leave_out_hidden))
    else:
        files = [SourceFile((), regular(path, at), at.st_size, at.st_mtime_ns)]
    if not any(file.size for file in files):
        raise FileError(f"{shown} holds no data to share" if files else f"there are no files in {shown}")
    if len(files) > FILES_LIMIT:
        raise UsageError(f"{shown} holds {len(files)} files", hint=f"a torrent may hold {FILES_LIMIT}: pack them")
    return files


def walked(top: str, *, leave_out_hidden: bool) -> Iterator[SourceFile]:
    """Every file below a folder, symbolic links followed."""
    folders: list[tuple[str, tuple[bytes, ...], tuple[tuple[int, int], ...]]] = [(top, (), ())]
    while folders:
        folder, above, ancestors = folders.pop()
        at, entries = look_into(folder)
        here = (at.st_dev, at.st_ino)
        if here in ancestors or len(above) > FOLDERS_LIMIT:
            raise FileError(f"{printable(folder)} leads into itself or too deep", hint="remove the symbolic link")
        for name, path, found_at in entries:
            if leave_out_hidden and name.startswith("."):
                continue
            parts = (*above, shareable(name).encode())
            if stat.S_ISDIR(found_at.st_mode):
                folders.append((path, parts, (*ancestors, here)))
            else:
                yield SourceFile(parts, regular(path, found_at), found_at.st_size, found_at.st_mtime_ns)


def look_into(folder: str) -> tuple[os.stat_result, list[tuple[str, str, os.stat_result]]]:
    """A folder and what lies in it: name, path, and what it is."""
    path = folder
    try:
        at = os.stat(folder)
        entries: list[tuple[str, str, os.stat_result]] = []
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            entries.append((name, path, os.stat(path)))
    except OSError as error:
        raise trouble(path, error) from error
    return at, entries


def regular(path: str, at: os.stat_result) -> str:
    """The path of a regular file. (Opening a pipe or a device may wait for ever.)"""
    if not stat.S_ISREG(at.st_mode):
        raise FileUnreadableError(f"{printable(path)} is neither a file nor a folder")
    return path


def unchanged(files: Sequence[SourceFile]) -> None:
    """Every file is still the one that was found before hashing."""
    for file in files:
        try:
            at = os.stat(file.path)
        except OSError as error:
            raise trouble(file.path, error) from error
        if (at.st_size, at.st_mtime_ns) != (file.size, file.modified):
            raise changed(file.path)


def chosen_piece_length(wanted: int | None, files: Sequence[SourceFile], version: Version) -> int:
    """The piece length, given or automatic, checked against the number of pieces that it makes."""
    size = sum(file.size for file in files)
    length = automatic_piece_length(size) if wanted is None else wanted
    if not SHORTEST_PIECE <= length <= LONGEST_PIECE or length & (length - 1):
        raise UsageError(f"{length} is no piece length", hint=f"take a power of two from {SHORTEST_PIECE} to {LONGEST_PIECE}")
    pieces = sum(pieces_in(file.size, length) for file in files) if version.has_v2 else pieces_in(size, length)
    if pieces > PIECES_LIMIT:
        raise UsageError(f"pieces of {length} bytes would be {pieces}", hint=f"take longer ones: {PIECES_LIMIT} pieces at most")
    return length


def automatic_piece_length(size: int) -> int:
    """The shortest power of two from 16 KiB on that gives at most 2048 pieces; 16 MiB for all that exceeds 32 GiB."""
    fewest = pieces_in(size, PIECES_WANTED)
    return min(max(SHORTEST_PIECE, 1 << max(fewest - 1, 0).bit_length()), LONGEST_AUTOMATIC_PIECE)
