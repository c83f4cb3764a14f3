"""The end of a session: left, resumed, finished; what was done of it, records, what comes next."""

import pytest
from msgspec.structs import replace

from flows.programs.diary import read, with_efforts
from flows.programs.log import Done
from flows.steps import Phase
from flows.talk import dialogue
from flows.words import english
from flows.workouts.walk import current
from tests.flows.book import BOOK
from tests.flows.people import MIA, answers
from tests.flows.training import (
    ME,
    alone,
    begins,
    changed,
    client,
    done,
    exercise,
    finishes,
    knows,
    lifting,
    marks,
    mia,
    presses,
    screen,
    stands,
    training,
    turn,
    walks,
    workout,
)
from tests.flows.world import World


def test_a_session_is_finished_with_effort_and_technique() -> None:
    world = lifting()
    world.types(MIA, "3 sets of 8 with 20 kg @ 7")
    world.sleeps(minutes=50)
    walks(world)
    assert "Tap Finish, and it counts" in screen(world).text
    world.taps(MIA, "Finish")
    assert world.sees(MIA, "<b>Session done</b>: 32 sets of strength work, 50 min.")
    assert world.sees(MIA, "Next time, ")
    assert "How hard was the session?" in world.last(MIA).text
    world.sleeps(hours=3)
    answers(world, MIA, ("7", "Slips at times"))
    (over,) = training(world).sessions
    assert (over.effort, over.form, over.left, over.told) == (7, "slips", 3, False)
    assert over.phase is Phase.MUSCULAR_DEVELOPMENT
    assert training(world).workout is None
    (kept,) = with_efforts(tuple(world.records[ME]))
    assert (kept.effort, kept.minutes, kept.source) == (7, 50, "stairwise")
    assert [put.done for put in kept.sets[:3]] == [Done(reps=8, kg=20, left=3)] * 3
    assert "Noted, thank you." in world.last(MIA).text


def test_what_was_done_counts_at_finish_whoever_answers_what_comes_after() -> None:
    world = lifting()
    world.types(MIA, "8 x 20 kg")
    world.taps(MIA, "Leave")
    world.taps(MIA, "Finish")
    assert len(training(world).sessions) == len(client(world).lifts) == 1
    assert [one.what for one in world.records[ME]].count("session") == 1
    world.commands(MIA, "/today")
    assert "You have trained today" in world.last(MIA).text
    world.commands(MIA, "/lift")
    assert english(BOOK.library.exercises[client(world).lifts[0].exercise].name) in (
        world.last(MIA).text
    )
    answers(world, MIA, ("Skip", "Skip"))
    (over,) = training(world).sessions
    assert (over.effort, over.form) == (None, "")
    assert not world.sees(MIA, "Noted")


def test_every_lift_has_its_outing_with_what_was_asked() -> None:
    world = lifting()
    first = exercise(world)
    walks(world, typed="8 x 20 kg")
    finishes(world)
    lift = next(one for one in client(world).lifts if one.exercise == first.id)
    assert lift.outings[-1].asked is not None
    assert lift.outings[-1].light is False
    assert lift.tops == (Done(reps=8, kg=20),)


def test_a_lighter_week_is_marked_as_such() -> None:
    world = alone()
    stands(world, Phase.MUSCULAR_DEVELOPMENT, 5)
    position = replace(client(world).position, undulating=True)
    changed(world, replace(client(world), position=position))
    begins(world)
    assert workout(world).light
    walks(world, typed="8 x 20 kg")
    finishes(world)
    assert all(one.outings[-1].light for one in client(world).lifts)


def test_a_record_is_noticed() -> None:
    world = lifting()
    first = exercise(world)
    knows(world, kg=20)
    world.types(MIA, "8 x 24 kg")
    world.types(MIA, "finish")
    answers(world, MIA, ("7", "Good"))
    said = f"<b>{english(first.name)}</b>: A record: 8 × 24 kg; before it was 20 kg."
    assert world.sees(MIA, said)


