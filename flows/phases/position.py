"""Where a client stands, and one week of training: what the rules review."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from flows.phases.items import Item
from flows.phases.profile import Movement, Profile
from flows.phases.signs import Sign
from flows.steps import Goal, Phase


class Form(StrEnum):
    """How the technique held under load."""

    GOOD = "good"
    SLIPS = "slips"
    BREAKS = "breaks"


class PainKind(StrEnum):
    """How a pain feels; everything but dull stops."""

    DULL = "dull"
    SHARP = "sharp"
    LOCKING = "locking"
    GIVING_WAY = "giving_way"
    SWELLING = "swelling"


class Injury(StrEnum):
    """An injury told of in a week: a new one, or an old one that a professional has cleared."""

    NEW = "new"
    CLEARED = "cleared"


class Performance(StrEnum):
    """Loads and reps against the week before."""

    UP = "up"
    SAME = "same"
    DOWN = "down"


class Week(Struct, frozen=True, kw_only=True):
    """One week as told in a check-in; None is not answered and counts as the worse case.

    `today` is the day of the check-in. `effort` 0 to 10; sleep, stress, fatigue and soreness 1
    (best) to 7 (worst); `pain` 0 to 10. `signs` () is none, None not asked. `ill_days` 0 is well.
    `weeks_off` counts from the day last trained. `missed`: there was no check-in. `chest_fever`:
    fever with chest signs, or hospital. `health_changed` is the monthly question. What happens
    rarely did not happen unless it is told: an injury, a pregnancy that begins to be known, a
    round that the trainer calls finished, and being stalled (no progress for weeks).
    """

    today: date | None = None
    missed: bool = False
    sessions_planned: int | None = None
    sessions_done: int | None = None
    effort: float | None = None
    reps_left: int | None = None
    form: Form | None = None
    performance: Performance | None = None
    sleep: int | None = None
    stress: int | None = None
    fatigue: int | None = None
    soreness: int | None = None
    pain: int | None = None
    pain_kinds: tuple[PainKind, ...] = ()
    pain_where: tuple[str, ...] = ()
    signs: tuple[Sign, ...] | None = None
    health_changed: bool = False
    systolic: int | None = None
    diastolic: int | None = None
    ill_days: int = 0
    symptom_free_hours: int | None = None
    chest_fever: bool = False
    weeks_off: float | None = 0.0
    new_goal: Goal | None = None
    injury: Injury | None = None
    pregnant: bool = False
    cycle_finished: bool = False
    stalled: bool = False


class Position(Struct, frozen=True, kw_only=True):
    """Where a client stands; everything the review of a week needs to remember.

    `phase` None: no step yet, or none while an item is open. `weeks_in_phase` counts the reviewed
    week. `weeks_since_move` likewise; None: never moved. `rounds` are finished rounds of the
    route. `earned` are the steps completed since the last return by time off or clearance. `past`
    are the weeks before this one, newest last. `movement_days`: age of the movement check;
    `stay_weeks`: weeks asked of this step, None the usual; `screened`: day of the last screening.
    """

    goal: Goal
    phase: Phase | None = None
    profile: Profile = Profile()
    weeks_in_phase: int = 0
    weeks_since_move: int | None = None
    rounds: int = 0
    undulating: bool = False
    earned: tuple[Phase, ...] = ()
    items: tuple[Item, ...] = ()
    movement: Movement | None = None
    movement_days: int | None = None
    stay_weeks: int | None = None
    no_up_until: date | None = None
    screened: date | None = None
    past: tuple[Week, ...] = ()
