"""Pain in a session: 1 and 2 are noted, 3 to 5 lighten and are told, 6 or a sharp one stops."""

import pytest
from msgspec.structs import replace

from flows.events import Typed
from flows.people import Sender
from flows.phases.position import Week
from flows.programs.day import day_of
from flows.steps import Phase
from flows.talk.training import swapping
from flows.talk.training.scene import scene
from flows.words import english
from flows.workouts.walk import items, open_turns, put
from tests.flows.book import BOOK
from tests.flows.people import MIA, TOM, answers
from tests.flows.training import (
    ME,
    alone,
    begins,
    changed,
    client,
    done,
    exercise,
    item,
    knows,
    lifting,
    marks,
    presses,
    screen,
    stands,
    to_strength,
    trained,
    training,
    turn,
    workout,
)
from tests.flows.world import World


def hurts(world: World, pain: int, where: str = "Knee", kind: str = "None of these") -> None:
    answers(world, MIA, (str(pain), where, "Done", kind))
    if kind != "None of these":
        world.taps(MIA, "Done")


def with_tom() -> World:
    world = trained()
    stands(world, Phase.MUSCULAR_DEVELOPMENT, 4)
    begins(world)
    to_strength(world)
    return world


def ids(world: World) -> list[str]:
    return [it.exercise for _, it in items(workout(world))]


def kilos(world: World, name: str) -> float | None:
    return next(it.kg for _, it in items(workout(world)) if it.exercise == name)


def weighs(world: World, name: str, kg: float | None) -> None:
    """Let an exercise of the session have a weight."""
    now = workout(world)
    at, it = next(one for one in items(now) if one[1].exercise == name)
    told = replace(training(world), workout=put(now, at, replace(it, kg=kg)))
    changed(world, replace(client(world), training=told))


def pinged(world: World, part: str) -> bool:
    return any(part in one.text for one in world.screens.get(TOM, []))


def allowed_now(world: World) -> bool:
    """Whether everything that is still to be done is allowed with what hurts."""
    event = Typed(
        id="e", at=world.now, salt="s", sender=Sender(id=MIA, name="Mia", language="en"),
        chat=MIA, text="x",
    )  # fmt: skip
    one = scene(world.person(MIA), event, BOOK)
    assert one is not None
    told = swapping.wanted(one)
    assert told is not None
    day = day_of(told, BOOK)
    waiting = {turn.at for turn in open_turns(workout(world), BOOK.library)}
    mine = (
        BOOK.library.exercises[it.exercise] for at, it in items(workout(world)) if at in waiting
    )
    return all(day.may(one) for one in mine)


def test_a_little_pain_is_noted_and_what_loads_the_place_gives_way() -> None:
    world = with_tom()
    old = exercise(world)
    assert "reverse_lunge" in ids(world)
    world.taps(MIA, "Pain")
    hurts(world, 2)
    assert world.sees(MIA, "Noted: pain 2 of 10")
    assert world.sees(MIA, "instead of Reverse lunge.")
    assert not world.sees(MIA, "% of the weight")
    assert exercise(world) is old
    assert allowed_now(world)
    assert not pinged(world, "pain 2 of 10")
    assert "set 1 of" in world.last(MIA).text


def test_from_three_on_it_goes_on_lighter_without_what_hurt_and_the_trainer_hears_of_it() -> None:
    world = with_tom()
    old = exercise(world)
    weighs(world, "reverse_lunge", 20)
    world.types(MIA, "my neck hurts a bit")
    hurts(world, 3, where="Neck")
    assert world.sees(MIA, "The rest goes on with 80 % of the weight.")
    assert world.sees(MIA, "Your trainer hears of it today.")
    assert pinged(world, "pain 3 of 10, here: neck")
    assert exercise(world) is not old
    assert world.sees(MIA, f"instead of {english(old.name)}.")
    assert kilos(world, "reverse_lunge") == 16
    assert workout(world).begun is not None


def test_alone_nobody_is_said_to_hear_of_it() -> None:
    world = lifting()
    world.taps(MIA, "Pain")
    hurts(world, 4, where="Neck")
    assert not world.sees(MIA, "Your trainer hears")
    assert not world.sees(MIA, "% of the weight")


@pytest.mark.parametrize(("pain", "kind"), [(7, "None of these"), (2, "Sharp")])
def test_what_stops_a_week_stops_the_session(pain: int, kind: str) -> None:
    world = with_tom()
    world.types(MIA, "8 x 20 kg")
    world.taps(MIA, "Pain")
    hurts(world, pain, kind=kind)
    assert client(world).position.phase is None
    assert training(world).workout is None
    assert world.sees(MIA, "We stop here.")
    assert pinged(world, "Urgent: Mia must not train now")
    assert pinged(world, f"In a session: pain {pain} of 10, here: knee")
    (over,) = training(world).sessions
    assert over.hurts[0].pain == pain
    assert [one.what for one in world.records[ME]].count("session") == 1
    world.commands(MIA, "/today")
    assert "Clearance pending" in world.last(MIA).text


def test_what_has_no_other_is_left_out() -> None:
    world = lifting()
    used = {it.exercise for _, it in items(workout(world))}
    forbidden = tuple(one for one in BOOK.library.exercises if one not in used)
    wishes = replace(training(world).wishes, forbidden=forbidden)
    changed(world, replace(client(world), training=replace(training(world), wishes=wishes)))
    world.taps(MIA, "Pain")
    hurts(world, 2)
    assert world.sees(MIA, "Reverse lunge is left out today.")
    assert any(mark.skipped and mark.exercise == "reverse_lunge" for mark in marks(world))
    assert allowed_now(world)


