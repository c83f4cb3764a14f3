"""The door of the weekly review: a position and a week as JSON in, the verdict as JSON out."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from flows.doors import given, person
from flows.doors.told import About, Count, PainScore, Pressure, Step, Weeks
from flows.phases.case import week_items
from flows.phases.items import Item
from flows.phases.outcome import Approval, Outcome, Verdict
from flows.phases.policy import Policy
from flows.phases.position import Form, Injury, PainKind, Performance, Position, Week
from flows.phases.reasons import OURS, Reason
from flows.phases.signs import Sign
from flows.phases.telling import note
from flows.phases.verdict import review
from flows.steps import Goal, Level, Phase
from flows.words import T

Score = Annotated[int, Meta(ge=1, le=7, description="1 best to 7 worst")]


class WeekAsked(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One week as told; left out is not known, but for events: those did not happen."""

    today: date | None = None
    missed: Annotated[bool, Meta(description="there was no check-in")] = False
    sessions_planned: Count | None = None
    sessions_done: Count | None = None
    effort: Annotated[float, Meta(ge=0, le=10)] | None = None
    reps_left: Annotated[int, Meta(ge=0, le=20)] | None = None
    form: Form | None = None
    performance: Performance | None = None
    sleep: Score | None = None
    stress: Score | None = None
    fatigue: Score | None = None
    soreness: Score | None = None
    pain: PainScore | None = None
    pain_kinds: tuple[PainKind, ...] = ()
    pain_where: tuple[str, ...] = ()
    signs: Annotated[
        tuple[Sign, ...] | None, Meta(description="warning signs; [] is none, left out not asked")
    ] = None
    health_changed: bool = False
    systolic: Pressure | None = None
    diastolic: Pressure | None = None
    ill_days: Annotated[int, Meta(ge=0, le=400)] = 0
    symptom_free_hours: Count | None = None
    chest_fever: Annotated[bool, Meta(description="fever with chest signs, or hospital")] = False
    weeks_off: Annotated[Weeks | None, Meta(description="null is not known")] = 0.0
    new_goal: Goal | None = None
    injury: Injury | None = None
    pregnant: Annotated[bool, Meta(description="told this week")] = False
    cycle_finished: bool = False
    stalled: bool = False


class ReviewAsked(About, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where somebody stands, what they did before, and the week to be reviewed."""

    phase: Annotated[Step | None, Meta(description="null or left out: not known")] = None
    weeks_in_phase: Annotated[
        Count | None, Meta(description="weeks on this step, the reviewed one counted")
    ] = None
    weeks_since_move: Count | None = None
    rounds: Annotated[Count, Meta(description="finished rounds of the route")] = 0
    undulating: bool = False
    earned: Annotated[tuple[Step, ...], Meta(description="steps completed")] = ()
    movement_days: Annotated[Count | None, Meta(description="age of the movement check")] = None
    screened: Annotated[date | None, Meta(description="day of the last health screening")] = None
    stay_weeks: Annotated[Count | None, Meta(description="weeks asked of this step")] = None
    no_up_until: date | None = None
    past: Annotated[tuple[WeekAsked, ...], Meta(description="weeks before, oldest first")] = ()
    week: WeekAsked = WeekAsked()


class Reviewed(Struct, frozen=True, kw_only=True):
    """The verdict, the step after it, why, and what would lead up."""

    verdict: Outcome
    approval: Approval
    phase: Step | None
    level: Level | None
    reasons: tuple[given.Why, ...]
    missing: tuple[given.Why, ...]
    limits: tuple[given.Mind, ...]
    goal: Goal | None
    mix: tuple[Step, ...]
    load: tuple[int, int] | None
    lighter_week: bool
    offer_movement: bool
    tests_again: bool
    supported: bool
    new_round: bool
    undulating: bool
    stay_weeks: int | None
    items: tuple[given.Pending, ...]
    policy: str


_DECODER = msgspec.json.Decoder(ReviewAsked)
_PLAIN = (
    *("verdict", "approval", "phase", "level", "goal", "mix", "load", "lighter_week"),
    *("offer_movement", "tests_again", "supported", "new_round", "undulating", "stay_weeks"),
    "policy",
)


def decide(told: ReviewAsked, policy: Policy) -> Reviewed:
    """Review a week by the rules that the chat uses; raises person.UnknownItem."""
    verdict = review(position(told, policy), week(told.week, told.today), policy)
    return out(replace(verdict, reasons=(*verdict.reasons, *_not_known(told))))


def _not_known(told: ReviewAsked) -> Iterator[Reason]:
    """Say what was taken for a position that is not known."""
    taken = {"phase": (told.phase, 1), "weeks_in_phase": (told.weeks_in_phase, 0)}
    for name, (value, worst) in taken.items():
        if value is None and not told.clearances:
            text = T(
                "Not known, so the worse case is taken: {name} {worst}.", name=name, worst=worst
            )
            yield note("not_known", OURS, text)


def position(told: ReviewAsked, policy: Policy) -> Position:
    """Take over where somebody stands; a step not known is the first, unless a stop is on."""
    items = person.items(told.clearances)
    first = None if items else Phase.STABILIZATION_ENDURANCE
    stands = _stands(told, items, first)
    return replace(stands, items=(*items, *_unsettled(stands, policy)))


def _unsettled(position: Position, policy: Policy) -> tuple[Item, ...]:
    """List what an earlier week opened and no word has cleared: it is open still."""
    found: dict[str, Item] = {}
    for at, week in enumerate(position.past):
        stood = replace(position, past=position.past[:at], weeks_in_phase=at + 1)
        found |= {item.code: item for item in week_items(stood, week, policy)}
    known = {item.code for item in position.items}
    return tuple(item for code, item in found.items() if code not in known)


def _stands(told: ReviewAsked, items: tuple[Item, ...], first: Phase | None) -> Position:
    return Position(
        goal=told.goal,
        phase=told.phase or first,
        profile=person.profile(told),
        weeks_in_phase=told.weeks_in_phase or 0,
        weeks_since_move=told.weeks_since_move,
        rounds=told.rounds,
        undulating=told.undulating,
        earned=told.earned,
        items=items,
        movement=person.movement(told.movement),
        movement_days=told.movement_days,
        stay_weeks=told.stay_weeks,
        no_up_until=told.no_up_until,
        screened=told.screened,
        past=tuple(week(one, None) for one in told.past),
    )


def week(told: WeekAsked, today: date | None) -> Week:
    """Take over a week; its own day counts before that of the document."""
    taken = msgspec.convert(told, Week, from_attributes=True)
    return replace(taken, today=told.today or today)


def out(verdict: Verdict) -> Reviewed:
    """Put a verdict into plain words."""
    return Reviewed(
        reasons=given.whys(verdict.reasons),
        missing=given.whys(verdict.missing),
        limits=given.minds(verdict.limits),
        items=given.pendings(verdict.items),
        **{name: getattr(verdict, name) for name in _PLAIN},
    )


def answer(document: bytes, policy: Policy, line: int | None) -> Reviewed | given.Refused:
    """Answer one JSON document; a faulty one is refused with the field named."""
    return given.answered(lambda: decide(_DECODER.decode(document), policy), line)
