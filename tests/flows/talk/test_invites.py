"""Links for one or for many: how long they are good, who may handle them, what they refuse."""

import pytest

from flows.gym import MOST_INVITES
from flows.people import Role
from flows.person import link
from flows.running import InviteChanged
from tests.flows.people import GINA, MIA, TOM, answers, gym, joins
from tests.flows.world import World

MAX = 5


def for_many(world: World, uses: str, days: str = "A week", role: str = "client") -> str:
    world.commands(GINA, "/gym")
    world.taps(GINA, f"Invite a {role}")
    answers(world, GINA, ("For more people, or longer", uses, days, "Change the link ✓"))
    return world.link(GINA)


def follows(world: World, who: int, code: str) -> bool:
    """Follow a link and agree; say whether it was good."""
    world.commands(who, f"/start {code}")
    if "I agree" not in world.last(who).buttons:
        return False
    world.taps(who, "I agree")
    return "now." in world.screens[who][-1].text or world.person(who).links != ()


@pytest.mark.parametrize(("uses", "good"), [("5 people", 5), ("20 people", 20), ("One", 1)])
def test_a_link_is_good_for_so_many_people(uses: str, good: int) -> None:
    world = World()
    gym(world)
    code = for_many(world, uses)
    assert [follows(world, who, code) for who in range(100, 121)] == [True] * good + [False] * (
        21 - good
    )
    assert "Please ask your gym or trainer" in world.last(120).text


def test_a_poster_is_good_for_any_number_until_it_runs_out() -> None:
    world = World()
    gym(world)
    code = for_many(world, "Any number", "30 days")
    assert "any number of people until 1 April 2026" in world.last(GINA).text
    assert all(follows(world, who, code) for who in range(100, 140))
    memberships = {world.person(who).links[0].id for who in range(100, 140)}
    assert len(memberships) == 40
    world.sleeps(days=31)
    assert not follows(world, 140, code)


def test_what_is_left_is_said() -> None:
    world = World()
    gym(world)
    code = for_many(world, "5 people", role="trainer")
    assert "A link for new trainers of My gym." in world.last(GINA).text
    assert follows(world, TOM, code)
    world.forges(GINA, f"g|{code[:10]}|l{code[:24]}")
    assert "4 more people" in world.last(GINA).text
    assert "Whoever has it can join." in world.last(GINA).text


def test_who_is_a_member_already_uses_nothing_up_and_keeps_their_trainer() -> None:
    world = World()
    gym(world)
    poster = for_many(world, "5 people")
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assert not follows(world, MIA, poster)
    assert "You are a client of <b>My gym</b> already." in world.last(MIA).text
    member = link(world.person(MIA), Role.CLIENT)
    assert member is not None
    assert member.trainer == TOM
    world.forges(GINA, f"g|{poster[:10]}|l{poster[:24]}")
    assert "5 more people" in world.last(GINA).text


def test_open_links_are_listed_and_taken_back() -> None:
    world = World()
    gym(world)
    world.taps(GINA, "Open links")
    assert "No link is open" in world.last(GINA).text
    poster = for_many(world, "Any number", "A year")
    for_many(world, "5 people", role="trainer")
    world.commands(GINA, "/gym")
    world.taps(GINA, "Open links")
    assert list(world.last(GINA).buttons) == [
        "until 9 March 2026: new trainers of My gym",
        "until 2 March 2027: new clients of My gym, without a trainer",
    ]
    world.taps(GINA, "new clients of My gym")
    world.taps(GINA, "Take it back")
    assert "no longer works" in world.last(GINA).text
    assert not follows(world, MIA, poster)
    for act in "lqx":
        world.forges(GINA, f"g|{poster[:10]}|{act}{poster[:24]}")
        assert "has run out already" in world.last(GINA).text