def test_an_undo_does_not_bring_back_what_pain_left_out() -> None:
    world = lifting()
    presses(world, "done")
    used = {it.exercise for _, it in items(workout(world))}
    forbidden = tuple(one for one in BOOK.library.exercises if one not in used)
    wishes = replace(training(world).wishes, forbidden=forbidden)
    changed(world, replace(client(world), training=replace(training(world), wishes=wishes)))
    world.taps(MIA, "Pain")
    hurts(world, 2)
    assert "✓" in screen(world).text
    presses(world, "undo")
    assert done(world) == []
    assert allowed_now(world)
    while "Undo" in screen(world).buttons:
        presses(world, "undo")
    presses(world, "undo")
    assert {mark.exercise for mark in marks(world)} == {"reverse_lunge"}


def test_the_one_tap_after_pain_holds_the_new_exercise_and_no_older_button_counts() -> None:
    world = lifting()
    knows(world, 60)
    old = exercise(world)
    presses(world, "kg65")
    world.taps(MIA, "Pain")
    before = workout(world).acts
    hurts(world, 4)
    assert exercise(world) is not old
    assert not any("65 kg" in label for label in screen(world).buttons)
    assert workout(world).draft is None
    world.forges(MIA, f"w|{workout(world).code}|{before}|kg65")
    assert workout(world).draft is None


def test_no_choice_of_before_is_left_open_after_pain() -> None:
    world = lifting()
    knows(world, 10)
    world.types(MIA, "10x12")
    assert workout(world).view == "unsure"
    world.types(MIA, "ouch")
    hurts(world, 4)
    assert (workout(world).view, workout(world).unsure) == ("", ())


def paired() -> tuple[World, int]:
    """Let Mia have done one set of each half of a pair, the second with 10 kg."""
    world = alone()
    stands(world, Phase.STRENGTH_ENDURANCE, 4)
    begins(world)
    to_strength(world)
    pairs = [(at, it) for at, it in items(workout(world)) if it.pair == "D"]
    while turn(world).at != pairs[0][0]:
        presses(world, "out")
    for (_, it), kg in zip(pairs, (20, 10), strict=True):
        weighs(world, it.exercise, kg)
    presses(world, "done")
    presses(world, "done")
    return world, pairs[1][0]


def test_what_was_done_before_it_hurt_does_not_bring_the_old_weight_back() -> None:
    world, second = paired()
    presses(world, "pain")
    hurts(world, 4)
    while turn(world).at != second:
        presses(world, "skip")
    assert item(world).kg == 8
    assert any("× 8 kg" in label for label in screen(world).buttons)
    world.types(MIA, "8 x 9 kg")
    while turn(world).at != second:
        presses(world, "skip")
    assert any("× 9 kg" in label for label in screen(world).buttons)


def test_a_weight_chosen_by_feel_is_lowered_as_well() -> None:
    world, second = paired()
    weighs(world, dict(items(workout(world)))[second].exercise, None)
    presses(world, "pain")
    hurts(world, 4)
    assert dict(items(workout(world)))[second].kg == 8


def test_the_form_of_pain_may_be_left_and_the_session_goes_on() -> None:
    world = lifting()
    world.taps(MIA, "Pain")
    world.commands(MIA, "/cancel")
    world.types(MIA, "8 x 20 kg")
    assert len(done(world)) == 1


def test_pain_told_once_the_session_is_over_is_kept_for_the_check_in() -> None:
    world = alone()
    begins(world)
    world.taps(MIA, "Pain")
    world.sleeps(days=5)
    assert training(world).workout is None
    hurts(world, 2)
    (only,) = training(world).sessions
    assert (only.exercises, only.hurts[0].where) == ((), ("knee",))
    assert world.sees(MIA, "Noted: pain 2 of 10")


def test_pain_told_without_a_step_stops_nothing_that_is_not_there() -> None:
    world = alone()
    begins(world)
    world.taps(MIA, "Pain")
    stands(world, None)
    hurts(world, 2)
    assert training(world).sessions == ()
    assert training(world).workout is None


def test_hurting_twice_in_a_row_stops() -> None:
    world = with_tom()
    told = client(world)
    changed(
        world,
        replace(told, position=replace(told.position, past=(Week(pain=4, pain_where=("knee",)),))),
    )
    world.taps(MIA, "Pain")
    hurts(world, 4)
    assert client(world).position.phase is None


def test_an_emergency_in_a_session_ends_it() -> None:
    world = with_tom()
    world.types(MIA, "8 x 20 kg")
    world.types(MIA, "my chest hurts")
    assert world.sees(MIA, "If this is happening now")
    assert workout(world).begun is not None
    answers(world, MIA, ("Chest, neck", "Done", "Yes, now"))
    assert training(world).workout is None
    assert len(training(world).sessions) == 1
    assert world.sees(MIA, "This session does not fit any more")


def test_a_false_alarm_goes_back_to_the_session() -> None:
    world = lifting()
    world.types(MIA, "my chest hurts")
    world.taps(MIA, "I am fine, go back")
    world.types(MIA, "8 x 20 kg")
    assert len(done(world)) == 1
    assert screen(world).buttons
