"""Time is taken from what matters least, only as much as it needs, and nothing fits twice."""

import pytest

from flows.programs.choosing import chosen, open_parts
from flows.programs.day import Day, day_of
from flows.programs.fit import fit_of, ladder
from flows.programs.fitting import fitted, room
from flows.programs.goals import Cut
from flows.programs.kinds import Component, Part
from flows.programs.laying import laid, length
from flows.programs.left import ALL, Left, lefts
from flows.steps import Goal, Phase
from tests.flows.book import BOOK
from tests.flows.programs.building import P3, P4, need


def of(phase: Phase, **changes: object) -> Day:
    return day_of(need(phase, **changes), BOOK)


def seconds(day: Day, made: tuple[Cut, ...]) -> int:
    parts = open_parts(day)
    return length(laid(day, chosen(day, parts), fit_of(day, parts, made), {}))


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("phase", Phase)
def test_each_cut_makes_a_session_shorter_or_leaves_it(phase: Phase, goal: Goal) -> None:
    day = of(phase, goal=goal, week=4)
    cuts = ladder(day, open_parts(day))
    lengths = [seconds(day, cuts[:place]) for place in range(len(cuts) + 1)]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[-1] <= 30 * 60


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("minutes", [30, 45, 60, 90])
def test_what_fits_is_never_left_out(minutes: int, phase: Phase) -> None:
    day = of(phase, week=4, minutes=minutes)
    parts = open_parts(day)
    made = fitted(day, chosen(day, parts), parts)[0].made
    assert seconds(day, made) <= minutes * 60
    for cut in made:
        place = made.index(cut)
        assert seconds(day, made[:place] + made[place + 1 :]) > minutes * 60, cut


def test_the_room_is_that_of_a_session() -> None:
    assert [room(of(P3, minutes=n)) for n in (5, 60, 300)] == [30, 60, 90]


def test_a_cut_in_parts_leaves_its_share() -> None:
    left = lefts({Cut.SETS: 50, Cut.ACTIVATION: 0, Cut.FLEXIBILITY: 0})
    assert left[Component.RESISTANCE] == Left(100, 50, 100)
    assert left[Component.CORE] == Left(0, 0, 0)
    assert left[Component.STATIC] == Left(0, 100, 100)
    assert left[Component.SPEED] == ALL


def test_arms_go_only_where_what_takes_them_along_stays() -> None:
    day = of(P4)
    whole = (Part.CHEST, Part.TRICEPS, Part.BICEPS, Part.TOTAL)
    assert fit_of(day, whole, (Cut.ARMS,)).parts == (Part.CHEST, Part.BICEPS, Part.TOTAL)
    assert fit_of(day, whole, (Cut.TOTAL,)).parts == whole[:3]
    assert fit_of(day, (Part.TOTAL,), (Cut.TOTAL,)).parts == (Part.TOTAL,)


def test_parts_take_turns() -> None:
    parts = (Part.LEGS, Part.CHEST, Part.BACK)
    days = [of(P4, place=place, days=3) for place in range(3)]
    two = [fit_of(day, parts, (Cut.PARTS,)).parts for day in days]
    assert two == [
        (Part.LEGS, Part.CHEST),
        (Part.BACK, Part.LEGS),
        (Part.CHEST, Part.BACK),
    ]
    assert len(fit_of(days[0], parts, (Cut.PARTS,) * 9).parts) == 1
