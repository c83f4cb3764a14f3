"""The re-assessment in chat: offered, one for both, told beside the last one, and counted."""

from msgspec.structs import replace

from flows.effects import Record
from flows.person import Client
from flows.programs.abilities import Ability
from flows.programs.tried import TRIED
from flows.questionnaires.retest import LIFTS
from flows.steps import Phase
from tests.flows.book import BOOK
from tests.flows.people import (
    GINA,
    HEALTH,
    INTAKE,
    MIA,
    MOVEMENT,
    TOM,
    WELCOME,
    answers,
    assessed,
    gym,
    joins,
    week,
)
from tests.flows.world import World

SQUAT = ("Done, no pain", "No", "A little", "No", "No", "No")
PUSHED = ("✓ 15 push-ups",)
BASE = (
    "✓ 65 beats", *SQUAT,
    "Done, no pain", "30 seconds", "✓ 30 seconds", "45 seconds", "✓ 45 seconds",
    "Done, no pain", "60 seconds", "✓ 60 seconds",
    "Done, no pain", "✓ 15 push-ups",
    "Done, no pain", "✓ 40 taps",
    "Barbell squat", "60 kg", "✓ 60 kg", "8",
    "Done, no pain", "✓ 100 beats",
    "That is it ✓",
)  # fmt: skip
SKIPPED = ("Skip", *("Not today",) * 7, "That is it ✓")


def client(world: World) -> Client:
    found = world.person(MIA).client
    assert found is not None
    return found


def measured(world: World) -> dict[Ability, float]:
    return {one.ability: one.value for one in client(world).results}


def forms(world: World) -> list[Record]:
    return [one for one in world.records["person:1"] if one.what == "form retest"]


def trained() -> World:
    world = World()
    gym(world, GINA)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assessed(world)
    return world


def test_the_tests_are_kept_told_and_passed_on() -> None:
    world = trained()
    world.commands(MIA, "/retest")
    answers(world, MIA, BASE)
    assert measured(world)[Ability.BALANCE_LEFT] == 30
    assert measured(world)[Ability.STRENGTH] == 74.5
    assert Ability.POWER not in measured(world)
    assert world.sees(MIA, "Your tests, beside the last ones")
    assert world.sees(MIA, "On your left leg: 30 seconds. Your first mark")
    assert world.sees(MIA, "Pulse after the step test: above average for your age and sex")
    assert world.sees(TOM, "Mia did the tests again")
    assert world.sees(TOM, "Estimated one-rep maximum (squat): 74.5 kg")
    assert len(forms(world)) == 1


def test_the_second_time_they_are_held_against_the_first() -> None:
    world = trained()
    world.commands(MIA, "/retest")
    answers(world, MIA, BASE)
    world.sleeps(days=42)
    world.commands(MIA, "/retest")
    answers(world, MIA, (*BASE[:8], "45 seconds", "✓ 45 seconds", *BASE[10:]))
    assert world.sees(MIA, "On your left leg: 45 seconds, 15 longer than 6 weeks ago.")
    assert world.sees(TOM, "On your right leg: 45 seconds, about the same as 6 weeks ago.")


def test_a_set_told_in_the_tests_counts_for_the_weights() -> None:
    world = trained()
    world.commands(MIA, "/retest")
    answers(world, MIA, BASE)
    (lift,) = client(world).lifts
    assert lift.exercise == "barbell_squat"
    assert lift.best == 74.5
    world.commands(MIA, "/lift barbell squat")
    assert world.sees(MIA, "8 × 60 kg")
    assert world.sees(MIA, "74.5 kg")


def test_a_set_that_is_known_already_is_not_counted_twice() -> None:
    world = trained()
    for _ in range(2):
        world.commands(MIA, "/retest")
        answers(world, MIA, BASE)
    (lift,) = client(world).lifts
    assert len(lift.outings) == 1


def test_every_lift_that_can_be_told_is_one_of_the_library() -> None:
    named = {option.key for option in LIFTS} - {"none"}
    assert named == set(TRIED)
    assert set(TRIED.values()) <= set(BOOK.library.exercises)


def test_one_retest_is_the_movement_check_too() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    short = tuple(one.replace("60 sec", "5 sec") for one in MOVEMENT)
    answers(world, MIA, (*WELCOME, *INTAKE, *HEALTH, *short))
    for _ in range(2):
        week(world)
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    assert {"Movement check now", "All tests again"} <= set(world.last(MIA).buttons)
    world.taps(MIA, "All tests again")
    answers(world, MIA, BASE)
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE
    movement = client(world).position.movement
    assert movement is not None
    assert (movement.single_leg_seconds, movement.step_test_pulse) == (30, 100)


