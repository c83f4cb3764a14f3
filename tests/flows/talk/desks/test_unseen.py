"""An urgent ping that nobody looks at rings again, and then somebody else hears of it."""

import pytest
from msgspec.structs import replace

from flows.deskwork import StoodDown
from flows.gym import Trainer
from flows.news import ClearanceSeen, PingRefused
from flows.steps import Phase
from flows.words import T
from tests.flows.people import GINA, MIA, TOM, forces, gym, joins
from tests.flows.talk.desks.desks import desk, lying, ping, quiet, rings, texts, the_gym
from tests.flows.world import World

MAX = 9


def unseen(**span: float) -> World:
    """Let a ping lie unseen for a while, from Monday 9 o'clock on."""
    world = quiet()
    rings(world, "stopped")
    world.sleeps(**span)
    return world


def test_it_rings_again_once_and_then_the_owner_hears_without_the_reason() -> None:
    world = unseen(minutes=29)
    assert not world.sees(TOM, "Told again below.")
    world.sleeps(minutes=1)
    assert world.sees(TOM, "Told again below.")
    assert "must not train now" in world.last(TOM).text
    assert lying(world, GINA) == []
    world.sleeps(minutes=30)
    assert "nobody looked at a ping about Mia" in world.last(GINA).text
    assert (
        "Tom has not looked at an urgent ping about Mia for 60 minutes." in world.last(GINA).text
    )
    assert not world.sees(GINA, "What happened")
    assert not world.sees(GINA, "Why, of")
    told = texts(world)
    world.sleeps(days=1)
    assert (
        sum("must not train now" in text for text in texts(world))
        == sum("must not train now" in text for text in told) + 1
    )
    assert ping(world, "aaaaaaaa").tellings == 2


def test_each_ping_has_its_own_time() -> None:
    world = quiet()
    rings(world, "stopped", "aaaaaaaa")
    world.sleeps(minutes=20)
    rings(world, "pain", "bbbbbbbb")
    world.sleeps(minutes=10)
    assert [ping(world, one).tellings for one in ("aaaaaaaa", "bbbbbbbb")] == [2, 1]
    world.sleeps(minutes=20)
    assert [ping(world, one).tellings for one in ("aaaaaaaa", "bbbbbbbb")] == [2, 2]


@pytest.mark.parametrize("act", ["Seen", "Tomorrow"])
def test_one_look_is_enough(act: str) -> None:
    world = unseen(minutes=10)
    world.taps(TOM, act)
    world.sleeps(hours=5)
    assert not world.sees(TOM, "Told again below.")
    assert lying(world, GINA) == []


def test_who_opens_it_from_the_list_has_looked() -> None:
    world = unseen(minutes=10)
    world.commands(TOM, "/desk")
    world.taps(TOM, "1 Mia")
    shown = len(world.screens[TOM])
    world.sleeps(hours=5)
    assert len(world.screens[TOM]) == shown
    assert lying(world, GINA) == []


def test_who_replies_to_it_has_looked() -> None:
    world = unseen(minutes=10)
    world.replies(TOM, "What happened, in stopped", "Stop, I call you")
    assert world.sees(MIA, "Stop, I call you")
    shown = len(world.screens[TOM])
    world.sleeps(hours=5)
    assert len(world.screens[TOM]) == shown
    assert lying(world, GINA) == []


@pytest.mark.parametrize("act", ["Another step", "Hold"])
def test_who_begins_to_choose_on_it_has_looked(act: str) -> None:
    world = quiet()
    rings(world, "pain")
    world.taps(TOM, act)
    offered = world.last(TOM).buttons
    world.sleeps(hours=5)
    assert world.last(TOM).buttons == offered
    assert lying(world, GINA) == []


