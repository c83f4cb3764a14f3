"""What in a week holds or lowers: each rule by itself, each with its reason.

The verdict follows the lowest of their steps: any finding holds, one below where somebody stands
lowers. A worse reading only ever adds findings or lowers one, so it never raises verdict or step.
"""

from collections.abc import Callable

from msgspec import Struct

from flows.phases.case import Case
from flows.phases.policy import Policy
from flows.phases.position import Form, Injury, Performance, Week
from flows.phases.readings import free, readiness, share
from flows.phases.reasons import OWN, Cited, Direction, Reason, percent, shown
from flows.phases.routes import at_end, below, kept, undulates
from flows.phases.training import weeks_asked
from flows.steps import Phase
from flows.words import T, Text


class Finding(Struct, frozen=True, kw_only=True):
    """One rule that holds or lowers, the step it leaves, and its reasons.

    `load`: percent of the usual load in the first week. `stay_weeks`: weeks asked of the step.
    """

    step: Phase
    reasons: tuple[Reason, ...]
    load: tuple[int, int] | None = None
    stay_weeks: int | None = None
    tests_again: bool = False
    anew: bool = False
    lighter: bool = False
    new_round: bool = False


def _reason(
    rule: str, reading: tuple[str, str], threshold: str, cited: Cited, text: Text
) -> Reason:
    return Reason(
        rule=rule,
        direction=Direction.DOWN,
        readings=(reading,),
        threshold=threshold,
        source=cited.source,
        key=cited.key,
        text=text,
    )


def _lower(case: Case, reason: Reason) -> Finding:
    """Go to the next lower step of the route; on the lowest the week becomes a lighter one."""
    step = below(case.phase, case.ladder)
    return Finding(step=step, reasons=(reason,), lighter=step == case.phase)


def pain(case: Case, policy: Policy) -> Finding | None:
    """Find pain of 4 or more: down (6 and more stops before this is asked)."""
    now = case.week.pain
    if now is None or now < policy.pain.down:
        return None
    text = T("Pain of {pain} of 10: we take it down a step.", pain=now)
    return _lower(
        case,
        _reason("pain", ("pain", f"{now}"), f"{policy.pain.down}", policy.cite("pain.down"), text),
    )


def form(case: Case, _policy: Policy) -> Finding | None:
    """Find a form that breaks twice running; an unknown week before counts as broken."""
    last = case.before
    if case.week.form is not Form.BREAKS or last is None or last.form not in {None, Form.BREAKS}:
        return None
    text = T(
        "Your technique broke under load this week; last week: {last}.", last=shown(last.form)
    )
    return _lower(case, _reason("form", ("form", "breaks"), "two weeks running", OWN, text))


def tired(case: Case, policy: Policy) -> Finding | None:
    """Find a readiness sum of 18 or more: a lighter week, down when twice running."""
    now, high = readiness(case.week), policy.readiness.high
    if now is None or now < high:
        return None
    text = T("Sleep, stress, fatigue and soreness add up to {total}: that is much.", total=now)
    reason = _reason(
        "tired", ("readiness sum", f"{now}"), f"{high}", policy.cite("readiness.high"), text
    )
    if case.before is not None and _reaches(readiness(case.before), high):
        return _lower(case, reason)
    return Finding(step=case.phase, reasons=(reason,), lighter=True)


def _reaches(value: float | None, edge: float) -> bool:
    """Whether a reading of the week before reaches an edge; unknown counts as if it did."""
    return value is None or value >= edge


def absent(case: Case, policy: Policy) -> Finding | None:
    """Find two weeks running with under half of the sessions; unknown before counts as such."""
    now, low = share(case.week), policy.adherence.low
    if now is None or now >= low or case.before is None or free(case.before):
        return None
    last = share(case.before)
    if last is not None and last >= low:
        return None
    text = T(
        "Sessions done: {now} this week, {last} last week. Two weeks under {low}: a step down.",
        now=percent(now),
        last=percent(last),
        low=percent(low),
    )
    return _lower(
        case,
        _reason(
            "absent",
            ("sessions done", percent(now)),
            percent(low),
            policy.cite("adherence.low"),
            text,
        ),
    )


def overreached(case: Case, policy: Policy) -> Finding | None:
    """Find two weeks of poor readiness while effort rises and performance falls."""
    last, now, good = case.before, readiness(case.week), policy.readiness.good
    if last is None or now is None or now <= good or not _reaches(readiness(last), good + 1):
        return None
    if not (_harder(case.week, last) and _weaker(case.week, last)):
        return None
    text = T("Tired for two weeks while training gets harder and less comes out: a step down.")
    return _lower(
        case,
        _reason(
            "overreached",
            ("readiness sum", f"{now}"),
            f"{good}",
            policy.cite("readiness.good"),
            text,
        ),
    )


