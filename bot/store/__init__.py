"""The system of record: one contract (`bot.ports.Store`), kept by memory, Redis and Valkey.

A commit is one script on one partition, so it happens as a whole or not at all. What it posts to
the outbox is leased, lane by lane, to one process; when that process dies, the leases run out and
another takes the lanes over. Nothing here knows what a document or a body means.
"""