def test_who_notes_a_word_on_one_of_its_items_has_looked() -> None:
    world = quiet()
    rings(world, "stopped")
    items = (("sign.chest", T("Chest pain")), ("sign.faint", T("Fainting")))
    open_now = ping(world, "aaaaaaaa")
    two = replace(open_now, ping=replace(open_now.ping, items=items))
    world.states["desk:2"] = replace(desk(world), pings=(two,))
    word = ClearanceSeen(
        ping="aaaaaaaa",
        place=0,
        by="physician",
        given=world.now.date(),
        scope=Phase.POWER,
        by_name="Tom",
    )
    world.tells("desk:2", word)
    assert ping(world, "aaaaaaaa").seen


def test_the_owner_learns_that_it_was_opened_at_last() -> None:
    world = unseen(hours=1)
    world.commands(TOM, "/desk")
    world.taps(TOM, "1 Mia")
    assert lying(world, GINA) == []
    assert world.sees(GINA, "Tom has looked at the urgent ping now.")


def test_what_was_put_off_and_comes_back_is_to_be_looked_at_again() -> None:
    world = unseen(hours=1)
    world.taps(TOM, "Tomorrow")
    world.sleeps(hours=22)
    assert "must not train now" in world.last(TOM).text
    world.sleeps(hours=2)
    assert lying(world, GINA) == [("escalated", True)]


def test_an_act_that_cannot_be_is_a_look_too() -> None:
    world = quiet()
    rings(world, "pain")
    world.taps(TOM, "Another step")
    world.taps(TOM, "Back")
    world.taps(TOM, "Another step")
    forces(world, 5)
    assert "Not possible" in world.last(TOM).text
    world.tells("desk:2", PingRefused(ping="aaaaaaaa", text=T("No.")))
    world.sleeps(hours=5)
    assert lying(world, GINA) == []
    assert ("pain", True) in lying(world)


def test_the_owner_rings_no_further_and_one_tap_ends_it() -> None:
    world = unseen(hours=3)
    assert lying(world, GINA) == [("escalated", True)]
    assert desk(world, GINA).pings[0].tellings == 2
    world.taps(GINA, "Seen")
    assert lying(world, GINA) == []
    assert not any("about Mia for" in text for text in texts(world, GINA))


@pytest.mark.parametrize("act", ["Seen", "Tomorrow"])
def test_when_the_trainer_looks_at_last_the_owner_is_told(act: str) -> None:
    world = unseen(hours=1)
    world.taps(TOM, act)
    assert lying(world, GINA) == []
    assert world.sees(GINA, "Tom has looked at the urgent ping now.")


def test_a_client_who_leaves_takes_it_along_from_both_desks() -> None:
    world = unseen(hours=1)
    world.commands(MIA, "/unlink")
    world.taps(MIA, "Leave")
    assert lying(world, GINA) == []
    assert not any("about Mia for" in text for text in texts(world, GINA))


def test_a_trainer_who_leaves_takes_it_along_too() -> None:
    world = unseen(hours=1)
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave")
    assert lying(world, GINA) == []


def test_managers_hear_instead_of_the_owner_but_not_of_themselves() -> None:
    world = quiet()
    here = the_gym(world)
    managers = tuple(Trainer(id=one, name="M", membership="m") for one in (TOM, MAX))
    world.states[f"gym:{here.code}"] = replace(here, managers=managers)
    rings(world, "stopped")
    world.sleeps(hours=1)
    assert lying(world, MAX) == [("escalated", True)]
    assert lying(world, GINA) == []


def managed(*, minutes: int) -> World:
    """Let Max manage the gym, and a ping lie unseen for a while."""
    world = quiet()
    joins(world, MAX, "manager")
    rings(world, "stopped")
    world.sleeps(minutes=minutes)
    return world


def leaves(world: World, who: int, role: str) -> None:
    world.commands(who, "/unlink")
    world.taps(who, f"Leave My gym ({role})")


