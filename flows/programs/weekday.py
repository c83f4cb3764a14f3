"""Which step each session of a week follows: the one stood on, or a mix of those earned."""

from collections.abc import Iterable

from flows.phases.caps import cap
from flows.phases.policy import Policy
from flows.phases.position import Position
from flows.phases.routes import mix
from flows.programs.book import Book
from flows.programs.weeks import in_turn
from flows.steps import Phase


def phases_of_week(
    position: Position, days: int, book: Book, scope: Phase | None = None
) -> tuple[Phase, ...]:
    """Give the step of each session of a week; () where there is no step.

    `scope`: how far clearances reach.
    """
    allowed = cap(position.profile, book.policy, position.movement, scope).steps
    return in_turn(position.goal, steps_of_week(position, allowed, book.policy), days, book.weeks)


def steps_of_week(
    position: Position, allowed: Iterable[Phase], policy: Policy
) -> tuple[Phase, ...]:
    """Give the steps that the sessions of a week come from, lowest first; () without a step.

    `allowed` are those under the caps, step 1 always. A mixed week has the earned ones up to where
    one stands (domain rules, section 3), and at least the lowest that is allowed.
    """
    phase, allowed = position.phase, tuple(allowed)
    if phase is None:
        return ()
    if not position.undulating:
        return (phase,)
    return mix(position, phase, allowed, policy) or (min(phase, *allowed),)


def lighter(position: Position, policy: Policy) -> bool:
    """Whether the week ahead of somebody with mixed weeks is a lighter one by its rhythm."""
    weeks = position.weeks_in_phase
    return position.undulating and weeks > 0 and weeks % policy.weeks.lighter == 0
