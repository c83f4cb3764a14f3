"""The readings of a week that the guards look at; None is always unknown."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from flows.phases.caps import Cap
from flows.phases.items import Item
from flows.phases.policy import Policy
from flows.phases.position import Form, PainKind, Position, Week
from flows.phases.profile import Condition, Movement, Profile
from flows.phases.routes import route
from flows.steps import Goal, Phase


class By(StrEnum):
    """Who asks for a move: the weekly review, or a trainer."""

    REVIEW = "review"
    TRAINER = "trainer"


class Facts(Struct, frozen=True, kw_only=True):
    """What one way from `phase` to `to` is judged by; made by `case.facts`, or plainly in a test.

    `done` and `lately` are shares of the planned sessions, over the step and over the last weeks;
    of a long stay only as many weeks count as a step usually takes.
    `untold`: weeks on it of which the sessions are unknown. `stay_weeks`: weeks asked of it, None
    the usual.
    """

    phase: Phase
    to: Phase
    goal: Goal = Goal.HEALTH
    rounds: int = 0
    by: By = By.REVIEW
    today: date | None = None
    profile: Profile = Profile()
    movement: Movement | None = None
    movement_days: int | None = None
    weeks: int = 0
    stay_weeks: int | None = None
    weeks_since_move: int | None = None
    no_up_until: date | None = None
    screened: date | None = None
    done: float | None = None
    lately: float | None = None
    untold: int = 0
    missed: bool = False
    signs_told: bool = False
    effort: float | None = None
    readiness: int | None = None
    pain: int | None = None
    form: Form | None = None
    ill_days: int = 0
    symptom_free_hours: int | None = None
    weeks_off: float | None = 0.0
    open_items: tuple[Item, ...] = ()
    cap: Cap = Cap()


def weeks_back(position: Position, week: Week, count: int, policy: Policy) -> tuple[Week, ...]:
    """List this week and those before it, newest first, at most as many as are remembered.

    A week that must have been but is not in the position is a week of which nothing is known.
    """
    wanted = max(1, min(count, policy.weeks.remembered))
    known = (week, *reversed(position.past))[:wanted]
    trained = max(position.weeks_in_phase, len(known))
    return (*known, *(Week() for _ in range(min(wanted, trained) - len(known))))


def before(position: Position) -> Week | None:
    """Give the week before the reviewed one; None in the very first."""
    if position.past:
        return position.past[-1]
    return Week() if position.weeks_in_phase > 1 else None


def readiness(week: Week) -> int | None:
    """Sum of sleep, stress, fatigue and soreness (4 to 28, less is better), None if one lacks."""
    parts = (week.sleep, week.stress, week.fatigue, week.soreness)
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def share(week: Week) -> float | None:
    """Share of the planned sessions that were done, at most 1; None when unknown or unplanned."""
    if week.sessions_done is None or not week.sessions_planned:
        return None
    return min(1.0, week.sessions_done / week.sessions_planned)


def free(week: Week) -> bool:
    """Whether a week was planned without sessions: it counts neither for nor against anybody."""
    return week.sessions_planned == 0


def shares(weeks: Iterable[Week]) -> tuple[float | None, ...]:
    """Give the shares of the weeks that were planned with sessions, None where unknown."""
    return tuple(share(week) for week in weeks if not free(week))


def mean(parts: tuple[float | None, ...]) -> float | None:
    """Mean of some shares; an unknown one counts as none done, all unknown as unknown."""
    known = [part for part in parts if part is not None]
    return sum(known) / len(parts) if known else None


def least(mean_share: float | None, now: float | None) -> float | None:
    """Give the share of the last weeks; the reviewed week is not made up for by another."""
    return None if mean_share is None or now is None else min(mean_share, now)


def sharp(week: Week) -> bool:
    """Whether a pain is of a kind that stops."""
    return any(kind is not PainKind.DULL for kind in week.pain_kinds)


def pregnant(profile: Profile) -> bool | None:
    """Whether pregnant, None when conditions were not asked."""
    told = profile.conditions
    return None if told is None else Condition.PREGNANCY in told


def on_route(facts: Facts, policy: Policy) -> bool:
    """Whether the step aimed at lies on the route of the goal."""
    return facts.to in route(facts.goal, facts.rounds, policy)


def at_least(value: float | None, floor: float) -> bool:
    """Whether a reading is known and reaches the floor."""
    return value is not None and value >= floor


def at_most(value: float | None, top: float) -> bool:
    """Whether a reading is known and not above the top."""
    return value is not None and value <= top


class Guard(Protocol):
    """A condition of a way: true opens it. It is known by its name."""

    __name__: str

    def __call__(self, facts: Facts, policy: Policy, /) -> bool:
        """Answer for these facts."""
        ...
