"""What a trainer, their desk and a client tell each other about the sessions of that client."""

from msgspec import Struct

from flows.people import PersonId


class RosterAsked(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: its trainer wants to see whom they train, to look at a next session.

    With a page, in the place of another one.
    """

    page: int | None = None


class SessionAsked(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: its trainer wants to see a client's next session.

    With `swap`, an exercise, what might take its place there.
    """

    client: PersonId
    by_name: str
    swap: str = ""


class SessionWanted(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a client: their trainer wants to see the next session, or what may replace one."""

    membership: str
    trainer: PersonId
    trainer_name: str
    swap: str = ""


class WishTold(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: its trainer settles something about an exercise of a client."""

    client: PersonId
    by_name: str
    act: str
    exercise: str
    to: str = ""
    note: str = ""


class Wished(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a client: their trainer settles something about an exercise.

    `act` is "forbid", "lock", "allow", "swap" (`to` another one) or "note".
    """

    membership: str
    trainer: PersonId
    trainer_name: str
    act: str
    exercise: str
    to: str = ""
    note: str = ""


Coaching = RosterAsked | SessionAsked | SessionWanted | WishTold | Wished
