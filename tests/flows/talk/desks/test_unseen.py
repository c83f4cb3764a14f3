"""An urgent ping that nobody looks at rings again, and then somebody else hears of it."""

import pytest
from msgspec.structs import replace

from flows.gym import Trainer
from flows.news import PingRefused
from flows.words import T
from tests.flows.people import GINA, MIA, TOM
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


def test_an_act_that_cannot_be_is_a_look_too() -> None:
    world = quiet()
    rings(world, "pain")
    world.taps(TOM, "Another step")
    world.taps(TOM, "Back")
    world.taps(TOM, "Another step")
    world.taps(TOM, "5 power")
    world.taps(TOM, "I saw it in person")
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
    gym = the_gym(world)
    managers = tuple(Trainer(id=one, name="M", membership="m") for one in (TOM, MAX))
    world.states[f"gym:{gym.code}"] = replace(gym, managers=managers)
    rings(world, "stopped")
    world.sleeps(hours=1)
    assert lying(world, MAX) == [("escalated", True)]
    assert lying(world, GINA) == []


def test_whoever_owns_the_gym_and_trains_there_hears_no_more_of_their_own() -> None:
    world = quiet()
    gym = the_gym(world)
    world.states[f"gym:{gym.code}"] = replace(gym, owner=TOM, trainers=())
    rings(world, "stopped")
    world.sleeps(hours=2)
    assert lying(world, GINA) == []
    assert [one for one, _ in lying(world)] == ["assessed", "stopped"]


def test_a_trainer_the_gym_no_longer_knows_is_told_of_without_a_name() -> None:
    world = quiet()
    gym = the_gym(world)
    world.states[f"gym:{gym.code}"] = replace(gym, trainers=())
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
