"""The year ahead, lived by the staircase itself: one good week after another from here on.

Nothing of it is stored. Each week is reviewed as a real one will be, so that routes, caps, what is
earned, lighter weeks and a trainer's yes are those of the rules, and the plan bends when the
client moves.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from flows.phases.after import after
from flows.phases.case import lay_open
from flows.phases.items import Item
from flows.phases.outcome import Approval, Outcome, Verdict
from flows.phases.policy import Policy
from flows.phases.position import Form, Position, Week
from flows.phases.profile import Fault, Movement
from flows.phases.training import weeks_asked
from flows.phases.verdict import review
from flows.programs.ageing import Old, aged
from flows.programs.book import Book
from flows.programs.months import Mode, laid
from flows.programs.plan import PlanWeek
from flows.programs.weekday import steps_of_week
from flows.steps import LEVELS, Phase

WEEKS = 52
OURS = "D"


class _Life(Struct, frozen=True, kw_only=True):
    """A position at the beginning of a week, and what the verdict before said of that week."""

    position: Position
    ends: date
    lighter: bool = False
    trainer: bool = False


def year(position: Position, ends: date, book: Book, *, lighter: bool) -> tuple[PlanWeek, ...]:
    """Plan 52 weeks; `ends` is the next check-in, `lighter` whether the week till then is one.

    The position has today's profile, movement check and screening. Every week is assumed to go
    well, and every check to be passed and every clearance renewed when it is due. The steps below
    have not to be earned. Without a step there is no plan; where the rules would stop, it ends.
    """
    life = _Life(position=position, ends=ends, lighter=lighter)
    here = position.phase or min(Phase)
    known = {*position.earned, *(step for step in Phase if step <= here)}
    return tuple(
        replace(week, earned=known.issuperset(week.phases)) for week in _weeks(life, book)
    )


def _weeks(life: _Life, book: Book) -> Iterator[PlanWeek]:
    start = life.position
    for number in range(WEEKS):
        if life.position.phase is None:
            return
        now = _ready(life, start, number, book.policy)
        good = _good(life.ends, book.policy)
        verdict = review(now, good, book.policy)
        yield _planned(replace(life, position=now), good, verdict, book)
        life = _lived(now, good, verdict, book.policy)


def _good(day: date, policy: Policy) -> Week:
    """Make a week that went as well as a week can go."""
    return Week(
        today=day,
        sessions_planned=policy.timing.planned,
        sessions_done=policy.timing.planned,
        effort=0,
        form=Form.GOOD,
        sleep=1,
        stress=1,
        fatigue=1,
        soreness=1,
        pain=0,
        signs=(),
    )


def _ready(life: _Life, start: Position, weeks: int, policy: Policy) -> Position:
    """Grow the person by so many weeks, pass the checks, and ask again what was asked long ago."""
    days = weeks * 7
    return replace(
        life.position,
        profile=aged(start.profile, Old(welcome=days, intake=days, health=days)),
        movement=_passed(start.movement, policy),
        movement_days=0,
        screened=life.ends,
        items=tuple(_renewed(item, life.ends) for item in life.position.items),
    )


def _passed(seen: Movement | None, policy: Policy) -> Movement:
    """Make a check without a fault; what only a trainer judges stays as it was judged."""
    none = Fault.NONE
    return Movement(
        feet=none,
        knees=none,
        low_back=none,
        lean=none,
        arms=none,
        landing=none,
        lands=True,
        single_leg_seconds=policy.balance.seconds,
        steady=None if seen is None else seen.steady,
        pain=False,
    )


def _renewed(item: Item, day: date) -> Item:
    if item.clearance is None:
        return item
    return replace(item, clearance=replace(item.clearance, given=day))


def _planned(life: _Life, good: Week, verdict: Verdict, book: Book) -> PlanWeek:
    position, policy = life.position, book.policy
    here = position.phase or Phase.STABILIZATION_ENDURANCE
    mixes = position.undulating
    allowed = lay_open(position, good, policy).cap.steps if mixes else ()
    mode = Mode.UNDULATING if mixes else Mode.LINEAR
    row = laid(book.months, position.goal, here, position.rounds, mode)
    over = position.weeks_in_phase >= weeks_asked(position.stay_weeks, policy)
    holds = verdict.missing if over and verdict.verdict is Outcome.HOLD else ()
    return PlanWeek(
        ends=life.ends,
        phase=here,
        phases=steps_of_week(position, allowed, policy) or (here,),
        week=position.weeks_in_phase,
        undulating=mixes,
        lighter=life.lighter,
        reassess=_reassessed(position, verdict, policy),
        trainer=life.trainer,
        holds=holds,
        textbook=row is not None and row.confidence != OURS,
    )


def _reassessed(position: Position, verdict: Verdict, policy: Policy) -> bool:
    """Whether the week ends with a re-assessment: before another level, and every so often."""
    here, there = position.phase, verdict.phase
    if here and there and LEVELS[here] is not LEVELS[there]:
        return True
    return position.weeks_in_phase % policy.weeks.reassess == 0


def _lived(position: Position, good: Week, verdict: Verdict, policy: Policy) -> _Life:
    """Fold the week in; a trainer who is asked says yes."""
    agreed = replace(verdict, approval=Approval.NONE)
    return _Life(
        position=after(position, good, agreed, policy),
        ends=(good.today or date.max) + timedelta(days=7),
        lighter=verdict.lighter_week,
        trainer=verdict.approval is Approval.TRAINER,
    )