def test_a_retest_without_squat_and_stance_leaves_the_last_check_alone() -> None:
    world = trained()
    before = client(world).position.movement
    world.commands(MIA, "/retest")
    answers(world, MIA, SKIPPED)
    assert "Nothing was measured" in world.last(MIA).text
    assert client(world).position.movement == before
    world.commands(MIA, "/retest")
    answers(world, MIA, ("✓ 65 beats", *SKIPPED[1:]))
    assert world.sees(MIA, "Pulse at rest: 65 beats. Your first mark")
    assert not world.sees(TOM, "must not train")


def test_pain_in_any_test_stops() -> None:
    world = trained()
    world.commands(MIA, "/retest")
    hurt = ("Skip", "Not today", "Not today", "It hurt, I stopped", *("Not today",) * 4)
    answers(world, MIA, (*hurt, "Lower back", "Done", "That is it ✓"))
    assert client(world).position.phase is None
    assert world.sees(TOM, "Urgent: Mia must not train now")
    world.commands(MIA, "/retest")
    assert world.person(MIA).open is None


def test_what_the_week_hurt_is_not_tested() -> None:
    world = trained()
    week(world, told=("3", "6", "3", "Good", "2", "2", "2", "2", "3", "Knee", "Done",
                      "None of these", "No", "Send ✓"))  # fmt: skip
    world.commands(MIA, "/retest")
    answers(world, MIA, ("Skip", "Not today", "Not today", "That is it ✓"))
    assert "Nothing was measured" in world.last(MIA).text


def test_a_level_that_waits_for_a_yes_offers_the_tests() -> None:
    world = trained()
    week(world)
    assert "All tests again" not in world.last(MIA).buttons
    week(world)
    assert world.sees(MIA, "You are ready")
    assert "All tests again" in world.last(MIA).buttons
    world.taps(MIA, "All tests again")
    answers(world, MIA, BASE)
    week(world)
    assert "All tests again" not in world.last(MIA).buttons


def test_every_six_weeks_they_are_offered_with_the_week_and_the_plan() -> None:
    world = World()
    assessed(world)
    world.commands(MIA, "/plan")
    assert "All tests again" not in world.last(MIA).buttons
    for _ in range(6):
        week(world)
    assert "All tests again" in world.last(MIA).buttons
    world.commands(MIA, "/plan")
    world.taps(MIA, "All tests again")
    answers(world, MIA, BASE)
    world.commands(MIA, "/plan")
    assert "All tests again" not in world.last(MIA).buttons


def test_a_plain_movement_check_is_measured_too() -> None:
    world = World()
    pushed = (*MOVEMENT[:-3], "Done, no pain", "✓ 15 push-ups", *MOVEMENT[-2:])
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, (*WELCOME, *INTAKE, *HEALTH, *pushed))
    assert measured(world) == {Ability.FLEXIBILITY: 0, Ability.ENDURANCE: 15}


def test_who_has_no_step_is_told_what_comes_first() -> None:
    world = World()
    world.commands(MIA, "/retest")
    assert "no step yet" in world.last(MIA).text
    world.taps(MIA, "Begin my assessment")
    assessed(world)
    world.commands(MIA, "/retest")
    person = world.person(MIA)
    world.states["person:1"] = replace(person, client=None)
    answers(world, MIA, SKIPPED)
    assert world.person(MIA).client is None


def test_without_sex_no_norm_is_said() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    unsaid = (INTAKE[0], "Skip", *INTAKE[2:])
    answers(world, MIA, (*WELCOME, *unsaid, *HEALTH, *MOVEMENT))
    world.commands(MIA, "/retest")
    answers(world, MIA, BASE)
    assert world.sees(MIA, "Pulse after the step test: 100 beats")
    assert not world.sees(MIA, "for your age and sex")


def test_a_movement_check_before_there_is_a_step_is_measured_by_nobody() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, (*WELCOME, *INTAKE))
    world.forges(MIA, "m|movement")
    answers(world, MIA, MOVEMENT)
    assert world.person(MIA).client is None
    answers(world, MIA, HEALTH)
    assert world.sees(MIA, "You start on step 1")
