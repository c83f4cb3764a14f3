"""One reminder to many, as one document: what was ordered, and how far it got.

Whom it is for is a list of rows beside the document, one a member (`flows.reach.Recipient`).
"""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from flows.people import PersonId
from flows.reach import Order


class Stage(StrEnum):
    """How far a reminder got."""

    DRAFT = "draft"
    OFFERED = "offered"
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    SENDING = "sending"
    PAUSED = "paused"
    RECALLING = "recalling"
    STANDING = "standing"
    DONE = "done"
    DROPPED = "dropped"


class Course(Struct, frozen=True, kw_only=True):
    """How it goes: `zones` whose hour has not come, `out` told and not heard of yet.

    `written` orders the versions of the rows; `asked`: the next rows were asked for, but for those
    zones; `dry`: there are none any more; `again`: those of whom it was not known, to be told once
    more. `base` were done when the pace's clock began at `since`.
    """

    total: int = 0
    zones: tuple[str, ...] = ()
    out: tuple[PersonId, ...] = ()
    unknown: tuple[PersonId, ...] = ()
    again: tuple[PersonId, ...] = ()
    results: tuple[tuple[str, int], ...] = ()
    written: int = 0
    asked: tuple[str, ...] | None = None
    dry: bool = False
    since: datetime | None = None
    base: int = 0
    heard: datetime | None = None
    shown: datetime | None = None
    ended: datetime | None = None


class Broadcast(Struct, frozen=True, kw_only=True, tag="broadcast"):
    """One reminder, or one that comes again and begins a new one at each of its days."""

    code: str
    order: Order = Order()
    stage: Stage = Stage.DRAFT
    course: Course = Course()
