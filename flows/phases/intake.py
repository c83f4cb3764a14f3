"""What is known of a person at the start, and where that places them."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from flows.phases.items import Item
from flows.phases.profile import Movement, Profile
from flows.phases.reasons import Limit, Reason
from flows.phases.signs import Sign
from flows.steps import Goal, Level, Phase


class Screening(Struct, frozen=True, kw_only=True):
    """Seven yes-or-no topics; None is unknown and opens an item as a yes does."""

    heart: bool | None = None
    chest_pain: bool | None = None
    dizzy: bool | None = None
    long_term: bool | None = None
    medicines: bool | None = None
    joints: bool | None = None
    supervised_only: bool | None = None


class Intake(Struct, frozen=True, kw_only=True):
    """The answers of an intake; all but the goal may be unknown.

    `weeks_off` counts from the day last trained. `start`: the step a trainer asks for. `items`
    are known already, with their clearances. `back_from_injury`: a cleared one. `deconditioned`:
    somebody judged so. `systolic` and `diastolic` are a last reading, in mmHg.
    """

    goal: Goal
    today: date | None = None
    profile: Profile = Profile()
    weeks_off: float | None = None
    screening: Screening = Screening()
    signs: tuple[Sign, ...] | None = None
    movement: Movement | None = None
    pain: int | None = None
    systolic: int | None = None
    diastolic: int | None = None
    back_from_injury: bool = False
    deconditioned: bool = False
    items: tuple[Item, ...] = ()
    start: Phase | None = None


class Start(StrEnum):
    """Whether somebody starts, or is referred first."""

    START = "start"
    REFER = "refer"


class Placement(Struct, frozen=True, kw_only=True):
    """Where somebody starts: no step when referred; `items` are all open and closed ones.

    `route` is cut at the cap; `stay_weeks` are the weeks asked of the
    first step, None the usual.
    """

    verdict: Start
    phase: Phase | None
    level: Level | None
    route: tuple[Phase, ...]
    limits: tuple[Limit, ...]
    reasons: tuple[Reason, ...]
    items: tuple[Item, ...]
    stay_weeks: int | None = None
    policy: str = ""
