"""What people answer about their health counts, and an old button never undoes a stop."""

import pytest
from msgspec.structs import replace

from flows.person import Client
from flows.phases.items import Voucher
from flows.phases.position import Position
from flows.steps import Phase
from tests.flows.people import (
    GINA,
    HEALTH,
    INTAKE,
    MIA,
    MOVEMENT,
    WELCOME,
    answers,
    assessed,
    gym,
    joins,
    week,
)
from tests.flows.phases.people import GOOD, P2, standing
from tests.flows.policy import review
from tests.flows.world import World

PRESSURE = (
    *("Yes", "High blood pressure", "Done", "{controlled}", "{upper}", "{lower}"),
    *("No",) * 7,
    "This is right ✓",
)


def client(world: World) -> Client:
    found = world.person(MIA).client
    assert found is not None
    return found


def codes(world: World) -> list[str]:
    return [item.code for item in client(world).position.items]


def pressing(controlled: str, upper: int, lower: int) -> World:
    """Let Mia be assessed with high blood pressure."""
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, (*WELCOME, *INTAKE, "Yes", "High blood pressure", "Done", controlled))
    world.types(MIA, str(upper))
    world.types(MIA, str(lower))
    answers(world, MIA, ("No",) * 7)
    answers(world, MIA, ("This is right ✓", *MOVEMENT))
    return world


def declare(world: World, code: str) -> None:
    world.forges(MIA, f"c|{code}")
    world.forges(MIA, f"c|{code}|yes")


def test_controlled_pressure_may_be_declared() -> None:
    world = pressing("Yes", 130, 80)
    assert codes(world) == ["condition.hypertension"]
    declare(world, "condition.hypertension")
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    (item,) = client(world).position.items
    assert item.clearance is not None
    assert item.clearance.by is Voucher.SELF


def test_pressure_out_of_control_and_a_very_high_reading_stop() -> None:
    world = pressing("No", 210, 120)
    assert set(codes(world)) == {"condition.hypertension", "illness.pressure"}
    assert "Is it under control" not in world.last(MIA).text
    world.forges(MIA, "c|condition.hypertension")
    assert "Has a doctor told you in writing" in world.last(MIA).text


def sick(kinds: tuple[str, ...], symptoms: str) -> World:
    """Let Mia be assessed with other conditions."""
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, (*WELCOME, *INTAKE, "No", "No", "No", "Yes", *kinds, "Done", symptoms))
    answers(world, MIA, ("No",) * 4)
    answers(world, MIA, ("This is right ✓", *MOVEMENT))
    return world


def test_symptoms_ask_for_a_written_word() -> None:
    world = sick(("Diabetes",), "Yes")
    assert codes(world) == ["condition.diabetes"]
    world.forges(MIA, "c|condition.diabetes")
    assert "Has a doctor told you in writing" in world.last(MIA).text


def test_a_condition_that_is_not_on_the_list_is_not_lost_beside_one_that_is() -> None:
    world = sick(("Diabetes", "Another one"), "No")
    assert set(codes(world)) == {"condition.diabetes", "screening.long_term"}


def test_an_old_greeting_places_nobody_anew() -> None:
    world = World()
    assessed(world)
    for _ in range(3):
        week(world)
    before = client(world)
    world.forges(MIA, "m|begin")
    assert client(world) == before
    world.commands(MIA, "/unwell")
    answers(world, MIA, ("Something else", "Yes, now"))
    stopped = client(world).position
    assert stopped.phase is None
    world.commands(MIA, "/cancel")
    world.forges(MIA, "m|begin")
    assert client(world).position == stopped


def test_health_answers_alone_are_no_new_assessment_after_a_long_break() -> None:
    world = World()
    assessed(world)
    world.sleeps(days=8)
    world.commands(MIA, "/pause")
    answers(world, MIA, ("Travel", "✓ ", "Pause ✓"))
    world.sleeps(days=8)
    world.taps(MIA, "I am back")
    answers(world, MIA, ("12 weeks or more", "Travel", "That is right ✓"))
    assert client(world).position.phase is None
    world.forges(MIA, "m|health")
    answers(world, MIA, HEALTH)
    assert client(world).position.phase is None
    assert codes(world) == ["intake.again"]


def test_thin_and_fat_loss_is_refused_in_words_and_another_goal_is_open() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, (*WELCOME, "Lose fat", "Female"))
    world.types(MIA, "180 cm")
    world.types(MIA, "50 kg")
    answers(world, MIA, (*INTAKE[4:], *HEALTH, *MOVEMENT))
    assert client(world).position.phase is None
    assert "losing fat as a goal, at your weight" in world.last(MIA).text
    assert "You may train" not in world.last(MIA).text
    world.commands(MIA, "/settings")
    answers(world, MIA, ("Goal", "General health", "Save ✓"))
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE


def test_another_goal_opens_nothing_while_something_else_is_open() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, (*WELCOME, "Lose fat", "Female"))
    world.types(MIA, "180 cm")
    world.types(MIA, "50 kg")
    answers(world, MIA, (*INTAKE[4:], "No", "Yes", *HEALTH[2:], *MOVEMENT))
    assert set(codes(world)) == {"screening.chest_pain", "intake.thin"}
    world.commands(MIA, "/settings")
    answers(world, MIA, ("Goal", "General health", "Save ✓"))
    assert codes(world) == ["screening.chest_pain"]
    assert client(world).position.phase is None


def test_a_caption_and_an_edit_are_read_for_emergencies() -> None:
    world = World()
    for kind in ("photo", "edited"):
        world.sends(MIA, kind, text="my chest hurts")
        assert world.sees(MIA, "stop and call {emergency}")
        world.screens.clear()
        world.commands(MIA, "/cancel")
    world.sends(MIA, "photo", text="my new shoes")
    assert "I cannot use that" in world.last(MIA).text


def test_nobody_is_their_own_trainer() -> None:
    world = World()
    gym(world)
    joins(world, GINA, "trainer")
    world.commands(GINA, "/gym")
    world.taps(GINA, "Invite a client")
    link = world.link(GINA)
    world.commands(GINA, f"/start {link}")
    assert "I agree" not in world.last(GINA).buttons


@pytest.mark.parametrize("planned", [0, 4])
def test_a_free_week_is_no_week_missed(planned: int) -> None:
    free = replace(GOOD, sessions_planned=planned, sessions_done=0)
    position: Position = replace(standing(P2), past=(GOOD, GOOD, free))
    lazy = replace(GOOD, sessions_done=1)
    verdict = review(position, lazy)
    assert verdict.verdict == ("hold" if planned == 0 else "down")
