"""Which step each session of a week follows: the one stood on, or a mix of those earned."""

from flows.phases.caps import cap
from flows.phases.policy import Policy
from flows.phases.position import Position
from flows.phases.routes import mix
from flows.programs.book import Book
from flows.steps import Phase


def phases_of_week(
    position: Position, days: int, book: Book, scope: Phase | None = None
) -> tuple[Phase, ...]:
    """Give the step of each session of a week; () where there is no step.

    A mixed week takes the goal's steps in turn. A step that is not earned, or is above the one
    stood on or the caps (`scope`: how far clearances reach), gives way to the next lower one.
    """
    phase = position.phase
    if phase is None:
        return ()
    if not position.undulating:
        return (phase,) * days
    policy = book.policy
    allowed = cap(position.profile, policy, position.movement, scope).steps
    open_steps = mix(position, phase, allowed, policy) or (min(phase, *allowed),)
    turns = book.weeks[position.goal]
    return tuple(_lower(turns[place % len(turns)], open_steps) for place in range(days))


def _lower(wanted: Phase, steps: tuple[Phase, ...]) -> Phase:
    return max((step for step in steps if step <= wanted), default=min(steps))


def lighter(position: Position, policy: Policy) -> bool:
    """Whether the week ahead of somebody with mixed weeks is a lighter one by its rhythm."""
    weeks = position.weeks_in_phase
    return position.undulating and weeks > 0 and weeks % policy.weeks.lighter == 0
