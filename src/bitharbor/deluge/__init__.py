"""Deluge 2.0 and younger: what its daemon speaks, and `DelugeClient` that speaks it.

`rencode` and `framing` are the bytes, `effects`, `flows` and `refusals` what decides, `client` what waits.
"""
