"""How a gym works: what its owner chose, and what its members are told of it."""

from msgspec import Struct

from flows.people import PersonId


class Ways(Struct, frozen=True, kw_only=True):
    """How a gym works.

    `act_after`: the days after which a step up that waits is made without a yes; 0 is never.
    """

    act_after: int = 0


class WaysChosen(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: its owner says how it works."""

    by: PersonId
    ways: Ways


class WaysChanged(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a client: their gym works so from now on."""

    membership: str
    ways: Ways
