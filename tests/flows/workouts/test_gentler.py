"""What takes the place of what hurts is easier on it: of all exercises, wherever it hurts."""

from itertools import product

import pytest
from msgspec.structs import replace

from flows.phases.profile import Equipment
from flows.programs.day import Day, day_of
from flows.programs.exercise import Exercise
from flows.questionnaires.lists import PLACES
from flows.steps import Phase
from flows.workouts.swaps import EASIER, gentler, why
from tests.flows.book import BOOK
from tests.flows.programs.building import STRONG, need

LIBRARY = BOOK.library.exercises
KITS = ((Equipment.NONE,), tuple(Equipment))


def day(phase: Phase, place: str, kit: tuple[Equipment, ...] = KITS[0]) -> Day:
    hurts = (place,) if place else ()
    return day_of(need(phase, profile=replace(STRONG, equipment=kit), hurts=hurts), BOOK)


def ids(old: str, where: Day, taken: tuple[str, ...] = ()) -> list[str]:
    return [one.id for one in gentler(LIBRARY[old], where, taken)]


def chain(one: Exercise, step: str) -> set[str]:
    found: set[str] = set()
    while ahead := getattr(one, step):
        one = LIBRARY[ahead]
        found.add(one.id)
    return found


def weighed(one: Exercise, kit: tuple[Equipment, ...]) -> bool:
    return one.loaded and kit != KITS[0]


@pytest.mark.no_cover
@pytest.mark.parametrize("place", [place.key for place in PLACES])
def test_nothing_that_takes_the_place_after_pain_is_harder(place: str) -> None:
    count = 0
    for phase, kit in product(Phase, KITS):
        sore = day(phase, place, kit)
        for old in (one for pool in day(phase, "", kit).allowed.values() for one in pool):
            for new in gentler(LIBRARY[old.id], sore, ()):
                count += 1
                pair = old.id, new.id
                assert sore.may(new), pair
                assert not sore.limits.against(new), pair
                assert new.id not in chain(old, "progression") | {old.id}, pair
                assert old.id not in chain(new, "regression"), pair
                assert old.sided or not new.sided, pair
                assert weighed(old, kit) or not weighed(new, kit), pair
                if sore.may(old) and new.pattern is old.pattern:
                    assert new.id in chain(old, "regression"), pair
    assert count > 500


def test_after_a_wall_push_up_that_hurts_there_is_none() -> None:
    """One arm at the wall is the same movement, and harder on the shoulder."""
    assert ids("wall_push_up", day(Phase.STABILIZATION_ENDURANCE, "shoulder")) == []


def test_the_easiest_form_comes_first_and_what_is_taken_never() -> None:
    sore = day(Phase.STABILIZATION_ENDURANCE, "shoulder")
    forms = ["wall_push_up", "incline_push_up"]
    assert ids("kneeling_push_up", sore)[:2] == forms
    assert "wall_push_up" not in ids("kneeling_push_up", sore, ("wall_push_up",))


def test_an_easier_form_on_offer_is_said_to_be_one() -> None:
    assert why(LIBRARY["wall_push_up"], LIBRARY["incline_push_up"]) is EASIER
