"""Gyms and their reminders: counts, previews, each member at most once, and a report."""

import pytest

from flows.broadcast import Broadcast, Stage
from tests.flows.people import GINA, MIA, TOM, assessed, gym, joins
from tests.flows.world import World

EVE = 4


def busy() -> World:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    for who in (MIA, EVE):
        joins(world, who, "client")
        assessed(world, who)
    return world


def remind(world: World, *labels: str) -> None:
    world.commands(GINA, "/remind")
    for label in labels:
        world.taps(GINA, label)


def casts(world: World) -> list[Broadcast]:
    return [state for state in world.states.values() if isinstance(state, Broadcast)]


def test_the_card_counts_members_by_step_and_no_more() -> None:
    world = busy()
    joins(world, 5, "client")
    world.commands(GINA, "/gym")
    card = world.last(GINA).text
    assert "Members: 3" in card
    assert "Step 1, stabilization endurance: 2" in card
    assert "No step yet: 1" in card
    assert "Mia" not in card


def test_a_reminder_in_own_words_reaches_everybody_once() -> None:
    world = busy()
    remind(world, "Everybody", "My own words")
    world.types(GINA, "See <b>you</b> & {name} on Monday")
    world.taps(GINA, "Count and preview ✓")
    assert "It would go to 2 now" in world.last(GINA).text
    data = world.last(GINA).buttons["Send to 2"]
    world.forges(GINA, data)
    world.forges(GINA, data)
    heard = [one for one in world.screens[MIA] if "{name} on Monday" in one.text]
    assert len(heard) == 1
    assert "sent: 2" in world.last(GINA).text


def test_a_reminder_may_be_dropped_and_is_nobody_elses_to_send() -> None:
    world = busy()
    remind(world, "Step 1: stabilization", "Our template", "Count and preview ✓")
    data = world.last(GINA).buttons["Send to 2"]
    world.forges(TOM, data)
    assert casts(world)[0].stage is Stage.OFFERED
    world.taps(GINA, "Do not send")
    assert "Nobody has seen it" in world.last(GINA).text
    world.forges(GINA, data)
    assert not world.sees(MIA, "You are on step 1")


def test_nobody_on_a_step_means_nothing_to_send() -> None:
    world = busy()
    remind(world, "Step 4: maximal strength", "Our template", "Count and preview ✓")
    assert "Nobody would get this" in world.last(GINA).text
    assert world.last(GINA).buttons == {}


def test_who_opted_out_blocked_or_left_gets_none_and_is_counted() -> None:
    world = busy()
    remind(world, "Everybody", "Our template", "Count and preview ✓", "Send to 2")
    world.taps(MIA, "No more reminders")
    remind(world, "Everybody", "Our template", "Count and preview ✓")
    world.unreachable.add(EVE)
    world.taps(GINA, "Send to 1")
    assert "cannot be reached: 1" in world.last(GINA).text


def test_who_leaves_between_count_and_sending_is_skipped() -> None:
    world = busy()
    remind(world, "Everybody", "Our template", "Count and preview ✓")
    cast = casts(world)[0]
    state = world.person(MIA)
    world.states["person:1"] = type(state)(id=state.id, name=state.name)
    world.taps(GINA, "Send to 2")
    assert cast.stage is Stage.OFFERED
    assert "switched reminders off or left: 1" in world.last(GINA).text


def test_when_everybody_left_before_the_yes_there_is_a_report_all_the_same() -> None:
    world = busy()
    remind(world, "Everybody", "Our template", "Count and preview ✓")
    world.rosters.clear()
    world.taps(GINA, "Send to 2")
    assert "Reminder done" in world.last(GINA).text


@pytest.mark.parametrize("members", [120])
def test_a_big_gym_is_told_in_portions_and_everybody_once(members: int) -> None:
    world = World()
    gym(world)
    for who in range(100, 100 + members):
        joins(world, who, "client")
    remind(world, "Everybody", "Our template", "Count and preview ✓", f"Send to {members}")
    assert f"sent: {members}" in world.last(GINA).text
    for who in range(100, 100 + members):
        assert sum("half a minute" in one.text for one in world.screens[who]) == 1


def test_a_blocked_member_is_marked_and_comes_back() -> None:
    world = busy()
    world.blocks(MIA)
    remind(world, "Everybody", "Our template", "Count and preview ✓")
    assert "Send to 1" in world.last(GINA).buttons
    world.commands(MIA, "/start")
    world.taps(GINA, "Do not send")
    remind(world, "Everybody", "Our template", "Count and preview ✓")
    assert "Send to 2" in world.last(GINA).buttons
    world.blocks(MIA)
    world.blocks(MIA, back=True)
    assert world.person(MIA).reachable
