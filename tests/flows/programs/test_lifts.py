"""What is remembered of a lift, and what is a record."""

import pytest

from flows.programs.lifts import Best, noted, records
from flows.programs.log import Done, Lift, Outing
from flows.steps import Phase
from flows.talk.training.record_texts import told
from flows.words import english
from tests.flows.programs.lifting import DAY, RULES, outing


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


def held(seconds: int, kg: float | None = None) -> Outing:
    return Outing(on=DAY, phase=Phase(2), sets=(Done(seconds=seconds, kg=kg),))


@pytest.mark.parametrize(
    ("done", "told_of"),
    [
        (held(50, 10), [(Best.TIME, 50, 40)]),
        (held(40, 12), [(Best.WEIGHT, 12, 10)]),
        (held(40, 10), []),
        (outing(12, 8), []),
    ],
)
def test_a_hold_that_is_longer_or_heavier_is_a_record(
    done: Outing, told_of: list[tuple[Best, float, float]]
) -> None:
    found = records(after(held(40, 10)), done, RULES)
    assert [(one.best, one.value, one.before) for one in found] == told_of


def test_holds_and_counted_sets_are_best_each_among_themselves() -> None:
    lift = after(held(60), outing(10, 8))
    assert [(one.reps, one.seconds) for one in lift.tops] == [(8, None), (None, 60)]


METRIC, IMPERIAL = "metric", "imperial"


@pytest.mark.parametrize(
    ("before", "now", "units", "said"),
    [
        (outing(60, 8), outing(62.5, 8), METRIC, "8 × 62.5 kg; before it was 60 kg."),
        (outing(60, 8), outing(62.5, 8), IMPERIAL, "8 × 138 lb; before it was 132 lb."),
        (outing(None, 10), outing(None, 12), METRIC, "12 reps; before it was 10 reps."),
        (outing(None, 1), outing(None, 2), METRIC, "2 reps; before it was 1 rep."),
        (held(40), held(55), METRIC, "55 s; before it was 40 s."),
    ],
)
def test_a_record_is_told_in_a_sentence(
    before: Outing, now: Outing, units: str, said: str
) -> None:
    found = records(after(before), now, RULES)
    assert english(told(found[0], units)) == f"A record: {said}"


def test_an_estimate_is_told_as_one() -> None:
    _, estimate = records(after(outing(60, 8)), outing(62.5, 8), RULES)
    assert "one-rep maximum of 77.6 kg; before it was 74.5 kg" in english(told(estimate, METRIC))
    assert "maximum of 171 lb" in english(told(estimate, IMPERIAL))
