"""A movement check seen in person counts as the client's own; a consent is theirs alone."""

from flows.steps import Phase
from tests.flows.people import HEALTH, INTAKE, MIA, MOVEMENT, TOM, WELCOME, answers, week
from tests.flows.talk.cards.gyms import opens, staffed, trained
from tests.flows.training import client
from tests.flows.world import World

SEEN = (
    "Done, no pain", "No", "No", "No", "No", "No", "Done, no pain", "60 seconds", "✓ 60 seconds",
    "Done, no pain", "No", "Yes", "Not today", "Not today", "Record it ✓",
)  # fmt: skip
FAULTY = ("Done, no pain", "No", "Clearly", *SEEN[3:])
HURT = (
    "It hurt, I stopped", "Not today", "Not today", "Not today", "Not today", "Knee", "Done ✓",
    "Record it ✓",
)  # fmt: skip


def sees(world: World, told: tuple[str, ...] = SEEN) -> None:
    opens(world)
    world.taps(TOM, "Assess in person")
    answers(world, TOM, told)


def test_what_the_trainer_saw_is_the_movement_check_from_then_on() -> None:
    world = trained()
    week(world)
    sees(world, FAULTY)
    movement = client(world).position.movement
    assert movement is not None
    assert movement.knees is not None
    assert movement.lands
    assert client(world).position.movement_days == 0
    assert world.sees(MIA, "Tom saw your movement check in person")
    assert "Recorded. It counts as Mia's movement check" in world.last(TOM).text
    kept = world.records[f"person:{MIA}"]
    assert "form movement, seen by the trainer" in [one.what for one in kept]


def test_the_last_week_is_looked_at_once_more() -> None:
    world = trained()
    sees(world, FAULTY)
    for _ in range(2):
        week(world)
    assert client(world).pending is None
    sees(world)
    assert client(world).pending is not None
    assert world.sees(TOM, "ready for your decision")


def test_the_questions_are_asked_of_them_not_of_you() -> None:
    world = trained()
    opens(world)
    world.taps(TOM, "Assess in person")
    assert "Let them squat" in world.last(TOM).text
    assert "Film yourself" not in world.last(TOM).text


def test_pain_in_it_stops_and_rings() -> None:
    world = trained()
    week(world)
    sees(world, HURT)
    assert client(world).position.phase is None
    assert world.sees(TOM, "must not train now")


def test_it_ends_an_assessment_that_waits_for_it() -> None:
    world = staffed()
    answers(world, MIA, (*WELCOME, *INTAKE, *HEALTH))
    assert world.person(MIA).client is None
    sees(world)
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    assert world.person(MIA).open is None
    assert world.sees(MIA, "You start on step 1")


def test_before_the_rest_is_told_it_is_kept_and_the_rest_goes_on() -> None:
    world = staffed()
    answers(world, MIA, WELCOME)
    sees(world)
    assert world.person(MIA).client is None
    answers(world, MIA, (*INTAKE, *HEALTH))
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE


def test_without_their_consent_nothing_is_kept() -> None:
    world = staffed()
    sees(world)
    assert "has not agreed yet" in world.last(TOM).text
    assert world.person(MIA).filled == ()


def test_the_same_check_can_be_left_and_said_anew() -> None:
    world = trained()
    week(world)
    sees(world)
    assert MOVEMENT[0] == SEEN[0]
    sees(world, FAULTY)
    assert client(world).position.movement is not None
