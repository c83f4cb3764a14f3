"""What must be heard whatever a policy says, and how made-up people raise it."""

from collections.abc import Callable
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from flows.lint.people import MONDAY
from flows.phases.items import Clearance, Item, Voucher
from flows.phases.opening import opened
from flows.phases.outcome import Outcome
from flows.phases.position import Form, Injury, PainKind, Performance, Position, Week
from flows.phases.profile import Condition
from flows.phases.signs import SIGN_WORDS, Severity, Sign
from flows.steps import Phase
from flows.words import T, Text

Told = tuple[Position, Week]
Change = Callable[[Position, Week], Told]
YEAR = timedelta(days=366)


class Alarm(Struct, frozen=True):
    """Something that must be heard: how it shows, the verdict it may lead to at most, its keys."""

    name: Text
    raised: Change
    at_most: Outcome
    keys: str = ""
    up_to: Phase = Phase.POWER


def _now(**changes: object) -> Change:
    return lambda position, week: (position, replace(week, **changes))


def _twice(**changes: object) -> Change:
    def raised(position: Position, week: Week) -> Told:
        *older, last = position.past
        past = (*older, replace(last, **changes))
        return replace(position, past=past), replace(week, **changes)

    return raised


def _standing(**changes: object) -> Change:
    return lambda position, week: (replace(position, **changes), week)


def _body(*items: Item, alone: bool = False, **changes: object) -> Change:
    def raised(position: Position, week: Week) -> Told:
        profile = replace(position.profile, supervised=not alone, **changes)
        return replace(position, profile=profile, items=items), week

    return raised


def _worded(code: str, by: Voucher) -> Item:
    word = Clearance(by=by, given=MONDAY - timedelta(days=30))
    return replace(opened(code, Severity.STOP, MONDAY - timedelta(days=60)), clearance=word)


def _tired(each: int) -> dict[str, object]:
    return {"sleep": each, "stress": each, "fatigue": each, "soreness": each}


STOP, DOWN, HOLD = Outcome.STOP, Outcome.DOWN, Outcome.HOLD
WORN = _tired(5) | {"effort": 8, "performance": Performance.DOWN}
OWN_WORD = {
    code: _worded(code, Voucher.SELF)
    for code in ("condition.coronary", "screening.heart", "screening.supervised_only")
}
PREGNANT = _worded("condition.pregnancy", Voucher.TRAINER)
PRESSURE = _worded("condition.hypertension", Voucher.SELF)
CHEST = _worded("sign.chest", Voucher.SELF)

ALARMS = (
    *(Alarm(SIGN_WORDS[sign], _now(signs=(sign,)), STOP) for sign in Sign),
    *(
        Alarm(T("pain that is {kind}", kind=kind.value), _now(pain=1, pain_kinds=(kind,)), STOP)
        for kind in PainKind
        if kind is not PainKind.DULL
    ),
    Alarm(T("pain of 7"), _now(pain=7), STOP, "pain.stop"),
    Alarm(T("pain of 4"), _now(pain=4), DOWN, "pain.down"),
    Alarm(T("pain of 3"), _now(pain=3), HOLD, "pain.noted pain.hold"),
    Alarm(T("pain of 3 in two weeks running"), _twice(pain=3), STOP, "pain.hold"),
    Alarm(T("pain that is not known"), _now(pain=None), HOLD, "pain.noted"),
    Alarm(T("a blood pressure of 200 over 80"), _now(systolic=200), STOP, "illness.systolic"),
    Alarm(T("a blood pressure of 120 over 120"), _now(diastolic=120), STOP, "illness.diastolic"),
    Alarm(T("a new injury"), _now(injury=Injury.NEW), STOP),
    Alarm(T("a cleared injury"), _now(injury=Injury.CLEARED), DOWN),
    Alarm(T("a pregnancy told of"), _now(pregnant=True), STOP),
    Alarm(T("fever with chest signs"), _now(chest_fever=True), STOP),
    Alarm(T("a change in health"), _now(health_changed=True), STOP),
    Alarm(T("a day of illness"), _now(ill_days=1), HOLD),
    Alarm(T("an exhausting week"), _now(**_tired(7)), HOLD, "readiness.good readiness.high"),
    Alarm(T("two exhausting weeks"), _twice(**_tired(7)), DOWN, "readiness.high"),
    Alarm(T("all effort there is"), _now(effort=10), HOLD, "effort.tops"),
    Alarm(T("technique that slips"), _now(form=Form.SLIPS), HOLD),
    Alarm(T("technique that breaks twice"), _twice(form=Form.BREAKS), DOWN),
    Alarm(T("a week without a session"), _now(sessions_done=0), HOLD, "adherence.enough"),
    Alarm(T("two weeks without a session"), _twice(sessions_done=0), DOWN, "adherence.low"),
    Alarm(T("a missed check-in"), _now(missed=True, signs=None), HOLD),
    Alarm(T("half a year off"), _now(weeks_off=26), STOP, "time_off.new_intake"),
    Alarm(T("seven weeks off"), _now(weeks_off=7), DOWN, "time_off.step_down"),
    Alarm(
        T("a screening of last year"), _standing(screened=MONDAY - YEAR), HOLD, "clearance.months"
    ),
    Alarm(T("a screening that is not known"), _standing(screened=None), HOLD),
    Alarm(T("pregnancy, cleared"), _body(PREGNANT, conditions=(Condition.PREGNANCY,)), HOLD),
    Alarm(
        T("late pregnancy, cleared"),
        _body(PREGNANT, conditions=(Condition.PREGNANCY,), pregnancy_week=30),
        DOWN,
        "pregnancy.later_cap",
        Phase.STABILIZATION_ENDURANCE,
    ),
    Alarm(
        T("high blood pressure on one's own word"),
        _body(PRESSURE, alone=True, conditions=(Condition.HYPERTENSION,)),
        HOLD,
        "clearance.declared_scope caps.hypertension",
        Phase.STRENGTH_ENDURANCE,
    ),
    Alarm(
        T("coronary disease on one's own word"),
        _body(OWN_WORD["condition.coronary"], alone=True, conditions=(Condition.CORONARY,)),
        STOP,
        "proofs.condition_coronary",
    ),
    Alarm(
        T("a heart condition on one's own word"),
        _body(OWN_WORD["screening.heart"], alone=True),
        STOP,
        "proofs.screening_heart",
    ),
    Alarm(
        T('"only supervised" on one\'s own word'),
        _body(OWN_WORD["screening.supervised_only"], alone=True),
        STOP,
        "proofs.screening_supervised_only",
    ),
    Alarm(
        T("chest signs on one's own word"),
        _body(CHEST, alone=True),
        DOWN,
        "clearance.alone_scope",
        Phase.STABILIZATION_ENDURANCE,
    ),
    Alarm(
        T("a fall in the last year"),
        _body(fell_last_year=True),
        DOWN,
        "caps.fall",
        Phase.STABILIZATION_ENDURANCE,
    ),
    Alarm(
        T("overreaching"),
        lambda position, week: (
            replace(
                position,
                past=(*position.past[:-1], replace(position.past[-1], **WORN | {"effort": 7})),
            ),
            replace(week, **WORN),
        ),
        DOWN,
        "readiness.good",
    ),
)
"""What must be heard whatever a policy says, with the keys that could silence it."""
