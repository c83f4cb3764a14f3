"""Verdicts are ordered by what they ask of a person, not by their letters."""

import itertools

from flows.phases.outcome import Outcome


def test_stop_is_lower_than_down_than_hold_than_up() -> None:
    assert sorted(Outcome, reverse=True) == [Outcome.UP, Outcome.HOLD, Outcome.DOWN, Outcome.STOP]
    assert Outcome.STOP < Outcome.DOWN <= Outcome.DOWN
    assert Outcome.UP > Outcome.HOLD >= Outcome.HOLD


def test_each_verdict_is_compared_with_each() -> None:
    for low, high in itertools.combinations(Outcome, 2):
        assert low < high
        assert low <= high
        assert high > low
        assert high >= low
        assert not high <= low
        assert not low >= high
        assert not high < low
        assert not low > high
