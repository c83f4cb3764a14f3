"""One reminder to many, as one document: its words, whom it is for, and how far it got."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from flows.people import PersonId
from flows.steps import Phase
from flows.words import Text


class Stage(StrEnum):
    """How far a reminder got."""

    DRAFT = "draft"
    OFFERED = "offered"
    CONFIRMED = "confirmed"
    SENDING = "sending"
    DONE = "done"
    DROPPED = "dropped"


class Broadcast(Struct, frozen=True, kw_only=True, tag="broadcast"):
    """One reminder; `waiting` are still to be told, `out` are told and not heard of yet.

    `heard`: when something was last heard while it is sent.
    """

    code: str
    gym: str = ""
    gym_name: str = ""
    owner: PersonId | None = None
    phase: Phase | None = None
    text: Text | None = None
    stage: Stage = Stage.DRAFT
    waiting: tuple[tuple[PersonId, str], ...] = ()
    out: tuple[PersonId, ...] = ()
    results: tuple[tuple[str, int], ...] = ()
    heard: datetime | None = None
