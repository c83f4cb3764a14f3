"""Where the shell's parts meet: what a store, a clock, a messenger and a pacer promise."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Protocol

from msgspec import Struct

from bot.turns import Toll
from flows.words import Text


class Conflict(Exception):  # noqa: N818 - an outcome, not a failure: load and decide again
    """Another commit came first: the revision is not the stored one."""


class StoreUnavailable(Exception):  # noqa: N818 - the machine is away, nobody erred
    """The store cannot be reached or does not answer: nothing is known to be committed."""


class StoreFull(Exception):  # noqa: N818 - the room is used up, nobody erred
    """The store has no room left: nothing was committed."""


class Loaded(Struct, frozen=True):
    """A state's document as stored; none and rev 0 for one that never was.

    `forgotten` is true while a tombstone stands; rev then goes on from where it was.
    """

    document: bytes | None = None
    rev: int = 0
    forgotten: bool = False


class Entry(Struct, frozen=True):
    """One thing in the outbox. Entries of one lane are handed out and done strictly in order.

    `partition` is that of the state that posts it (`bot.store.keys.partition`).

    Lanes: `chat:<id>` for what goes to a chat, `hop:<source>><target>` for an event to another
    state, `timer:<state>` for a timer that came due. `marked` is true when an attempt was begun.
    """

    id: str
    partition: int
    lane: str
    body: bytes
    marked: bool = False


class Timer(Struct, frozen=True):
    """A wake-up of one state: once the clock port says `due_ms` (UTC), `entry` is posted."""

    name: str
    due_ms: int
    entry: Entry


class Row(Struct, frozen=True):
    """One line of a state's table (a gym's roster); none as value removes it.

    A row with a lower rev than the stored one is ignored, also for 30 days after its removal.
    """

    key: str
    rev: int
    value: bytes | None


class Change(Struct, frozen=True, kw_only=True):
    """All that one event changes in one state, committed together or not at all.

    `rev` is the one that was loaded; the commit makes it one higher. A document of none leaves
    what is stored; `timers` are all that the state has from now on. `wipe` first deletes what the
    state has and had posted, and leaves a tombstone unless there is a document to put in place.
    """

    state: str
    event: str
    rev: int
    document: bytes | None
    entries: tuple[Entry, ...] = ()
    timers: tuple[Timer, ...] = ()
    rows: tuple[Row, ...] = ()
    history: tuple[bytes, ...] = ()
    wipe: bool = False


class Outcome(Struct, frozen=True):
    """What a commit did. `entries` are now this process's to do, oldest first, lane by lane.

    For a repeated event `fresh` is false and `entries` are what this process has to do in the
    lanes where something of its first commit still waits. Known ones may be among them: compare
    ids.
    """

    fresh: bool
    entries: tuple[Entry, ...]


class Ack(Struct, frozen=True, kw_only=True):
    """An entry is done: remember or drop its slot's message, and post what follows from it."""

    entry: Entry
    state: str
    slot: str = ""
    message: int | None = None
    then: tuple[Entry, ...] = ()


class Store(Protocol):
    """The system of record. Every method raises StoreUnavailable when it cannot be reached.

    After an answer was lost, a process is handed again what it may hold: compare ids.
    """

    async def load(self, state: str) -> Loaded: ...

    async def commit(self, change: Change) -> Outcome:
        """Save everything of the change; raises Conflict, StoreFull."""
        ...

    async def mark(self, entry: Entry) -> bool:
        """Note that an attempt to do the entry begins now.

        False when it is no longer this process's to do: it is done, or its lane was taken over.
        """
        ...

    async def acknowledge(self, ack: Ack) -> tuple[Entry, ...]:
        """Remove the entry; returns what this process has to do next and did not know of yet.

        That is: `then`, and entries that others posted to this lane meanwhile. A repeated
        acknowledgement changes nothing.
        """
        ...

    async def claim(self, limit: int) -> tuple[Entry, ...]:
        """Take over lanes whose lease ran out, whole, oldest first; `limit` lanes a partition."""
        ...

    async def renew(self, entries: tuple[Entry, ...]) -> None:
        """Keep the leases of these entries' lanes."""
        ...

    async def ripe(self, now_ms: int, limit: int) -> tuple[Entry, ...]:
        """Move due timers into the outbox, atomically, and take them; `limit` a partition."""
        ...

    async def waiting(self) -> int:
        """How many entries are in the outbox, whoever is to do them."""
        ...

    async def next_timer(self) -> int | None:
        """When the earliest timer is due, in ms; for a clock that can be pushed."""
        ...

    async def slot(self, state: str, slot: str) -> int | None: ...

    async def roster(self, state: str) -> dict[str, bytes]: ...

    async def history(self, state: str) -> list[bytes]: ...

    def states(self) -> AsyncIterator[str]:
        """All states' ids, in no order."""
        ...

    async def park(self, state: str, update: str, body: bytes, error: str) -> None:
        """Set an update aside that could not be handled, with what went wrong."""
        ...

    async def parked(self, state: str) -> list[bytes]: ...

    async def turn(self, toll: Toll, hold: int = 0) -> float:
        """Take the bot's next turn to send, over all its processes.

        Returns 0, or in how many ms to ask again: then nothing was taken. With a `hold` none is
        taken, and nobody gets one for so many ms.
        """
        ...

    async def setting(self, name: str) -> str | None: ...

    async def set_setting(self, name: str, value: str) -> None:
        """Keep a setting; raises StoreFull."""
        ...

    async def dangers(self) -> tuple[Text, ...]:
        """Say what the operator should do about the store, a sentence each."""
        ...

    async def close(self) -> None: ...


class Clock(Protocol):
    """What time it is, and how long to wait: real, or pushed forward by hand."""

    def now(self) -> datetime: ...

    async def wait(self, at_most: timedelta) -> None: ...


class Urgency(IntEnum):
    """Who goes first: a reply to somebody, news for a trainer, one of many equal messages."""

    REPLY = 0
    PING = 1
    BULK = 2


class Pacer(Protocol):
    """Leave to send: returns when one more message to this chat is within the limits.

    None as chat is for edits, which count for the whole bot only. The more urgent go first.
    """

    async def leave(self, chat: int | None, urgency: Urgency) -> None: ...

    async def hold(self, seconds: float) -> None:
        """Nobody sends for this long (the answer to a 429)."""
        ...
