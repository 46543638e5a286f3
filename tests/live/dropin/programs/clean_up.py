"""Remove what is complete and was shared enough, unless it is tagged to be kept; say what stays and why."""

# ruff: noqa: T201 - what it prints is what it is for

import argparse
import time

import qbittorrentapi


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    for name in ("host", "user", "password", "folder"):
        parser.add_argument(name)
    parser.add_argument("--ratio", type=float, default=0.0)
    return parser.parse_args()


def reason_to_stay(torrent: qbittorrentapi.TorrentDictionary, ratio: float) -> str:
    if not torrent.state_enum.is_complete:
        return "incomplete"
    if "keep" in [tag.strip() for tag in torrent.tags.split(",")]:
        return "to be kept"
    if torrent.ratio < ratio:
        return "not shared enough"
    return ""


def main() -> None:
    asked = arguments()
    client = qbittorrentapi.Client(host=asked.host, username=asked.user, password=asked.password)
    try:
        client.auth_log_in()
    except qbittorrentapi.LoginFailed as error:
        raise SystemExit("cannot log in") from error
    gone: list[str] = []
    for torrent in sorted(client.torrents_info(), key=lambda one: one.name):
        why = reason_to_stay(torrent, asked.ratio)
        print(f"{torrent.name}: {why or 'removed'} ({torrent.size:,} bytes, {torrent.category or 'no category'})")
        if not why:
            gone.append(torrent.hash)
    client.torrents_delete(delete_files=False, torrent_hashes=gone)
    while {one.hash for one in client.torrents_info()} & set(gone):
        time.sleep(0.1)
    left = client.torrents.info()
    print("left:", ", ".join(sorted(one["name"] for one in left)))
    for torrent in left:
        torrent.set_share_limits(
            ratio_limit=2,
            seeding_time_limit=-1,
            inactive_seeding_time_limit=-1,
            share_limit_action="Default",
            share_limits_mode="Default",
        )
        torrent.upload_limit = 102400
    print("limits:", sorted(one.upload_limit for one in client.torrents_info()))
    client.auth_log_out()


if __name__ == "__main__":
    main()
