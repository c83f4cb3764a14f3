"""The made-up people of a rehearsal: sound, experienced, and with good weeks behind them."""

from datetime import date, timedelta

from msgspec.structs import replace

from flows.phases.intake import Intake, Screening
from flows.phases.policy import Policy
from flows.phases.position import Form, Position, Week
from flows.phases.profile import Equipment, Fault, Movement, Profile
from flows.steps import Goal, Phase

MONDAY = date(2026, 1, 5)
PERFECT = Movement(
    feet=Fault.NONE,
    knees=Fault.NONE,
    low_back=Fault.NONE,
    lean=Fault.NONE,
    arms=Fault.NONE,
    landing=Fault.NONE,
    lands=True,
    single_leg_seconds=60,
    pain=False,
)
ALL_NO = Screening(
    heart=False,
    chest_pain=False,
    dizzy=False,
    long_term=False,
    medicines=False,
    joints=False,
    supervised_only=False,
)
GOOD = Week(
    today=MONDAY,
    sessions_planned=3,
    sessions_done=3,
    effort=5,
    reps_left=3,
    form=Form.GOOD,
    sleep=2,
    stress=2,
    fatigue=2,
    soreness=2,
    pain=0,
    signs=(),
)


def athlete(*, trainer: bool) -> Profile:
    """Somebody of thirty with years of training, all equipment and no conditions."""
    return Profile(
        age=30,
        experience_months=72,
        equipment=tuple(Equipment),
        conditions=(),
        fell_last_year=False,
        used_to_training=True,
        supervised=trainer,
    )


def assessed(goal: Goal, *, trainer: bool) -> Intake:
    """Assess that person, with nothing found."""
    return Intake(
        goal=goal,
        today=MONDAY,
        profile=athlete(trainer=trainer),
        weeks_off=0,
        screening=ALL_NO,
        signs=(),
        movement=PERFECT,
        pain=0,
    )


def standing(phase: Phase, goal: Goal, policy: Policy) -> Position:
    """Put that person on a step for as long as it takes, with good weeks behind them."""
    weeks = policy.weeks.longest
    return Position(
        goal=goal,
        phase=phase,
        profile=athlete(trainer=True),
        weeks_in_phase=weeks,
        earned=tuple(step for step in Phase if step < phase),
        movement=PERFECT,
        movement_days=0,
        screened=MONDAY,
        past=(GOOD,) * weeks,
    )


def on(week: int, told: Week) -> Week:
    """Put a week of a rehearsal in its place, by its number."""
    return replace(told, today=MONDAY + timedelta(weeks=week))
