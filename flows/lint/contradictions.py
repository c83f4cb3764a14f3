"""Values that cannot both be meant, though each is within its range."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from operator import attrgetter, gt, le, lt

from flows.lint.fault import Fault, FaultKind
from flows.phases.policy import Caps, Policy, Timing
from flows.words import T, Text

RISING = (
    ("adherence.low", "adherence.enough"),
    ("readiness.good", "readiness.high"),
    ("pain.noted", "pain.hold", "pain.down"),
    ("balance.from_sixty", "balance.from_seventy", "balance.judged_from"),
    ("balance.offer_days", "balance.counts_days"),
    (
        "time_off.lighter",
        "time_off.step_down",
        "time_off.first_step",
        "time_off.tests_again",
        "time_off.new_intake",
    ),
    ("age.adult", "age.older"),
    ("body.thin", "body.obese"),
    ("illness.diastolic", "illness.systolic"),
    ("timing.nudge_late_hours", "timing.nudge_hours"),
    ("desk.first_hour", "desk.last_hour"),
    ("attention.idle_days", "attention.long_idle_days"),
    ("reminders.hour", "reminders.quiet_from"),
)
NOT_FALLING = (
    ("weeks.shortest", "weeks.due", "weeks.longest"),
    ("weeks.due", "weeks.remembered"),
    ("weeks.between_moves", "weeks.due"),
    ("adherence.lately_weeks", "weeks.due"),
    ("pain.down", "pain.stop"),
    ("balance.seventies", "balance.sixties", "balance.seconds"),
    ("experience.trained", "experience.seasoned"),
    ("experience.placed_weeks", "weeks.due"),
    ("experience.fresh_weeks", "time_off.first_step"),
    ("time_off.first_step_weeks", "time_off.tests_again_weeks", "weeks.longest"),
    ("pregnancy.later_cap", "pregnancy.early_cap"),
    ("age.youngest", "age.adult"),
    ("caps.fall", "caps.little_equipment", "caps.dumbbells"),
    ("clearance.alone_scope", "clearance.declared_scope"),
    ("clearance.quiet_weeks", "weeks.longest"),
    ("reminders.quiet_until", "reminders.hour"),
)
LOADS = (
    "time_off.load_tests_again",
    "time_off.load_first_step",
    "time_off.load_step_down",
    "time_off.load_lighter",
)
WEEK_HOURS = 7 * 24


def contradictions(policy: Policy) -> Iterator[Fault]:
    """Find values out of order, pairs the wrong way round, and reminders that outlast a week."""
    for keys in RISING:
        yield from _out_of_order(policy, keys, lt, "less than")
    for keys in NOT_FALLING:
        yield from _out_of_order(policy, keys, le, "at most")
    yield from _pairs(policy)
    yield from _loads(policy)
    yield from _reminders(policy.timing)


Compare = Callable[[float, float], bool]


def _out_of_order(
    policy: Policy, keys: tuple[str, ...], holds: Compare, words: str
) -> Iterator[Fault]:
    for low, high in pairwise(keys):
        one, other = float(attrgetter(low)(policy)), float(attrgetter(high)(policy))
        if not holds(one, other):
            text = T(
                "{low} is {one:g} and has to be {words} {high}, which is {other:g}.",
                low=low,
                one=one,
                words=words,
                high=high,
                other=other,
            )
            yield _fault(f"{low} {high}", text)


def _fault(keys: str, text: Text) -> Fault:
    return Fault(kind=FaultKind.CONTRADICTION, key=keys, text=text)


def _pairs(policy: Policy) -> Iterator[Fault]:
    for name in Caps.__struct_fields__:
        pair = getattr(policy.caps, name)
        if isinstance(pair, tuple) and pair[0] > pair[1]:
            text = T("caps.{name}: with a trainer it cannot be lower than alone.", name=name)
            yield _fault(f"caps.{name}", text)


def _loads(policy: Policy) -> Iterator[Fault]:
    for key in LOADS:
        low, high = attrgetter(key)(policy)
        if low >= high:
            text = T("{key} has to go from a lower to a higher percentage.", key=key)
            yield _fault(key, text)
    for longer, shorter in pairwise(LOADS):
        if any(map(gt, attrgetter(longer)(policy), attrgetter(shorter)(policy))):
            text = T("{longer} asks for more load than {shorter}.", longer=longer, shorter=shorter)
            yield _fault(f"{longer} {shorter}", text)


def _reminders(timing: Timing) -> Iterator[Fault]:
    if timing.nudges * timing.nudge_hours > WEEK_HOURS:
        text = T("The reminders of one check-in would go on after the next one has come.")
        yield _fault("timing.nudges timing.nudge_hours", text)
