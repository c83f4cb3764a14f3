"""Who is tied to whom, and about what: a gym's member, a membership, a ping."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from flows.people import PersonId, Role
from flows.steps import Goal, Phase
from flows.words import Text


class Topic(StrEnum):
    """What a gym's reminder is about: each member opts out of each by itself."""

    STEPS = "steps"
    NEWS = "news"


class Checked(Struct, frozen=True, kw_only=True):
    """One week's check-in: its day, and the sessions told in it; None where it was missed."""

    day: str
    sessions: int | None = None


class Member(Struct, frozen=True, kw_only=True):
    """One member as the gym's roster knows them: no reading, nothing of health.

    `since` is the day they came onto their step, `moved` the same for who was on another before;
    `weeks` are the last check-ins, newest last: a gym sees them added up only. `risk` is the
    gravest rule of `flows.attention` that is true of them, none when all is well.
    """

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
    muted: tuple[Topic, ...] = ()
    reachable: bool = True
    moved: str = ""
    weeks: tuple[Checked, ...] = ()
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


class Place(Struct, frozen=True, kw_only=True):
    """A group or channel, by Telegram's id and its title."""

    chat: int
    title: str


class Ping(Struct, frozen=True, kw_only=True):
    """One entry for a trainer's desk, as the client's state raised it.

    `phase` is the step in question; `items` are what a professional's word could clear;
    `reason` says in a few words why it rang; `gym` raised it, none where it was the client.
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
    reason: Text | None = None
    gym: str = ""
