"""A trainer moves a client: the guards first, a reason always, and no health stop is passed."""

import pytest

from flows.cards import CardAct, CardWanted
from flows.steps import Phase
from tests.flows.people import GOOD_WEEK, MIA, TOM, week
from tests.flows.talk.cards.gyms import card, opens, staffed, trained
from tests.flows.training import client, stands
from tests.flows.world import World

CHEST = ("Chest, neck", "Done", "Yes, now")


def placed(weeks: int = 1) -> World:
    """Let Mia be placed, and so many of her weeks be reviewed."""
    world = trained()
    for _ in range(weeks):
        week(world)
    return world


def moves(world: World, step: str, reason: str = "I saw it in person") -> None:
    opens(world)
    for label in ("Move", step, reason):
        world.taps(TOM, label)


def test_every_step_says_what_it_would_pass_over_before_anything_is_done() -> None:
    world = placed()
    opens(world)
    world.taps(TOM, "Move")
    lines = card(world).text.splitlines()
    assert lines[0].startswith("<b>Where shall Mia go?")
    assert lines[1] == "• 2 strength endurance: You are in week 1 of 2 on this step."
    assert lines[4].startswith("• 5 power: not possible: There is no way")
    assert "5 power" not in card(world).buttons
    assert "2 strength endurance" in card(world).buttons
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    world.taps(TOM, "Back to the card")
    assert card(world).text.startswith("<b>Mia</b>")


def test_a_way_down_passes_nothing_over() -> None:
    world = placed()
    stands(world, Phase.MUSCULAR_DEVELOPMENT, 3)
    opens(world)
    world.taps(TOM, "Move")
    assert "• 1 stabilization endurance: nothing" in card(world).text
    world.taps(TOM, "Back to the card")
    moves(world, "1 stabilization endurance", "They need more rest")
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    assert "Done. " in world.last(TOM).text


def test_a_move_needs_a_reason_that_both_read_and_the_history_keeps() -> None:
    world = placed()
    opens(world)
    world.taps(TOM, "Move")
    world.taps(TOM, "2 strength endurance")
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    world.types(TOM, "She squats like a pro")
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE
    assert "Their reason: “She squats like a pro”" in world.last(MIA).text
    assert "You passed over: long enough" in world.last(TOM).text
    moved = [one for one in world.records[f"person:{MIA}"] if one.what == "moved by trainer"]
    assert dict(moved[-1].facts)["reason"] == "She squats like a pro"
    world.taps(TOM, "Mia's card")
    assert "Step 2, strength endurance</b>" in card(world).text
    assert "up to step 2" in card(world).text
    assert "stays on step 1" in card(world).text
    assert card(world).text.count("She squats like a pro") == 1


def test_before_the_first_week_the_assessment_says_where_a_start_may_be() -> None:
    world = trained()
    opens(world)
    world.taps(TOM, "Move")
    assert "• 2 strength endurance: nothing" in card(world).text
    assert "• 5 power: not possible: " in card(world).text
    world.taps(TOM, "2 strength endurance")
    world.taps(TOM, "They are ready for more")
    assert "Your trainer starts you on step 2" in world.last(MIA).text
    assert "They start on" in world.last(TOM).text


def test_a_health_stop_is_not_passed_over_but_by_a_recorded_clearance() -> None:
    world = placed()
    world.commands(MIA, "/unwell")
    for label in CHEST:
        world.taps(MIA, label)
    assert client(world).position.phase is None
    opens(world)
    world.taps(TOM, "Move")
    assert "Clearance pending" in card(world).text
    labels = list(card(world).buttons)
    assert labels[0].startswith("Clearance seen: ")
    assert labels[1:] == ["Back to the card"]
    world.forges(TOM, "k|1|move|2")
    world.taps(TOM, "I saw it in person")
    assert "something has to be cleared first" in world.last(TOM).text
    assert client(world).position.phase is None


def test_strong_pain_cannot_be_passed_over_upwards() -> None:
    world = placed(2)
    hurt = (*GOOD_WEEK[:8], "3", "Knee", "Done", "None of these", "No", "Send ✓")
    week(world, told=hurt)
    opens(world)
    world.taps(TOM, "Move")
    line = card(world).text.splitlines()[1]
    assert "not possible" in line
    world.forges(TOM, "k|1|move|2")
    world.taps(TOM, "I saw it in person")
    assert "Not possible. " in world.last(TOM).text
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE


@pytest.mark.parametrize("step", ["9", "", "x"])
def test_a_step_that_there_is_not_changes_nothing(step: str) -> None:
    world = placed()
    before = client(world)
    world.forges(TOM, f"k|1|move|{step}")
    world.taps(TOM, "I saw it in person")
    assert client(world) == before


def test_who_has_no_step_yet_cannot_be_moved() -> None:
    world = staffed()
    world.forges(TOM, "k|1|steps")
    assert "cleared first" in world.last(TOM).text


def test_an_act_that_only_a_desk_knows_means_nothing_to_a_client() -> None:
    world = trained()
    before = world.person(MIA)
    news = CardWanted(
        membership=before.links[0].id, trainer=TOM, trainer_name="Tom", act=CardAct.NOTES
    )
    world.tells(f"person:{MIA}", news)
    assert world.person(MIA) == before


def test_a_move_settles_what_waited_for_a_yes() -> None:
    world = placed(3)
    assert client(world).pending is not None
    moves(world, "2 strength endurance")
    assert client(world).pending is None
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE
    assert world.sees(TOM, "No longer open")
