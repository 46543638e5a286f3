"""`btclient rename`."""

from __future__ import annotations

from ...errors import UsageError
from ...unified.client import TorrentClient
from .. import printing
from ..codes import Exit
from ..options import DAEMON, OUTPUT, Daemon, Output
from ..running import with_daemon
from ..selecting import one
from ..words import safe


def verb(
    torrent: str,
    name: str,
    /,
    *,
    file: str | None = None,
    folder: str | None = None,
    at: Daemon = DAEMON,
    output: Output = OUTPUT,
) -> Exit:
    """Give a torrent another name, or a file or folder of it another path. (Transmission renames on the disk in any case.)

    :param torrent: its infohash, the beginning of it, or its exact name
    :param name: the new name; of a file or folder the new path, with the torrent's own folder
    :param file: path of the file that is renamed
    :param folder: path of the folder that is renamed
    """
    if file is not None and folder is not None:
        raise UsageError("--file and --folder are both given", hint="leave one out")
    if not name:
        raise UsageError("the new name is empty")

    async def renamed(client: TorrentClient) -> Exit:
        infohash = (await one(client, torrent)).infohash
        if file is not None:
            await client.rename_file(infohash, file, name)
        elif folder is not None:
            await client.rename_folder(infohash, folder, name)
        else:
            await client.rename(infohash, name)
        if not printing.for_programs([{"infohash": infohash, "renamed": name}], output):
            print(f"renamed  {infohash}  {safe(name)}")
        return Exit.OK

    return with_daemon(at, renamed)
