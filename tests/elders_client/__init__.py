"""The clients of bitharbor against the scripted servers of qBittorrent 3.0 to 4.0.4 (tests/elders): all three faces.

Rule: what a server did is looked up in the server; what a face says, in what it returns.
"""
