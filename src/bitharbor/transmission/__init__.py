"""Transmission: its two languages (classic and JSON-RPC 2.0), calls as flows, records, and a client.

`client` brings the transport in; nothing else here knows a socket. What all daemons have in common is said in `unified`.
"""
