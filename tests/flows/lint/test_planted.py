"""Faults planted by somebody who had not seen the linter: it finds each one, at its key."""

import pytest

from flows.lint.checking import check
from flows.words import english
from tests.flows.policy import SHEET, TEXT

Rows = dict[str, str]

UNKNOWN: dict[str, Rows] = {
    "weeks.minimum": {"weeks.minimum": "value = 3"},
    "stretching.hold": {"stretching.hold": "value = 30"},
    "weeks.due": {"weeks.due": 'value = 4\nunit = "days"'},
    "routes.endurance.first": {"routes.endurance.first": "value = [1, 2]"},
    "pain.stop": {"pain.stop": "value = 6\nlimit = 7"},
}
RANGE: dict[str, Rows] = {
    "adherence.enough": {"adherence.enough": "value = 1.2"},
    "effort.tops": {"effort.tops": "value = [7, 8, 9, 9, 11]"},
    "caps.youth": {"caps.youth": "value = [2, 3]"},
    "body.obese": {"body.obese": 'value = "30"'},
    "adherence.low": {"adherence.low": "value = nan"},
}
CONTRADICTION: dict[str, Rows] = {
    "weeks.due weeks.longest": {"weeks.due": "value = 6", "weeks.longest": "value = 5"},
    "readiness.good readiness.high": {
        "readiness.good": "value = 15",
        "readiness.high": "value = 14",
    },
    "adherence.low adherence.enough": {
        "adherence.enough": "value = 0.55",
        "adherence.low": "value = 0.6",
    },
    "time_off.first_step time_off.tests_again": {
        "time_off.first_step": "value = 6",
        "time_off.tests_again": "value = 5",
    },
    "balance.sixties balance.seconds": {
        "balance.sixties": "value = 25",
        "balance.seconds": "value = 20",
    },
}
TRAPPED: dict[str, Rows] = {
    "routes.performance.first": {"routes.performance.first": "value = [1, 5]"},
    "routes.muscle.first": {"routes.muscle.first": "value = [1, 2, 4]"},
    "routes.fat_loss.later": {"routes.fat_loss.later": "value = [2, 3]"},
    "routes.health": {"routes.health.first": "value = [1]", "routes.health.later": "value = [1]"},
    "routes.strength.restart": {"routes.strength.later": "value = [1, 3, 4]"},
}
PASSABLE: dict[str, Rows] = {
    "proofs.screening_heart": {"proofs.screening_heart": 'value = "declared"'},
    "illness.systolic": {"illness.systolic": "value = 200"},
    "approval.from_step": {"approval.from_step": "value = 5"},
    "weeks.longest": {"weeks.longest": "value = 99"},
    "approval.days": {"approval.days": "value = 365"},
}
PLANTED = [UNKNOWN, RANGE, CONTRADICTION, TRAPPED, PASSABLE]


def written(rows: Rows) -> str:
    return 'version = "mine"\n' + "\n".join(f"[{key}]\n{row}" for key, row in rows.items())


@pytest.mark.parametrize(
    ("key", "rows"), [planted for kind in PLANTED for planted in kind.items()]
)
def test_a_planted_fault_is_found(key: str, rows: Rows) -> None:
    faults = check(written(rows), SHEET)
    assert key in {fault.key for fault in faults}
    assert all(english(fault.text) for fault in faults)


def test_there_are_five_of_each_kind_and_none_in_what_is_shipped() -> None:
    assert [len(kind) for kind in PLANTED] == [5] * 5
    assert check(TEXT, SHEET) == ()


LIVED_BY = (
    *("weeks.longest", "weeks.reassess", "weeks.lighter", "weeks.remembered"),
    *("adherence.enough", "adherence.low", "clearance.months", "clearance.quiet_weeks"),
)


@pytest.mark.parametrize("number", ["nan", "inf", "0", "-1", "1000000000000"])
@pytest.mark.parametrize("key", LIVED_BY)
def test_a_number_that_nobody_can_live_by_is_told_and_not_lived_by(key: str, number: str) -> None:
    faults = check(f"[{key}]\nvalue = {number}", SHEET)
    assert [fault.key for fault in faults] == [key]
