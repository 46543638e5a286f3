"""How fast the faces are, beside peers and beside the bare limit: `python -m bench`.

Rule 1: a figure is a median over rounds in which all subjects take turns, and what counts is its ratio to another of the same
        run: a machine that is slow today is slow for all.
Rule 2: each subject runs in a process, and each peer in an environment, of its own.
Rule 3: nothing here fails because of a figure; aims are shown, met or not.
"""
