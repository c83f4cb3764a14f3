"""A session on its way: what is done of it, what comes now, and what is typed about it.

Read `training.py` (what is remembered) and `walk.py` (where a session stands).
"""
