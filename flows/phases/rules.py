"""The five steps: every way between them, and nothing else.

Exactly one row per (from, to); there is none from 1 to 5. A way up is open when all its guards
say yes, a way down always. A guard sees Facts and Policy only; it lives in health.py and
training.py (what every week must show) or gates.py (what a step asks for), its reason beside it.
*Where to* is said by the route (routes.py), *whether* by this table.
"""

from collections.abc import Callable, Iterable

from msgspec import Struct

from flows.phases import gates, health, training
from flows.phases.policy import Policy
from flows.phases.readings import By, Facts, Guard
from flows.phases.reasons import Reason
from flows.steps import Phase, Trigger

ALWAYS: tuple[Guard, ...] = (
    health.cleared,
    health.not_pregnant,
    health.allowed,
    health.quiet_over,
    health.told,
    health.pain_low,
    health.well,
    health.kept_training,
    health.screened,
    training.not_just_moved,
    training.long_enough,
    training.trained_enough,
    training.effort_fits,
    training.rested,
    training.form_good,
)
STEADY: tuple[Guard, ...] = (gates.moves_well, gates.stands_steadily)
HEAVY: tuple[Guard, ...] = (gates.trained_months, gates.has_trainer)
FAST: tuple[Guard, ...] = (gates.trained_months, gates.lands_well, gates.has_trainer)
SKIP: tuple[Guard, ...] = (gates.by_trainer, gates.seasoned, gates.faultless)

# A trainer's act passes over any guard but these: nothing overrides a health stop.
FIRM: frozenset[Guard] = frozenset(
    {
        health.cleared,
        health.not_pregnant,
        health.allowed,
        health.quiet_over,
        health.pain_low,
        health.well,
        health.told,
        health.kept_training,
        health.screened,
        gates.has_trainer,
        gates.by_trainer,
    }
)


class Way(Struct, frozen=True):
    """One way: its trigger, from where to where, and all that must be true."""

    trigger: Trigger
    source: Phase
    to: Phase
    guards: tuple[Guard, ...] = ()


P1, P2, P3, P4, P5 = Phase

WAYS = (
    Way(Trigger.ENTER_STRENGTH, P1, P2, (*ALWAYS, *STEADY)),
    Way(Trigger.ENTER_STRENGTH, P1, P3, (*ALWAYS, *SKIP)),
    Way(Trigger.ENTER_STRENGTH, P1, P4, (*ALWAYS, *SKIP, *HEAVY)),
    Way(Trigger.CLIMB, P2, P3, (*ALWAYS, gates.route_asks)),
    Way(Trigger.CLIMB, P3, P4, (*ALWAYS, gates.route_asks, *HEAVY)),
    Way(Trigger.CLIMB, P2, P4, (*ALWAYS, gates.by_trainer, *HEAVY)),
    Way(Trigger.ENTER_POWER, P2, P5, (*ALWAYS, gates.route_asks, *FAST)),
    Way(Trigger.ENTER_POWER, P3, P5, (*ALWAYS, gates.route_asks, *FAST)),
    Way(Trigger.ENTER_POWER, P4, P5, (*ALWAYS, gates.route_asks, *FAST)),
    Way(Trigger.DESCEND, P4, P3),
    Way(Trigger.DESCEND, P3, P2),
    Way(Trigger.DESCEND, P4, P2),
    Way(Trigger.RETURN_TO_STRENGTH, P5, P4),
    Way(Trigger.RETURN_TO_STRENGTH, P5, P3),
    Way(Trigger.RETURN_TO_STRENGTH, P5, P2),
    Way(Trigger.RETURN_TO_STABILIZATION, P2, P1),
    Way(Trigger.RETURN_TO_STABILIZATION, P3, P1),
    Way(Trigger.RETURN_TO_STABILIZATION, P4, P1),
    Way(Trigger.RETURN_TO_STABILIZATION, P5, P1),
)

_BY_ENDS = {(row.source, row.to): row for row in WAYS}

Why = Callable[[Facts, Policy], Reason]

WHY: dict[Guard, Why] = {
    health.cleared: health.why_cleared,
    health.not_pregnant: health.why_not_pregnant,
    health.allowed: health.why_allowed,
    health.quiet_over: health.why_quiet_over,
    health.told: health.why_told,
    health.pain_low: health.why_pain_low,
    health.well: health.why_well,
    health.kept_training: health.why_kept_training,
    health.screened: health.why_screened,
    training.not_just_moved: training.why_not_just_moved,
    training.long_enough: training.why_long_enough,
    training.trained_enough: training.why_trained_enough,
    training.effort_fits: training.why_effort_fits,
    training.rested: training.why_rested,
    training.form_good: training.why_form_good,
    gates.moves_well: gates.why_moves_well,
    gates.stands_steadily: gates.why_stands_steadily,
    gates.faultless: gates.why_faultless,
    gates.lands_well: gates.why_lands_well,
    gates.route_asks: gates.why_route_asks,
    gates.by_trainer: gates.why_by_trainer,
    gates.has_trainer: gates.why_has_trainer,
    gates.trained_months: gates.why_trained_months,
    gates.seasoned: gates.why_seasoned,
}


def way(source: Phase, to: Phase) -> Way | None:
    """Give the one way between two steps, None where there is none."""
    return _BY_ENDS.get((source, to))


def ways(source: Phase, trigger: Trigger) -> tuple[Way, ...]:
    """All ways a trigger opens from a step."""
    return tuple(row for row in WAYS if (row.source, row.trigger) == (source, trigger))


def closed(asked: Iterable[Guard], facts: Facts, policy: Policy) -> tuple[Guard, ...]:
    """Those of some guards that say no, in their order."""
    return tuple(guard for guard in asked if not guard(facts, policy))


def missing(row: Way, facts: Facts, policy: Policy) -> tuple[Reason, ...]:
    """Why a way is not open: the reasons of all its guards that say no, asked directly."""
    return reasons(closed(row.guards, facts, policy), facts, policy)


def reasons(said_no: Iterable[Guard], facts: Facts, policy: Policy) -> tuple[Reason, ...]:
    """Give the reasons of guards that said no."""
    return tuple(WHY[guard](facts, policy) for guard in said_no)


def opens(guard: Guard, facts: Facts, policy: Policy) -> bool:
    """Whether a guard says yes, or a trainer passes over it."""
    return guard(facts, policy) or (facts.by is By.TRAINER and guard not in FIRM)
