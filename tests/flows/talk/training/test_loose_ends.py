"""Moments of a session that seldom come: a step lost on the way, acts that were forged."""

import pytest
from msgspec.structs import replace

from flows.events import Typed
from flows.people import Sender
from flows.programs.session import Block, Dose, Item, Section, Span
from flows.programs.table import TableError
from flows.programs.workout_rules import parse
from flows.questions.answers import Answer
from flows.steps import Phase
from flows.talk.training import ending, hurting
from flows.workouts.walk import turns
from tests.flows.book import BOOK, read
from tests.flows.people import MIA, answers
from tests.flows.training import (
    alone,
    asks,
    begins,
    changed,
    client,
    done,
    exercise,
    item,
    lifting,
    mia,
    presses,
    screen,
    stands,
    training,
    workout,
)
from tests.flows.world import World


def typed(world: World) -> Typed:
    sender = Sender(id=MIA, name="Mia", language="en")
    return Typed(id="e", at=world.now, salt="s", sender=sender, chat=MIA, text="x")


HURT: dict[str, Answer] = {"pain": 3, "pain_where": ("knee",), "pain_kind": ()}


def test_pain_of_who_lost_their_step_in_the_same_moment_changes_no_exercise() -> None:
    world = lifting()
    before = workout(world).session
    stands(world, None)
    after = hurting.told(mia(world), HURT, typed(world), BOOK).state
    assert after.client is not None
    assert after.client.training.workout is not None
    assert after.client.training.workout.session == before


def test_a_wall_push_up_that_hurts_is_left_out_and_no_harder_one_comes() -> None:
    world = lifting(Phase.STABILIZATION_ENDURANCE)
    asks(world, replace(item(world), exercise="wall_push_up", kg=None))
    world.taps(MIA, "Pain")
    answers(world, MIA, ("4", "Shoulder", "Done", "None of these"))
    assert world.sees(MIA, "Wall push-up is left out today.")
    assert not world.sees(MIA, "instead of Wall push-up")


def test_pain_of_nobody_is_nothing() -> None:
    world = World()
    person = world.person(MIA)
    assert hurting.told(person, HURT, typed(world), BOOK).state == person


def test_who_lost_their_step_is_offered_nothing() -> None:
    world = alone()
    world.commands(MIA, "/today")
    stands(world, None)
    presses(world, "min45")
    assert training(world).workout is None
    world = lifting()
    stands(world, None)
    presses(world, "swap")
    assert training(world).workout is None
    world = lifting()
    stands(world, None)
    world.types(MIA, "goblet squat")
    assert training(world).workout is None
    world = lifting()
    old = exercise(world)
    changed(world, replace(client(world), training=replace(
        training(world), workout=replace(workout(world), offered=(old.id, "lost"))
    )))  # fmt: skip
    presses(world, "take1")
    assert exercise(world) is old


def test_a_session_that_was_asked_about_before_it_ended_ends_with_the_answers() -> None:
    """So it was asked once; who was in the middle of it loses nothing."""
    world = lifting()
    world.types(MIA, "8 x 20 kg")
    told: dict[str, Answer] = {"effort": 7, "form": "good"}
    after = ending.answered(mia(world), {}, told, typed(world), BOOK).state.client
    assert after is not None
    assert after.training.workout is None
    (over,) = after.training.sessions
    assert (over.effort, over.form) == (7, "good")


def test_answers_of_nobody_are_nothing() -> None:
    person = World().person(MIA)
    assert ending.answered(person, {}, {}, typed(World()), BOOK).state == person


def test_what_was_shown_last_hears_the_next_word() -> None:
    world = lifting()
    world.sleeps(days=3)
    world.commands(MIA, "/checkin")
    world.types(MIA, "8")
    assert done(world) == []
    world.sleeps(seconds=5)
    presses(world, "reps8")
    world.types(MIA, "8 x 20 kg")
    assert len(done(world)) == 1
    assert mia(world).open is not None
    world.types(MIA, "finish")
    assert "How hard was the session?" in world.last(MIA).text
    world.taps(MIA, "6")
    world.taps(MIA, "Good")
    assert mia(world).open is not None
    assert world.sees(MIA, "Session done")
    assert "Noted, thank you." in world.screens[MIA][-2].text


def test_a_session_begins_once() -> None:
    world = lifting()
    begun = workout(world).begun
    world.sleeps(minutes=1)
    presses(world, "go")
    world.types(MIA, "start")
    assert workout(world).begun == begun
    presses(world, "min30")
    presses(world, "page7")
    assert done(world) == []
    assert "set 1 of" in screen(world).text


def test_what_is_to_be_fast_says_so() -> None:
    world = lifting(Phase.MAXIMAL_STRENGTH)
    assert item(world).dose.fast
    assert "as fast as it stays under control" in screen(world).text
    assert "Tempo" not in screen(world).buttons


def test_the_shorter_half_of_a_pair_is_done_first() -> None:
    world = alone()
    begins(world)
    long = Item(exercise="push_up", dose=Dose(sets=3, reps=Span(8, 12)), pair="A")
    short = Item(exercise="goblet_squat", dose=Dose(sets=1, reps=Span(8, 12)), pair="A")
    block = Block(section=Section.RESISTANCE, items=(long, short))
    session = replace(workout(world).session, blocks=(block,))
    listed = turns(replace(workout(world), session=session), BOOK.library)
    assert [(one.at, one.set) for one in listed] == [(0, 1), (1, 1), (0, 2), (0, 3)]


@pytest.mark.parametrize("key", ["near", "most_sets"])
def test_a_table_without_one_of_its_rows_is_refused(key: str) -> None:
    rows = [one for one in read("workouts.csv").splitlines() if not one.startswith(f"{key},")]
    with pytest.raises(TableError, match=key):
        parse("\n".join(rows))
