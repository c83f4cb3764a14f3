"""What a desk, its trainer and their gym tell each other: hours, and what is unseen."""

from msgspec import Struct

from flows.hours import Hours
from flows.people import PersonId
from flows.words import Text


class DeskOpened(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: its trainer trains from now on; one that was forgotten begins anew."""


class DeskAsked(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: its trainer wants to see what lies on it."""


class HoursAsked(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: its trainer wants to change their hours."""


class HoursShown(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a trainer who asked: the hours of their desk."""

    hours: Hours


class HoursTold(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: its trainer's hours from now on."""

    hours: Hours


class PingsOver(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: pings of these kinds about a client are no longer so."""

    membership: str
    kinds: tuple[str, ...]
    text: Text


class PingUnseen(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: a trainer has not looked at an urgent ping for so many minutes."""

    ping: str
    trainer: PersonId
    client: PersonId
    client_name: str
    membership: str
    minutes: int


class PingLookedAt(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a gym: an urgent ping that it heard of has been looked at, or is over."""

    ping: str
    trainer: PersonId


class StoodDown(Struct, frozen=True, kw_only=True, tag=True):
    """Told to a desk: its trainer no longer stands in for the trainers of this gym."""

    gym: str


Deskwork = (
    DeskOpened | DeskAsked | HoursAsked | HoursShown | HoursTold | PingsOver | PingUnseen
    | PingLookedAt | StoodDown
)  # fmt: skip