def test_a_session_is_left_and_goes_on_exactly_there() -> None:
    world = lifting()
    world.types(MIA, "8 x 20 kg")
    at = turn(world)
    world.taps(MIA, "Leave")
    assert "Everything done so far is kept" in screen(world).text
    world.types(MIA, "12")
    assert len(done(world)) == 1
    world.sleeps(hours=20)
    world.commands(MIA, "/today")
    assert turn(world) == at
    assert "set 2 of" in world.last(MIA).text
    world.commands(MIA, "/cancel")
    assert workout(world).left
    world.taps(MIA, "Go on")
    assert not workout(world).left
    assert turn(world) == at
    world.types(MIA, "later")
    world.commands(MIA, "/cancel")
    assert "nothing to cancel" in world.last(MIA).text
    world.taps(MIA, "Finish")
    answers(world, MIA, ("5", "Good"))
    assert len(training(world).sessions) == 1


def test_one_of_which_nothing_was_done_is_not_kept() -> None:
    world = alone()
    begins(world)
    world.types(MIA, "skip")
    world.types(MIA, "finish")
    assert "Nothing of it was done" in world.last(MIA).text
    assert (training(world).workout, training(world).sessions) == (None, ())
    assert mia(world).open is None
    world.commands(MIA, "/today")
    assert "Start" in screen(world).buttons


def test_the_questions_at_the_end_may_be_left() -> None:
    world = lifting()
    world.types(MIA, "8 x 20 kg")
    world.types(MIA, "finish")
    world.commands(MIA, "/cancel")
    assert world.sees(MIA, "The session itself is kept.")
    assert mia(world).open is None
    assert len(training(world).sessions) == 1
    assert training(world).sessions[0].effort is None


def test_the_check_in_takes_the_place_of_the_questions_at_the_end() -> None:
    world = lifting()
    world.types(MIA, "8 x 20 kg")
    world.types(MIA, "finish")
    world.sleeps(days=7)
    assert [one.run.form for one in dialogue.waiting(mia(world))] == ["checkin"]


@pytest.mark.parametrize("kept", [False, True])
def test_answers_for_a_session_that_is_gone_or_told_change_nothing(*, kept: bool) -> None:
    world = lifting()
    world.types(MIA, "8 x 20 kg")
    world.types(MIA, "finish")
    (over,) = training(world).sessions
    told = (replace(over, told=True),) if kept else ()
    changed(world, replace(client(world), training=replace(training(world), sessions=told)))
    answers(world, MIA, ("5", "Good"))
    assert training(world).sessions == told


def test_a_break_ends_a_session_with_what_was_done() -> None:
    world = lifting()
    world.types(MIA, "8 x 20 kg")
    world.commands(MIA, "/pause")
    answers(world, MIA, ("Travel", "✓ Mon 9 Mar 2026", "Pause ✓"))
    assert training(world).workout is None
    assert len(training(world).sessions) == 1
    assert world.sees(MIA, "This session does not fit any more: it ended with what was done.")


def test_a_step_down_takes_a_card_away() -> None:
    world = alone()
    stands(world, Phase.MUSCULAR_DEVELOPMENT, 4)
    world.commands(MIA, "/today")
    stands(world, Phase.STABILIZATION_ENDURANCE)
    world.commands(MIA, "/help")
    assert training(world).workout is None
    assert world.sees(MIA, "This session does not fit any more. /today shows what does.")


def test_the_start_of_a_card_of_a_higher_step_shows_one_of_this_step() -> None:
    world = alone()
    stands(world, Phase.MUSCULAR_DEVELOPMENT, 4)
    world.commands(MIA, "/today")
    stands(world, Phase.STABILIZATION_ENDURANCE)
    world.taps(MIA, "Start")
    assert workout(world).begun is None
    assert workout(world).session.phase is Phase.STABILIZATION_ENDURANCE
    assert "Something has changed" in screen(world).text


