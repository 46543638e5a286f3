"""Calls to qBittorrent 3.0 to 4.0: the same actions, values and answers as of today, by the routes of then.

`exchange` is the way of one call and the tables of what needs more than its route; `asking` is one request; `wording` makes it;
`looking` reads what others decide by; `answering` turns answers into those of today, and `cookie_settings` preferences;
`confirming` looks whether an order was carried out where the daemon does not say so.
"""
