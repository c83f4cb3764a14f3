"""What somebody did and what is settled for them: what outlasts a new start, what does not."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from flows.person import filled
from flows.phases.position import Week
from flows.programs.need import Wishes
from flows.steps import Phase
from flows.workouts.training import Hurt
from tests.flows.book import BOOK
from tests.flows.people import HEALTH, INTAKE, MIA, MOVEMENT, TOM, answers, gym, joins
from tests.flows.talk.test_bringing import STRONG
from tests.flows.talk.test_stops import ARTHRITIS, screened
from tests.flows.talk.test_weeks import begin_break
from tests.flows.training import (
    begins,
    changed,
    client,
    finishes,
    stands,
    to_strength,
    trained,
    training,
    walks,
)
from tests.flows.world import World

WISHES = Wishes(forbidden=("barbell_bench_press",), notes=(("plank", "Mind the scar."),))


def wishing(world: World) -> None:
    changed(world, replace(client(world), training=replace(training(world), wishes=WISHES)))


def practised() -> World:
    """Let Mia, whom Tom trains, have finished a session with a weight in it."""
    world = trained()
    begins(world)
    to_strength(world)
    world.types(MIA, "12x10")
    walks(world)
    finishes(world)
    return world


def test_a_new_assessment_after_a_long_break_keeps_what_was_done_and_settled() -> None:
    world = practised()
    wishing(world)
    before = client(world)
    assert before.lifts
    begin_break(world)
    world.taps(MIA, "I am back")
    answers(world, MIA, ("12 weeks or more", "Travel", "That is right ✓"))
    world.taps(MIA, "Settle: a long break")
    answers(world, MIA, (*INTAKE, *HEALTH, *MOVEMENT))
    after = client(world)
    assert after.position.weeks_in_phase <= 1
    assert after.lifts == before.lifts
    assert after.training.wishes == WISHES
    assert [one.on for one in after.training.sessions] == [
        one.on for one in before.training.sessions
    ]
    assert all(one.told for one in after.training.sessions)


def test_a_history_brought_along_before_the_first_step_is_there_after_it() -> None:
    world = World()
    screened(world, ARTHRITIS)
    world.attaches(MIA, STRONG)
    world.taps(MIA, "Take it over")
    lifts = client(world).lifts
    assert lifts
    world.taps(MIA, "Settle: arthritis")
    world.taps(MIA, "Yes, I declare it")
    assert client(world).position.phase is not None
    assert client(world).lifts == lifts


def test_what_a_trainer_settled_ends_with_their_link() -> None:
    world = trained()
    wishing(world)
    world.commands(MIA, "/unlink")
    world.taps(MIA, "Leave My gym (client)")
    assert training(world).wishes == Wishes()
    assert world.sees(MIA, "What your trainer settled for your sessions ends with it.")


def test_what_a_trainer_settled_ends_when_they_leave_or_let_go() -> None:
    for leaves in (("/unlink", "Leave My gym (trainer)"), ("/clients", None)):
        world = trained()
        wishing(world)
        world.commands(TOM, leaves[0])
        if leaves[1]:
            world.taps(TOM, leaves[1])
        else:
            world.forges(TOM, f"d|{MIA}")
        assert training(world).wishes == Wishes(), leaves
        assert world.sees(MIA, "ends with it")


def test_another_trainer_does_not_inherit_what_the_first_settled() -> None:
    world = trained()
    wishing(world)
    gym(world, 77)
    joins(world, 78, "trainer", owner=77)
    joins(world, MIA, "client", owner=77)
    assert training(world).wishes == Wishes()


def test_who_leaves_as_a_trainer_keeps_what_their_own_trainer_settled() -> None:
    world = trained()
    wishing(world)
    gym(world, 77)
    joins(world, MIA, "trainer", owner=77)
    world.commands(MIA, "/unlink")
    world.taps(MIA, "(trainer)")
    assert training(world).wishes == WISHES
    assert not world.sees(MIA, "ends with it")


def test_pain_of_a_session_counts_for_the_tests_of_the_same_week() -> None:
    world = practised()
    stands(world, Phase.STRENGTH_ENDURANCE)
    hurt = Hurt(where=("knee",), pain=5)
    sessions = tuple(replace(one, hurts=(hurt,)) for one in training(world).sessions)
    changed(world, replace(client(world), training=replace(training(world), sessions=sessions)))
    world.commands(MIA, "/retest")
    opened = world.person(MIA).open
    assert opened is not None
    known = dict(opened.run.known)
    assert not any(known[test] for test in known if test.startswith("may_"))


def test_a_late_movement_check_is_as_old_as_the_client_s_own_days_say() -> None:
    for zone, at in (
        ("Pacific/Auckland", datetime(2026, 3, 14, 11, 30, tzinfo=UTC)),
        ("America/Los_Angeles", datetime(2026, 3, 15, 4, tzinfo=UTC)),
    ):
        for late, counts in ((0, True), (1, False)):
            world = trained()
            world.now = at
            person = world.person(MIA)
            day = at.astimezone(ZoneInfo(zone)).date() - timedelta(
                days=BOOK.policy.timing.fresh_days + late
            )
            stood = replace(client(world), week=Week(today=day), before=client(world).position)
            world.states[f"person:{MIA}"] = replace(
                person, client=stood, settings=replace(person.settings, zone=zone)
            )
            world.forges(MIA, "m|movement")
            answers(world, MIA, MOVEMENT)
            assert world.sees(MIA, "Your next check-in counts it.") is not counts, (zone, late)
            assert filled(world.person(MIA), "movement")
