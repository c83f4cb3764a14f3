"""The machine and the table say the same, on the whole grid; the drawing shows both."""

import itertools

import pytest
from msgspec.structs import replace

from flows.phases import machine
from flows.phases.caps import cap
from flows.phases.machine import Moved, Refused, mermaid, step, triggers
from flows.phases.opening import opened
from flows.phases.position import Form
from flows.phases.profile import Fault, Movement
from flows.phases.readings import By, Facts
from flows.phases.reasons import Direction
from flows.phases.rules import ALWAYS, FIRM, WAYS, WHY, Way, missing, opens, way, ways
from flows.phases.signs import Severity
from flows.steps import Goal, Phase, Trigger
from flows.words import english
from tests.flows.phases.people import CLEAN, P1, P2, P3, P4, P5, SOUND, TODAY
from tests.flows.policy import DEFAULT

GRID: dict[tuple[Phase, Trigger], set[Phase]] = {
    (P1, Trigger.ENTER_STRENGTH): {P2, P3, P4},
    (P1, Trigger.CLIMB): set(),
    (P1, Trigger.ENTER_POWER): set(),
    (P1, Trigger.DESCEND): set(),
    (P1, Trigger.RETURN_TO_STRENGTH): set(),
    (P1, Trigger.RETURN_TO_STABILIZATION): set(),
    (P2, Trigger.ENTER_STRENGTH): set(),
    (P2, Trigger.CLIMB): {P3, P4},
    (P2, Trigger.ENTER_POWER): {P5},
    (P2, Trigger.DESCEND): set(),
    (P2, Trigger.RETURN_TO_STRENGTH): set(),
    (P2, Trigger.RETURN_TO_STABILIZATION): {P1},
    (P3, Trigger.ENTER_STRENGTH): set(),
    (P3, Trigger.CLIMB): {P4},
    (P3, Trigger.ENTER_POWER): {P5},
    (P3, Trigger.DESCEND): {P2},
    (P3, Trigger.RETURN_TO_STRENGTH): set(),
    (P3, Trigger.RETURN_TO_STABILIZATION): {P1},
    (P4, Trigger.ENTER_STRENGTH): set(),
    (P4, Trigger.CLIMB): set(),
    (P4, Trigger.ENTER_POWER): {P5},
    (P4, Trigger.DESCEND): {P3, P2},
    (P4, Trigger.RETURN_TO_STRENGTH): set(),
    (P4, Trigger.RETURN_TO_STABILIZATION): {P1},
    (P5, Trigger.ENTER_STRENGTH): set(),
    (P5, Trigger.CLIMB): set(),
    (P5, Trigger.ENTER_POWER): set(),
    (P5, Trigger.DESCEND): set(),
    (P5, Trigger.RETURN_TO_STRENGTH): {P4, P3, P2},
    (P5, Trigger.RETURN_TO_STABILIZATION): {P1},
}


def test_the_grid_names_every_phase_and_trigger() -> None:
    assert set(GRID) == set(itertools.product(Phase, Trigger))


@pytest.mark.parametrize(("phase", "trigger"), GRID)
def test_each_trigger_leads_where_the_grid_says(phase: Phase, trigger: Trigger) -> None:
    assert {row.to for row in ways(phase, trigger)} == GRID[phase, trigger]
    assert (trigger in triggers(phase)) == bool(GRID[phase, trigger])


def test_there_is_exactly_one_way_between_any_two_steps_and_none_from_1_to_5() -> None:
    pairs = [(row.source, row.to) for row in WAYS]
    everywhere = set(itertools.permutations(Phase, 2))
    assert len(pairs) == len(set(pairs))
    assert everywhere - set(pairs) == {(P1, P5)}
    assert way(P1, P5) is None


def test_every_guard_has_a_reason_and_only_ways_up_have_guards() -> None:
    asked = {guard for row in WAYS for guard in row.guards}
    assert asked == set(WHY)
    assert asked >= FIRM
    assert all(bool(row.guards) == (row.to > row.source) for row in WAYS)
    assert all(row.guards[: len(ALWAYS)] == ALWAYS for row in WAYS if row.guards)


def good(row: Way) -> Facts:
    return Facts(
        phase=row.source,
        to=row.to,
        goal=Goal.PERFORMANCE if row.to is P5 else Goal.MUSCLE,
        by=By.TRAINER,
        today=TODAY,
        profile=replace(SOUND, supervised=True),
        movement=CLEAN,
        movement_days=1,
        weeks=4,
        screened=TODAY,
        done=1.0,
        lately=1.0,
        signs_told=True,
        effort=6,
        readiness=8,
        pain=0,
        form=Form.GOOD,
        cap=cap(SOUND, DEFAULT, CLEAN, None),
    )


