"""Made-up people who do everything right climb under a policy, to see whether they get on."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from flows.lint.fault import Fault, FaultKind
from flows.lint.people import GOOD, assessed, on
from flows.phases.acts import move
from flows.phases.after import after, begin, moved
from flows.phases.gates import by_trainer
from flows.phases.outcome import Approval
from flows.phases.placement import place
from flows.phases.policy import Policy
from flows.phases.position import Position, Week
from flows.phases.routes import undulates
from flows.phases.rules import way
from flows.phases.verdict import review
from flows.steps import Goal, Phase
from flows.words import T

FIRST = Phase.STABILIZATION_ENDURANCE


def broken(policy: Policy) -> Iterator[Fault]:
    """Find routes that are none: nobody can be sent to climb them."""
    for goal in Goal:
        yield from _broken(goal, policy)


def climbs(policy: Policy) -> Iterator[Fault]:
    """Find steps that nobody reaches or leaves; the routes have to be whole."""
    for goal in Goal:
        yield from _stuck(goal, policy)


def _broken(goal: Goal, policy: Policy) -> Iterator[Fault]:
    route = policy.routes[goal]
    for name, steps in (("first", route.first), ("later", route.later)):
        key = f"routes.{goal}.{name}"
        if steps[:1] != (FIRST,):
            yield _fault(key, "{key} has to begin with step 1.", key)
        for low, high in pairwise(steps):
            if not _automatic(low, high):
                text = (
                    "{key}: no way leads from step {low} to step {high} without a trainer's act."
                )
                yield _fault(key, text, key, low=int(low), high=int(high))
    if route.restart not in route.later:
        key = f"routes.{goal}.restart"
        yield _fault(key, "{key} is not a step of the later rounds.", key)


def _automatic(low: Phase, high: Phase) -> bool:
    row = way(low, high)
    return row is not None and high > low and by_trainer not in row.guards


def _fault(keys: str, template: str, key: str, **values: int) -> Fault:
    text = T(template, key=key, **values)
    return Fault(kind=FaultKind.TRAPPED, key=keys, text=text)


class Stay(Struct):
    """On which step somebody is, and for how many weeks."""

    phase: Phase | None
    weeks: int = 0


def _stuck(goal: Goal, policy: Policy) -> Iterator[Fault]:
    """Let somebody climb two rounds with a trainer who says yes to everything."""
    route, key = policy.routes[goal], f"routes.{goal}"
    seen: set[Phase | None] = set()
    stay = Stay(None)
    for position in lived(goal, policy):
        stay = Stay(position.phase, stay.weeks + 1 if stay.phase is position.phase else 0)
        seen.add(position.phase)
        if stay.weeks > policy.weeks.longest and not _may_stay(position, policy):
            text = "{key}: nobody gets on from step {step}, however well they do."
            yield _fault(key, text, key, step=int(position.phase or FIRST))
            return
    for step in (*route.first, *route.later):
        if step not in seen:
            text = "{key}: step {step} is never reached."
            yield _fault(key, text, key, step=int(step))


def _may_stay(position: Position, policy: Policy) -> bool:
    return position.phase is not None and undulates(position, position.phase, policy)


def lived(goal: Goal, policy: Policy) -> Iterator[Position]:
    """Give the positions of somebody with good weeks and a willing trainer, week by week."""
    intake = assessed(goal, trainer=True)
    position = begin(intake, place(intake, policy))
    both = len(policy.routes[goal].first) + len(policy.routes[goal].later)
    for week in range(1, (policy.weeks.longest + 1) * (both + 1)):
        yield position
        position = lived_on(position, on(week, GOOD), policy)


def lived_on(position: Position, week: Week, policy: Policy) -> Position:
    """Live one week: checked and screened anew, reviewed, and approved where it waits."""
    fresh = replace(position, movement_days=0, screened=week.today)
    verdict = review(fresh, week, policy)
    later = after(fresh, week, verdict, policy)
    if verdict.approval is Approval.NONE or verdict.phase is None:
        return later
    return moved(later, move(later, week, verdict.phase, policy))
