"""Who is tied to whom, and about what: a gym's member, a membership, a ping."""

from datetime import datetime

from msgspec import Struct

from flows.people import PersonId, Role
from flows.steps import Goal, Phase
from flows.words import Text


class Member(Struct, frozen=True, kw_only=True):
    """One member as the gym's roster knows them: no answer, no reading, nothing of health."""

    id: PersonId
    name: str
    membership: str
    trainer: PersonId | None = None
    trainer_name: str = ""
    phase: Phase | None = None
    goal: Goal | None = None
    since: str = ""
    zone: str = ""
    language: str = ""
    last_checkin: str = ""
    reminders: bool = True
    reachable: bool = True
    risk: str = ""


class Membership(Struct, frozen=True, kw_only=True):
    """One person's tie to one gym in one role; for clients also to the trainer there.

    `act_after`: the days after which the gym lets a step up that waits be made; 0 is never.
    """

    id: str
    gym: str
    gym_name: str
    role: Role
    trainer: PersonId | None = None
    trainer_name: str = ""
    act_after: int = 0


class Ping(Struct, frozen=True, kw_only=True):
    """One entry for a trainer's desk, as the client's state raised it.

    `phase` is the step in question; `items` are what a professional's word could clear.
    """

    id: str
    kind: str
    client: PersonId
    client_name: str
    membership: str
    at: datetime
    text: tuple[Text, ...]
    phase: Phase | None = None
    items: tuple[tuple[str, Text], ...] = ()
