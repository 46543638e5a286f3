"""`--debug MODULE`: what a Python module logs, on stderr."""

from __future__ import annotations

import logging
from collections.abc import Iterable


def listen(modules: Iterable[str]) -> None:
    """Show all that these modules log."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    for module in modules:
        logger = logging.getLogger(module)
        logger.setLevel(logging.DEBUG)
        logger.addHandler(handler)
        logger.propagate = False
