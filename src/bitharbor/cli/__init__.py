"""The command line `btclient`, in two forms: the documented one (`classic`) and that for daily use (`verbs`, a file each).

Rule 1: verbs ask and order through `bitharbor.unified`, and nothing of any one daemon is known here.
Rule 2: nothing outside imports this; and nothing here is imported before it is needed: help costs little more than Python.
Rule 3: whatever fails, ends with an exit code of `codes` and words on stderr: never a traceback, never a secret.
"""
