"""The roster: pages of eight, found by name, narrowed by taps, and nobody else's clients in it."""

from datetime import timedelta

import pytest

from flows.news import Surveyed
from tests.flows.people import GINA, MIA, TOM, gym, joins
from tests.flows.talk.cards.gyms import EVE, code, crowd, roster, staffed, trained
from tests.flows.world import World


def crowded(count: int = 20) -> World:
    world = trained()
    crowd(world, count)
    return world


def names(world: World, who: int = TOM) -> list[str]:
    lines = roster(world, who).text.splitlines()
    return [line.partition("</b>")[0].removeprefix("<b>") for line in lines if "</b>: " in line]


def test_a_page_has_eight_and_the_pages_hold_everybody_once() -> None:
    world = crowded()
    world.commands(TOM, "/roster")
    seen: list[str] = []
    for page in range(3):
        assert len(names(world)) == (8, 8, 5)[page]
        seen += names(world)
        if page < 2:
            world.taps(TOM, f"{page + 2} ›")
    assert len(set(seen)) == 21
    world.taps(TOM, "‹ 2")
    assert names(world) == seen[8:16]
    assert "your clients: 21" in roster(world).text


def test_who_needs_a_look_comes_first_and_alone_by_a_tap() -> None:
    world = crowded()
    world.commands(TOM, "/roster")
    assert names(world)[0] == "Person 07"
    assert "⚠ a week without a session" in roster(world).text
    world.taps(TOM, "Who needs a look")
    assert names(world) == ["Person 07"]
    assert "1 of 21" in roster(world).text
    world.taps(TOM, "Everybody")
    assert len(names(world)) == 8


def test_a_roster_is_narrowed_to_each_step_and_back() -> None:
    world = crowded()
    world.commands(TOM, "/roster")
    for step in "12345":
        world.taps(TOM, "Step: ")
        assert f"only on step {step}" in roster(world).text
        assert all(f": step {step}" in line for line in roster(world).text.splitlines()[2:])
    world.taps(TOM, "Step: ")
    assert "Nobody fits" in roster(world).text
    world.taps(TOM, "Step: ")
    assert "21" in roster(world).text


def test_a_roster_is_narrowed_to_the_silent_and_those_who_never_told() -> None:
    world = crowded(4)
    world.commands(TOM, "/roster")
    world.taps(TOM, "Silent: all")
    assert names(world) == ["Mia", "Person 00", "Person 01", "Person 02", "Person 03"]
    world.taps(TOM, "Silent: 7 days")
    assert "no check-in for 14 days" in roster(world).text
    assert names(world) == ["Mia", "Person 00", "Person 02"]
    world.taps(TOM, "Show all")
    assert len(names(world)) == 5


def test_somebody_is_found_by_a_part_of_the_name() -> None:
    world = crowded()
    world.commands(TOM, "/roster PERSON 1")
    assert names(world) == [f"Person {n}" for n in range(10, 18)]
    world.commands(TOM, "/roster nobody")
    assert "Nobody fits" in roster(world).text
    assert [one.slot for one in world.screens[TOM]].count("roster") == 1


def test_a_page_that_is_no_more_is_the_last_one() -> None:
    world = crowded()
    world.commands(TOM, "/roster")
    world.forges(TOM, "r|go|99")
    assert len(names(world)) == 5
    for odd in ("r|go|²", "r|go|x", "r|sing", "r|at|nosuch"):
        world.forges(TOM, odd)
        assert names(world)


def test_a_trainer_sees_their_own_clients_only_and_an_owner_all_with_their_trainers() -> None:
    world = trained()
    joins(world, EVE, "trainer")
    crowd(world, 2, trainer=EVE)
    world.commands(TOM, "/roster")
    assert names(world) == ["Mia"]
    world.commands(GINA, "/roster")
    assert names(world, GINA) == ["Mia", "Person 00", "Person 01"]
    assert "with Tom" in roster(world, GINA).text
    assert "k|1|show" not in roster(world, GINA).buttons.values()


def test_of_several_gyms_one_is_seen_at_a_time() -> None:
    world = trained()
    gym(world, TOM)
    world.commands(TOM, "/roster")
    assert names(world) == ["Mia"]
    world.taps(TOM, "My gym (owner)")
    assert "Nobody is here yet" in roster(world).text
    world.taps(TOM, "My gym (trainer)")
    assert names(world) == ["Mia"]


def test_who_never_was_assessed_and_who_has_no_step_are_told_apart() -> None:
    world = staffed()
    world.commands(TOM, "/roster")
    assert "not assessed yet" in roster(world).text
    world = trained()
    world.commands(MIA, "/unwell")
    for label in ("Chest, neck", "Done", "Yes, now"):
        world.taps(MIA, label)
    world.commands(TOM, "/roster")
    assert "no step now" in roster(world).text


def test_days_are_counted_from_the_last_check_in() -> None:
    world = crowded(2)
    row = world.rosters[code(world)]
    world.now += timedelta(days=1)
    world.commands(TOM, "/roster")
    assert "checked in 11 days ago" in roster(world).text
    assert "no check-in yet" in roster(world).text
    world.blocks(MIA)
    assert not row["1"].reachable
    world.commands(TOM, "/roster mia")
    assert "cannot be written to" in roster(world).text


@pytest.mark.parametrize("who", [MIA, 9])
def test_who_has_no_roster_is_told_so(who: int) -> None:
    world = trained()
    world.commands(who, "/roster")
    assert "trainers and gyms" in world.last(who).text
    world.forges(who, "r|go|0")
    assert "trainers and gyms" in world.last(who).text


def test_a_roster_that_comes_too_late_is_not_shown() -> None:
    world = trained()
    world.commands(TOM, "/roster")
    before = len(world.screens[TOM])
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave My gym (trainer)")
    count = len(world.screens[TOM])
    world.tells(f"person:{TOM}", Surveyed(members=()))
    assert len(world.screens[TOM]) == count > before