def test_a_button_that_never_was_does_nothing() -> None:
    world = World()
    gym(world)
    code = world.person(GINA).links[0].gym
    seen = len(world.screens[GINA])
    for act in ("z" * 25, "z", "forx"):
        world.forges(GINA, f"g|{code}|{act}")
    assert len(world.screens[GINA]) == seen


def test_a_link_is_a_picture_too() -> None:
    world = World()
    gym(world)
    code = for_many(world, "Any number")
    world.taps(GINA, "As a picture")
    (picture,) = world.pictures[GINA]
    assert picture.code == code


def test_who_manages_a_gym_neither_sees_nor_handles_links_for_managers() -> None:
    world = World()
    gym(world)
    joins(world, MAX, "manager")
    world.commands(GINA, "/gym")
    world.taps(GINA, "Invite a manager")
    assert "For longer" in world.last(GINA).buttons
    code = world.link(GINA)
    world.commands(MAX, "/gym")
    assert "Invite a manager" not in world.last(MAX).buttons
    world.taps(MAX, "Open links")
    assert "No link is open" in world.last(MAX).text
    for act in "lqx":
        world.forges(MAX, f"g|{code[:10]}|{act}{code[:24]}")
        assert "has run out already" in world.last(MAX).text
        assert code not in world.last(MAX).text
    assert MAX not in world.pictures
    assert follows(world, TOM, code)


def test_a_link_for_a_manager_stays_for_one() -> None:
    world = World()
    gym(world)
    world.taps(GINA, "Invite a manager")
    code = world.link(GINA)
    answers(world, GINA, ("For longer", "20 people", "30 days", "Change the link ✓"))
    assert "It works once, until 1 April 2026." in world.last(GINA).text
    assert follows(world, MAX, code)
    assert not follows(world, TOM, code)


def test_a_managers_links_go_when_they_go() -> None:
    world = World()
    gym(world)
    joins(world, MAX, "manager")
    world.commands(MAX, "/gym")
    world.taps(MAX, "Invite a trainer")
    code = world.link(MAX)
    world.commands(MAX, "/unlink")
    world.taps(MAX, "Leave My gym (manager)")
    assert not follows(world, TOM, code)


def test_there_are_not_more_links_than_can_be_listed() -> None:
    world = World()
    gym(world)
    data = world.last(GINA).buttons["Invite a trainer"]
    for _ in range(MOST_INVITES + 1):
        world.sleeps(minutes=1)
        world.forges(GINA, data)
    assert "take one back first" in world.last(GINA).text
    world.taps(GINA, "Open links")
    assert len(world.last(GINA).buttons) <= MOST_INVITES
    world.sleeps(days=8)
    world.forges(GINA, data)
    assert "A link for one new trainer" in world.last(GINA).text


@pytest.mark.parametrize("code", ["a" * 31, "a" * 33, "aaaaaaaaaa" + "b" * 22, "-" * 32])
def test_a_forged_or_cut_link_says_what_to_do_next(code: str) -> None:
    world = World()
    world.commands(MIA, f"/start {code}")
    assert "Please ask your gym or trainer for a new one" in world.last(MIA).text


def test_the_last_place_goes_to_who_agrees_first() -> None:
    world = World()
    gym(world)
    world.taps(GINA, "Invite a client")
    code = world.link(GINA)
    for who in (MIA, TOM):
        world.commands(who, f"/start {code}")
    world.taps(MIA, "I agree")
    world.taps(TOM, "I agree")
    assert "no longer works" in world.last(TOM).text
    assert world.person(TOM).links == ()


def test_nobody_changes_a_link_of_a_gym_they_do_not_run() -> None:
    world = World()
    gym(world)
    world.taps(GINA, "Invite a client")
    code = world.link(GINA)
    before = world.state(f"gym:{code[:10]}")
    change = InviteChanged(by=TOM, code=code, uses=None, days=365)
    world.tells(f"gym:{code[:10]}", change)
    assert world.state(f"gym:{code[:10]}") == before


