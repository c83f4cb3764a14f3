"""Estimates of one repetition maximum, and rounding to what can be loaded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from flows.programs import load_rules
from flows.programs.kinds import Kit
from flows.programs.log import Done
from flows.programs.strength import Ladder, best_of, brzycki, epley, estimate, ladder_of
from flows.programs.table import TableError
from flows.programs.weights import IMPERIAL, METRIC, weight
from flows.words import english
from tests.flows.book import read
from tests.flows.programs.lifting import BENCH, RULES

KILOS, POUNDS = RULES.steps[METRIC], RULES.steps[IMPERIAL]
BAR, DUMBBELLS = Ladder(KILOS[Kit.BARBELL]), Ladder(KILOS[Kit.DUMBBELL])
LB = 0.45359237


@pytest.mark.parametrize(
    ("kg", "reps", "told"),
    [(100, 1, 100), (100, 5, 112.5), (60, 8, 74.5), (60, 10, 80), (60, 11, None), (0, 5, None)],
)
def test_an_estimate_is_the_lower_of_two_formulas_up_to_ten_reps(
    kg: float, reps: int, told: float | None
) -> None:
    assert estimate(Done(kg=kg, reps=reps), RULES) == told


@pytest.mark.parametrize("done", [Done(kg=60), Done(kg=60, reps=0), Done(reps=5), Done()])
def test_half_a_set_gives_no_estimate(done: Done) -> None:
    assert estimate(done, RULES) is None
    assert best_of((done,), RULES) is None


def test_the_formulas_agree_at_ten_reps_and_the_second_is_lower_below() -> None:
    assert epley(60, 10) == pytest.approx(brzycki(60, 10))
    assert all(brzycki(60, reps) < epley(60, reps) for reps in range(1, 10))


@pytest.mark.parametrize(
    ("ladder", "kg", "down", "above"),
    [
        (BAR, 62.4, 60, 62.5),
        (BAR, 62.5, 62.5, 65),
        (BAR, 19, None, 20),
        (DUMBBELLS, 9.9, 9, 10),
        (DUMBBELLS, 11, 10, 12),
        (DUMBBELLS, 15.2, 14, 16),
    ],
)
def test_a_weight_is_one_that_can_be_loaded(
    ladder: Ladder, kg: float, down: float | None, above: float
) -> None:
    assert ladder.down(kg) == down
    assert ladder.above(kg) == above


@given(st.floats(20, 300), st.floats(0, 20))
def test_a_raise_is_at_least_a_step_and_at_most_the_percentage_or_a_step(
    kg: float, percent: float
) -> None:
    raised = BAR.up(kg, percent)
    assert raised > kg
    assert raised <= max(kg * (100 + percent) / 100 + 0.01, BAR.above(kg))


@pytest.mark.parametrize(
    ("ladder", "kg", "below"),
    [(DUMBBELLS, 60, 58), (DUMBBELLS, 12, 10), (DUMBBELLS, 10, 9), (DUMBBELLS, 11, 10),
     (DUMBBELLS, 1, None), (BAR, 62.5, 60), (BAR, 20, None), (BAR, 0, None)],
)  # fmt: skip
def test_the_next_lighter_weight_is_one_that_can_be_loaded(
    ladder: Ladder, kg: float, below: float | None
) -> None:
    assert ladder.below(kg) == below


def test_who_reads_pounds_loads_pounds() -> None:
    bar = Ladder(POUNDS[Kit.BARBELL])
    assert bar.down(40 * LB) is None
    weights = [bar.above(0)]
    while len(weights) < 40:
        weights.append(bar.above(weights[-1]))
    assert weights == [round((45 + 5 * n) * LB, 2) for n in range(40)]
    assert [english(weight(kg, IMPERIAL)) for kg in weights[:3]] == ["45 lb", "50 lb", "55 lb"]
    assert [bar.down(kg) for kg in weights] == weights
    assert [bar.below(kg) for kg in weights] == [None, *weights[:-1]]


@pytest.mark.parametrize("pounds", [2.5, 12.5, 45, 137.5, 225])
def test_pounds_are_read_back_as_they_were_typed(pounds: float) -> None:
    assert english(weight(round(pounds * LB, 2), IMPERIAL)) == f"{pounds:g} lb"


def test_only_what_is_held_has_a_ladder() -> None:
    assert ladder_of(BENCH, RULES, METRIC) == BAR
    assert ladder_of(BENCH, RULES, IMPERIAL) == Ladder(POUNDS[Kit.BARBELL])
    assert ladder_of(replace(BENCH, loaded=False), RULES, METRIC) is None
    assert ladder_of(replace(BENCH, kit=((Kit.BAND,), ())), RULES, METRIC) is None
    mixed = replace(BENCH, kit=((Kit.BAND,), (Kit.DUMBBELL,)))
    assert ladder_of(mixed, RULES, METRIC) == DUMBBELLS


def test_a_table_without_one_of_its_keys_is_refused() -> None:
    rules, *others = map(read, load_rules.FILES)
    short = "\n".join(rules.splitlines()[:-1])
    with pytest.raises(TableError, match="the keys have to be"):
        load_rules.parse(short, *others)


def test_a_kit_that_has_no_steps_in_pounds_is_refused() -> None:
    rules, steps, firsts = map(read, load_rules.FILES)
    short = "\n".join(line for line in steps.splitlines() if not line.startswith("cable,lb"))
    with pytest.raises(TableError, match="in kg and in lb"):
        load_rules.parse(rules, short, firsts)
