"""One library to steer BitTorrent daemons from Python."""

__version__ = "0.1.0.dev0"
