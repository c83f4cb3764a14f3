"""A gym's group: connected with a yes in private, posted into with another, and let go."""

import pytest

from flows.gym import Gym
from flows.people import gym_id
from flows.running import GroupConnected, GroupMoved, GroupUnreached, PostDecided, PostDrafted
from flows.ties import Place
from flows.words import T
from tests.flows.people import GINA, MIA, TOM, answers, gym, joins
from tests.flows.world import World

MAX, GROUP, CHANNEL = 5, -100, -200


def connected() -> World:
    world = World()
    gym(world)
    joins(world, MAX, "manager")
    world.commands(GINA, "/connect", chat=GROUP)
    world.taps(GINA, "For My gym")
    return world


def code(world: World) -> str:
    return world.person(GINA).links[0].gym


def kept(world: World) -> Gym:
    state = world.state(gym_id(code(world)))
    assert isinstance(state, Gym)
    return state


def place(world: World) -> Place | None:
    return kept(world).place


def drafts(world: World, *words: str, who: int = GINA) -> None:
    world.commands(who, "/remind")
    world.taps(who, "The gym's group or channel")
    world.taps(who, "My own words" if words else "Our template")
    for one in words:
        world.types(who, one)
    world.taps(who, "Count and preview ✓")


def test_a_group_is_connected_with_a_yes_in_private() -> None:
    world = World()
    gym(world)
    world.commands(GINA, "/connect", chat=GROUP)
    assert GROUP not in world.screens
    assert "Shall general reminders go to <b>The gym's group</b>?" in world.last(GINA).text
    assert place(world) is None
    world.taps(GINA, "For My gym")
    assert place(world) == Place(chat=GROUP, title="The gym's group")
    assert "come here from now on" in world.last(GROUP).text
    world.commands(GINA, "/gym")
    assert "Group: The gym's group" in world.last(GINA).text


def test_who_takes_the_bot_into_a_channel_is_asked_too() -> None:
    world = connected()
    world.hosts(MAX, CHANNEL)
    world.taps(MAX, "For My gym")
    assert place(world) == Place(chat=CHANNEL, title="The gym's channel")
    assert world.sees(GINA, "The gym's channel</b> is connected")


def test_nobody_else_connects_anything_and_learns_nothing() -> None:
    world = connected()
    joins(world, TOM, "trainer")
    seen = len(world.screens[TOM])
    world.hosts(TOM, CHANNEL)
    assert len(world.screens[TOM]) == seen
    world.commands(TOM, "/connect", chat=CHANNEL)
    assert "I answer in private chats only" in world.last(CHANNEL).text
    world.commands(MIA, "/connect", chat=CHANNEL)
    world.commands(MIA, "/gym", chat=CHANNEL)
    assert {one.text for one in world.screens[CHANNEL]} == {world.last(CHANNEL).text}
    world.forges(TOM, f"y|{code(world)}")
    world.tells(gym_id(code(world)), GroupConnected(by=TOM, place=Place(chat=-9, title="X")))
    assert place(world) == Place(chat=GROUP, title="The gym's group")


def test_a_no_leaves_it_alone_and_a_question_is_answered_once() -> None:
    world = World()
    gym(world)
    world.hosts(GINA, CHANNEL)
    yes = world.last(GINA).buttons["For My gym"]
    world.taps(GINA, "No, nothing")
    assert "Nothing of a gym goes there" in world.last(GINA).text
    world.forges(GINA, yes)
    assert "answered already" in world.last(GINA).text
    assert place(world) is None


def test_a_post_is_shown_first_and_goes_there_once() -> None:
    world = connected()
    drafts(world, "We open at <b>six</b> this week.")
    assert "Everybody in The gym's group would read:" in world.last(GINA).text
    post = world.last(GINA).buttons["Post it"]
    before = len(world.screens[GROUP])
    world.taps(GINA, "Post it")
    assert world.last(GROUP).text == "<b>My gym</b>\nWe open at <b>six</b> this week."
    assert world.sees(GINA, "Posted in The gym's group.")
    world.sleeps(minutes=1)
    world.forges(GINA, post)
    assert "no longer waiting" in world.last(GINA).text
    assert len(world.screens[GROUP]) == before + 1


def test_a_template_goes_there_and_a_draft_can_be_dropped() -> None:
    world = connected()
    before = len(world.screens[GROUP])
    drafts(world, who=MAX)
    assert "A short reminder from your gym" in world.last(MAX).text
    world.taps(MAX, "Do not post")
    assert world.sees(MAX, "Not posted.")
    assert len(world.screens[GROUP]) == before


@pytest.mark.parametrize("place", ["{name}", "{step}", "{week}"])
def test_nothing_personal_is_ever_written_there(place: str) -> None:
    world = connected()
    before = len(world.screens[GROUP])
    drafts(world, f"Hello {place}")
    assert world.sees(GINA, "A group reads the same words: leave {name}, {step} and {week} out.")
    world.types(GINA, "Hello all")
    answers(world, GINA, ("Count and preview ✓", "Post it"))
    assert [one.text for one in world.screens[GROUP][before:]] == ["<b>My gym</b>\nHello all"]


def test_of_two_drafts_the_later_one_counts() -> None:
    world = connected()
    drafts(world, "First")
    first = world.last(GINA).buttons["Post it"]
    drafts(world, "Second", who=MAX)
    world.forges(GINA, first)
    assert "no longer waiting" in world.last(GINA).text
    world.taps(MAX, "Post it")
    assert "Second" in world.last(GROUP).text


def test_without_a_group_it_is_said_how_to_connect_one() -> None:
    world = World()
    gym(world)
    drafts(world, "Hello all")
    assert "No group is connected. /connect says how to." in world.last(GINA).text
    world.commands(GINA, "/connect")
    assert "Take me into your gym's group" in world.last(GINA).text
    world.forges(GINA, f"g|{code(world)}|apart")
    assert "No group is connected" in world.last(GINA).text


def test_a_group_is_let_go() -> None:
    world = connected()
    world.commands(MAX, "/gym")
    world.taps(MAX, "Let the group go")
    assert "Nothing of My gym goes to The gym's group any more." in world.last(MAX).text
    assert place(world) is None


def test_a_group_that_moved_is_followed_and_another_one_is_not() -> None:
    world = connected()
    world.tells(gym_id(code(world)), GroupMoved(chat=-999, to=-1))
    world.tells(gym_id(code(world)), GroupMoved(chat=GROUP, to=CHANNEL))
    assert place(world) == Place(chat=CHANNEL, title="The gym's group")


def test_a_group_that_is_lost_is_let_go_and_said_so() -> None:
    world = connected()
    world.tells(gym_id(code(world)), GroupUnreached(chat=-999))
    assert place(world) is not None
    world.hosts(MAX, GROUP, inside=False)
    assert place(world) is None
    for who in (GINA, MAX):
        assert "I cannot write into The gym's group any more" in world.last(who).text
    drafts(world, "Hello all")
    assert "No group is connected" in world.last(GINA).text


def test_who_runs_no_gym_posts_nothing() -> None:
    world = connected()
    before = kept(world)
    world.tells(gym_id(code(world)), PostDrafted(by=TOM, text=T("Mine")))
    world.tells(gym_id(code(world)), PostDecided(by=TOM, code="abcdef", post=True))
    assert kept(world) == before
