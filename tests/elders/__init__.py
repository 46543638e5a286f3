"""A scripted server for the qBittorrents that no package brings any more: 3.0 to 4.0.4.

It answers from facts: what real 3.1.12, 3.1.9.2 and 3.3.16 sent (recordings in tests/data/recordings), and what the interface's
document says of the others. Where a version was never seen running, the line beside the rule says so.

Rule 1: nothing of src/bitharbor enters, and no table is shared with it: a mistake there must show here.
Rule 2: what time brings to a real daemon (rates, peers, finished downloads) is set by the test, never made up here.
"""

from tests.elders.elder import Elder

__all__ = ["Elder"]
