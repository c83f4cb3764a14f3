"""A sound person, a good week and a clean intake: tests change one thing about them."""

from datetime import date, timedelta

from msgspec.structs import replace

from flows.doors.person import ITEMS
from flows.phases.intake import Intake, Screening
from flows.phases.items import Clearance, Item, Voucher
from flows.phases.opening import opened
from flows.phases.outcome import Verdict
from flows.phases.position import Form, Position, Week
from flows.phases.profile import Equipment, Fault, Movement, Profile
from flows.steps import Goal, Phase

TODAY = date(2026, 3, 2)
P1, P2, P3, P4, P5 = Phase

SOUND = Profile(
    age=30,
    experience_months=24,
    equipment=(Equipment.BARBELL, Equipment.BALL_AND_ROOM),
    conditions=(),
    fell_last_year=False,
    used_to_training=True,
)
NONE = Fault.NONE
CLEAN = Movement(
    feet=NONE,
    knees=NONE,
    low_back=NONE,
    lean=NONE,
    arms=NONE,
    landing=NONE,
    lands=True,
    single_leg_seconds=40,
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
    today=TODAY,
    sessions_planned=4,
    sessions_done=4,
    effort=7,
    reps_left=3,
    form=Form.GOOD,
    sleep=2,
    stress=2,
    fatigue=2,
    soreness=2,
    pain=0,
    signs=(),
)
INTAKE = Intake(
    goal=Goal.MUSCLE,
    today=TODAY,
    profile=SOUND,
    weeks_off=0,
    screening=ALL_NO,
    signs=(),
    movement=CLEAN,
    pain=0,
)


def standing(phase: Phase, goal: Goal = Goal.MUSCLE, weeks: int = 4) -> Position:
    """Somebody sound who has had good weeks on a step."""
    return Position(
        goal=goal,
        phase=phase,
        profile=SOUND,
        weeks_in_phase=weeks,
        earned=tuple(step for step in Phase if step < phase),
        movement=CLEAN,
        movement_days=10,
        screened=TODAY - timedelta(days=60),
        past=tuple(GOOD for _ in range(weeks)),
    )


def supervised(position: Position) -> Position:
    return replace(position, profile=replace(position.profile, supervised=True))


def cleared(code: str, scope: Phase = P5, by: Voucher = Voucher.TRAINER) -> Item:
    item = opened(code, ITEMS[code], TODAY - timedelta(days=30))
    return replace(item, clearance=Clearance(by=by, given=TODAY - timedelta(days=20), scope=scope))


def rules(verdict: Verdict) -> list[str]:
    return [reason.rule for reason in verdict.reasons]


def lately(position: Position, **changes: object) -> Position:
    """Change the week before this one."""
    *older, newest = position.past
    return replace(position, past=(*older, replace(newest, **changes)))