def test_a_session_longer_than_an_evening_has_no_length() -> None:
    world = lifting()
    world.types(MIA, "8 x 20 kg")
    world.sleeps(hours=9)
    world.types(MIA, "finish")
    answers(world, MIA, ("5", "Good"))
    (kept,) = [one for one in map(read, world.records[ME]) if one]
    assert kept.minutes is None


def test_cardio_that_was_done_counts_its_minutes() -> None:
    world = alone()
    begins(world)
    minutes = next(one.cardio.minutes for one in workout(world).session.blocks if one.cardio)
    walks(world)
    finishes(world)
    assert training(world).sessions[0].cardio == minutes
    other = alone()
    begins(other)
    other.types(MIA, "all done")
    other.types(MIA, "finish")
    answers(other, MIA, ("5", "Good"))
    assert training(other).sessions[0].cardio == 0


def test_only_the_last_sessions_are_remembered() -> None:
    world = alone()
    for _ in range(int(BOOK.workouts.remembered) + 1):
        world.forges(MIA, "m|session")
        world.taps(MIA, "Start")
        world.types(MIA, "all done")
        world.types(MIA, "finish")
        answers(world, MIA, ("5", "Good"))
    assert len(training(world).sessions) == BOOK.workouts.remembered


@pytest.mark.parametrize("act", ["done", "end", "undo"])
def test_a_button_of_an_ended_session_says_so(act: str) -> None:
    world = lifting()
    data = f"w|{workout(world).code}|{workout(world).acts}|{act}"
    world.types(MIA, "8 x 20 kg")
    world.types(MIA, "finish")
    answers(world, MIA, ("5", "Good"))
    world.forges(MIA, data)
    assert world.answers[-1].alert
    said = world.answers[-1].text
    assert said is not None
    assert "from another time" in english(said)


def test_a_second_tap_counts_once_and_an_older_one_shows_where_we_are() -> None:
    world = lifting()
    now = workout(world)
    data = f"w|{now.code}|{now.acts}|done"
    world.forges(MIA, data)
    world.forges(MIA, data)
    assert len(done(world)) == 1
    world.types(MIA, "done")
    world.forges(MIA, data)
    assert len(done(world)) == 2
    assert "set 3 of" in world.last(MIA).text


@pytest.mark.parametrize(
    "data", ["{code}|x|done", "{code}|0|", "{code}|0|1.2.3", "{code}|0|reps1.2.3", "nobody|0|done"]
)
def test_what_no_button_ever_said_changes_nothing(data: str) -> None:
    world = lifting()
    before = marks(world)
    world.forges(MIA, "w|" + data.format(code=workout(world).code))
    assert marks(world) == before
    presses(world, "nonsense")
    assert marks(world) == before


def strength(world: World, typed: str) -> str:
    """Let one strength set be typed and all else be skipped; give how the end is said."""
    world.types(MIA, typed)
    while current(workout(world), BOOK.library) is not None:
        presses(world, "skip")
    finishes(world)
    said = (one.text for one in world.screens[MIA] if "Session done" in one.text)
    return next(said).splitlines()[0]


def test_one_set_is_one_set() -> None:
    assert strength(lifting(), "8 x 20 kg") == "<b>Session done</b>: 1 set of strength work."


def test_without_strength_work_no_sets_are_counted() -> None:
    assert strength(lifting(), "skip") == "<b>Session done</b>."


def test_what_stops_before_anything_was_done_is_no_session_done() -> None:
    world = alone()
    begins(world)
    presses(world, "pain")
    answers(world, MIA, ("8", "Knee", "Done", "None of these"))
    assert world.sees(MIA, "We stop here.")
    assert not world.sees(MIA, "Session done")
    (over,) = training(world).sessions
    assert (over.exercises, over.hurts[0].pain) == ((), 8)


def test_what_fits_no_more_before_anything_was_done_ends_without_a_count() -> None:
    world = alone()
    begins(world)
    world.types(MIA, "my chest hurts")
    answers(world, MIA, ("Chest, neck", "Done", "Yes, now"))
    assert world.sees(MIA, "This session does not fit any more. /today shows what does.")
    assert not world.sees(MIA, "Session done")
