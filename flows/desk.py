"""A trainer's desk, as one document: the pings that lie on it and the clients they are about."""

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


class Client(Struct, frozen=True, kw_only=True):
    """Somebody this trainer trains, by one membership."""

    id: PersonId
    name: str
    membership: str
    gym: str = ""
    gym_name: str


class Desk(Struct, frozen=True, kw_only=True, tag="desk"):
    """One trainer's desk; its messages go to that trainer's private chat."""

    trainer: PersonId
    clients: tuple[Client, ...] = ()
    pings: tuple[Lying, ...] = ()
