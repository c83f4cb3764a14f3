"""A trainer's desk, as one document: the pings that lie on it and the clients they are about."""

from datetime import date

from msgspec import Struct

from flows.people import PersonId
from flows.ties import Ping
from flows.words import Text


class Lying(Struct, frozen=True, kw_only=True):
    """A ping on the desk; `outcome` is what came of it, none while it is open.

    `seen`: the trainer has looked, and something can still be done about it.
    """

    ping: Ping
    outcome: Text | None = None
    seen: bool = False


class Note(Struct, frozen=True, kw_only=True):
    """What a trainer wants to remember about a client; nobody else sees it."""

    code: str
    on: date
    words: str


class Overrides(Struct, frozen=True, kw_only=True):
    """How often a rule was overruled, and for which reasons; of nobody by name."""

    rule: str
    count: int
    reasons: tuple[tuple[str, int], ...] = ()


class Client(Struct, frozen=True, kw_only=True):
    """Somebody this trainer trains, by one membership; `offered` to this colleague."""

    id: PersonId
    name: str
    membership: str
    gym: str = ""
    gym_name: str
    notes: tuple[Note, ...] = ()
    offered: PersonId | None = None


class Desk(Struct, frozen=True, kw_only=True, tag="desk"):
    """One trainer's desk; its messages go to that trainer's private chat."""

    trainer: PersonId
    clients: tuple[Client, ...] = ()
    pings: tuple[Lying, ...] = ()
    overrides: tuple[Overrides, ...] = ()