ONCE = "It works once"
USED = "This link was used: it no longer works."


def of_link(world: World, who: int, part: str) -> list[str]:
    """List what somebody reads that has this in it, below pictures as well."""
    return [one.text for one in world.screens[who] if part in one.text]


def shared() -> tuple[World, str]:
    """Let an owner and a manager have the same link in their chats, as a picture and in words."""
    world = World()
    gym(world)
    joins(world, MAX, "manager")
    world.commands(GINA, "/gym")
    world.taps(GINA, "Invite a client")
    code = world.link(GINA)
    for who in (GINA, MAX):
        for act in "lq":
            world.forges(who, f"g|{code[:10]}|{act}{code[:24]}")
    return world, code


def test_a_link_that_is_shown_again_is_there_once() -> None:
    world, code = shared()
    world.sleeps(minutes=1)
    world.forges(GINA, f"g|{code[:10]}|q{code[:24]}")
    assert len(of_link(world, GINA, ONCE)) == 2
    assert len(of_link(world, GINA, "Shown again below.")) == 2


def test_what_older_messages_say_of_a_link_goes_when_it_is_changed() -> None:
    world, code = shared()
    answers(world, GINA, ("For more people, or longer", "Any number", "A week"))
    world.taps(GINA, "Change the link ✓")
    for who in (GINA, MAX):
        assert of_link(world, who, ONCE) == []
        assert len(of_link(world, who, "This link was changed.")) == 2
    assert "any number of people" in world.last(GINA).text
    assert of_link(world, MAX, code) == []


def test_a_picture_has_a_way_to_take_its_link_back_and_then_says_so() -> None:
    world, code = shared()
    assert list(world.last(GINA).buttons) == ["Take it back"]
    world.taps(GINA, "Take it back")
    assert not follows(world, MIA, code)
    for who in (GINA, MAX):
        assert of_link(world, who, ONCE) == []
        assert len(of_link(world, who, "This link was taken back")) == 2
        assert not any("Take it back" in one.buttons for one in world.screens[who])


def test_a_link_that_was_used_says_so_wherever_it_was_shown() -> None:
    world, code = shared()
    assert follows(world, MIA, code)
    for who in (GINA, MAX):
        assert of_link(world, who, ONCE) == []
        assert of_link(world, who, "This link was used")[-2:] == [USED, USED]


def test_a_link_that_others_may_still_use_keeps_its_message() -> None:
    world = World()
    gym(world)
    code = for_many(world, "5 people")
    assert follows(world, MIA, code)
    assert len(of_link(world, GINA, "5 more people")) == 1


def test_a_managers_links_are_no_longer_to_be_read_when_they_go() -> None:
    world = World()
    gym(world)
    joins(world, MAX, "manager")
    world.commands(MAX, "/gym")
    world.taps(MAX, "Invite a trainer")
    code = world.link(MAX)
    world.forges(GINA, f"g|{code[:10]}|l{code[:24]}")
    world.commands(MAX, "/unlink")
    world.taps(MAX, "Leave My gym (manager)")
    for who in (GINA, MAX):
        assert of_link(world, who, ONCE) == []


@pytest.mark.parametrize("over", ["taken back", "used"])
def test_what_is_asked_about_a_link_that_is_over_is_answered_before_any_form(over: str) -> None:
    world, code = shared()
    data = f"g|{code[:10]}|m{code[:24]}"
    if over == "used":
        assert follows(world, MIA, code)
    else:
        world.taps(GINA, "Take it back")
    world.forges(GINA, data)
    assert "was used, taken back, or has run out already" in world.last(GINA).text
    assert world.person(GINA).open is None


def test_only_who_runs_the_gym_is_asked_for_whom_a_link_is() -> None:
    world, code = shared()
    world.forges(TOM, f"g|{code[:10]}|m{code[:24]}")
    assert world.person(TOM).open is None
    assert "for the owner of a gym" in world.last(TOM).text