def _harder(now: Week, last: Week) -> bool:
    return now.effort is None or last.effort is None or now.effort > last.effort


def _weaker(now: Week, last: Week) -> bool:
    """Compare performance as told, else the reps left; unknown counts as weaker."""
    if now.performance is not None:
        return Performance.DOWN is now.performance and last.performance in {None, Performance.DOWN}
    return now.reps_left is None or last.reps_left is None or now.reps_left < last.reps_left


def bounded(case: Case, _policy: Policy) -> Finding | None:
    """Find that the step is not allowed any more: down to the highest below that is."""
    reasons = case.cap.lowering(case.phase)
    if not reasons:
        return None
    step = below(case.phase, case.ladder)
    return Finding(step=step, reasons=reasons)


def injured(case: Case, policy: Policy) -> Finding | None:
    """Find somebody back from a cleared injury: step 1, climbed anew after some quiet weeks."""
    if case.week.injury is not Injury.CLEARED:
        return None
    text = T(
        "Back from an injury we start on step 1 again, for {weeks} weeks at least.",
        weeks=policy.clearance.quiet_weeks,
    )
    cited = policy.cite("clearance.quiet_weeks")
    reason = _reason(
        "injury", ("injury", "cleared"), f"{policy.clearance.quiet_weeks}", cited, text
    )
    return Finding(
        step=Phase.STABILIZATION_ENDURANCE,
        reasons=(reason,),
        stay_weeks=policy.clearance.quiet_weeks,
        anew=True,
    )


def stalled(case: Case, policy: Policy) -> Finding | None:
    """Find no progress: a lighter week; on the last step of a round the next one begins."""
    if not case.week.stalled:
        return None
    text = T("No progress for a while: a lighter week first.")
    if ends_round(case, policy):
        text = T("No progress for a while on the last step of your round: a new one starts.")
    reason = _reason("stalled", ("stalled", "yes"), "no", OWN, text)
    if not ends_round(case, policy):
        return Finding(step=case.phase, reasons=(reason,), lighter=True)
    return _restart(case, reason, policy)


def ends_round(case: Case, policy: Policy) -> bool:
    """Whether this is the last step of a round that another one follows."""
    last = at_end(case.position, case.phase, policy)
    return last and not undulates(case.position, case.phase, policy)


def _restart(case: Case, reason: Reason, policy: Policy) -> Finding:
    restart = policy.routes[case.position.goal].restart
    step = min(restart, case.phase)
    return Finding(step=step, reasons=(reason,), new_round=True)


def off_route(case: Case, _policy: Policy) -> Finding | None:
    """Find that a new goal's route does not have this step: to the next lower one."""
    step = kept(case.phase, case.ladder, case.position.earned)
    if case.week.new_goal is not case.position.goal or step == case.phase:
        return None
    goal = case.position.goal.replace("_", " ")
    text = T(
        "The route to your new goal ({goal}) goes on from step {step}.", goal=goal, step=int(step)
    )
    reason = _reason("new_goal", ("goal", goal), f"{int(step)}", OWN, text)
    return Finding(step=step, reasons=(reason,))


def refused_goal(case: Case, policy: Policy) -> Finding | None:
    """Find a goal that is refused kindly: losing fat at a low body weight."""
    if not case.goal_refused:
        return None
    text = T(
        "Losing fat is not a goal we would take you to at your weight. "
        "Please talk to your doctor or to somebody you trust; any other goal is open."
    )
    reason = _reason(
        "refused_goal", ("goal", "fat loss"), f"{policy.body.thin}", policy.cite("body.thin"), text
    )
    return Finding(step=case.phase, reasons=(reason,))


def new_round(case: Case, policy: Policy) -> Finding | None:
    """Find the end of a round of the route: down to where the next one starts.

    It looks at weeks and step only, never at how the week was: it may come with other findings.
    With a new goal a new round has just begun.
    """
    finished = case.week.cycle_finished or round_over(case, policy)
    begins = case.week.new_goal is case.position.goal
    if not finished or begins or undulates(case.position, case.phase, policy):
        return None
    weeks = case.position.weeks_in_phase
    text = T(
        "Your round is complete after {weeks} weeks on step {step}: a new round starts.",
        weeks=weeks,
        step=int(case.phase),
    )
    cited, asked = policy.cite("weeks.due"), f"{policy.weeks.due}"
    return _restart(case, _reason("cycle", ("weeks", f"{weeks}"), asked, cited, text), policy)


def round_over(case: Case, policy: Policy) -> bool:
    """Whether the last step of the round has had its weeks, or the trainer calls it finished."""
    asked = weeks_asked(case.position.stay_weeks, policy)
    over = case.week.cycle_finished or case.position.weeks_in_phase >= asked
    return at_end(case.position, case.phase, policy) and over


Rule = Callable[[Case, Policy], Finding | None]
