"""A policy is checked before anybody is coached by it: each kind of fault is found."""

import pytest

from flows.lint import alarms
from flows.lint.checking import check
from flows.lint.fault import Fault, FaultKind
from flows.lint.people import GOOD, standing
from flows.lint.rows import lay
from flows.phases.outcome import Outcome
from flows.phases.reasons import OURS
from flows.phases.sheet import policy_of
from flows.phases.verdict import review
from flows.steps import Goal, Phase
from flows.words import english
from tests.flows.policy import DEFAULT, SHEET, TEXT

UNKNOWN, RANGE = FaultKind.UNKNOWN, FaultKind.RANGE
CONTRADICTION, TRAPPED, FLAG = FaultKind.CONTRADICTION, FaultKind.TRAPPED, FaultKind.FLAG


def found(text: str) -> set[tuple[FaultKind, str]]:
    faults = check(text, SHEET)
    assert all(english(fault.text) for fault in faults)
    return {(fault.kind, fault.key) for fault in faults}


def only(text: str) -> Fault:
    (fault,) = check(text, SHEET)
    return fault


@pytest.mark.parametrize("text", [TEXT, "", 'version = "mine"\n[weeks.due]\nvalue = 5\n'])
def test_a_sound_policy_has_no_faults(text: str) -> None:
    assert check(text, SHEET) == ()


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        ("[weeks", "", "not a TOML file"),
        (f"[weeks.due]\nvalue = {'9' * 5000}", "", "too long or a nesting too deep"),
        (f"[weeks.due]\nvalue = 0x{'f' * 5000}", "", "too long or a nesting too deep"),
        (f"version = 0x{'f' * 5000}", "", "too long or a nesting too deep"),
        (f"a = {'[' * 3000}{']' * 3000}", "", "too long or a nesting too deep"),
        (f"{'a.' * 3000}b = 1", "", "too long or a nesting too deep"),
        ("[weeks.duw]\nvalue = 4", "weeks.duw", "Did you mean weeks.due?"),
        ("[qqqqqqq]\nxyz = 4", "qqqqqqq", "no such row"),
        ("[weeks]\ntitle = 'w'\ndue = 4", "weeks.due", "write [weeks.due]"),
        ("[weeks]\ntitle = 'w'\nnone = 4\n[weeks.due]\nvalue = 4", "weeks.none", "no such row"),
        ("nonsense = 3", "nonsense", "no such row"),
        ("[weeks.due]\nvalue = 4\nunit = 'days'", "weeks.due", "has the unit: weeks"),
        ("[weeks.due]\nvalue = 4\nworth = 4", "weeks.due", "unknown entry: worth"),
        ("[weeks.due]\nvalue = 'four'", "weeks.due", "a value such as 4"),
        ("[weeks.due]\nvalue = true", "weeks.due", "a value such as 4"),
        ("[weeks.due]\nunit = 'weeks'", "weeks.due", "a value such as 4"),
        ("[approval.level_changes]\nvalue = 1", "approval.level_changes", "such as true"),
        ("[effort.tops]\nvalue = [7, 8]", "effort.tops", "such as [7, 8, 9, 9, 8]"),
        ("[effort.tops]\nvalue = [7, 8, 9, 9, 'x']", "effort.tops", "such as"),
        ("[weeks.due]\nvalue = 4\nconfidence = 'sure'", "weeks.due", "confidence is one of"),
        ("[weeks.due]\nvalue = 4\nsource = 4", "weeks.due", "texts"),
    ],
)
def test_what_cannot_be_read(text: str, key: str, says: str) -> None:
    fault = only(text)
    assert (fault.kind, fault.key) == (UNKNOWN, key)
    assert says in english(fault.text)


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        ("[weeks.due]\nvalue = 5\nrange = [1, 9]", "weeks.due", "not yours to change"),
        ("[weeks.reassess]\nvalue = 4.5", "weeks.reassess", "4 to 12, whole numbers"),
        ("[approval.from_step]\nvalue = 3", "approval.from_step", "it can be 4 only"),
        (
            "[proofs.condition_cancer]\nvalue = 'none'",
            "proofs.condition_cancer",
            "declared or written or only_written",
        ),
        ("[body.obese]\nvalue = 60", "body.obese", "25.0 to 35.0"),
        ("[caps.coronary]\nvalue = [1, 9]", "caps.coronary", "it can be 1 only"),
    ],
)
def test_what_is_out_of_range(text: str, key: str, says: str) -> None:
    fault = only(text)
    assert (fault.kind, fault.key) == (RANGE, key)
    assert says in english(fault.text)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("[pain.hold]\nvalue = 2\n[pain.down]\nvalue = 2", "pain.noted pain.hold"),
        ("[weeks.longest]\nvalue = 4\n[weeks.due]\nvalue = 5", "weeks.due weeks.longest"),
        ("[caps.older_adult]\nvalue = [3, 2]", "caps.older_adult"),
        ("[time_off.load_lighter]\nvalue = [95, 90]", "time_off.load_lighter"),
        (
            "[time_off.load_first_step]\nvalue = [85, 90]",
            "time_off.load_first_step time_off.load_step_down",
        ),
        ("[timing.nudge_hours]\nvalue = 72\n[timing.nudges]\nvalue = 3", "timing.nudges"),
        ("[reminders.hour]\nvalue = 7", "reminders.quiet_until reminders.hour"),
        (
            "[reminders.hour]\nvalue = 19\n[reminders.quiet_from]\nvalue = 19",
            "reminders.hour reminders.quiet_from",
        ),
    ],
)
def test_values_that_contradict_each_other(text: str, keys: str) -> None:
    assert any(kind is CONTRADICTION and keys in key for kind, key in found(text))


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        ("[routes.fat_loss.first]\nvalue = [2, 3]", "routes.fat_loss.first", "begin with step 1"),
        ("[routes.muscle.later]\nvalue = [1, 4]", "routes.muscle.later", "to step 4"),
        ("[routes.health.first]\nvalue = []", "routes.health.first", "begin with step 1"),
        (
            "[routes.performance.later]\nvalue = [1]\n[routes.performance.restart]\nvalue = 2",
            "routes.performance.restart",
            "not a step of the later rounds",
        ),
        ("[routes.performance.first]\nvalue = [1, 2]", "routes.performance", "never reached"),
        ("[adherence.enough]\nvalue = 1.2", "routes.muscle", "nobody gets on from step 1"),
        ("[experience.trained]\nvalue = 99", "routes.strength", "nobody gets on from step 3"),
    ],
)
def test_steps_that_nobody_reaches_or_leaves(text: str, key: str, says: str) -> None:
    faults = [fault for fault in check(text, SHEET) if fault.kind is TRAPPED]
    assert any(key == fault.key and says in english(fault.text) for fault in faults)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[pain.stop]\nvalue = 9", "pain.stop"),
        ("[effort.tops]\nvalue = [10, 8, 9, 9, 8]", "effort.tops"),
        ("[illness.systolic]\nvalue = 250", "illness.systolic"),
        ("[proofs.condition_coronary]\nvalue = 'declared'", "proofs.condition_coronary"),
        ("[clearance.quiet_weeks]\nvalue = 300", "clearance.quiet_weeks"),
        ("[time_off.tests_again_weeks]\nvalue = 40", "time_off.tests_again_weeks"),
    ],
)
def test_alarms_that_are_not_heard_and_waits_that_do_not_end(text: str, key: str) -> None:
    assert any(kind is FLAG and keys == key for kind, keys in found(text))


@pytest.mark.parametrize("phase", [Phase(1), Phase(2), Phase(3)])
def test_who_raises_no_alarm_climbs(phase: Phase) -> None:
    """Else the alarms would prove nothing."""
    verdict = review(standing(phase, Goal.MUSCLE, DEFAULT), GOOD, DEFAULT)
    assert verdict.verdict is Outcome.UP
    assert len({english(alarm.name) for alarm in alarms.ALARMS}) == len(alarms.ALARMS)


def test_a_changed_value_is_its_authors_own_unless_they_say_where_it_is_from() -> None:
    """What the book says of six weeks is not said of eight."""
    shipped = SHEET.rows["weeks.longest"].source
    assert policy_of(SHEET).sources["weeks.longest"] == shipped
    for row, source in (
        ("value = 8", OURS),
        ("value = 6", shipped),
        ('value = 8\nsource = "My gym"\nconfidence = "evidence"', "My gym"),
        ('value = 6\nsource = "My gym"', "My gym"),
    ):
        told = lay(f"[weeks.longest]\n{row}", SHEET)
        assert policy_of(told.sheet).sources["weeks.longest"] == source
