"""Which actions of the Web API there are, and which of them a run of the tests saw answered, on which daemon lines."""
