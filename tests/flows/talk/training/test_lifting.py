"""/lift: the history of an exercise, its records, and the weight of next time."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from flows.programs.log import Done, Lift, Outing
from flows.programs.session import Span
from flows.steps import Phase
from flows.words import english
from flows.workouts.walk import items
from tests.flows.book import BOOK
from tests.flows.people import MIA
from tests.flows.training import alone, changed, client, stands, workout
from tests.flows.world import World

SQUAT = Lift(
    exercise="barbell_squat",
    outings=(
        Outing(
            on=date(2026, 2, 25),
            phase=Phase.MUSCULAR_DEVELOPMENT,
            sets=(Done(reps=12, kg=57.5), Done(reps=8, kg=60)),
            asked=Span(6, 12),
        ),
        Outing(
            on=date(2026, 2, 27),
            phase=Phase.MUSCULAR_DEVELOPMENT,
            sets=(Done(reps=12, kg=60), Done(reps=9, kg=60)),
            asked=Span(6, 12),
        ),
    ),
    best=84.7,
    tops=(Done(reps=12, kg=60),),
)
BARE = Outing(
    on=date(2026, 2, 27),
    phase=Phase.MUSCULAR_DEVELOPMENT,
    sets=(Done(reps=1), Done(seconds=40)),
)
PUSH_UP = Lift(exercise="push_up", outings=(BARE,))


def lifted(*lifts: Lift) -> World:
    world = alone()
    stands(world, Phase.MUSCULAR_DEVELOPMENT, 4)
    changed(world, replace(client(world), lifts=lifts))
    return world


@pytest.mark.parametrize("name", ["barbell squat", "Squat", "barbell_squat", "SQUAT "])
def test_a_lift_is_shown_with_its_last_times_records_and_the_next_weight(name: str) -> None:
    world = lifted(SQUAT)
    world.commands(MIA, f"/lift {name}")
    said = world.last(MIA).text
    assert "<b>Barbell squat</b>" in said
    assert said.index("Friday, 27 February: 12 × 60 kg, 9 × 60 kg") < said.index("25 February")
    assert "Best estimated one-rep maximum: 84.7 kg." in said
    assert "Best sets: 12 × 60 kg." in said
    assert "Next time: 60 kg. " in said


def test_pounds_are_shown_to_who_reads_them() -> None:
    world = lifted(SQUAT)
    person = world.person(MIA)
    settings = replace(person.settings, units="imperial")
    world.states[f"person:{MIA}"] = replace(person, settings=settings)
    world.commands(MIA, "/lift squat")
    assert "12 × 132.5 lb" in world.last(MIA).text


def test_reps_and_seconds_without_weight_are_said_as_such() -> None:
    world = lifted(PUSH_UP)
    world.commands(MIA, "/lift push-up")
    said = world.last(MIA).text
    assert "Friday, 27 February: 1 rep, 40 s" in said
    assert "Best" not in said
    assert "Next time" not in said


def test_what_has_no_weight_has_no_next_one() -> None:
    world = lifted(replace(PUSH_UP, outings=(replace(BARE, asked=Span(6, 12)),)))
    world.commands(MIA, "/lift push-up")
    assert "Next time" not in world.last(MIA).text


def test_without_a_name_the_lifts_are_listed() -> None:
    world = lifted(SQUAT, PUSH_UP)
    world.commands(MIA, "/lift")
    assert "• Barbell squat" in world.last(MIA).text
    assert "/lift squat" in world.last(MIA).text


def test_one_never_done_says_so() -> None:
    world = lifted(SQUAT)
    world.commands(MIA, "/lift goblet squat")
    assert "<b>Goblet squat</b>: no sets of it yet." in world.last(MIA).text


def test_an_unknown_one_names_the_nearest() -> None:
    world = lifted(SQUAT)
    world.commands(MIA, "/lift goblin squad")
    assert "I know no exercise “goblin squad”.\nNear to it: Goblet squat, " in world.last(MIA).text
    world.commands(MIA, "/lift banana")
    assert world.last(MIA).text == "I know no exercise “banana”."


def test_one_that_the_library_lost_goes_by_its_old_name() -> None:
    world = lifted(replace(SQUAT, exercise="Zercher Thing"))
    world.commands(MIA, "/lift")
    assert "• Zercher Thing" in world.last(MIA).text
    world.commands(MIA, "/lift squat")
    assert "no sets of it yet" in world.last(MIA).text or "Near to it" in world.last(MIA).text


def test_without_a_step_the_history_is_shown_all_the_same() -> None:
    world = lifted(SQUAT)
    stands(world, None)
    world.commands(MIA, "/lift squat")
    assert "12 × 60 kg" in world.last(MIA).text
    assert "Next time" not in world.last(MIA).text


@pytest.mark.parametrize("new", [alone, World])
def test_without_any_set_it_points_to_the_session(new: Callable[[], World]) -> None:
    world = new()
    world.commands(MIA, "/lift")
    assert "/today shows what to begin with" in world.last(MIA).text


@pytest.mark.parametrize("phase", [2, 3, 5])
@pytest.mark.parametrize("left", [0, 2, 6])
def test_a_lift_and_the_session_of_today_advise_the_same_weight(phase: int, left: int) -> None:
    world = lifted()
    stands(world, Phase(phase), 4)
    world.commands(MIA, "/today")
    listed = [it for _, it in items(workout(world)) if BOOK.library.exercises[it.exercise].loaded]
    exercises = {it.exercise: it.dose for it in listed if it.dose.reps}
    outings = {
        name: Outing(
            on=date(2026, 2, 27),
            phase=Phase(phase),
            sets=(Done(reps=dose.reps.low, kg=60, left=left),),
            asked=dose.reps,
        )
        for name, dose in exercises.items() if dose.reps
    }  # fmt: skip
    lifts = tuple(Lift(exercise=name, outings=(one,)) for name, one in outings.items())
    changed(world, replace(client(world), lifts=lifts))
    world.commands(MIA, "/today")
    assert exercises
    for it in (it for _, it in items(workout(world)) if it.exercise in exercises):
        world.commands(MIA, f"/lift {it.exercise}")
        assert f"Next time: {it.kg:g} kg. {english(it.reasons[-1])}" in world.last(MIA).text
