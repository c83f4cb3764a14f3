"""A position and a week laid open for judgement: items, bounds, goal and the week before."""

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from flows.phases.caps import Cap, cap
from flows.phases.clearance import joint_scope, open_items
from flows.phases.groups import thin
from flows.phases.items import Item, Kind
from flows.phases.opening import UNKNOWN, carried, opened, pressing, profile_items, sign_items
from flows.phases.policy import Policy
from flows.phases.position import Injury, Position, Week
from flows.phases.profile import Condition
from flows.phases.readings import (
    By,
    Facts,
    before,
    least,
    mean,
    readiness,
    share,
    shares,
    sharp,
    weeks_back,
)
from flows.phases.routes import route
from flows.phases.signs import Severity
from flows.steps import Goal, Phase

DAYS_A_WEEK = 7


class Case(Struct, frozen=True, kw_only=True):
    """What the findings look at.

    `position` is already on the new goal, if there is one. `items` are all from now on, `opened`
    those of this week, `pending` those that are not cleared. `ladder`: the steps of the route that
    are allowed. `back`: this is the return after a stop was lifted. `goal_refused`: the new goal
    is not taken.
    """

    position: Position
    week: Week
    phase: Phase
    before: Week | None
    items: tuple[Item, ...]
    opened: tuple[Item, ...]
    pending: tuple[Item, ...]
    cap: Cap
    ladder: tuple[Phase, ...]
    back: bool
    goal_refused: bool


def lay_open(position: Position, week: Week, policy: Policy) -> Case:
    """Open this week's items, see which are cleared, and join the bounds."""
    refused = _refuses(position, week, policy)
    position = _expecting(position if refused else regoaled(position, week.new_goal), week)
    new = week_items(position, week, policy)
    items = _joined(position, new, week, policy)
    profile, today = position.profile, week.today
    pending = open_items(items, today, policy, supervised=profile.supervised)
    scope = joint_scope(items, today, policy, supervised=profile.supervised)
    back = position.phase is None and not pending
    position = resume(position, today, policy) if back else position
    bounds = cap(profile, policy, position.movement, scope)
    steps = route(position.goal, position.rounds, policy)
    return Case(
        position=position,
        week=week,
        phase=position.phase or Phase.STABILIZATION_ENDURANCE,
        before=before(position),
        items=items,
        opened=tuple(item for item in items if item not in position.items),
        pending=pending,
        cap=bounds,
        ladder=tuple(step for step in steps if step in bounds.steps),
        back=back,
        goal_refused=refused,
    )


def _refuses(position: Position, week: Week, policy: Policy) -> bool:
    return week.new_goal is Goal.FAT_LOSS and thin(position.profile, policy)


def _expecting(position: Position, week: Week) -> Position:
    """Take in a pregnancy that is told of this week; its week stays unknown until it is asked."""
    told = position.profile.conditions or ()
    if not week.pregnant or Condition.PREGNANCY in told:
        return position
    profile = replace(position.profile, conditions=(*told, Condition.PREGNANCY))
    return replace(position, profile=profile)


def regoaled(position: Position, goal: Goal | None) -> Position:
    """Give the position under a new goal: its rounds start anew; None changes nothing."""
    if goal is None or goal is position.goal:
        return position
    return replace(position, goal=goal, rounds=0, undulating=False)


def resume(position: Position, today: date | None, policy: Policy) -> Position:
    """Stand on step 1 again once the last item is cleared: nothing earned, some quiet weeks."""
    quiet = timedelta(days=DAYS_A_WEEK * policy.clearance.quiet_weeks)
    return replace(
        position,
        phase=Phase.STABILIZATION_ENDURANCE,
        weeks_in_phase=0,
        weeks_since_move=None,
        stay_weeks=None,
        earned=(),
        no_up_until=min(today or date.max, date.max - quiet) + quiet,
    )


