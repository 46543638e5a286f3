"""rTorrent 0.9 and younger, over SCGI (TCP or unix socket) or over HTTP behind a web server."""
