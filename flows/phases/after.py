"""A verdict folded into the position it was made for: what the next review needs to know."""

from datetime import date

from msgspec.structs import replace

from flows.phases.case import regoaled, resume
from flows.phases.intake import Intake, Placement, Screening
from flows.phases.items import Kind
from flows.phases.opening import carried, profile_items, screening_items
from flows.phases.outcome import Approval, Outcome, Verdict
from flows.phases.policy import Policy
from flows.phases.position import Position, Week
from flows.phases.signs import Sign
from flows.steps import Phase


def rescreened(
    position: Position,
    screening: Screening,
    signs: tuple[Sign, ...] | None,
    today: date | None,
    policy: Policy,
) -> Position:
    """Take in a health screening asked again: its items replace those of the one before."""
    needed = (
        *screening_items(screening, position.profile, signs, today),
        *profile_items(position.profile, today, policy),
    )
    items = carried(position.items, needed, frozenset({Kind.SCREENING, Kind.CONDITION}))
    return replace(position, items=items, screened=today)


def begin(intake: Intake, placement: Placement) -> Position:
    """Make the position of somebody just placed; the coming review is that of the first week."""
    return Position(
        goal=intake.goal,
        phase=placement.phase,
        profile=intake.profile,
        weeks_in_phase=1,
        stay_weeks=placement.stay_weeks,
        items=placement.items,
        movement=intake.movement,
        movement_days=None if intake.movement is None else 0,
        screened=intake.today,
    )


def after(position: Position, week: Week, verdict: Verdict, policy: Policy) -> Position:
    """Fold a week and its verdict in, ready for the next week's review.

    A move that waits for approval is not made: fold the trainer's own `move` with `moved`.
    """
    position = _folded(_woken(position, week, verdict, policy), verdict)
    since = position.weeks_since_move
    return replace(
        position,
        weeks_in_phase=position.weeks_in_phase + 1,
        weeks_since_move=None if since is None else since + 1,
        past=(*position.past, week)[-policy.weeks.remembered :],
    )


def _woken(position: Position, week: Week, verdict: Verdict, policy: Policy) -> Position:
    """Stand on step 1 again when this verdict is the first one after a lifted stop."""
    if position.phase is None and verdict.phase is not None:
        return resume(position, week.today, policy)
    return position


def moved(position: Position, verdict: Verdict) -> Position:
    """Fold in a verdict without a week: what a trainer's act changes.

    The coming review is that of the first week on a new step. It never lifts a stop: somebody
    without a step comes back by `resume`, with its quiet weeks.
    """
    later = _folded(position, verdict)
    return replace(later, weeks_in_phase=max(1, later.weeks_in_phase))


def _folded(position: Position, verdict: Verdict) -> Position:
    if position.phase is None and verdict.phase is not None:
        return position
    goal = regoaled(position, verdict.goal)
    position = replace(goal, items=verdict.items)
    if verdict.approval is Approval.TRAINER:
        return position
    days = None if verdict.tests_again else position.movement_days
    position = replace(
        position,
        undulating=verdict.undulating,
        earned=_earned(position, verdict),
        movement_days=days,
    )
    return position if _stays(position, verdict) else _on(position, verdict)


def _stays(position: Position, verdict: Verdict) -> bool:
    return verdict.phase == position.phase and verdict.earned_kept


def _earned(position: Position, verdict: Verdict) -> tuple[Phase, ...]:
    if not verdict.earned_kept:
        return ()
    if (
        verdict.verdict is not Outcome.UP
        or position.phase is None
        or position.phase in position.earned
    ):
        return position.earned
    return (*position.earned, position.phase)


def _on(position: Position, verdict: Verdict) -> Position:
    same = verdict.phase == position.phase
    return replace(
        position,
        phase=verdict.phase,
        weeks_in_phase=0,
        weeks_since_move=position.weeks_since_move if same else 0,
        stay_weeks=verdict.stay_weeks,
        rounds=position.rounds + int(verdict.new_round),
    )
