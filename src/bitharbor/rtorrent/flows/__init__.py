"""What takes decisions: asking in the language that the daemon speaks, and the verbs that take several requests.

Nothing here knows a socket, or whether a thread or a task waits.
"""
