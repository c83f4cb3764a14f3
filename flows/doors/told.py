"""The facts both doors take about a person, with what each may be."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from flows.phases.items import Voucher
from flows.phases.profile import Condition, Equipment, Fault, Sex
from flows.steps import Goal, Phase

Years = Annotated[int, Meta(ge=0, le=120, description="years")]
Weeks = Annotated[float, Meta(ge=0, le=6000, description="weeks")]
Count = Annotated[int, Meta(ge=0, le=1000)]
PainScore = Annotated[int, Meta(ge=0, le=10, description="0 none to 10 worst")]
Pressure = Annotated[int, Meta(ge=20, le=300, description="mmHg")]
Step = Annotated[Phase, Meta(description="step of the staircase, 1 to 5")]
ItemCode = Annotated[
    str, Meta(description="what is to be cleared, such as condition.hypertension or sign.dizzy")
]


class Cleared(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something to be cleared, and the word that clears it; without a word it is open."""

    item: ItemCode
    since: Annotated[
        date | None, Meta(description="the day it arose; else the day of the word")
    ] = None
    by: Annotated[
        Voucher | None, Meta(description="self, or a trainer who has seen a written word")
    ] = None
    given: Annotated[date | None, Meta(description="date of the word")] = None
    scope: Annotated[Phase, Meta(description="highest step the word allows")] = Phase.POWER


class Checked(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A movement check: checkpoints of the squat, landing, balance, push-ups, step test."""

    feet: Fault | None = None
    knees: Fault | None = None
    low_back: Fault | None = None
    lean: Fault | None = None
    arms: Fault | None = None
    landing: Fault | None = None
    single_leg_seconds: Annotated[float, Meta(ge=0, le=600)] | None = None
    steady: Annotated[bool | None, Meta(description="a trainer judged the balance as sound")] = (
        None
    )
    lands: Annotated[bool | None, Meta(description="lands a small jump and holds it")] = None
    pushups: Count | None = None
    step_test_pulse: Annotated[int, Meta(ge=20, le=250)] | None = None
    pain: bool | None = None


class About(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who it is about; each door adds its own facts."""

    goal: Goal
    today: Annotated[date | None, Meta(description="the day of the decision")] = None
    age: Years | None = None
    sex: Sex | None = None
    height_cm: Annotated[float, Meta(ge=50, le=260)] | None = None
    weight_kg: Annotated[float, Meta(ge=20, le=400)] | None = None
    experience_months: Annotated[int, Meta(ge=0, le=1200)] | None = None
    days_a_week: Annotated[int, Meta(ge=0, le=7)] | None = None
    equipment: tuple[Equipment, ...] | None = None
    conditions: Annotated[
        tuple[Condition, ...] | None, Meta(description="[] is none, left out is not known")
    ] = None
    unsettled: Annotated[
        tuple[Condition, ...], Meta(description="those with symptoms, or not under control")
    ] = ()
    pregnancy_week: Annotated[int, Meta(ge=1, le=42)] | None = None
    used_to_training: bool | None = None
    postpartum_weeks: Annotated[int, Meta(ge=0, le=520)] | None = None
    fell_last_year: bool | None = None
    beta_blocker: bool | None = None
    trainer: Annotated[bool, Meta(description="a trainer is linked")] = False
    guardian: bool | None = None
    movement: Checked | None = None
    clearances: tuple[Cleared, ...] = ()
