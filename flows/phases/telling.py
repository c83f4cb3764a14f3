"""The reasons that pull nowhere: why a move was possible, and what else a person should know."""

from collections.abc import Iterator
from datetime import date

from flows.phases.case import Case
from flows.phases.gates import faults
from flows.phases.outcome import Outcome, Verdict
from flows.phases.policy import Policy
from flows.phases.readings import Facts
from flows.phases.reasons import OURS, TEMPLATE_21, Direction, Reason, percent, shown
from flows.phases.rules import Way
from flows.steps import LEVELS, Phase
from flows.words import T, Text


def why_up(row: Way, facts: Facts) -> Reason:
    """Say that everything is met, with what was read for it."""
    return Reason(
        rule="all_met",
        direction=Direction.UP,
        readings=(
            ("weeks", f"{facts.weeks}"),
            ("sessions done", f"{percent(facts.done)}, {percent(facts.lately)}"),
            ("effort", shown(facts.effort)),
            ("readiness sum", shown(facts.readiness)),
            ("pain", shown(facts.pain)),
            ("form", shown(facts.form)),
            ("movement check", faults(facts.movement)),
        ),
        threshold=f"{len(row.guards)} of {len(row.guards)}",
        source=OURS,
        text=T("Everything that step {step} asks for is there.", step=int(row.to)),
    )


def note(rule: str, source: str, text: Text) -> Reason:
    """Make a reason that pulls nowhere."""
    return Reason(rule=rule, direction=Direction.NOTE, source=source, text=text)


def stand(phase: Phase, reason: Reason, policy: Policy) -> Verdict:
    """Put into a verdict why somebody stands where they stand without a review."""
    return Verdict(
        verdict=Outcome.HOLD,
        phase=phase,
        level=LEVELS[phase],
        reasons=(reason,),
        policy=policy.version,
    )


def back(until: date | None) -> Reason:
    """Welcome somebody back after a stop."""
    text = T(
        "Cleared: welcome back. We start on step 1, and stay there until {day}.", day=shown(until)
    )
    return note("back", OURS, text)


SUPPORTED = note(
    "supported",
    OURS,
    T("The movement check is still open: do all balance exercises with a support at hand."),
)
UNDULATING = note(
    "undulating",
    TEMPLATE_21,
    T("From here on each week mixes the steps you have earned, one a session."),
)


def notes(case: Case, outcome: Outcome, *, climbs: bool, policy: Policy) -> Iterator[Reason]:
    """Tell of the return after a stop, and of a stay longer than the usual window."""
    if case.back:
        yield back(case.position.no_up_until)
    if outcome is Outcome.HOLD and case.week.new_goal is case.position.goal:
        goal = case.position.goal.replace("_", " ")
        text = T("The route to your new goal ({goal}) goes on from this step.", goal=goal)
        yield note("new_goal", OURS, text)
    if case.week.pain and case.week.pain <= policy.pain.noted:
        text = T("Pain of {pain} of 10 is noted; keep an eye on it.", pain=case.week.pain)
        yield note("pain_noted", OURS, text)
    weeks, usual = case.position.weeks_in_phase, policy.weeks
    if outcome is Outcome.HOLD and climbs and weeks >= usual.longest:
        text = T(
            "You are in week {weeks}; a step usually takes {least} to {most}. "
            "What would lead up is named with it.",
            weeks=weeks,
            least=usual.shortest,
            most=usual.longest,
        )
        yield note("longest", TEMPLATE_21, text)
