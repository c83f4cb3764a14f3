"""Whom a reminder is for, when it goes out, and what became of each member's copy."""

from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct

from flows.people import PersonId
from flows.steps import Goal, Phase
from flows.ties import Member, Topic
from flows.words import Text

WEEK = 7
SETTLED = 2
"""Days on a step after which the roster knows of it wherever a day begins first."""
STEP_PLACES = ("{step}", "{week}")


class Segment(Struct, frozen=True, kw_only=True):
    """Which of a gym's members: what is left out does not narrow it.

    `week` is the week of their step, from 1; `fresh`: lately come to it; `trainer` a part of the
    trainer's name; `language` a Telegram code ("pt" has "pt-br" in it); `silent` the days since
    the last check-in, or more.
    """

    steps: tuple[Phase, ...] = ()
    week: int = 0
    fresh: bool = False
    goal: Goal | None = None
    trainer: str = ""
    language: str = ""
    silent: int = 0


class Every(StrEnum):
    """How often a reminder comes again."""

    WEEK = "week"
    MONTH = "month"


class When(Struct, frozen=True, kw_only=True):
    """A day and an hour of the clocks where each member is; the next day of a repeated one.

    `dated` is the day of the month first chosen, once a month was too short for it; 0 before.
    """

    day: date
    hour: int
    every: Every | None = None
    dated: int = 0

    @property
    def of_month(self) -> int:
        """The day of the month first chosen, which a short month does not have."""
        return self.dated or self.day.day


class Result(StrEnum):
    """What became of one member's copy."""

    WAITING = "waiting"
    OUT = "out"
    SENT = "sent"
    BLOCKED = "blocked"
    FAILED = "failed"
    UNKNOWN = "unknown"
    OFF = "off"
    LEFT = "left"
    CAP = "cap"
    QUIET = "quiet"
    NO_STEP = "no_step"
    DELETED = "deleted"
    KEPT = "kept"


class Recipient(Struct, frozen=True, kw_only=True):
    """One row of a reminder's list: no name, so that who leaves takes it along."""

    id: PersonId
    zone: str = ""
    result: Result = Result.WAITING


class CastAct(StrEnum):
    """What the owner of a reminder may ask of it."""

    SEND = "send"
    DROP = "drop"
    TEST = "test"
    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    AGAIN = "again"
    FILE = "file"
    RECALL = "recall"
    DELETE = "delete"
    REPORT = "report"
    STOP = "stop"


ENDS = (CastAct.DROP, CastAct.PAUSE, CastAct.CANCEL, CastAct.STOP)
"""What ends a reminder is open to who ordered it also when they run the gym no more."""


def needs_step(text: Text) -> bool:
    """Say whether a text makes sense only to somebody who stands on a step."""
    return any(place in text.template for place in STEP_PLACES)


class Order(Struct, frozen=True, kw_only=True):
    """Whose reminder it is, its words, whom it is for and when; without a time it goes now.

    `round`: it is one of those that come again; `photo` is Telegram's id of one.
    `phase`: those of a step, which have words of their own and come until the gym ends them.
    """

    gym: str = ""
    gym_name: str = ""
    owner: PersonId | None = None
    segment: Segment = Segment()
    text: Text = Text("")
    when: When | None = None
    round: bool = False
    topic: Topic = Topic.NEWS
    photo: str = ""
    phase: Phase | None = None


def chosen(members: tuple[Member, ...], order: Order, at: datetime) -> tuple[Member, ...]:
    """Find whom a reminder is for, of those who can be reached and did not opt out.

    Weeks and days are counted on the day that it goes out.
    """
    return tuple(
        one
        for one in members
        if one.reminders
        and order.topic not in one.muted
        and one.reachable
        and (one.phase is not None or not needs_step(order.text))
        and _fits(one, order.segment, order.when.day if order.when else today_of(one, at))
    )


def week_of(since: date, today: date) -> int:
    """Count the weeks on a step: the first day is in week 1."""
    return (today - since).days // WEEK + 1


def _fits(one: Member, segment: Segment, today: date) -> bool:
    return (
        (not segment.steps or one.phase in segment.steps)
        and (segment.goal is None or one.goal is segment.goal)
        and segment.trainer.casefold() in one.trainer_name.casefold()
        and _speaks(one.language, segment.language)
        and _silent(one, segment.silent, today)
        and (not segment.week or (one.phase is not None and _week(one, today) == segment.week))
        and (not segment.fresh or _fresh(one, today))
    )


def today_of(one: Member, at: datetime) -> date:
    """Say which day a moment is where a member lives."""
    return local(one, at).date()


def local(one: Member, at: datetime) -> datetime:
    """Say what the clocks show where a member lives, as far as that is known."""
    return at.astimezone(ZoneInfo(one.zone or "UTC"))


def _speaks(language: str, wanted: str) -> bool:
    return not wanted or language.casefold().partition("-")[0] == wanted.casefold()


def days_silent(one: Member, at: datetime) -> int | None:
    """Count the days since a member's last check-in; None where there was none."""
    if not one.last_checkin:
        return None
    return (today_of(one, at) - date.fromisoformat(one.last_checkin)).days


def _silent(one: Member, days: int, today: date) -> bool:
    if not days or not one.last_checkin:
        return True
    return (today - date.fromisoformat(one.last_checkin)).days >= days


def _fresh(one: Member, today: date) -> bool:
    """Say whether somebody is one of a week's newcomers: each is one in one week only."""
    days = (today - date.fromisoformat(one.since)).days if one.since else -1
    return SETTLED <= days < SETTLED + WEEK


def _week(one: Member, today: date) -> int:
    return week_of(date.fromisoformat(one.since), today) if one.since else 0
