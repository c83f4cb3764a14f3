"""Made-up people who wait under a policy, to see whether every wait ends."""

from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from flows.lint.fault import Fault, FaultKind
from flows.lint.people import GOOD, MONDAY, assessed, on, standing
from flows.phases.after import after, begin
from flows.phases.items import Clearance, Voucher
from flows.phases.opening import opened
from flows.phases.placement import place
from flows.phases.policy import Policy
from flows.phases.position import Position, Week
from flows.phases.signs import Severity
from flows.phases.verdict import review
from flows.steps import Goal, Phase
from flows.words import T, Text

FIRST = Phase.STABILIZATION_ENDURANCE
STOPPED = replace(
    opened("sign.dizzy", Severity.STOP, MONDAY - timedelta(days=9)),
    clearance=Clearance(by=Voucher.TRAINER, given=MONDAY - timedelta(days=2)),
)


class Wait(Struct, frozen=True):
    """Somebody on step 1, what they tell first, and how many weeks it may take them to leave."""

    name: Text
    begins: Position
    first: Week
    weeks: int
    keys: str = ""


def waits(policy: Policy) -> Iterator[Fault]:
    """Find people with good weeks who do not leave step 1 in time."""
    for wait in _waiting(policy):
        if not _ends(wait, policy):
            text = T(
                "{name}: still on step 1 after {weeks} good weeks.",
                name=wait.name,
                weeks=wait.weeks,
            )
            yield Fault(kind=FaultKind.FLAG, key=wait.keys, text=text)


def _waiting(policy: Policy) -> Iterator[Wait]:
    longest, quiet = policy.weeks.longest + 1, policy.clearance.quiet_weeks
    for goal in Goal:
        for trainer in (False, True):
            intake = assessed(goal, trainer=trainer)
            begins = begin(intake, place(intake, policy))
            name = T("goal {goal}, from the start", goal=goal.value)
            yield Wait(name, begins, GOOD, longest, "weeks.due")
            unseen = replace(begins, movement=None, movement_days=None)
            name = T("goal {goal}, without any movement check", goal=goal.value)
            yield Wait(name, unseen, GOOD, longest, "weeks.longest")
    up = standing(Phase.STRENGTH_ENDURANCE, Goal.HEALTH, policy)
    stopped = replace(up, phase=None, items=(STOPPED,))
    yield Wait(T("after a stop"), stopped, GOOD, longest + quiet, "clearance.quiet_weeks")
    for off in (policy.time_off.first_step, policy.time_off.tests_again):
        away = replace(GOOD, weeks_off=float(off))
        name = T("after {weeks} weeks off", weeks=off)
        yield Wait(name, up, away, longest + 1, "time_off.tests_again_weeks")


def _ends(wait: Wait, policy: Policy) -> bool:
    """Whether the person is off step 1, or may leave it, in time; checks are made when offered."""
    position = wait.begins
    for week in range(wait.weeks):
        told = on(week, wait.first if week == 0 else GOOD)
        verdict = review(position, told, policy)
        if verdict.phase is not None and verdict.phase > FIRST:
            return True
        position = after(position, told, verdict, policy)
        days = 0 if verdict.offer_movement else (position.movement_days or 0) + 7
        position = replace(position, movement_days=None if position.movement is None else days)
    return False
