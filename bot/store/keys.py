"""Where things are kept: the partition of a state, and the names of its keys."""

from zlib import crc32

from msgspec import Struct

from bot.ports import Change, Entry

PARTITIONS = 64

OUTBOX = ("queue", "outbox", "lanes", "leases", "count")
TIMERS = ("timers", "alarms")
SEAL = "\0"
"""Ends a lane's name in the queue; sorts before every character of a name."""


def partition(state: str) -> int:
    """Say where a state is: in the same partition as all that is the same human's.

    The kind before the first ':' does not count: `person:7`, `desk:7` and `chat:7` are together.
    """
    _, _, who = state.partition(":")
    return crc32(who.encode()) % PARTITIONS


class Keys(Struct, frozen=True):
    """The names of one bot's keys. The tag in braces keeps a partition in one Cluster slot."""

    bot: str

    def of_partition(self, number: int, *names: str) -> list[str]:
        return [f"sw:{self.bot}:{{p{number:02}}}:{name}" for name in names]

    def of_state(self, state: str, *names: str) -> list[str]:
        return self.of_partition(partition(state), *(f"{name}:{state}" for name in names))

    def settings(self) -> str:
        return f"sw:{self.bot}:settings"


def own_lanes(state: str) -> tuple[tuple[str, str], ...]:
    """Ranges of the queue, from and before, that hold what a state sends and was sent.

    A person's chat has the person's number; other kinds have no chat of their own.
    """
    kind, _, who = state.partition(":")
    lanes = [f"timer:{state}", f"hop:{state}>"]
    if kind == "person":
        lanes.append(f"chat:{who}")
    return tuple(_range(lane) for lane in lanes)


def _range(lane: str) -> tuple[str, str]:
    if lane.endswith(">"):
        return lane, lane[:-1] + "?"
    return lane + SEAL, lane + "\1"


def together(change: Change) -> None:
    """Refuse a change whose entries are not all in its state's partition."""
    at = partition(change.state)
    for entry in (*change.entries, *(timer.entry for timer in change.timers)):
        beside(entry, at)


def beside(entry: Entry, at: int) -> None:
    if entry.partition != at:
        raise ValueError(f"entry {entry.id} is in partition {entry.partition}, not {at}")
