"""A trainer's desk, as one document: the pings that lie on it and the clients they are about."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from flows.hours import EVERY_DAY, Hours
from flows.people import PersonId
from flows.phases.office import Desks
from flows.ties import Ping
from flows.words import Text


class Urgency(StrEnum):
    """When a trainer hears of a ping: at any hour, in working hours, or once a day."""

    NOW = "now"
    TODAY = "today"
    DIGEST = "digest"


class Lying(Struct, frozen=True, kw_only=True):
    """A ping on the desk; `outcome` is what came of it, none while it is open.

    `seen`: the trainer has looked, or put it off, and something can still be done about it.
    `shown`: its own message is in the chat; `told` when that rang last, and `tellings` how often.
    `due`: not told before that working day begins. `escalated`: the gym heard that nobody looked.
    """

    ping: Ping
    outcome: Text | None = None
    seen: bool = False
    urgency: Urgency = Urgency.TODAY
    shown: bool = True
    told: datetime | None = None
    tellings: int = 0
    due: date | None = None
    escalated: bool = False


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
    """One trainer's desk; its messages go to that trainer's private chat.

    `hours` are None until the trainer tells them; `digest` is the day of the next one; `listed`:
    a list of what lies here is in the chat.
    """

    trainer: PersonId
    clients: tuple[Client, ...] = ()
    pings: tuple[Lying, ...] = ()
    hours: Hours | None = None
    digest: date | None = None
    listed: bool = False
    overrides: tuple[Overrides, ...] = ()


def find_client(desk: Desk, client: PersonId) -> Client | None:
    """Find whom this trainer trains by their id; None for nobody of theirs."""
    return next((one for one in desk.clients if one.id == client), None)


def hours_of(desk: Desk, rule: Desks) -> Hours:
    """Give the trainer's hours; until they tell them, those of the policy."""
    return desk.hours or Hours(
        zone="UTC",
        days=EVERY_DAY,
        start=rule.first_hour,
        end=rule.last_hour,
        digest=rule.digest_hour,
    )


def lying_open(desk: Desk) -> tuple[Lying, ...]:
    """List what is not done with, in the order it came."""
    return tuple(one for one in desk.pings if one.outcome is None)


def put_off(lying: Lying) -> bool:
    """Say whether the trainer has put a ping off to another day."""
    return lying.due is not None and lying.seen


def unseen(lying: Lying) -> bool:
    """Say whether a ping is urgent and nobody has looked at it, nor was anybody else told."""
    looked_at = lying.seen or lying.outcome is not None or lying.escalated
    return lying.urgency is Urgency.NOW and not looked_at and lying.told is not None
