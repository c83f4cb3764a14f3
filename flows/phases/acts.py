"""A trainer's act: a client moved to a chosen step, the guards shown first.

A health stop is not overridden by anybody; the rest a trainer may pass over, knowingly.
"""

from msgspec.structs import replace

from flows.phases.case import Case, facts, lay_open
from flows.phases.limits import limits
from flows.phases.machine import Moved, step
from flows.phases.outcome import Outcome, Verdict
from flows.phases.policy import Policy
from flows.phases.position import Position, Week
from flows.phases.readings import By, Facts
from flows.phases.reasons import OURS, Reason
from flows.phases.routes import mix, undulates
from flows.phases.rules import Way, missing, way
from flows.phases.telling import note
from flows.phases.verdict import stopped
from flows.steps import LEVELS, Goal, Phase
from flows.words import T


def move(position: Position, week: Week, to: Phase, policy: Policy) -> Verdict:
    """Judge a trainer's wish; show its `missing` before the act, fold it with `moved` after.

    Up, down: it may be done, `missing` are the guards passed over. Hold: it may not, `missing`
    says why. Stop: an item is open. `week` is the latest one known. It never raises.
    """
    case = lay_open(_as_before(position, week), week, policy)
    if case.pending:
        return stopped(case, policy)
    row = way(case.phase, to)
    if row is None:
        return _verdict(case, case.phase, (_no_way(case.phase, to),), policy)
    return _tried(case, row, policy)


def _as_before(position: Position, week: Week) -> Position:
    """Take the week out that was folded in already: it is not to count for two."""
    if position.past[-1:] != (week,):
        return position
    since = position.weeks_since_move
    return replace(
        position,
        weeks_in_phase=max(1, position.weeks_in_phase - 1),
        weeks_since_move=None if since is None else max(0, since - 1),
        past=position.past[:-1],
    )


def _tried(case: Case, row: Way, policy: Policy) -> Verdict:
    taken = facts(case, row.to, policy, By.TRAINER)
    unmet = (*missing(row, taken, policy), *case.cap.against(row.to))
    goes = _may(case, row, taken, policy)
    return _verdict(case, row.to if goes else case.phase, unmet, policy)


def _may(case: Case, row: Way, taken: Facts, policy: Policy) -> bool:
    return row.to in case.cap.looked and isinstance(step(row, taken, policy), Moved)


def _no_way(phase: Phase, to: Phase) -> Reason:
    text = T("There is no way from step {phase} to step {to}.", phase=int(phase), to=int(to))
    return note("no_way", OURS, text)


def _verdict(case: Case, to: Phase, unmet: tuple[Reason, ...], policy: Policy) -> Verdict:
    row, position = way(case.phase, to), case.position
    begins = position.undulating or position.goal is Goal.PERFORMANCE
    mixes = begins and undulates(position, to, policy)
    earned = replace(position, earned=(*position.earned, case.phase))
    return Verdict(
        verdict=_outcome(case.phase, to),
        phase=to,
        level=LEVELS[to],
        trigger=row.trigger if row else None,
        reasons=(_said(to),) if row else unmet,
        missing=unmet,
        limits=limits(position.profile, policy),
        items=case.items,
        new_items=case.opened,
        mix=mix(earned, to, case.cap.steps, policy) if mixes else (to,),
        goal=position.goal,
        undulating=mixes,
        policy=policy.version,
    )


def _outcome(phase: Phase, to: Phase) -> Outcome:
    if to == phase:
        return Outcome.HOLD
    return Outcome.UP if to > phase else Outcome.DOWN


def _said(to: Phase) -> Reason:
    return note("trainer", OURS, T("Your trainer takes you to step {step}.", step=int(to)))
