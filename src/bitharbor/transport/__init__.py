"""The only sockets of the library: `blocking` on requests, `asynchronous` on aiohttp. Only `client.py` files import them.

A transport sends one request and tells what came of it; it never decides, never repeats, follows no redirect, keeps no cookie.
"""
