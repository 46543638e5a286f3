"""Values that changed their form over the versions. The spec names these functions."""

from __future__ import annotations


def layout_of_root_folder(value: object) -> str:
    """`root_folder` (before 4.3.2) as `contentLayout`."""
    return "Original" if value else "NoSubfolder"


def root_folder_of_layout(value: object) -> bool:
    """`contentLayout` as `root_folder`: older daemons know only whether to keep the torrent's own folder."""
    return value != "NoSubfolder"
