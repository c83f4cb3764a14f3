"""What a figure is in a week: up, down or kept, told in its steps, done after the due week."""

import pytest

from flows.programs.doses import Amount, Trend
from flows.programs.growth import grown, told


@pytest.mark.parametrize(
    ("trend", "weeks"),
    [
        (Trend.UP, [0, 30, 60, 90, 90]),
        (Trend.DOWN, [90, 75, 60, 45, 45]),
        (Trend.KEEP, [45, 45, 45, 45, 45]),
        (Trend.LOW, [0, 0, 0, 0, 0]),
        (Trend.HIGH, [90, 90, 90, 90, 90]),
    ],
)
def test_a_figure_goes_its_way_in_four_weeks(trend: Trend, weeks: list[int]) -> None:
    rest = Amount(low=0, high=90, step=5, trend=trend)
    assert [grown(rest, week, 4, 50) for week in (1, 2, 3, 4, 9)] == weeks


def test_a_way_of_one_week_is_gone_at_once_after_it() -> None:
    sets = Amount(low=1, high=3, step=1, trend=Trend.UP)
    assert [grown(sets, week, 1, 50) for week in (1, 2)] == [1, 3]


def test_a_value_is_told_in_steps_from_the_least() -> None:
    rest = Amount(low=2, high=60, step=5, trend=Trend.UP)
    assert [told(rest, value) for value in (2, 4, 5, 59)] == [2, 2, 7, 57]
