"""A trainer on their own is the owner and the trainer of a gym of one."""

from flows.people import Role
from flows.person import link
from tests.flows.people import MIA, TOM, assessed, joins
from tests.flows.world import World


def alone(*answers: str) -> World:
    world = World()
    world.commands(TOM, "/start")
    world.taps(TOM, "I train people")
    for answer in answers:
        world.taps(TOM, answer)
    return world


def test_a_trainer_alone_owns_and_trains() -> None:
    world = alone("Skip")
    assert [one.role for one in world.person(TOM).links] == [Role.OWNER, Role.TRAINER]
    assert "Trainers: Tom" in world.last(TOM).text
    joins(world, MIA, "client", TOM)
    assert world.sees(MIA, "<b>Tom</b> invites you as a client.")
    member = link(world.person(MIA), Role.CLIENT)
    assert member is not None
    assert (member.gym_name, member.trainer) == ("Tom", TOM)
    assessed(world)
    assert world.sees(TOM, "Mia finished the assessment")
    world.commands(TOM, "/clients")
    assert "Next session: Mia" in world.last(TOM).buttons


def test_a_name_of_their_own_is_said_instead() -> None:
    world = alone()
    world.types(TOM, "Strong with Tom")
    joins(world, MIA, "client", TOM)
    assert world.sees(MIA, "<b>Strong with Tom</b> invites you as a client of <b>Tom</b>.")


def test_who_trains_alone_already_sees_their_gym() -> None:
    world = alone("Skip")
    world.commands(TOM, "/solo")
    assert "Members: 0" in world.last(TOM).text
    assert len(world.person(TOM).links) == 2


def test_who_was_forgotten_has_a_desk_again() -> None:
    world = alone("Skip")
    world.commands(TOM, "/forget")
    world.taps(TOM, "Yes, delete everything")
    assert f"desk:{TOM}" not in world.states
    world.commands(TOM, "/solo")
    world.taps(TOM, "Skip")
    joins(world, MIA, "client", TOM)
    assessed(world)
    assert world.sees(TOM, "Mia finished the assessment")


def test_who_ends_it_ends_both() -> None:
    world = alone("Skip")
    joins(world, MIA, "client", TOM)
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave Tom (owner)")
    assert world.person(TOM).links == world.person(MIA).links == ()
    assert not [state for state in world.states if state.startswith("gym:")]
