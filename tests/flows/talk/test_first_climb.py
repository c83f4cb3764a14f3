"""The whole first climb without a shell: assessed, checked in, moved, approved, reminded."""

from flows.steps import Phase
from flows.talk import stair_texts
from tests.flows.people import GINA, MIA, TOM, assessed, gym, joins, week
from tests.flows.world import World


def test_a_newcomer_is_assessed_with_taps_alone() -> None:
    world = World()
    assessed(world)
    assert world.sees(MIA, "You start on step 1")


def test_a_trainer_reads_what_the_weeks_said_before_the_yes() -> None:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assessed(world)
    week(world)
    week(world)
    asked = next(one.text for one in world.screens[TOM] if "What the weeks said" in one.text)
    assert "• sessions done: 100 %, 100 %" in asked
    assert "together: 8" in asked
    assert not world.sees(MIA, "What the weeks said")
    world.sleeps(days=7)
    assert world.sees(TOM, "Still waiting for your yes")
    assert "• pain: 0" in world.screens[TOM][-1].text


def test_without_a_verdict_there_is_nothing_that_was_read() -> None:
    assert stair_texts.readings(None) == ()


def test_four_good_weeks_lead_up_when_the_trainer_says_yes() -> None:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assessed(world)
    assert world.sees(TOM, "Mia finished the assessment")
    for _ in range(4):
        week(world)
    assert world.sees(MIA, "You are ready")
    world.taps(TOM, "Approve")
    client = world.person(MIA).client
    assert client is not None
    assert client.position.phase is Phase.STRENGTH_ENDURANCE
    assert world.sees(TOM, "Done.")
    world.sleeps(hours=9)
    world.commands(GINA, "/remind")
    world.taps(GINA, "Step 2")
    world.taps(GINA, "Our template")
    world.taps(GINA, "Count and preview")
    world.taps(GINA, "Send to 1")
    assert world.sees(MIA, "You are on step 2")
    assert world.sees(GINA, "Reminder done")
