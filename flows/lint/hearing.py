"""Made-up people raise every alarm under a policy, to see whether each one is heard."""

from collections.abc import Iterator

from flows.lint.alarms import ALARMS, Alarm
from flows.lint.fault import Fault, FaultKind
from flows.lint.people import GOOD, standing
from flows.phases.outcome import Outcome, Verdict
from flows.phases.policy import Policy
from flows.phases.verdict import review
from flows.steps import Goal, Phase
from flows.words import T


def unheard(policy: Policy) -> Iterator[Fault]:
    """Raise each alarm on each step; a fault where somebody climbs past one."""
    for alarm in ALARMS:
        for phase in Phase:
            if not _heard(alarm, phase, policy):
                yield _fault(alarm, phase)
                break


def _heard(alarm: Alarm, phase: Phase, policy: Policy) -> bool:
    goal = Goal.PERFORMANCE if phase is Phase.POWER else Goal.MUSCLE
    position, week = alarm.raised(standing(phase, goal, policy), GOOD)
    verdict = review(position, week, policy)
    return verdict.verdict <= _most(alarm, phase) and _low_enough(verdict, alarm)


def _most(alarm: Alarm, phase: Phase) -> Outcome:
    """Give the highest verdict that will do: there is no going down from step 1."""
    if phase <= alarm.up_to < Phase.POWER:
        return Outcome.UP
    lowest = phase is Phase.STABILIZATION_ENDURANCE and alarm.at_most is Outcome.DOWN
    return Outcome.HOLD if lowest else alarm.at_most


def _low_enough(verdict: Verdict, alarm: Alarm) -> bool:
    return verdict.phase is None or verdict.phase <= alarm.up_to


def _fault(alarm: Alarm, phase: Phase) -> Fault:
    text = T(
        "{name}: on step {step} this has to lead to {most} at least, and does not.",
        name=alarm.name,
        step=int(phase),
        most=alarm.at_most.value,
    )
    return Fault(kind=FaultKind.FLAG, key=alarm.keys, text=text)
