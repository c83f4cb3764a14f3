"""Training days: one's own, or as many spread over the week."""

import pytest

from flows.programs import months, spread
from flows.programs.spread import weekdays
from flows.programs.table import TableError
from tests.flows.book import BOOK, read

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


@pytest.mark.parametrize(
    ("count", "days"),
    [
        (0, ()),
        (2, (MON, THU)),
        (3, (MON, WED, FRI)),
        (4, (MON, TUE, THU, FRI)),
        (9, tuple(range(7))),
    ],
)
def test_without_a_wish_the_table_says_the_days(count: int, days: tuple[int, ...]) -> None:
    assert weekdays((), count, BOOK.weekdays) == days


def test_ones_own_days_are_taken() -> None:
    assert weekdays((SUN, TUE, SAT), 3, BOOK.weekdays) == (TUE, SAT, SUN)


def test_fewer_sessions_than_days_keep_their_distance() -> None:
    assert weekdays((MON, TUE, WED, THU), 2, BOOK.weekdays) == (MON, WED)


def test_more_sessions_than_days_take_other_days_as_well() -> None:
    assert weekdays((TUE, THU), 3, BOOK.weekdays) == (MON, TUE, THU)
    assert weekdays((SUN,), 7, BOOK.weekdays) == tuple(range(7))


def test_every_week_has_as_many_days_as_sessions() -> None:
    for chosen in ((), (FRI,), (MON, SUN), (TUE, WED, SAT)):
        for count in range(8):
            assert len(weekdays(chosen, count, BOOK.weekdays)) == count


@pytest.mark.parametrize("old", ["mon;thu", "3,mon"])
def test_a_table_that_does_not_count_right_is_refused(old: str) -> None:
    with pytest.raises(TableError):
        spread.parse(read("weekdays.csv").replace(old, "mon;mon" if "thu" in old else "4,mon"))


def test_a_table_without_a_row_for_each_number_is_refused() -> None:
    short = "\n".join(read("weekdays.csv").splitlines()[:-1])
    with pytest.raises(TableError, match="1 to 7"):
        spread.parse(short)


def test_a_month_of_an_unheard_goal_is_refused() -> None:
    with pytest.raises(TableError, match="row 2"):
        months.parse(read("months.csv").replace("fat_loss,1,", "beauty,1,"))
