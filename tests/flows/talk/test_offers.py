"""What a message offers can be typed as well as tapped, and only as long as it stands last."""

import pytest

from flows.people import Role
from flows.person import link
from tests.flows.people import GINA, HEALTH, INTAKE, MIA, MOVEMENT, TOM, WELCOME, answers, assessed
from tests.flows.people import gym as opens
from tests.flows.world import World


def invited(who: int, role: str) -> World:
    world = World()
    opens(world)
    world.taps(GINA, f"Invite a {role}")
    world.commands(who, f"/start {world.link(GINA)}")
    return world


@pytest.mark.parametrize("said", ["I agree", "yes", "I agree!", "OK"])
def test_an_invitation_is_taken_by_its_words(said: str) -> None:
    world = invited(TOM, "trainer")
    world.types(TOM, said)
    assert link(world.person(TOM), Role.TRAINER)


def test_an_invitation_is_declined_by_its_words() -> None:
    world = invited(TOM, "trainer")
    world.types(TOM, "no")
    assert world.person(TOM).links == ()
    assert world.person(TOM).invited is None


def test_a_clearance_is_declared_by_a_typed_yes() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.types(MIA, "begin my assessment")
    answers(world, MIA, (*WELCOME, *INTAKE, "No", "No", "Yes", *HEALTH[3:], *MOVEMENT))
    world.types(MIA, "settle")
    world.types(MIA, "what?")
    assert "Yes, I declare it" in world.last(MIA).buttons
    world.types(MIA, "yes")
    assert world.sees(MIA, "You start on step 1")


def test_an_invitation_stands_after_an_odd_word() -> None:
    world = invited(TOM, "trainer")
    world.types(TOM, "what?")
    world.types(TOM, "yes")
    assert link(world.person(TOM), Role.TRAINER)


def test_a_yes_to_an_invitation_is_no_answer_to_the_question_before_it() -> None:
    world = World()
    opens(world)
    world.taps(GINA, "Invite a client")
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    world.types(MIA, "16")
    world.commands(MIA, f"/start {world.link(GINA)}")
    world.types(MIA, "yes")
    opened = world.person(MIA).open
    assert link(world.person(MIA), Role.CLIENT)
    assert opened is not None
    assert dict(opened.run.answers) == {"age": 16}


def test_an_answer_goes_to_the_form_when_nothing_else_was_asked() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    world.commands(MIA, "/privacy")
    world.types(MIA, "35")
    world.types(MIA, "yes")
    opened = world.person(MIA).open
    assert opened is not None
    assert dict(opened.run.answers) == {"age": 35, "consent": True}


def test_forgetting_takes_a_yes_only_as_long_as_it_is_asked() -> None:
    world = World()
    assessed(world)
    world.commands(MIA, "/forget")
    world.commands(MIA, "/help")
    world.types(MIA, "yes")
    assert world.person(MIA).client is not None
    world.commands(MIA, "/forget")
    world.types(MIA, "no")
    world.types(MIA, "yes")
    assert world.person(MIA).client is not None
    world.commands(MIA, "/forget")
    world.types(MIA, "Yes, delete everything")
    assert world.person(MIA).client is None


def test_a_number_is_no_word_of_a_message() -> None:
    world = World()
    assessed(world)
    world.commands(MIA, "/forget")
    world.types(MIA, "1")
    assert world.person(MIA).client is not None


def test_what_would_answer_a_tap_is_said() -> None:
    world = World()
    opens(world)
    world.commands(TOM, "/start")
    world.types(TOM, "I run a gym")
    assert "What is your gym called?" in world.last(TOM).text
    assert not [one for one in world.answers if not one.query]


@pytest.mark.parametrize("said", ["I am fine, go back", "i'm fine"])
def test_the_way_out_of_a_form_can_be_typed(said: str) -> None:
    world = World()
    world.commands(MIA, "/unwell")
    world.types(MIA, said)
    assert world.person(MIA).open is None
    assert world.sees(MIA, "/unwell is there whenever")


def test_a_stranger_who_writes_learns_who_this_is() -> None:
    world = World()
    world.types(MIA, "hi")
    assert "I am Stairwise" in world.last(MIA).text
    assert "Begin my assessment" in world.last(MIA).buttons


def test_what_deletes_everything_or_writes_to_many_is_not_brought_up_again() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, (*WELCOME, *INTAKE, *HEALTH, *MOVEMENT))
    world.commands(MIA, "/forget")
    world.types(MIA, "hello there")
    assert world.last(MIA).buttons == {}
