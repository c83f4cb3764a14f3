"""What is open stops: signs, strong pain, a yes in the screening; and how each is settled."""

import pytest

from flows.steps import Phase
from tests.flows.people import (
    GINA,
    GOOD_WEEK,
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


def screened(world: World, health: tuple[str, ...]) -> None:
    """Walk the assessment with other health answers."""
    if MIA not in world.screens:
        world.commands(MIA, "/start")
        world.taps(MIA, "Begin my assessment")
    answers(world, MIA, (*WELCOME, *INTAKE, *health, *MOVEMENT))


def phase(world: World) -> Phase | None:
    client = world.person(MIA).client
    assert client is not None
    return client.position.phase


def trained() -> World:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    return world


ARTHRITIS = (
    "No", "No", "No", "Yes", "Arthritis", "Done", "No", "No", "No", "No", "No", "This is right ✓",
)  # fmt: skip
CHEST = ("No", "Yes", *HEALTH[2:])
SUPERVISED = ("No", "No", "No", "No", "No", "No", "Yes", "No", "This is right ✓")


def test_a_controlled_condition_is_declared_and_caps_the_route() -> None:
    world = World()
    screened(world, ARTHRITIS)
    assert phase(world) is None
    assert world.sees(MIA, "Clearance pending")
    world.taps(MIA, "Settle: arthritis")
    world.taps(MIA, "Not yet")
    assert phase(world) is None
    world.taps(MIA, "Settle: arthritis")
    world.taps(MIA, "Yes, I declare it")
    assert phase(world) is Phase.STABILIZATION_ENDURANCE
    assert world.sees(MIA, "You start on step 1")


def test_chest_pain_shows_the_emergency_words_and_alone_opens_step_one_only() -> None:
    world = World()
    screened(world, CHEST)
    assert world.sees(MIA, "stop and call {emergency}")
    world.taps(MIA, "Settle: chest pain")
    assert "Without a trainer your word opens step 1" in world.last(MIA).text
    world.taps(MIA, "Yes, I declare it")
    assert phase(world) is Phase.STABILIZATION_ENDURANCE


def test_only_supervised_needs_a_trainer_who_has_seen_the_word() -> None:
    world = World()
    screened(world, SUPERVISED)
    world.taps(MIA, "Settle: being told")
    assert "needs a trainer" in world.last(MIA).text
    world.forges(MIA, "c|screening.supervised_only|yes")
    assert phase(world) is None


def test_a_trainer_notes_a_word_and_the_step_opens() -> None:
    world = trained()
    screened(world, SUPERVISED)
    assert world.sees(TOM, "must not train now")
    world.taps(MIA, "Settle: being told")
    assert "show the written word to your trainer" in world.last(MIA).text
    world.taps(TOM, "Clearance seen")
    answers(world, TOM, ("A doctor", "Today", "No limit named", "Note it ✓"))
    assert phase(world) is Phase.STABILIZATION_ENDURANCE
    assert world.sees(TOM, "It is settled")
    assert world.sees(MIA, "Tom noted a professional's word")


def test_a_word_that_is_older_than_the_sign_is_not_enough() -> None:
    world = trained()
    assessed(world)
    world.commands(MIA, "/unwell")
    answers(world, MIA, ("Dizzy or light-headed", "Done", "No, it is gone"))
    assert phase(world) is None
    world.taps(TOM, "Clearance seen")
    answers(world, TOM, ("A doctor", "Yesterday", "No limit named", "Note it ✓"))
    assert world.sees(TOM, "it stays open")
    assert phase(world) is None


def test_a_sign_on_a_step_stops_and_the_way_back_starts_on_step_one() -> None:
    world = trained()
    assessed(world)
    for _ in range(2):
        week(world)
    world.taps(TOM, "Approve")
    assert phase(world) is Phase.STRENGTH_ENDURANCE
    world.commands(MIA, "/unwell")
    answers(world, MIA, ("Dizzy or light-headed", "Done", "No, it is gone"))
    assert phase(world) is None
    world.commands(MIA, "/checkin")
    assert "Clearance pending" in world.last(MIA).text
    world.commands(MIA, "/plan")
    assert "Clearance pending" in world.last(MIA).text
    world.sleeps(days=7)
    assert "Clearance pending" in world.last(MIA).text
    world.taps(TOM, "Clearance seen")
    answers(world, TOM, ("A doctor", "Today", "No limit named", "Note it ✓"))
    assert phase(world) is Phase.STABILIZATION_ENDURANCE
    assert world.sees(MIA, "welcome back on step 1")
    for _ in range(2):
        week(world)
    assert phase(world) is Phase.STABILIZATION_ENDURANCE


def test_unwell_works_before_anything_else_and_keeps_nothing_without_consent() -> None:
    world = World()
    world.types(MIA, "I think I have chest pain")
    assert world.sees(MIA, "stop and call {emergency}")
    answers(world, MIA, ("Chest, neck, jaw or arm pain", "Done", "Yes, now"))
    assert "talk to a doctor" in world.last(MIA).text
    assert world.person(MIA).filled == ()


def test_a_sign_told_before_the_placement_refers() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, WELCOME)
    world.commands(MIA, "/unwell")
    answers(world, MIA, ("Self-harm thoughts or not eating", "Done", "It comes and goes"))
    assert world.sees(MIA, "talk to somebody now")
    answers(world, MIA, (*INTAKE, *HEALTH, *MOVEMENT))
    assert phase(world) is None


