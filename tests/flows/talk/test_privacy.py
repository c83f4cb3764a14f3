"""Consent, who sees what, everything as a file, and being forgotten."""

from flows.people import Role
from flows.person import Person, link
from tests.flows.people import GINA, INTAKE, MIA, TOM, answers, assessed, gym, joins
from tests.flows.world import World


def test_without_consent_nothing_is_kept_nor_asked() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, ("✓ 35", "No", "That is right ✓"))
    assert "I keep nothing" in world.last(MIA).text
    assert world.person(MIA).filled == ()
    assert world.records["person:1"] == []


def test_under_sixteen_is_refused_kindly() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    world.types(MIA, "15")
    world.taps(MIA, "That is right ✓")
    assert "16 and older" in world.last(MIA).text
    assert world.person(MIA).consent is None


def test_at_sixteen_a_guardian_has_to_agree_and_a_trainer_to_be_linked() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    world.types(MIA, "16")
    answers(world, MIA, ("No", "Yes", "That is right ✓"))
    assert "guardian" in world.last(MIA).text
    assert world.person(MIA).consent is None
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    world.types(MIA, "16")
    answers(world, MIA, ("Yes", "Yes", "That is right ✓", *INTAKE))
    assert world.person(MIA).consent is not None


def test_privacy_names_who_sees_what() -> None:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    world.commands(MIA, "/privacy")
    assert "You have not agreed" in world.last(MIA).text
    assert "Tom, your trainer" in world.last(MIA).text
    assessed(world)
    world.commands(MIA, "/privacy")
    assert "You agreed on Monday, 2 March" in world.last(MIA).text


def test_forgetting_takes_two_taps_and_can_be_called_off() -> None:
    world = World()
    assessed(world)
    world.commands(MIA, "/forget")
    world.taps(MIA, "No, keep it")
    assert world.person(MIA).client is not None
    world.commands(MIA, "/privacy")
    world.taps(MIA, "Withdraw and delete everything")
    world.taps(MIA, "Yes, delete everything")
    assert world.person(MIA) == Person(id=MIA)
    assert "person:1" not in world.records


def test_a_forgotten_client_trainer_and_owner_leave_nothing_behind() -> None:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    code = world.person(GINA).links[0].gym
    world.forges(MIA, "f|yes")
    assert world.rosters[f"gym:{code}"] == {}
    assert world.sees(TOM, "Mia left")
    world.forges(TOM, "f|yes")
    assert "desk:2" not in world.states
    world.forges(GINA, "f|yes")
    assert f"gym:{code}" not in world.states
    assert link(world.person(GINA), Role.OWNER) is None


def test_who_runs_a_gym_or_trains_reads_what_ends_for_others() -> None:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    world.commands(GINA, "/forget")
    assert "<b>My gym closes</b>" in world.last(GINA).text
    assert "without a trainer" not in world.last(GINA).text
    world.commands(TOM, "/forget")
    assert "Your clients stay where they are, without a trainer." in world.last(TOM).text
    world.taps(GINA, "Yes, delete everything")
    assert world.sees(MIA, "My gym has closed")
