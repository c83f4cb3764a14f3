"""Exercises, doses and outings for the tests of the loads."""

from datetime import date, timedelta

from flows.phases.profile import Equipment, Profile
from flows.programs.exercise import Exercise
from flows.programs.kinds import (
    Component,
    Kit,
    Measure,
    Part,
    Pattern,
    Plane,
    Posture,
)
from flows.programs.loads import advise
from flows.programs.log import Done, Lift, Outing
from flows.programs.need import Need
from flows.programs.progress import Advice
from flows.programs.session import Dose, Span
from flows.steps import Goal, Level, Phase
from flows.words import Text, english
from tests.flows.book import BOOK

RULES = BOOK.loads
DAY = date(2026, 3, 2)
BENCH = Exercise(
    id="bench_press",
    name=Text("Bench press"),
    cue=Text("Shoulder blades together."),
    component=Component.RESISTANCE,
    part=Part.CHEST,
    pattern=Pattern.PUSH,
    level=Level.STRENGTH,
    phases=(Phase(3),),
    kit=((Kit.BARBELL, Kit.BENCH),),
    planes=(Plane.SAGITTAL,),
    posture=Posture.SUPINE,
    traits=(),
    muscles=(),
    measure=Measure.REPS,
    sided=False,
    loaded=True,
    regression="",
    progression="",
    bodyweight="",
    source="",
    confidence="",
)
DOSE = Dose(sets=3, reps=Span(8, 12), percent=Span(70, 80), left=Span(2, 3))
NEED = Need(
    phase=Phase(2),
    goal=Goal.MUSCLE,
    profile=Profile(age=30, experience_months=24, equipment=tuple(Equipment)),
)


def sets(kg: float | None, *reps: int | None, left: int | None = 2) -> tuple[Done, ...]:
    return tuple(Done(kg=kg, reps=one, left=left) for one in reps)


def outing(kg: float | None, *reps: int | None, left: int | None = 2, day: int = 0) -> Outing:
    return Outing(on=DAY + timedelta(days=day), phase=Phase(2), sets=sets(kg, *reps, left=left))


def lift(*outings: Outing) -> tuple[Lift, ...]:
    return (Lift(exercise="bench_press", outings=outings),)


def advised(need: Need, dose: Dose = DOSE, exercise: Exercise = BENCH) -> tuple[float | None, str]:
    """Give the advice as kilograms and one string of reasons."""
    told: Advice = advise(exercise, dose, need, BOOK)
    return told.kg, " ".join(english(one) for one in told.reasons)
