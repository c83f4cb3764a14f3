"""Over a week no part of the body is left out, or the session says that its turn comes."""

import pytest
from msgspec.structs import replace

from flows.programs.choosing import parts_of
from flows.programs.day import day_of
from flows.programs.kinds import Part
from flows.programs.need import Need
from flows.steps import Phase
from tests.flows.book import BOOK
from tests.flows.programs.building import P3, STRONG, lifts, need, said, session
from tests.flows.programs.grid import DAYS, MINUTES
from tests.flows.programs.keeping import exercise

pytestmark = [pytest.mark.no_cover, pytest.mark.timeout(170)]
ALONG = {Part.BICEPS: Part.BACK, Part.TRICEPS: Part.CHEST}
WHOLE = set(Part) - {Part.TOTAL, Part.TRUNK}


def week(asked: Need) -> list[Need]:
    return [replace(asked, place=place) for place in range(asked.days)]


def trained(days: list[Need]) -> set[Part]:
    return {exercise(item).part for one in days for item in lifts(one)}


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("months", [3, 24])
def test_every_part_is_trained_or_has_its_turn(phase: Phase, months: int) -> None:
    person = replace(STRONG, experience_months=months)
    for days in DAYS:
        for minutes in MINUTES:
            planned = week(need(phase, profile=person, days=days, minutes=minutes))
            parts = trained(planned)
            missing = {part for part in WHOLE - parts if ALONG.get(part) not in parts}
            told = any("have their turn" in said(session(one).notes) for one in planned)
            assert not missing or told, (days, minutes, missing)


def test_a_long_session_leaves_nothing_out() -> None:
    for phase in Phase:
        assert trained(week(need(phase, minutes=90))) >= {
            Part.LEGS,
            Part.CHEST,
            Part.BACK,
            Part.SHOULDERS,
        }


def parts(asked: Need) -> set[Part]:
    return set(parts_of(day_of(asked, BOOK)))


def test_who_has_trained_for_long_splits_heavy_weeks_of_many_days() -> None:
    split = need(P3, days=4)
    assert [parts(one) for one in week(split)] == [
        {Part.CHEST, Part.TRICEPS},
        {Part.BACK, Part.BICEPS},
        {Part.LEGS},
        {Part.SHOULDERS},
    ]
    new = replace(split, profile=replace(STRONG, experience_months=2))
    assert parts(new) >= WHOLE
    assert parts(replace(split, mixed=True)) >= WHOLE
    assert parts(replace(split, days=3)) >= WHOLE


def test_one_day_or_seven_are_like_the_nearest_that_the_table_has() -> None:
    assert parts(need(P3, days=1)) >= WHOLE
    assert parts(need(P3, days=7, place=6)) == parts(need(P3, days=6, place=0))


def test_turns_go_on_over_the_weeks() -> None:
    heavy = [need(Phase.MAXIMAL_STRENGTH, days=2, minutes=30, week=n) for n in (1, 2)]
    assert trained(week(heavy[0])) != trained(week(heavy[1])) or len(trained(week(heavy[0]))) > 2
