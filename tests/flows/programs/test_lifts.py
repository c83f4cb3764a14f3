"""What is remembered of a lift, and what is a record."""

import pytest

from flows.programs.lifts import Best, noted, records, told
from flows.programs.log import Done, Lift, Outing
from flows.programs.weights import IMPERIAL, METRIC
from flows.words import english
from tests.flows.programs.lifting import RULES, outing


def after(*outings: Outing) -> Lift:
    lift = None
    for one in outings:
        lift = noted(lift, "bench_press", one, RULES)
    assert lift is not None
    return lift


def test_the_last_outings_are_kept_and_the_best_of_all() -> None:
    lift = after(outing(80, 5), *(outing(60, 8, day=day) for day in range(1, 12)))
    assert len(lift.outings) == 8
    assert lift.outings[-1].on.day == 13
    assert lift.best == 90
    assert [(one.kg, one.reps) for one in lift.tops] == [(60, 8), (80, 5)]


def test_sets_of_many_reps_give_no_best() -> None:
    assert after(outing(40, 15)).best is None
    assert after(outing(None, 15)).tops == (Done(reps=15, left=2),)


@pytest.mark.parametrize(
    ("done", "told_of"),
    [
        ((62.5, 8), [(Best.WEIGHT, 62.5, 60), (Best.ESTIMATE, 77.6, 74.5)]),
        ((60, 9), [(Best.REPS, 9, 8), (Best.ESTIMATE, 77.1, 74.5)]),
        ((50, 12), [(Best.REPS, 12, 8)]),
        ((60, 8), []),
        ((40, 8), []),
        ((62.5, 3), [(Best.WEIGHT, 62.5, 60)]),
    ],
)
def test_a_record_beats_all_earlier_sets(
    done: tuple[float, int], told_of: list[tuple[Best, float, float]]
) -> None:
    found = records(after(outing(60, 8, 8)), outing(*done), RULES)
    assert [(one.best, one.value, one.before) for one in found] == told_of


def test_more_weight_and_more_reps_than_ever_is_a_record_also_above_ten_reps() -> None:
    before = after(outing(40, 12))
    (both,) = records(before, outing(45, 15), RULES)
    assert (both.best, both.done.reps) == (Best.BOTH, 15)
    assert english(told(both, METRIC)) == (
        "A record: 45 kg for 15 reps, more weight and more reps than ever."
    )
    assert records(before, outing(40, 12), RULES) == ()
    assert records(after(outing(40, 12), outing(60, 5)), outing(45, 15), RULES)[0].before == 5


def test_of_several_sets_the_best_is_the_record() -> None:
    (weight, strength) = records(after(outing(60, 8)), outing(65, 6, 5, 5), RULES)
    assert (weight.value, weight.done.reps) == (65, 6)
    assert strength.best is Best.ESTIMATE


def test_nothing_is_a_record_the_first_time() -> None:
    assert records(None, outing(60, 8), RULES) == ()
    empty = Lift(exercise="bench_press", outings=())
    assert records(empty, outing(60, 8), RULES) == ()


def test_a_set_without_reps_is_none() -> None:
    assert records(after(outing(60, 8)), outing(70, None), RULES) == ()
    unloaded = records(after(outing(None, 10)), outing(None, 12), RULES)
    assert [(one.best, one.value) for one in unloaded] == [(Best.REPS, 12)]


def test_a_record_is_told_in_a_sentence() -> None:
    first, second = records(after(outing(60, 8)), outing(62.5, 8), RULES)
    assert english(told(first, METRIC)) == "A record: 62.5 kg for 8 reps; before it was 60 kg."
    assert "one-rep maximum of 77.6 kg; before it was 74.5 kg" in english(told(second, METRIC))
    assert english(told(first, IMPERIAL)) == (
        "A record: 138 lb for 8 reps; before it was 132.5 lb."
    )
    (bare,) = records(after(outing(None, 10)), outing(None, 12), RULES)
    assert english(told(bare, METRIC)) == "A record: 12 reps; before it was 10."
