"""Set after set: one tap, a little less or more, or typed; what cannot be is asked again."""

import pytest
from msgspec.structs import replace

from flows.programs.kinds import Component, Measure
from flows.programs.log import Done
from flows.steps import Phase
from flows.words import english
from flows.workouts.walk import turns
from tests.flows.book import BOOK
from tests.flows.people import MIA
from tests.flows.training import (
    alone,
    asks,
    begins,
    done,
    exercise,
    item,
    knows,
    lifting,
    marks,
    mia,
    presses,
    screen,
    stands,
    turn,
    walks,
    workout,
)
from tests.flows.world import World


def test_what_warms_up_is_ticked_off_one_by_one_or_all_at_once() -> None:
    world = alone()
    begins(world)
    assert "Warm-up" in screen(world).text
    assert english(exercise(world).cue) in screen(world).text
    world.taps(MIA, "✓ Done")
    assert len(marks(world)) == 1
    assert "1 of " in screen(world).text
    world.taps(MIA, "All done")
    assert "Core and balance" in screen(world).text
    assert len(world.screens[MIA]) == world.screens[MIA].index(screen(world)) + 1


def fewest(world: World) -> int:
    reps = item(world).dose.reps
    assert reps is not None
    return reps.low


def test_a_set_is_done_as_planned_with_one_tap_and_read_back() -> None:
    world = lifting()
    first, low = exercise(world), fewest(world)
    assert f"{english(first.name)}</b>: set 1 of {item(world).dose.sets}" in screen(world).text
    assert "Target: " in screen(world).text
    world.taps(MIA, f"✓ {low} reps")
    assert done(world) == [Done(reps=low)]
    assert f"✓ {english(first.name)}, set 1: {low} reps" in screen(world).text
    assert turn(world).set == 2


def test_less_and_more_change_the_set_before_it_is_noted() -> None:
    world = lifting()
    low = fewest(world)
    for label in ("−1 rep", "+1 rep", "+1 rep", "↑ 1 kg", "↑ 2 kg"):
        world.taps(MIA, label)
    assert done(world) == []
    assert f"✓ {low + 1} × 2 kg" in screen(world).buttons
    world.taps(MIA, "↓ 1 kg")
    assert "↓" not in "".join(screen(world).buttons)
    world.taps(MIA, f"✓ {low + 1} × 1 kg")
    assert done(world) == [Done(reps=low + 1, kg=1)]
    assert f"✓ {low + 1} × 1 kg" in screen(world).buttons


def test_a_failed_set_is_noted_and_the_next_one_asks_the_least_again() -> None:
    world = lifting()
    world.types(MIA, "0")
    assert done(world) == [Done(reps=0)]
    assert f"✓ {fewest(world)} reps" in screen(world).buttons


@pytest.mark.parametrize(
    ("typed", "sets"),
    [
        ("8 x 20 kg", (Done(reps=8, kg=20),)),
        ("3x10 @ 7", (Done(reps=10, left=3),) * 3),
        ("10 reps, 2 left", (Done(reps=10, left=2),)),
        ("9 reps", (Done(reps=9),)),
        ("8 x 45 lb", (Done(reps=8, kg=20.41),)),
        ("done", (Done(reps=6),)),
        ("OK", (Done(reps=6),)),
    ],
)
def test_a_set_is_typed(typed: str, sets: tuple[Done, ...]) -> None:
    world = lifting()
    world.types(MIA, typed)
    assert tuple(done(world)) == sets
    assert len({mark.act for mark in marks(world)[-len(sets) :]}) == 1
    assert world.last(MIA).slot == f"workout:{workout(world).code}"


def test_what_can_be_read_in_two_ways_is_asked() -> None:
    world = lifting()
    knows(world, kg=10)
    world.types(MIA, "10x12")
    assert "How did you mean that?" in screen(world).text
    assert {"10 × 12 kg", "12 × 10 kg"} <= set(screen(world).buttons)
    world.taps(MIA, "12 × 10 kg")
    assert done(world) == [Done(reps=12, kg=10)]


def test_a_reading_of_several_sets_says_so_and_back_asks_the_set_again() -> None:
    world = lifting()
    knows(world, kg=10)
    world.types(MIA, "6x10")
    assert "6 sets of 10 × 10 kg" in screen(world).buttons
    world.taps(MIA, "Back")
    assert "set 1 of" in screen(world).text
    presses(world, "read0")
    assert done(world) == []
    world.types(MIA, "6x10")
    presses(world, "read9")
    assert done(world) == []
    world.types(MIA, "6x10")
    world.taps(MIA, "6 sets of 10 × 10 kg")
    assert done(world) == [Done(reps=10, kg=10)] * 6


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("8 x 900 kg", "500 kg"),
        ("150 reps", "100 reps"),
        ("8 x 0 kg", "more than nothing"),
        ("9 sets of 10", "most 6 sets"),
        ("7.5 reps", "whole numbers"),
        ("10 @ 12", "0 to 10"),
        ("?!", "could not read"),
        ("1x2x3x4x5", "could not read"),
    ],
)
def test_what_cannot_be_is_asked_again_with_its_limit(typed: str, named: str) -> None:
    world = lifting()
    world.types(MIA, typed)
    assert done(world) == []
    assert named in screen(world).text
    assert "set 1 of" in screen(world).text


def test_a_set_is_left_out_or_its_exercise() -> None:
    world = lifting()
    first = exercise(world)
    world.types(MIA, "skip")
    assert marks(world)[-1].skipped
    assert turn(world).set == 2
    world.types(MIA, "skip exercise")
    assert exercise(world) is not first
    world.taps(MIA, "Skip")
    assert turn(world).set == 2
    assert done(world) == []


