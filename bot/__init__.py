"""The shell of Stairwise: Telegram, Redis and the clock around the pure `flows`.

Telegram is the inbox, Redis is the outbox: an update is confirmed only once its consequences are
committed, and only what is committed is sent.
"""
