"""When the tests are offered again: before a change of level, with a gate, and every few weeks."""

from datetime import date, timedelta

from flows.person import Person, filled
from flows.phases.outcome import Approval, Verdict
from flows.phases.policy import Policy
from flows.steps import LEVELS, Phase
from flows.words import Button, T

RETEST = Button(label=T("All tests again"), data="m|retest")
Rows = tuple[tuple[Button, ...], ...]


def due(person: Person, today: date, policy: Policy) -> Rows:
    """Offer the tests where the last ones, or the first assessment, are old enough."""
    tested = tests(person) or _first(person)
    span = timedelta(weeks=policy.weeks.reassess)
    return ((RETEST,),) if tested is None or today - tested >= span else ()


def tests(person: Person) -> date | None:
    """Give the day of the last tests, None where there were none since the assessment."""
    told = filled(person, "retest")
    return told.on if told else None


def _first(person: Person) -> date | None:
    told = filled(person, "welcome")
    return told.on if told else None


def after(
    person: Person, verdict: Verdict, here: Phase | None, today: date, policy: Policy
) -> Rows:
    """Offer the tests after a week's review, done from the step `here`.

    Not twice within the days for which a check is fresh.
    """
    asked = verdict.offer_movement or verdict.tests_again or _leaves_level(verdict, here)
    fresh = timedelta(days=policy.balance.offer_days)
    tested = tests(person)
    if asked and (tested is None or today - tested > fresh):
        return ((RETEST,),)
    return due(person, today, policy)


def _leaves_level(verdict: Verdict, here: Phase | None) -> bool:
    """Whether a change of level waits for a yes."""
    waits, level = verdict.approval is Approval.TRAINER, verdict.level
    return waits and here is not None and level is not LEVELS[here]
