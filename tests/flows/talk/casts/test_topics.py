"""Each topic of a gym's reminders can be left by itself, and come back to."""

import pytest
from msgspec.structs import replace

from flows.talk.casts import topics
from flows.ties import Topic
from tests.flows.people import GINA, MIA
from tests.flows.talk.casts.gyms import TEMPLATE, busy, remind, writes
from tests.flows.world import World


def reaches(world: World) -> tuple[int, int]:
    """Count whom a template and whom the owner's own words would reach."""
    remind(world, *TEMPLATE)
    template = _count(world)
    writes(world, "Open till ten")
    return template, _count(world)


def _count(world: World) -> int:
    label = next(one for one in world.last(GINA).buttons if one.startswith("Send to"))
    return int(label.removeprefix("Send to "))


def test_who_leaves_one_topic_still_gets_the_other_and_can_come_back() -> None:
    world = busy()
    remind(world, *TEMPLATE, "Send to 2")
    world.taps(MIA, "No more reminders about my step")
    assert world.last(MIA).text == (
        "No more reminders about your step. /settings shows what you get."
    )
    assert reaches(world) == (1, 2)
    world.taps(MIA, "Switch them on again")
    assert world.last(MIA).text == "You get reminders about your step again."
    assert reaches(world) == (2, 2)


def test_the_old_button_leaves_all_of_them_and_the_settings_bring_one_back() -> None:
    world = busy()
    world.forges(MIA, "m|quiet")
    assert "No more reminders from your gym" in world.last(MIA).text
    assert reaches(world) == (1, 1)
    world.commands(MIA, "/settings")
    assert "Gym's reminders: <b>None of them (as before)</b>" in world.last(MIA).text
    for label in ("✎ Gym's reminders", "News of the gym", "Done", "Save ✓"):
        world.taps(MIA, label)
    assert reaches(world) == (1, 2)


def test_who_opted_out_before_there_were_topics_gets_none_and_may_choose_one() -> None:
    world = busy()
    person = world.person(MIA)
    person = replace(person, settings=replace(person.settings, reminders=False))
    assert topics.wanted(person) == ()
    world.states[f"person:{MIA}"] = person
    world.forges(MIA, "o|news|on")
    assert topics.wanted(world.person(MIA)) == (Topic.NEWS,)


@pytest.mark.parametrize("data", ["o|sales|off", "o|news|maybe"])
def test_a_forged_button_changes_nothing(data: str) -> None:
    world = busy()
    world.forges(MIA, data)
    assert topics.wanted(world.person(MIA)) == tuple(Topic)
    assert world.answers[-1].alert


def test_what_was_sent_before_the_opt_out_was_known_is_skipped() -> None:
    world = busy()
    writes(world, "Open till ten")
    person = world.person(MIA)
    world.states[f"person:{MIA}"] = topics.chosen(person, (Topic.STEPS,))
    world.taps(GINA, "Send to 2")
    assert "skipped, switched reminders off: 1" in world.last(GINA).text
