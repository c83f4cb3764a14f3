"""The way back after time off (domain rules, section 8): the gap decides, half-open."""

from collections.abc import Callable

from msgspec import Struct

from flows.phases.case import Case, gap
from flows.phases.findings import Finding
from flows.phases.policy import Policy, TimeOff
from flows.phases.reasons import Direction, Reason, shown
from flows.phases.routes import below
from flows.steps import Phase
from flows.words import T, Text


class Return(Struct, frozen=True):
    """One row of the table: from how many weeks on, the load, and the sentence."""

    key: str
    since: Callable[[TimeOff], int]
    load: Callable[[TimeOff], tuple[int, int]]
    text: Text


# Longest first. From `new_intake` on the gap opens an item instead (case.py).
RETURNS = (
    Return(
        "time_off.tests_again",
        lambda rule: rule.tests_again,
        lambda rule: rule.load_tests_again,
        T(
            "Weeks off: {weeks}, so step 1 for {stay} weeks at {low} to {high} % of "
            "the load, then the tests again."
        ),
    ),
    Return(
        "time_off.first_step",
        lambda rule: rule.first_step,
        lambda rule: rule.load_first_step,
        T("Weeks off: {weeks}, so step 1 for {stay} weeks at {low} to {high} % of the load."),
    ),
    Return(
        "time_off.step_down",
        lambda rule: rule.step_down,
        lambda rule: rule.load_step_down,
        T("Weeks off: {weeks}, so a step down, {low} to {high} % of the load and less volume."),
    ),
    Return(
        "time_off.lighter",
        lambda rule: rule.lighter,
        lambda rule: rule.load_lighter,
        T("Weeks off: {weeks}, so the same step with {low} to {high} % of the load."),
    ),
)


def time_off(case: Case, policy: Policy) -> Finding | None:
    """Find a gap of a week or more, and where it leads."""
    weeks, rule = gap(case.week, policy), policy.time_off
    row = next((row for row in RETURNS if weeks >= row.since(rule)), None)
    if row is None:
        return None
    anew = weeks >= rule.first_step
    return Finding(
        step=_step(case, weeks, rule),
        reasons=(_why(row, weeks, policy),),
        load=row.load(rule),
        stay_weeks=_stay(weeks, rule) if anew else None,
        tests_again=weeks >= rule.tests_again,
        anew=anew,
        lighter=weeks >= rule.step_down,
    )


def _step(case: Case, weeks: float, rule: TimeOff) -> Phase:
    if weeks >= rule.first_step:
        return Phase.STABILIZATION_ENDURANCE
    return below(case.phase, case.ladder) if weeks >= rule.step_down else case.phase


def _stay(weeks: float, rule: TimeOff) -> int:
    return rule.tests_again_weeks if weeks >= rule.tests_again else rule.first_step_weeks


def _why(row: Return, weeks: float, policy: Policy) -> Reason:
    rule, cited = policy.time_off, policy.cite(row.key)
    low, high = row.load(rule)
    off = shown(round(weeks, 1))
    values = T("", weeks=off, stay=_stay(weeks, rule), low=low, high=high).values
    return Reason(
        rule="time_off",
        direction=Direction.DOWN if weeks >= rule.step_down else Direction.HOLD,
        readings=(("weeks off", off),),
        threshold=f"{row.since(rule)}",
        source=cited.source,
        key=cited.key,
        text=Text(row.text.template, values),
    )
