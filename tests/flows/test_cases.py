"""The textbook's cases come out right: tables that a trainer can read and extend."""

from collections import Counter
from collections.abc import Callable

import msgspec
import pytest

from flows.doors import placing, reviewing
from flows.phases.rules import WAYS
from tests.flows.cases.reading import Case, Facts, cases
from tests.flows.policy import DEFAULT

CASES = [
    case
    for door in ("place", "review")
    for table in ("", "_from_sources")
    for case in cases(door, table)
]
LEAST = 120

Given = placing.Placed | reviewing.Reviewed
DOORS: dict[str, Callable[[Facts], Given]] = {
    "place": lambda facts: placing.decide(msgspec.convert(facts, placing.PlaceAsked), DEFAULT),
    "review": lambda facts: reviewing.decide(
        msgspec.convert(facts, reviewing.ReviewAsked), DEFAULT
    ),
}
ONLY_BY_A_TRAINER = {"by_trainer", "seasoned", "faultless"}
NEVER_FIRST = {"cleared", "route_asks"}
"""An open item stops before the guard is asked; nobody aims at a step off their route."""
OTHERS = {
    *("pain", "form", "tired", "absent", "overreached", "injury", "time_off", "new_goal"),
    *("refused_goal", "stalled", "cycle", "all_met", "undulating", "cap"),
    *("start", "lifted", "new", "fall", "deconditioned", "faults"),
    *("screening", "condition", "sign", "illness", "intake", "pain.high", "pain.kind"),
    *("pain.twice", "pain.test", "injury.new"),
}
KINDS = {"screening", "condition", "sign", "illness", "intake", "cap"}


def rules() -> set[str]:
    guards = {guard.__name__ for way in WAYS for guard in way.guards}
    return (guards - ONLY_BY_A_TRAINER - NEVER_FIRST) | OTHERS


def named(rule: str) -> str:
    """Take items and bounds of one kind together: there is one for every sign, for example."""
    kind = rule.partition(".")[0]
    return kind if kind in KINDS else rule


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.door}: {case.who}")
def test_the_case_comes_out_as_written(case: Case) -> None:
    given = DOORS[case.door](case.facts)
    step = f" {int(given.phase)}" if given.phase else ""
    assert f"{given.verdict}{step}" == case.expected
    assert given.reasons[0].rule == case.because


def test_there_are_enough_and_no_two_are_the_same() -> None:
    assert len(CASES) >= LEAST
    assert len({case.who for case in CASES}) == len(CASES)
    seen = Counter((case.door, repr(discrete(case.facts))) for case in CASES)
    assert [facts for facts, count in seen.items() if count > 1] == []


def test_every_rule_decides_at_least_two() -> None:
    decided = Counter(named(case.because) for case in CASES)
    assert set(decided) == rules()
    assert {rule for rule, count in decided.items() if count < 2} == set()


EDGES: dict[str, tuple[float, ...]] = {
    "age": (DEFAULT.age.youngest, DEFAULT.age.adult, 60, DEFAULT.age.older, 70, 80),
    "experience_months": (DEFAULT.experience.trained, DEFAULT.experience.seasoned),
    "weeks_in_phase": (2, DEFAULT.weeks.due, 5, DEFAULT.weeks.longest),
    "movement_days": (DEFAULT.balance.offer_days, DEFAULT.balance.counts_days + 1),
    "single_leg_seconds": (10, 20, 30),
    "pregnancy_week": (DEFAULT.pregnancy.early_weeks + 1,),
    "postpartum_weeks": (DEFAULT.pregnancy.after_birth_weeks,),
    "weeks_off": (1, 2, 4, 8, 12),
    "effort": (8, 9, 10),
    "readiness": (DEFAULT.readiness.good + 1, DEFAULT.readiness.high),
    "share": (DEFAULT.adherence.low, DEFAULT.adherence.enough),
    "pain": (1, 3, 4, 6),
    "ill_days": (1, DEFAULT.illness.short_days + 1),
    "symptom_free_hours": (DEFAULT.illness.clear_hours,),
    "systolic": (DEFAULT.illness.systolic,),
    "diastolic": (DEFAULT.illness.diastolic,),
}
"""Where a number begins to mean something else."""


TIRED = ("sleep", "stress", "fatigue", "soreness")
SESSIONS = ("sessions_done", "sessions_planned")


def read(told: Facts) -> Facts:
    """Take the four answers of readiness for their sum, and sessions for their share."""
    if not {*TIRED, *SESSIONS} <= told.keys():
        return told
    rest = {key: value for key, value in told.items() if key not in {*TIRED, *SESSIONS}}
    tired = [part for key in TIRED if isinstance(part := told[key], int)]
    rest["readiness"] = sum(tired) if len(tired) == len(TIRED) else None
    done, planned = (told[key] for key in SESSIONS)
    share: object = (done, planned)
    if isinstance(done, int) and isinstance(planned, int) and planned:
        share = done / planned
    return rest | {"share": share}


def discrete(told: object, name: str = "") -> object:
    """Put numbers into their bands, however deep."""
    if isinstance(told, dict):
        return {key: discrete(value, key) for key, value in sorted(read(told).items())}
    if isinstance(told, list):
        return [discrete(part, name) for part in told]
    if name in EDGES and isinstance(told, int | float) and not isinstance(told, bool):
        return sum(told >= edge for edge in EDGES[name])
    return told
