"""Verdicts are ordered by what they ask of a person, not by their letters."""

from flows.phases.outcome import Outcome


def test_stop_is_lower_than_down_than_hold_than_up() -> None:
    assert sorted(Outcome, reverse=True) == [Outcome.UP, Outcome.HOLD, Outcome.DOWN, Outcome.STOP]
    assert Outcome.STOP < Outcome.DOWN <= Outcome.DOWN
    assert Outcome.UP > Outcome.HOLD >= Outcome.HOLD
