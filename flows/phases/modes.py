"""How a trainer's mode changes what a review makes of a week: only steps up, never a hold or stop.

AUTO makes a step up that would wait for a yes, but not into the high steps. MANUAL makes none,
and begins no new round: the trainer does. PROPOSE is the review as it is.
"""

from msgspec.structs import replace

from flows.phases.findings import new_round
from flows.phases.outcome import Approval, Outcome, Verdict
from flows.phases.policy import Policy
from flows.phases.position import Position, Week
from flows.phases.reasons import OURS, Reason
from flows.phases.telling import note
from flows.phases.verdict import RULES, review
from flows.steps import Mode
from flows.words import T

BY_HAND = tuple(rule for rule in RULES if rule is not new_round)
UP = note("by_hand", OURS, T("Your trainer decides on every step up themselves."))
ROUND = note("by_hand", OURS, T("Your round is complete; your trainer says how it goes on."))


def reviewed(position: Position, week: Week, mode: Mode, policy: Policy) -> Verdict:
    """Review a week in a mode; a hold, a step down and a stop are the same in every one."""
    verdict = review(position, week, policy)
    match mode:
        case Mode.AUTO:
            return _alone(verdict, policy)
        case Mode.MANUAL if verdict.new_round:
            return _noted(review(position, week, policy, BY_HAND), ROUND)
        case Mode.MANUAL if verdict.verdict is Outcome.UP:
            return _noted(replace(verdict, approval=Approval.TRAINER), UP)
        case _:
            return verdict


def _noted(verdict: Verdict, reason: Reason) -> Verdict:
    return replace(verdict, reasons=(*verdict.reasons, reason))


def _alone(verdict: Verdict, policy: Policy) -> Verdict:
    """Let a step up wait no more, unless it is one of the high ones."""
    waits = verdict.approval is Approval.TRAINER and verdict.phase is not None
    if not waits or verdict.phase is None or verdict.phase >= policy.approval.from_step:
        return verdict
    return replace(verdict, approval=Approval.NONE)
