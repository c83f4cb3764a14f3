"""Whoever stops training somebody reads nothing more of them in the chat."""

from flows.cards import CardAct, CardAsked
from flows.news import ClientJoined
from flows.people import Role
from tests.flows.people import GINA, MIA, TOM, joins
from tests.flows.talk.cards.gyms import EVE, opens, trained
from tests.flows.talk.desks.desks import desk, rings, texts, the_gym
from tests.flows.world import World

OF_MIA = ("What happened, in", "Why, of", "Private", "Route")


def looked_at() -> World:
    """Let Tom have everything of Mia in his chat that can be shown there, some of it twice."""
    world = trained()
    for number, kind in enumerate(("pain", "missed", "moved")):
        rings(world, kind, f"p{number:07}")
    opens(world)
    opens(world)
    for _ in range(2):
        note = CardAsked(client=MIA, by_name="Tom", act=CardAct.NOTE, words="Private")
        world.tells("desk:2", note)
    world.commands(TOM, "/roster")
    world.commands(TOM, "/roster")
    world.forges(TOM, f"t|{MIA}")
    world.commands(TOM, "/desk")
    assert len([one for one in world.screens[TOM] if one.slot]) >= 6
    return world


def left_of(world: World) -> list[str]:
    """List what is still to be read of Mia, and the live messages about her."""
    said = [text for text in texts(world) if any(part in text for part in OF_MIA)]
    live = ("ping:", "card:", "next:", "desk", "roster")
    return [*said, *(one.slot for one in world.screens[TOM] if one.slot.startswith(live))]


def test_a_trainer_who_leaves_reads_nothing_more_of_their_clients() -> None:
    world = looked_at()
    assert left_of(world)
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave My gym (trainer)")
    assert left_of(world) == []
    assert world.sees(TOM, "You no longer train here")


def test_a_trainer_whose_place_is_ended_reads_nothing_more_either() -> None:
    world = looked_at()
    world.commands(GINA, "/gym")
    world.taps(GINA, "End somebody's place")
    world.taps(GINA, "Tom")
    assert left_of(world) == []


def test_a_client_who_leaves_takes_all_of_it_along() -> None:
    world = looked_at()
    world.commands(MIA, "/unlink")
    world.taps(MIA, "Leave")
    assert left_of(world) == ["roster"]


def test_what_is_shown_of_others_stays() -> None:
    world = looked_at()
    ann = ClientJoined(client=8, name="Ann", membership="other", gym="else", gym_name="Else")
    world.tells("desk:2", ann)
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave My gym (trainer)")
    assert [one.name for one in desk(world).clients] == ["Ann"]


def test_who_deletes_everything_reads_nothing_more_on_the_desk() -> None:
    world = looked_at()
    joins(world, EVE, "manager")
    world.sleeps(hours=2)
    world.commands(EVE, "/forget")
    world.taps(EVE, "Yes, delete everything")
    assert not world.sees(EVE, "about Mia for")
    world.commands(TOM, "/forget")
    world.taps(TOM, "Yes, delete everything")
    assert not any(part in text for text in texts(world) for part in OF_MIA)
    membership = world.person(MIA).links[0]
    assert (membership.role, membership.trainer) == (Role.CLIENT, None)
    assert the_gym(world).trainers == ()
