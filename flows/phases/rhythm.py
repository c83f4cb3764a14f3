"""What recurs beside the moves: lighter weeks, and the movement check offered again."""

from collections.abc import Iterable

from msgspec.structs import replace

from flows.phases import gates
from flows.phases.case import Case
from flows.phases.findings import Finding
from flows.phases.policy import Policy
from flows.phases.readings import Facts, Guard
from flows.phases.rules import STEADY, Way, closed

MOVEMENT: frozenset[Guard] = frozenset({*STEADY, gates.lands_well})


def lighter(case: Case, found: Iterable[Finding], policy: Policy, *, undulating: bool) -> bool:
    """Whether the week ahead is a lighter one: a finding asks for it, or the rhythm does."""
    due = undulating and _every(case.position.weeks_in_phase, policy.weeks.lighter)
    return due or any(one.lighter for one in found)


def offers_movement(
    climb: Way | None, facts: Facts, lacks: tuple[Guard, ...], policy: Policy
) -> bool:
    """Whether the check-in ends with the movement check.

    It does where the way up asks for one and lacks nothing else, where the last check is old, and
    without a way up as often as a re-assessment is due.
    """
    if climb is None:
        return _every(facts.weeks, policy.weeks.reassess)
    if not MOVEMENT.intersection(climb.guards):
        return False
    days = facts.movement_days
    old = days is None or days > policy.balance.offer_days
    return old or (bool(lacks) and MOVEMENT.issuperset(lacks))


def _every(weeks: int, rhythm: int) -> bool:
    return weeks > 0 and weeks % rhythm == 0


def supported(climb: Way | None, facts: Facts, policy: Policy) -> bool:
    """Whether the movement gate was opened by the weeks alone, so that support is needed."""
    if climb is None or not gates.waited_longest(facts, policy):
        return False
    if not set(STEADY).issubset(climb.guards):
        return False
    return bool(closed(STEADY, replace(facts, weeks=0), policy))
