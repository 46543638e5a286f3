"""The sans-IO core: effects that flows yield, the two drivers that run flows, and encodings. No socket, no HTTP library."""
