"""One file for each daemon, the same verbs in the same order: `adapter.Adapter` says which."""
