"""Plain values of the BitTorrent field: infohash, magnet, metainfo. They know no daemon and import nothing of ours but errors."""