def test_undo_takes_back_all_that_one_act_noted() -> None:
    world = lifting()
    before = marks(world)
    world.types(MIA, "3 sets of 10")
    assert len(marks(world)) == len(before) + 3
    world.taps(MIA, "Undo")
    assert marks(world) == before
    world.types(MIA, "undo")
    assert len(marks(world)) < len(before)
    for _ in range(9):
        world.types(MIA, "undo")
    assert marks(world) == ()
    assert "Undo" not in screen(world).buttons


def test_pairs_are_walked_in_turn_without_a_rest_between() -> None:
    world = lifting(Phase.STRENGTH_ENDURANCE)
    pair = item(world).pair
    order = []
    for _ in range(4):
        order.append((turn(world).at, turn(world).set))
        assert item(world).pair == pair
        world.types(MIA, "done")
        resting = workout(world).rest is not None
        assert resting == (len(order) % 2 == 0)
    first, second = order[0][0], order[1][0]
    assert order == [(first, 1), (second, 1), (first, 2), (second, 2)]
    assert f"({pair})" in screen(world).text


def test_pounds_are_read_and_shown_to_who_uses_them() -> None:
    world = lifting()
    person = mia(world)
    world.states["person:1"] = replace(person, settings=replace(person.settings, units="imperial"))
    presses(world, "reps8")
    assert "x 45 lb" in screen(world).text
    world.types(MIA, "8 reps of 45")
    assert done(world) == [Done(reps=8, kg=20.41)]
    assert "8 × 45 lb" in screen(world).text


def test_more_sets_than_asked_are_noted_too() -> None:
    world = lifting()
    first = item(world)
    world.types(MIA, "6 sets of 8")
    assert done(world) == [Done(reps=8)] * 6
    assert item(world) != first
    assert len({mark.set for mark in marks(world)[-6:]}) == 6


def test_a_held_set_counts_in_seconds() -> None:
    world = lifting()
    held = next(
        one for one in BOOK.library.of(Component.RESISTANCE) if one.measure is Measure.SECONDS
    )
    now = item(world)
    asks(world, replace(now, exercise=held.id, dose=replace(now.dose, reps=None, seconds=30)))
    assert "✓ 30 s" in screen(world).buttons
    world.taps(MIA, "+5 s")
    world.taps(MIA, "−5 s")
    world.taps(MIA, "+5 s")
    world.taps(MIA, "✓ 35 s")
    world.types(MIA, "40 s")
    world.types(MIA, "25 s with 10 kg")
    assert done(world) == [Done(seconds=35), Done(seconds=40), Done(seconds=25, kg=10)]
    assert "25 s with 10 kg" in screen(world).text
    world.types(MIA, "2000 s")
    assert "900 seconds" in screen(world).text


def test_the_last_time_is_shown_and_asked_again() -> None:
    world = lifting()
    knows(world, kg=20)
    assert "Last time (Friday, 27 February): 8 × 20 kg, 8 × 20 kg" in screen(world).text
    assert "✓ 8 × 20 kg" in screen(world).buttons


def test_words_without_a_set_before_them_are_a_hint() -> None:
    world = alone()
    begins(world)
    world.types(MIA, "8")
    assert "Tap a button, or type" in screen(world).text
    world.types(MIA, "all done")
    assert "Core and balance" in screen(world).text


def test_all_of_it_is_walked_to_its_end() -> None:
    world = alone()
    begins(world)
    walks(world)
    assert "That was all of it" in screen(world).text
    assert len(marks(world)) == len(turns(workout(world), BOOK.library))
    for act in ("done", "all", "skip", "out", "swap", "tempo", "reps9", "kg9", "sec9", "read0"):
        presses(world, act)
        assert workout(world).marks == marks(world)
    world.types(MIA, "8x60")
    assert "Tap a button, or type" in screen(world).text
    world.taps(MIA, "Undo")
    assert turn(world).item is not None or turn(world).set == 0


@pytest.mark.parametrize("act", ["reps9999999", "kg9999999", "sec9999999"])
def test_a_forged_amount_stays_within_its_limit(act: str) -> None:
    world = lifting()
    presses(world, act)
    draft = workout(world).draft
    assert draft is not None
    assert (draft.reps or 0) <= 100
    assert (draft.kg or 0) <= 500
    assert (draft.seconds or 0) <= 900


def test_no_weight_is_no_weight() -> None:
    world = lifting()
    presses(world, "kg0")
    draft = workout(world).draft
    assert draft is not None
    assert draft.kg is None


def world_at_card() -> World:
    world = alone()
    world.commands(MIA, "/today")
    return world


@pytest.mark.parametrize(
    "act", ["done", "skip", "all", "undo", "out", "end", "pain", "on", "leave"]
)
def test_before_its_start_nothing_of_a_session_is_done(act: str) -> None:
    world = world_at_card()
    before = workout(world)
    presses(world, act)
    after = workout(world)
    assert (after.marks, after.acts, after.left) == (before.marks, before.acts, before.left)
    assert mia(world).open is None


def test_a_step_up_while_a_session_runs_lets_it_end() -> None:
    world = lifting(Phase.STRENGTH_ENDURANCE)
    stands(world, Phase.MUSCULAR_DEVELOPMENT)
    world.types(MIA, "done")
    assert len(done(world)) == 1


def test_the_reps_left_are_read_back_with_the_set() -> None:
    world = lifting()
    world.types(MIA, "8 x 20 kg @ 7")
    assert "8 × 20 kg, 3 left" in screen(world).text


def test_who_chooses_by_feel_is_told_how_many_are_left_where_the_step_says_it() -> None:
    world = lifting()
    assert "reps in reserve, still clean" in screen(world).text
    on = item(world)
    asks(world, replace(on, dose=replace(on.dose, left=None)))
    assert "the last reps are hard and still clean" in screen(world).text