def spoiled(facts: Facts) -> list[Facts]:
    """Spoil one reading of good facts, or a few."""
    faulty = Movement(feet=Fault.MAJOR)
    stranger = replace(SOUND, conditions=None, experience_months=None)
    changes = (
        replace(facts, pain=None),
        replace(facts, pain=5, form=None),
        replace(facts, weeks=1, done=0.5, lately=None),
        replace(facts, movement=faulty, movement_days=90),
        replace(facts, movement=None, weeks=9),
        replace(facts, profile=stranger, goal=Goal.HEALTH),
        replace(facts, profile=SOUND),
        replace(facts, readiness=20, effort=10, screened=None, signs_told=False),
        replace(facts, weeks_off=None, ill_days=3, weeks_since_move=0, no_up_until=TODAY.max),
    )
    return [facts, *changes]


CASES = [
    pytest.param(row, replace(facts, by=by), id=f"{int(row.source)}-{int(row.to)}-{by}-{index}")
    for row in WAYS
    for index, facts in enumerate(spoiled(good(row)))
    for by in By
]


@pytest.mark.parametrize(("row", "facts"), CASES)
def test_machine_and_guards_agree(row: Way, facts: Facts) -> None:
    shut = [guard.__name__ for guard in row.guards if not opens(guard, facts, DEFAULT)]
    answer = step(row, facts, DEFAULT)
    if shut:
        assert answer == Refused(row, shut[0])
    else:
        assert answer == Moved(row)
    assert set(shut) <= {reason.rule for reason in missing(row, facts, DEFAULT)}


@pytest.mark.parametrize("row", [row for row in WAYS if row.guards])
def test_a_trainer_with_good_facts_may_take_every_way_up(row: Way) -> None:
    assert step(row, good(row), DEFAULT) == Moved(row)
    assert missing(row, good(row), DEFAULT) == ()


@pytest.mark.parametrize(("row", "facts"), CASES)
def test_every_reason_says_itself_in_words(row: Way, facts: Facts) -> None:
    for reason in missing(row, facts, DEFAULT):
        assert reason.direction is Direction.HOLD
        assert english(reason.text).endswith(".")
        assert reason.threshold
        assert reason.readings


def test_no_review_skips_a_step_or_leaves_the_route() -> None:
    """The route never aims there; should it ever, the table says no."""
    skip, climb = way(P1, P3), way(P2, P3)
    assert skip is not None
    assert climb is not None
    assert step(skip, replace(good(skip), by=By.REVIEW), DEFAULT) == Refused(skip, "by_trainer")
    young = replace(SOUND, experience_months=DEFAULT.experience.seasoned - 1)
    unmet = missing(skip, replace(good(skip), profile=replace(young, supervised=True)), DEFAULT)
    assert [why.rule for why in unmet] == ["seasoned"]
    off = replace(good(climb), by=By.REVIEW, goal=Goal.PERFORMANCE)
    assert step(climb, off, DEFAULT) == Refused(climb, "route_asks")


def test_an_open_item_is_named() -> None:
    item = opened("sign.dizzy", Severity.STOP, TODAY)
    (reason,) = missing(WAYS[0], replace(good(WAYS[0]), open_items=(item,)), DEFAULT)
    assert english(reason.text) == "Something has to be cleared first: sign.dizzy."


def test_nothing_leaks_into_the_machine() -> None:
    row = WAYS[0]
    for _ in range(100):
        step(row, good(row), DEFAULT)
    assert machine._MACHINE.models == []


def test_the_drawing_shows_every_way_with_trigger_and_guards() -> None:
    drawing = mermaid()
    assert drawing.count("-->") == len(WAYS) + 1
    assert "STRENGTH_ENDURANCE --> MUSCULAR_DEVELOPMENT: climb [good_week & route_asks]" in drawing
    assert 'state "5 power" as POWER' in drawing
    assert all(guard.__name__ in drawing for guard in WHY)


OWN = {
    (P1, P2): "moves_well stands_steadily",
    (P1, P3): "by_trainer seasoned faultless",
    (P1, P4): "by_trainer seasoned faultless trained_months has_trainer",
    (P2, P3): "route_asks",
    (P3, P4): "route_asks trained_months has_trainer",
    (P2, P4): "by_trainer trained_months has_trainer",
    (P2, P5): "route_asks trained_months lands_well has_trainer",
    (P3, P5): "route_asks trained_months lands_well has_trainer",
    (P4, P5): "route_asks trained_months lands_well has_trainer",
}


def test_each_way_up_asks_a_good_week_and_its_own_and_a_way_down_asks_nothing() -> None:
    for row in WAYS:
        own = [guard.__name__ for guard in row.guards if guard not in ALWAYS]
        assert own == OWN.get((row.source, row.to), "").split()
        assert set(row.guards) >= set(ALWAYS) or row.to < row.source
