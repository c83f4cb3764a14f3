"""Joining and leaving: agreed to by both sides, ended by either, and nothing shared afterwards."""

from flows.people import Role
from flows.person import link
from tests.flows.people import (
    GINA,
    MIA,
    TOM,
    WELCOME,
    answers,
    assessed,
    follows,
    gym,
    joins,
    week,
)
from tests.flows.world import World

EVE = 4


def staffed() -> World:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    return world


def test_a_link_is_offered_with_who_will_see_what_and_taken_once() -> None:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    world.taps(GINA, "Invite a client")
    code = world.link(GINA)
    world.commands(MIA, f"/start {code}")
    world.taps(MIA, "I agree")
    membership = link(world.person(MIA), Role.CLIENT)
    assert membership is not None
    assert membership.trainer == TOM
    world.commands(EVE, f"/start {code}")
    assert "no longer works" in world.last(EVE).text


def test_a_link_may_be_declined_and_then_still_used() -> None:
    world = World()
    gym(world)
    world.taps(GINA, "Invite a trainer")
    code = world.link(GINA)
    world.commands(TOM, f"/start {code}")
    yes = world.last(TOM).buttons["I agree"]
    world.taps(TOM, "No, thank you")
    assert world.person(TOM).links == ()
    world.forges(TOM, yes)
    assert "No invitation waits" in world.last(TOM).text
    world.commands(TOM, f"/start {code}")
    world.taps(TOM, "I agree")
    assert link(world.person(TOM), Role.TRAINER) is not None


def test_a_link_runs_out_and_can_be_taken_back() -> None:
    world = World()
    gym(world)
    world.taps(GINA, "Invite a trainer")
    late = world.link(GINA)
    world.sleeps(minutes=1)
    world.taps(GINA, "Invite a trainer")
    back = world.link(GINA)
    world.taps(GINA, "Take it back")
    assert "no longer works" in world.last(GINA).text
    assert back not in world.last(GINA).text
    world.commands(TOM, f"/start {back}")
    assert "no longer works" in world.last(TOM).text
    world.sleeps(days=8)
    world.commands(TOM, f"/start {late}")
    assert "too old" in world.last(TOM).text
    for _ in range(2):
        world.forges(GINA, f"g|{late[:10]}|x{late[:24]}")
    assert "run out already" in world.last(GINA).text


def test_a_link_taken_back_between_offer_and_yes_is_refused() -> None:
    world = World()
    gym(world)
    world.taps(GINA, "Invite a trainer")
    world.commands(TOM, f"/start {world.link(GINA)}")
    world.taps(GINA, "Take it back")
    world.taps(TOM, "I agree")
    assert "no longer works" in world.last(TOM).text
    assert world.person(TOM).links == ()


def test_with_several_trainers_the_owner_says_whose_client_it_is() -> None:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, EVE, "trainer")
    for chosen, expected in (("Tom", TOM), ("No trainer", None)):
        world.commands(GINA, "/gym")
        world.taps(GINA, "Invite a client")
        world.taps(GINA, chosen)
        who = 10 if expected else 11
        world.commands(who, f"/start {world.link(GINA)}")
        world.taps(who, "I agree")
        membership = link(world.person(who), Role.CLIENT)
        assert membership is not None
        assert membership.trainer == expected
    assert world.sees(11, "It never sees your answers")


def test_a_client_of_one_gym_who_joins_another_leaves_the_first() -> None:
    world = staffed()
    gym(world, EVE)
    joins(world, MIA, "client", EVE)
    assert [one.role for one in world.person(MIA).links] == [Role.CLIENT]
    assert world.sees(TOM, "Mia left")
    assert world.sees(GINA, "Mia left")


def test_a_client_leaves_and_the_desk_forgets_them() -> None:
    world = staffed()
    assessed(world)
    world.commands(MIA, "/unlink")
    world.taps(MIA, "Leave My gym (client)")
    assert world.person(MIA).links == ()
    assert world.sees(TOM, "What they told is no longer shown")
    assert not world.sees(TOM, "You start on step")
    world.forges(MIA, "u|nosuch")
    assert "over already" in world.last(MIA).text
    week(world)
    assert not world.sees(TOM, "moved")


def test_a_trainer_stops_training_a_client() -> None:
    world = staffed()
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Stop training a client…")
    world.taps(TOM, "Stop training Mia")
    assert world.sees(MIA, "Tom ended your link")
    assert world.person(MIA).links == ()
    world.forges(TOM, "d|list")
    assert "You train nobody" in world.last(TOM).text


def test_a_trainer_leaves_and_their_clients_stay_members() -> None:
    world = staffed()
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave My gym (trainer)")
    membership = link(world.person(MIA), Role.CLIENT)
    assert membership is not None
    assert membership.trainer is None
    assert world.sees(MIA, "Tom no longer trains")
    world.forges(TOM, "p|x|seen")
    assert "That is for trainers" in world.last(TOM).text
    world.forges(TOM, "d|list")
    assert "That is for trainers" in world.last(TOM).text


def test_an_owner_who_leaves_closes_the_gym_for_everybody() -> None:
    world = staffed()
    world.commands(GINA, "/unlink")
    world.taps(GINA, "Leave My gym (owner)")
    assert world.person(MIA).links == ()
    assert world.person(TOM).links == ()
    assert not [state for state in world.states if state.startswith("gym:")]


def test_who_was_assessed_alone_is_shown_to_the_new_trainer() -> None:
    world = World()
    assessed(world)
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assert world.sees(TOM, "you are here: step 1")


def test_a_trainer_who_moves_in_twice_is_one_trainer() -> None:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    follows(world, TOM, "trainer")
    assert "already" in world.last(TOM).text
    world.commands(GINA, "/gym")
    assert "Trainers: Tom" in world.last(GINA).text


def test_an_offer_that_was_taken_or_let_go_has_no_buttons_any_more() -> None:
    world = World()
    gym(world)
    follows(world, TOM, "trainer")
    no = world.last(TOM).buttons["No, thank you"]
    world.taps(TOM, "I agree")
    assert not any("No, thank you" in one.buttons for one in world.screens[TOM])
    world.forges(TOM, no)
    assert "No invitation waits" in world.last(TOM).text
    follows(world, MIA, "trainer")
    first = world.last(MIA).buttons["I agree"]
    follows(world, MIA, "manager")
    assert [one for one in world.screens[MIA] if first in one.buttons.values()] == []
    world.taps(MIA, "No, thank you")
    assert "Nothing was shared" in world.last(MIA).text
    assert not any("I agree" in one.buttons for one in world.screens[MIA])


def test_who_joined_and_said_no_to_health_answers_may_think_again() -> None:
    world = World()
    gym(world)
    joins(world, MIA, "client")
    answers(world, MIA, (*WELCOME[:-2], "No", WELCOME[-1]))
    assert "send /start" in world.last(MIA).text
    world.commands(MIA, "/start")
    answers(world, MIA, WELCOME)
    assert world.person(MIA).consent is not None