def test_a_sign_that_has_no_name_asks_for_the_screening_again() -> None:
    world = World()
    assessed(world)
    world.commands(MIA, "/unwell")
    answers(world, MIA, ("Something else, or not sure", "Yes, now"))
    assert phase(world) is None
    world.taps(MIA, "Settle: a change in your health")
    answers(world, MIA, HEALTH)
    assert phase(world) is Phase.STABILIZATION_ENDURANCE


def test_a_false_alarm_goes_back_to_where_one_was() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    world.types(MIA, "I nearly faint when I hear my age")
    world.taps(MIA, "I am fine, go back")
    assert "How old are you" in world.last(MIA).text


@pytest.mark.parametrize(("pain", "step"), [("7", None), ("4", 1)])
def test_pain_in_a_week(pain: str, step: int | None) -> None:
    world = trained()
    assessed(world)
    told = (*GOOD_WEEK[:8], pain, "Knee", "Done", "None of these", "No", "Send ✓")
    week(world, MIA, told)
    assert phase(world) == step
    assert world.sees(TOM, "must not train now" if step is None else "Mia reports pain")


def test_a_clearance_button_that_was_settled_says_so() -> None:
    world = World()
    assessed(world)
    world.forges(MIA, "c|sign.chest")
    assert "Nothing is open" in world.last(MIA).text
    world.forges(MIA, "c|sign.chest|yes")
    assert "Nothing is open" in world.last(MIA).text
    world.forges(GINA, "c|sign.chest")
    assert "Nothing is open" in world.last(GINA).text


def test_pain_in_the_movement_check_stops() -> None:
    world = World()
    assessed(world)
    world.forges(MIA, "m|movement")
    answers(world, MIA, ("It hurt, I stopped", "Not today", "Not today", "Not today", "Knee"))
    answers(world, MIA, ("Done", "That is it ✓"))
    assert phase(world) is None
    assert world.sees(MIA, "pain in the movement check")


def test_what_gets_worse_is_answered_with_the_number_to_call() -> None:
    world = trained()
    assessed(world)
    world.commands(MIA, "/unwell")
    before = len(world.screens[MIA])
    answers(world, MIA, ("Dizzy or light-headed", "Done", "Yes, and getting worse"))
    assert any("call {emergency}" in one.text for one in world.screens[MIA][before:])


def test_before_any_training_comes_how_somebody_is() -> None:
    world = trained()
    assessed(world)
    world.commands(MIA, "/today")
    start = world.last(MIA).buttons["Start"]
    world.commands(MIA, "/unwell")
    world.taps(MIA, "Dizzy or light-headed")
    world.commands(MIA, "/today")
    assert "Which of these" in world.last(MIA).text
    before = len(world.screens[MIA])
    world.forges(MIA, start)
    said = [one.text for one in world.screens[MIA][before:]]
    assert any("Before any training: tell me how you are" in one for one in said)
    world.taps(MIA, "Done")
    world.taps(MIA, "No, it is gone")
    assert phase(world) is None
    assert world.sees(TOM, "must not train now")


def test_who_must_not_train_now_may_tell_their_trainer_more() -> None:
    world = trained()
    assessed(world)
    world.commands(MIA, "/unwell")
    answers(world, MIA, ("Dizzy or light-headed", "Done", "Yes, now"))
    world.taps(MIA, "Write to Tom")
    world.types(MIA, "since the new pills")
    assert "since the new pills" in world.last(TOM).text
