"""How long things stand, and in whose name lanes are held."""

import os
from datetime import timedelta
from secrets import token_hex
from socket import gethostname

from msgspec import Struct, field


class Terms(Struct, frozen=True):
    """A lane's lease; how long event ids are remembered; how long a forgotten state is."""

    lease: timedelta = timedelta(seconds=30)
    seen: timedelta = timedelta(hours=26)
    tombstone: timedelta = timedelta(days=30)


def ms(length: timedelta) -> int:
    return length // timedelta(milliseconds=1)


def _this_process() -> str:
    return f"{gethostname()}:{os.getpid()}:{token_hex(4)}"


class Owner(Struct):
    """Who holds lanes. With a new grip the owner is told everything anew that it holds."""

    name: str = field(default_factory=_this_process)
    grip: str = field(default_factory=token_hex)

    def regrip(self) -> None:
        """Take a new grip: an answer was lost, and lanes may be held that nobody knows of."""
        self.grip = token_hex()


def only_owner() -> Owner:
    """For a store that one process at a time can open: what the last one held is this one's."""
    return Owner(name="only")
