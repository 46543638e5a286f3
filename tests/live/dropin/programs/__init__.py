"""Programs as users of the interface write them; `test_programs` runs each with the package of that name from PyPI and with ours.

Each takes address, user name, password and a folder, and writes to its output only what is the same each time.
"""
