"""All that is wrong with a policy, the file first, then its sense, then its people."""

from collections.abc import Iterator

from flows.lint.climbs import broken, climbs
from flows.lint.contradictions import contradictions
from flows.lint.fault import Fault
from flows.lint.hearing import unheard
from flows.lint.rows import lay
from flows.lint.waits import waits
from flows.phases.policy import Policy
from flows.phases.sheet import Sheet, policy_of


def check(text: str, shipped: Sheet) -> tuple[Fault, ...]:
    """Check a policy file against the shipped one; no faults is an empty tuple. It never raises.

    A row with a fault still takes part in what follows, as far as the rules can run with it.
    """
    laid = lay(text, shipped)
    policy = policy_of(laid.sheet)
    faults = (*laid.faults, *contradictions(policy), *broken(policy))
    return faults if any(broken(policy)) else (*faults, *_met(policy))


def _met(policy: Policy) -> Iterator[Fault]:
    yield from climbs(policy)
    yield from unheard(policy)
    yield from waits(policy)
