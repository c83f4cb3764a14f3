"""What a session is built from: the step, the person, the day, and what was done lately."""

from datetime import date

from msgspec import Struct

from flows.phases.profile import Movement, Profile
from flows.programs.log import Lift
from flows.programs.session import Span
from flows.programs.weights import METRIC
from flows.steps import Goal, Phase


class Wishes(Struct, frozen=True, kw_only=True):
    """What a trainer or client settled, by ids: never, always, this instead of that, and notes."""

    forbidden: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()
    swaps: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


class Need(Struct, frozen=True, kw_only=True):
    """Everything one session depends on; the same need gives the same session.

    `phase` is the one of this session, also in weeks that mix steps. `days` sessions a week, of
    which this is the one at `place` (from 0); `week` on the step (from 1); `minutes` there are;
    `lighter`: a lighter week; `load` in percent of the usual. `recent` are the exercises of the
    last sessions, the newest first; `hurts` the places of the body that hurt this week. `mixed`:
    a week that mixes steps, in which every session trains the whole body. `since`: the day from
    which `load` counts, so that it is taken off once. `tired`: the readiness of the last week was
    poor, or it was asked and not told. `cardio_minutes` were done in the last week,
    `resting_pulse` is in beats a minute; both None where unknown. `units` are those that are read.
    """

    phase: Phase
    goal: Goal
    profile: Profile
    movement: Movement | None = None
    days: int = 3
    place: int = 0
    week: int = 1
    minutes: int = 60
    lighter: bool = False
    mixed: bool = False
    load: Span = Span(100, 100)
    since: date | None = None
    tired: bool = False
    recent: tuple[tuple[str, ...], ...] = ()
    hurts: tuple[str, ...] = ()
    lifts: tuple[Lift, ...] = ()
    cardio_minutes: int | None = None
    resting_pulse: int | None = None
    wishes: Wishes = Wishes()
    units: str = METRIC