def test_a_manager_who_left_hears_no_more_and_the_owner_does_instead() -> None:
    world = managed(minutes=60)
    leaves(world, MAX, "manager")
    assert lying(world, MAX) == []
    assert not any("about Mia for" in text for text in texts(world, MAX))
    assert lying(world, GINA) == [("escalated", True)]
    shown = len(world.screens[MAX])
    world.sleeps(hours=3)
    assert len(world.screens[MAX]) == shown
    world.taps(TOM, "Seen")
    assert lying(world, GINA) == []


def test_it_comes_to_nobody_who_trains_the_client_themselves() -> None:
    world = managed(minutes=60)
    here = the_gym(world)
    world.states[f"gym:{here.code}"] = replace(here, owner=TOM)
    leaves(world, MAX, "manager")
    assert [one for one, _ in lying(world)] == ["assessed", "stopped"]


def test_what_other_gyms_laid_on_a_desk_stays_there() -> None:
    world = managed(minutes=60)
    world.tells(f"desk:{MAX}", StoodDown(gym="another"))
    assert lying(world, MAX) == [("escalated", True)]


def test_a_ping_of_before_its_gym_was_noted_goes_with_any() -> None:
    world = managed(minutes=60)
    (old,) = desk(world, MAX).pings
    unnamed = replace(old, ping=replace(old.ping, gym=""))
    world.states[f"desk:{MAX}"] = replace(desk(world, MAX), pings=(unnamed,))
    leaves(world, MAX, "manager")
    assert lying(world, MAX) == []


def test_when_a_gym_closes_nobody_stands_in_any_more() -> None:
    world = managed(minutes=60)
    leaves(world, GINA, "owner")
    assert lying(world, MAX) == []


@pytest.mark.parametrize(("who", "role"), [(MAX, "manager"), (GINA, "owner")])
def test_who_was_forgotten_and_came_back_stands_in_again(who: int, role: str) -> None:
    world = quiet() if role == "owner" else managed(minutes=0)
    if role == "manager":
        world.taps(TOM, "Seen")
    world.commands(who, "/forget")
    world.taps(who, "Yes, delete everything")
    if role == "owner":
        gym(world)
        joins(world, TOM, "trainer")
        joins(world, MIA, "client")
    else:
        joins(world, who, role)
    rings(world, "pain", "bbbbbbbb")
    world.sleeps(hours=1)
    assert lying(world, who) == [("escalated", True)]


def test_the_owners_copy_is_settled_although_a_manager_came_since() -> None:
    world = unseen(hours=1)
    joins(world, MAX, "manager")
    world.taps(TOM, "Seen")
    assert lying(world, GINA) == []


def test_whoever_owns_the_gym_and_trains_there_hears_no_more_of_their_own() -> None:
    world = quiet()
    here = the_gym(world)
    world.states[f"gym:{here.code}"] = replace(here, owner=TOM, trainers=())
    rings(world, "stopped")
    world.sleeps(hours=2)
    assert lying(world, GINA) == []
    assert [one for one, _ in lying(world)] == ["assessed", "stopped"]


def test_a_trainer_the_gym_no_longer_knows_is_told_of_without_a_name() -> None:
    world = quiet()
    here = the_gym(world)
    world.states[f"gym:{here.code}"] = replace(here, trainers=())
    rings(world, "stopped")
    world.sleeps(hours=1)
    assert "A trainer has not looked" in world.last(GINA).text


def test_of_a_client_who_is_nobodys_no_gym_hears() -> None:
    world = unseen(minutes=40)
    world.states["desk:2"] = replace(desk(world), clients=())
    world.sleeps(hours=1)
    assert lying(world, GINA) == []
    assert ping(world, "aaaaaaaa").escalated
    world.taps(TOM, "Seen")
    assert lying(world) == [("assessed", False), ("stopped", False)]


def test_who_forgets_everything_leaves_no_desk() -> None:
    world = unseen(hours=1)
    world.commands(GINA, "/forget")
    world.taps(GINA, "Yes, delete everything")
    assert "desk:3" not in world.states
