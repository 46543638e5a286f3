"""What can be done to a torrent's files, on each line and both native faces."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.live.content import wait_until
from tests.live.native.shows import SIZES, Show, torrent_of

from bitharbor import errors
from bitharbor.qbittorrent import Client

Version = tuple[int, ...]


def names(client: Client, show: Show) -> list[str]:
    return [file.name for file in client.torrents.files(show.hash)]


def test_files_get_priorities(client: Client, show: Show) -> None:
    client.torrents.file_priority(show.hash, [0, 2], 7)
    wait_until(lambda: [file.priority for file in client.torrents.files(show.hash)][::2] == [7, 7], "two of them")
    client.torrents.file_priority(show.hash, 1, 0)
    wait_until(lambda: [file.priority for file in client.torrents.files(show.hash)] == [7, 0, 7], "the priorities")
    with pytest.raises(errors.BadRequestError):
        client.torrents.file_priority(show.hash, 0, 3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - wrong on purpose
    with pytest.raises(errors.ConflictError):
        client.torrents.file_priority(show.hash, 9, 1)


# 4.2.5 divides by the pieces of the file, of which there are none
def test_an_empty_file_is_listed_among_the_others(client: Client, content: Path) -> None:
    (content / "empty").touch()
    show = torrent_of(content)
    client.torrents.add(files=show.torrent, save_path=str(content.parent))
    try:
        wait_until(lambda: [row.progress for row in client.torrents.info(hashes=show.hash)] == [1], "checking")
        found = {file.name: file.size for file in client.torrents.files(show.hash)}
        assert found == {f"show/{name}": size for name, size in {**SIZES, "empty": 0}.items()}
    finally:
        client.torrents.delete(show.hash)
        wait_until(lambda: not client.torrents.info(hashes=show.hash), "deletion")


def test_a_file_is_renamed_by_path_on_every_line(client: Client, show: Show) -> None:
    client.torrents.rename_file(show.hash, "show/a.bin", "show/A.bin")
    wait_until(lambda: names(client, show)[0] == "show/A.bin", "the new name")
    with pytest.raises(errors.ConflictError):
        client.torrents.rename_file(show.hash, "show/none.bin", "show/other.bin")  # 5.3.0 may know the old name for a moment more
    with pytest.raises(errors.ConflictError):
        client.torrents.rename_file(show.hash, "show/A.bin", "show/b.bin")


def test_a_file_moves_to_another_folder_since_4_3_3(client: Client, show: Show, version: Version) -> None:
    if version < (4, 3, 3):
        with pytest.raises(errors.UnsupportedError, match="only within its folder"):
            client.torrents.rename_file(show.hash, "show/a.bin", "show/sub/a.bin")
        return
    client.torrents.rename_file(show.hash, "show/a.bin", "show/sub/a.bin")
    wait_until(lambda: names(client, show)[0] == "show/sub/a.bin", "the move")


def test_a_folder_is_renamed_since_4_3_3(client: Client, show: Show, version: Version) -> None:
    if version < (4, 3, 3):
        with pytest.raises(errors.UnsupportedError):
            client.torrents.rename_folder(show.hash, "show/sub", "show/deep")
        return
    client.torrents.rename_folder(show.hash, "show/sub", "show/deep")
    wait_until(lambda: names(client, show)[2] == "show/deep/c.bin", "the new name")
    with pytest.raises(errors.ConflictError):
        client.torrents.rename_folder(show.hash, "show/none", "show/other")


def test_a_file_is_downloaded_piece_by_piece_since_5_3(client: Client, show: Show, version: Version) -> None:
    if version < (5, 3):
        with pytest.raises(errors.UnsupportedError), client.torrents.download_file(show.hash, 0):
            pass
        return
    for file in (1, "show/b.bin"):
        with client.torrents.download_file(show.hash, file) as stream:
            assert stream.size == SIZES["b.bin"]
            assert b"".join(stream) == b"b" * SIZES["b.bin"]
    for none in (99, "b.bin"):
        with pytest.raises(errors.ConflictError), client.torrents.download_file(show.hash, none):
            pass
