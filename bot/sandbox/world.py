"""Everything the town's rules work on, in one hand."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.sandbox.bell import Bell
from bot.sandbox.files import Drawer
from bot.sandbox.inbox import Inbox, Queries
from bot.sandbox.ledger import Ledger
from bot.sandbox.people import Census
from bot.sandbox.talk import Talk

Now = Callable[[], datetime]
Wall = Callable[[], float]


class World:
    """One town's people, talk, updates, queries and files, on one ledger."""

    def __init__(self, folder: Path, token: str, now: Now, wall: Wall) -> None:
        self.token = token
        self.now = now
        self.wall = wall
        self.bell = Bell()
        self.ledger = Ledger(folder / "town.jsonl")
        self.census = Census(self.ledger, self.bell, int(token.partition(":")[0]))
        self.talk = Talk(self.ledger, self.bell, now)
        self.inbox = Inbox(self.ledger, self.bell, wall)
        self.queries = Queries(self.ledger, self.bell, wall)
        self.drawer = Drawer(self.ledger, folder / "files")
