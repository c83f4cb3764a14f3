"""Where somebody starts on the staircase, and why (domain rules, section 9)."""

from collections.abc import Iterator

from flows.phases.caps import Cap, cap
from flows.phases.clearance import joint_scope, open_items
from flows.phases.groups import thin
from flows.phases.intake import Intake, Placement, Start
from flows.phases.items import Item, Kind
from flows.phases.limits import limits
from flows.phases.opening import carried, opened, pressing, profile_items, screening_items
from flows.phases.policy import Policy
from flows.phases.readings import at_least
from flows.phases.reasons import OURS, Direction, Reason
from flows.phases.routes import cut, route
from flows.phases.signs import Severity
from flows.phases.starting import for_step_one
from flows.phases.wording import walk, why_all_open
from flows.steps import LEVELS, Goal, Phase
from flows.words import T

ANEW = frozenset({Kind.SCREENING, Kind.CONDITION, Kind.INTAKE})


def place(intake: Intake, policy: Policy) -> Placement:
    """Place somebody: refer where something is open or refused, else start on step 1 to 4.

    What is unknown counts as the worse case and the reason says so. It never raises.
    """
    items = intake_items(intake, policy)
    supervised = intake.profile.supervised
    pending = open_items(items, intake.today, policy, supervised=supervised)
    if pending:
        return _referred(intake, items, pending, policy)
    scope = joint_scope(items, intake.today, policy, supervised=supervised)
    bounds = cap(intake.profile, policy, intake.movement, scope)
    return _started(intake, items, bounds, policy)


def intake_items(intake: Intake, policy: Policy) -> tuple[Item, ...]:
    """All items: those known that still count, and those that these answers open."""
    needed = (
        *screening_items(intake.screening, intake.profile, intake.signs, intake.today),
        *profile_items(intake.profile, intake.today, policy),
        *_pain_items(intake, policy),
        *_pressure_items(intake, policy),
        *_refused_items(intake, policy),
    )
    return carried(intake.items, needed, ANEW)


def _pain_items(intake: Intake, policy: Policy) -> Iterator[Item]:
    if intake.pain is not None and intake.pain >= policy.pain.stop:
        yield opened("pain.high", Severity.STOP, intake.today)
    if intake.movement is not None and intake.movement.pain:
        yield opened("pain.test", Severity.STOP, intake.today)


def _pressure_items(intake: Intake, policy: Policy) -> Iterator[Item]:
    if pressing(intake.systolic, intake.diastolic, policy):
        yield opened("illness.pressure", Severity.STOP, intake.today)


def _refused_items(intake: Intake, policy: Policy) -> Iterator[Item]:
    if _thin_and_thinner(intake, policy):
        yield opened("intake.thin", Severity.HUMAN, intake.today)


def _thin_and_thinner(intake: Intake, policy: Policy) -> bool:
    return intake.goal is Goal.FAT_LOSS and thin(intake.profile, policy)


def _referred(
    intake: Intake, items: tuple[Item, ...], pending: tuple[Item, ...], policy: Policy
) -> Placement:
    return Placement(
        verdict=Start.REFER,
        phase=None,
        level=None,
        route=route(intake.goal, 0, policy),
        limits=limits(intake.profile, policy),
        reasons=(*why_all_open(pending, policy), *walk(pending)),
        items=items,
        policy=policy.version,
    )


def _started(intake: Intake, items: tuple[Item, ...], bounds: Cap, policy: Policy) -> Placement:
    whole = route(intake.goal, 0, policy)
    way = cut(whole, bounds.steps)
    firsts = tuple(for_step_one(intake, policy))
    phase, why = _chosen(intake, way, firsts, policy)
    cut_by = tuple(reason for step in whole if step not in way for reason in bounds.against(step))
    return Placement(
        verdict=Start.START,
        phase=phase,
        level=LEVELS[phase],
        route=way,
        limits=limits(intake.profile, policy),
        reasons=(*(firsts or (why,)), *dict.fromkeys(cut_by)),
        items=items,
        stay_weeks=None if firsts or phase > 1 else policy.experience.placed_weeks,
        policy=policy.version,
    )


def _chosen(
    intake: Intake, way: tuple[Phase, ...], firsts: tuple[Reason, ...], policy: Policy
) -> tuple[Phase, Reason]:
    """Choose the step: 1 unless a trainer asks for more and nothing speaks against it."""
    asked = intake.start if intake.profile.supervised and intake.start else Phase(1)
    top = Phase(1) if firsts else _top(intake, policy)
    phase = max((step for step in way if step <= min(asked, top)), default=Phase(1))
    return phase, _why_start(phase, asked, policy)


def _top(intake: Intake, policy: Policy) -> Phase:
    """Give the highest step a trainer may start somebody on; never the power step."""
    months = intake.profile.experience_months
    seasoned = at_least(months, policy.experience.seasoned)
    return Phase.MAXIMAL_STRENGTH if seasoned else Phase.STRENGTH_ENDURANCE


def _why_start(phase: Phase, asked: Phase, policy: Policy) -> Reason:
    """Say why somebody starts on a step whom nothing else keeps on step 1."""
    text = T("Your trainer starts you on step {step}.", step=int(phase))
    if phase is Phase.STABILIZATION_ENDURANCE:
        text = T(
            "You start on step 1, for {weeks} weeks: you have trained before.",
            weeks=policy.experience.placed_weeks,
        )
    return Reason(
        rule="start",
        direction=Direction.NOTE,
        readings=(("asked for", f"{int(asked)}"),),
        source=OURS,
        text=text,
    )
