"""One week in, one verdict out: stop, down, hold or up, with every reason that counted."""

from msgspec import Struct
from msgspec.structs import replace

from flows.phases import findings
from flows.phases.case import Case, facts, lay_open
from flows.phases.findings import Finding, Rule
from flows.phases.limits import limits
from flows.phases.machine import Moved, step
from flows.phases.outcome import Approval, Outcome, Verdict
from flows.phases.policy import Policy
from flows.phases.position import Position, Week
from flows.phases.readings import Facts, Guard
from flows.phases.reasons import Reason
from flows.phases.rhythm import lighter, offers_movement, supported
from flows.phases.routes import aim, mix, undulates
from flows.phases.rules import ALWAYS, Way, closed, reasons, way
from flows.phases.telling import SUPPORTED, UNDULATING, notes, why_up
from flows.phases.timeoff import time_off
from flows.phases.wording import walk, why_all_open
from flows.steps import LEVELS, Goal, Phase

RULES: tuple[Rule, ...] = (
    findings.pain,
    findings.form,
    findings.tired,
    findings.absent,
    findings.overreached,
    findings.bounded,
    findings.injured,
    time_off,
    findings.off_route,
    findings.refused_goal,
    findings.stalled,
    findings.new_round,
)


class Judged(Struct, frozen=True, kw_only=True):
    """The decision itself: outcome, step, what was found, and the way up that was tried.

    `lacks`: the guards of that way that say no; without a higher step, those of any way up.
    """

    outcome: Outcome
    step: Phase
    found: tuple[Finding, ...]
    climb: Way | None
    facts: Facts
    lacks: tuple[Guard, ...] = ()


def review(
    position: Position, week: Week, policy: Policy, rules: tuple[Rule, ...] = RULES
) -> Verdict:
    """Review a week: findings first, then the way up; unknown readings count as the worse case.

    The caller folds the verdict into the position with `after`. It never raises.
    """
    case = lay_open(position, week, policy)
    if case.pending:
        return stopped(case, policy)
    return _verdict(case, _judge(case, policy, rules), policy)


def stopped(case: Case, policy: Policy) -> Verdict:
    """Stop: no step while an item is open, and what to do about each."""
    open_now = why_all_open(case.pending, policy)
    return Verdict(
        verdict=Outcome.STOP,
        phase=None,
        level=None,
        reasons=(*open_now, *walk(case.pending)),
        missing=open_now,
        limits=limits(case.position.profile, policy),
        items=case.items,
        new_items=case.opened,
        goal=case.position.goal,
        undulating=case.position.undulating,
        earned_kept=False,
        policy=policy.version,
    )


def _judge(case: Case, policy: Policy, rules: tuple[Rule, ...]) -> Judged:
    found = tuple(one for rule in rules if (one := rule(case, policy)) is not None)
    goes = aim(case.position, policy)
    climb = way(case.phase, goes) if goes is not None and goes > case.phase else None
    taken = facts(case, case.phase if climb is None else climb.to, policy)
    if climb is not None and not found and isinstance(step(climb, taken, policy), Moved):
        return Judged(outcome=Outcome.UP, step=climb.to, found=(), climb=climb, facts=taken)
    lowest = min((one.step for one in found), default=case.phase)
    outcome = Outcome.DOWN if lowest < case.phase else Outcome.HOLD
    no = closed(ALWAYS if climb is None else climb.guards, taken, policy)
    return Judged(outcome=outcome, step=lowest, found=found, climb=climb, facts=taken, lacks=no)


def _verdict(case: Case, judged: Judged, policy: Policy) -> Verdict:
    """Put the decision and all that is told with it together."""
    position, found = case.position, judged.found
    moved = way(case.phase, judged.step)
    mixes = _mixes(case, judged.step, policy)
    lacks = _missing(case, judged, policy)
    held_up = judged.outcome is Outcome.UP and supported(judged.climb, judged.facts, policy)
    return Verdict(
        verdict=judged.outcome,
        phase=judged.step,
        level=LEVELS[judged.step],
        trigger=moved.trigger if moved else None,
        approval=_approval(case, judged, policy),
        reasons=(
            *_decided(judged, lacks),
            *((SUPPORTED,) if held_up else ()),
            *((UNDULATING,) if mixes else ()),
            *notes(case, judged.outcome, climbs=judged.climb is not None, policy=policy),
        ),
        missing=lacks,
        limits=limits(position.profile, policy),
        items=case.items,
        new_items=case.opened,
        mix=_mix(case, judged.step, policy) if mixes else (judged.step,),
        load=next((one.load for one in found if one.load), None),
        lighter_week=lighter(case, found, policy, undulating=mixes),
        offer_movement=offers_movement(judged.climb, judged.facts, judged.lacks, policy),
        tests_again=any(one.tests_again for one in found),
        supported=held_up,
        stay_weeks=next((one.stay_weeks for one in found if one.stay_weeks), None),
        goal=position.goal,
        new_round=any(one.new_round for one in found),
        undulating=mixes,
        earned_kept=not any(one.anew for one in found),
        policy=policy.version,
    )


def _mixes(case: Case, after: Phase, policy: Policy) -> bool:
    position = case.position
    if not undulates(position, after, policy):
        return False
    began = position.undulating or position.goal is Goal.PERFORMANCE
    return began or findings.round_over(case, policy)


def _mix(case: Case, after: Phase, policy: Policy) -> tuple[Phase, ...]:
    earned = (*case.position.earned, case.phase)
    return mix(replace(case.position, earned=earned), after, case.cap.steps, policy)


def _approval(case: Case, judged: Judged, policy: Policy) -> Approval:
    """Wait upwards only: into another level with a trainer linked, into the high steps always."""
    if judged.outcome is not Outcome.UP:
        return Approval.NONE
    level = policy.approval.level_changes and LEVELS[judged.step] is not LEVELS[case.phase]
    high = judged.step >= policy.approval.from_step
    waits = high or (level and case.position.profile.supervised)
    return Approval.TRAINER if waits else Approval.NONE


def _missing(case: Case, judged: Judged, policy: Policy) -> tuple[Reason, ...]:
    """List what would lead up; where there is no higher step, what this week lacked."""
    if judged.outcome is Outcome.UP:
        return ()
    bounds = () if judged.climb is None else case.cap.against(judged.climb.to)
    return (*reasons(judged.lacks, judged.facts, policy), *bounds)


def _decided(judged: Judged, lacks: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Give what was found, then why it goes up, or what a hold lacks."""
    found = [reason for one in judged.found for reason in one.reasons]
    if judged.outcome is Outcome.UP and judged.climb is not None:
        return (*found, why_up(judged.climb, judged.facts))
    return (*found, *lacks) if judged.outcome is Outcome.HOLD else tuple(found)
