"""The door of the placement: an intake as JSON in, where it leads as JSON out."""

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from flows.doors import given, person
from flows.doors.told import About, PainScore, Pressure, Step, Weeks
from flows.phases.intake import Intake, Placement, Screening, Start
from flows.phases.placement import place
from flows.phases.policy import Policy
from flows.phases.signs import Sign
from flows.steps import Level


class Screened(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The seven topics of the health screening, yes or no; left out is not known."""

    heart: bool | None = None
    chest_pain: bool | None = None
    dizzy: bool | None = None
    long_term: bool | None = None
    medicines: bool | None = None
    joints: bool | None = None
    supervised_only: bool | None = None


class PlaceAsked(About, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An intake, a screening, conditions and a movement check."""

    weeks_off: Annotated[Weeks | None, Meta(description="weeks since last trained")] = None
    screening: Screened = Screened()
    signs: Annotated[
        tuple[Sign, ...] | None, Meta(description="warning signs; [] is none, left out not asked")
    ] = None
    pain: PainScore | None = None
    systolic: Pressure | None = None
    diastolic: Pressure | None = None
    back_from_injury: bool = False
    deconditioned: bool = False
    start: Annotated[Step | None, Meta(description="the step a trainer asks for")] = None


class Placed(Struct, frozen=True, kw_only=True):
    """Where somebody starts, on which route, with which limits, and why."""

    verdict: Start
    phase: Step | None
    level: Level | None
    route: tuple[Step, ...]
    limits: tuple[given.Mind, ...]
    reasons: tuple[given.Why, ...]
    stay_weeks: int | None
    items: tuple[given.Pending, ...]
    policy: str


_DECODER = msgspec.json.Decoder(PlaceAsked)


def decide(told: PlaceAsked, policy: Policy) -> Placed:
    """Place somebody by the rules that the chat uses; raises person.UnknownItem."""
    return _out(place(intake(told), policy))


def intake(told: PlaceAsked) -> Intake:
    """Take a document over into the rules' own terms; raises person.UnknownItem."""
    return Intake(
        goal=told.goal,
        today=told.today,
        profile=person.profile(told),
        weeks_off=told.weeks_off,
        screening=msgspec.convert(told.screening, Screening, from_attributes=True),
        signs=told.signs,
        movement=person.movement(told.movement),
        pain=told.pain,
        systolic=told.systolic,
        diastolic=told.diastolic,
        back_from_injury=told.back_from_injury,
        deconditioned=told.deconditioned,
        items=person.items(told.clearances),
        start=told.start,
    )


def _out(placed: Placement) -> Placed:
    return Placed(
        verdict=placed.verdict,
        phase=placed.phase,
        level=placed.level,
        route=placed.route,
        limits=given.minds(placed.limits),
        reasons=given.whys(placed.reasons),
        stay_weeks=placed.stay_weeks,
        items=given.pendings(placed.items),
        policy=placed.policy,
    )


def answer(document: bytes, policy: Policy, line: int | None) -> Placed | given.Refused:
    """Answer one JSON document; a faulty one is refused with the field named."""
    return given.answered(lambda: decide(_DECODER.decode(document), policy), line)