def facts(case: Case, to: Phase, policy: Policy, by: By = By.REVIEW) -> Facts:
    """Take the readings for one way of this case."""
    position, week = case.position, case.week
    over = _shares(case, min(position.weeks_in_phase, policy.weeks.longest), policy)
    recent = _shares(case, policy.adherence.lately_weeks, policy)
    return Facts(
        phase=case.phase,
        to=to,
        goal=position.goal,
        rounds=position.rounds,
        by=by,
        today=week.today,
        profile=position.profile,
        movement=position.movement,
        movement_days=position.movement_days,
        weeks=position.weeks_in_phase,
        stay_weeks=position.stay_weeks,
        weeks_since_move=position.weeks_since_move,
        no_up_until=position.no_up_until,
        screened=position.screened,
        done=mean(over),
        lately=least(mean(recent), share(week)),
        untold=over.count(None),
        missed=week.missed,
        signs_told=week.signs is not None,
        effort=week.effort,
        readiness=readiness(week),
        pain=week.pain,
        form=week.form,
        ill_days=week.ill_days,
        symptom_free_hours=week.symptom_free_hours,
        weeks_off=week.weeks_off,
        open_items=case.pending,
        cap=case.cap,
    )


def _shares(case: Case, count: int, policy: Policy) -> tuple[float | None, ...]:
    return shares(weeks_back(case.position, case.week, count, policy))


def gap(week: Week, policy: Policy) -> float:
    """Weeks without training: as told, or a longer illness; 0 when unknown, which holds."""
    ill = week.ill_days / DAYS_A_WEEK if week.ill_days > policy.illness.short_days else 0.0
    return max(week.weeks_off or 0.0, ill)


def week_items(position: Position, week: Week, policy: Policy) -> tuple[Item, ...]:
    """List the items this week opens, each anew even if an older one was cleared."""
    found = (
        ("pain.high", (week.pain or 0) >= policy.pain.stop),
        ("pain.kind", sharp(week)),
        ("pain.twice", _hurt_twice(position, week, policy)),
        ("condition.pregnancy", week.pregnant),
        ("injury.new", week.injury is Injury.NEW),
        ("illness.pressure", pressing(week.systolic, week.diastolic, policy)),
        ("illness.fever", week.chest_fever),
        ("intake.again", gap(week, policy) >= policy.time_off.new_intake),
        ("screening.changed", week.health_changed),
    )
    items = tuple(opened(code, Severity.STOP, week.today) for code, yes in found if yes)
    return (*sign_items(week.signs or (), week.today), *items, *_test_items(position, week))


def _hurt_twice(position: Position, week: Week, policy: Policy) -> bool:
    last = before(position)
    if last is None or (week.pain or 0) < policy.pain.hold:
        return False
    return last.pain is None or last.pain >= policy.pain.hold


def _test_items(position: Position, week: Week) -> tuple[Item, ...]:
    """Pain in a movement check opens one item a check; a cleared one stays cleared."""
    if position.movement is None or not position.movement.pain:
        return ()
    tested = _tested(position, week)
    item = opened("pain.test", Severity.STOP, tested)
    known = any(old.code == item.code and old.opened >= item.opened for old in position.items)
    return () if known else (item,)


def _tested(position: Position, week: Week) -> date | None:
    if week.today is None or position.movement_days is None:
        return week.today
    return date.fromordinal(max(1, week.today.toordinal() - position.movement_days))


def _joined(
    position: Position, new: tuple[Item, ...], week: Week, policy: Policy
) -> tuple[Item, ...]:
    """Join old items and new ones; conditions never asked stop nobody who trains, they hold."""
    fresh = {item.code for item in new}
    old = tuple(item for item in position.items if item.code not in fresh)
    if week.health_changed:
        old = tuple(replace(item, clearance=None) for item in old)
    known = {item.code for item in old}
    needed = tuple(
        item
        for item in profile_items(position.profile, week.today, policy)
        if item.code != UNKNOWN or UNKNOWN in known
    )
    return (*carried(old, needed, frozenset({Kind.CONDITION})), *new)
