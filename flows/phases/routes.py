"""The way each goal takes over the staircase (domain rules, section 2)."""

from collections.abc import Iterable

from msgspec import Struct

from flows.phases.policy import Policy
from flows.phases.position import Position
from flows.phases.reasons import OURS, TEMPLATE_21
from flows.steps import Goal, Phase


class Route(Struct, frozen=True, kw_only=True):
    """The steps of the first round and of later ones, and where a later round starts."""

    first: tuple[Phase, ...]
    later: tuple[Phase, ...]
    restart: Phase
    source: str


def _route(first: str, later: str, restart: int, source: str) -> Route:
    return Route(
        first=tuple(Phase(int(step)) for step in first),
        later=tuple(Phase(int(step)) for step in later),
        restart=Phase(restart),
        source=source,
    )


ROUTES = {
    Goal.FAT_LOSS: _route("123", "123", 1, TEMPLATE_21),
    Goal.MUSCLE: _route("1234", "1234", 2, TEMPLATE_21),
    Goal.PERFORMANCE: _route("125", "125", 1, TEMPLATE_21),
    Goal.STRENGTH: _route("1234", "1234", 2, OURS),
    Goal.HEALTH: _route("12", "123", 1, OURS),
}


def route(goal: Goal, rounds: int = 0) -> tuple[Phase, ...]:
    """Give the steps of a goal's round, lowest first; `rounds` are the finished ones."""
    return ROUTES[goal].later if rounds else ROUTES[goal].first


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


def kept(phase: Phase, steps: Iterable[Phase]) -> Phase:
    """Give the same step where the route has it, else the next lower one."""
    steps = tuple(steps)
    return phase if phase in steps else below(phase, steps)


def at_end(position: Position, phase: Phase) -> bool:
    """Whether this step is the last of the round."""
    return above(phase, route(position.goal, position.rounds)) is None


def undulates(position: Position, phase: Phase, policy: Policy) -> bool:
    """Whether weeks mix several steps: asked of the last step of a round, or kept on.

    Performance does from its step 5 on, fat loss after its last single round.
    """
    if position.undulating or not at_end(position, phase):
        return position.undulating
    if position.goal is Goal.FAT_LOSS:
        return position.rounds + 1 >= policy.rounds.fat_loss
    return position.goal is Goal.PERFORMANCE


def aim(position: Position, policy: Policy) -> Phase | None:
    """Give the next step of the route: a higher one, a new round's first, or None to stay.

    Caps do not count here: what they forbid is refused by the table of ways, with its reason.
    """
    phase = position.phase or Phase.STABILIZATION_ENDURANCE
    higher = above(phase, route(position.goal, position.rounds))
    if higher is not None:
        return higher
    return None if undulates(position, phase, policy) else ROUTES[position.goal].restart


def mix(position: Position, phase: Phase, allowed: Iterable[Phase]) -> tuple[Phase, ...]:
    """Give the steps an undulating week may take: earned, not above this one, and allowed."""
    open_steps = {*position.earned, phase} & set(allowed)
    return tuple(
        step
        for step in route(position.goal, position.rounds)
        if step <= phase and step in open_steps
    )
