"""What qBittorrent's Web API is: one method per action, one module per scope.

Rule 1: an action, its parameters, its versions, its answer and its words are said here and nowhere else; `make generate` writes
        the faces and the table of operations from it.
Rule 2: only the generator (and later our own server) imports this package; nothing does at run time.
Rule 3: no code but declarations.
"""
