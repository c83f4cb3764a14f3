"""The way each goal takes over the staircase (domain rules, section 2)."""

from collections.abc import Iterable

from flows.phases.policy import Policy
from flows.phases.position import Position
from flows.steps import Goal, Phase

BASE = frozenset({Phase.STABILIZATION_ENDURANCE, Phase.STRENGTH_ENDURANCE})


def route(goal: Goal, rounds: int, policy: Policy) -> tuple[Phase, ...]:
    """Give the steps of a goal's round, lowest first; `rounds` are the finished ones."""
    return policy.routes[goal].later if rounds else policy.routes[goal].first


def cut(steps: Iterable[Phase], allowed: Iterable[Phase]) -> tuple[Phase, ...]:
    """Give the part of a route that is allowed, up to the first step that is not."""
    kept: list[Phase] = []
    for step in sorted(steps):
        if step not in allowed:
            break
        kept.append(step)
    return tuple(kept)


def above(phase: Phase, steps: Iterable[Phase]) -> Phase | None:
    """Give the next higher step of a route, None at its end."""
    return min((step for step in steps if step > phase), default=None)


def below(phase: Phase, steps: Iterable[Phase]) -> Phase:
    """Give the next lower step of a route; step 1 when there is none."""
    return max((step for step in steps if step < phase), default=Phase.STABILIZATION_ENDURANCE)


def kept(phase: Phase, steps: Iterable[Phase], earned: Iterable[Phase]) -> Phase:
    """Give the same step where the new route has it, else the next lower one that was earned.

    Step 2 is on every way up; nobody lands on the heavier ones without having worked up to them.
    """
    steps, known = tuple(steps), {*earned, *BASE}
    return phase if phase in steps else below(phase, (step for step in steps if step in known))


def at_end(position: Position, phase: Phase, policy: Policy) -> bool:
    """Whether this step is the last of the round."""
    return phase >= max(route(position.goal, position.rounds, policy))


def undulates(position: Position, phase: Phase, policy: Policy) -> bool:
    """Whether weeks mix several steps: asked of the last step of a round, or kept on.

    Performance does from its step 5 on, fat loss after its last single round.
    """
    if position.undulating or not at_end(position, phase, policy):
        return position.undulating
    if position.goal is Goal.FAT_LOSS:
        return position.rounds + 1 >= policy.rounds.fat_loss
    return position.goal is Goal.PERFORMANCE


def aim(position: Position, policy: Policy) -> Phase | None:
    """Give the next step of the route: a higher one, a new round's first, or None to stay.

    Caps do not count here: what they forbid is refused by the table of ways, with its reason.
    """
    phase = position.phase or Phase.STABILIZATION_ENDURANCE
    higher = above(phase, route(position.goal, position.rounds, policy))
    if higher is not None:
        return higher
    return None if undulates(position, phase, policy) else policy.routes[position.goal].restart


def mix(
    position: Position, phase: Phase, allowed: Iterable[Phase], policy: Policy
) -> tuple[Phase, ...]:
    """Give the steps an undulating week may take: earned, not above this one, and allowed."""
    open_steps = {*position.earned, phase} & set(allowed)
    return tuple(
        step
        for step in route(position.goal, position.rounds, policy)
        if step <= phase and step in open_steps
    )
