"""What the sessions of a week know is not asked in its check-in, and the next sessions know it."""

from datetime import date

from msgspec.structs import replace

from flows.phases.outcome import Outcome, Verdict
from flows.phases.position import Week
from flows.programs.abilities import Ability, Result
from flows.programs.need import Need, Wishes
from flows.programs.session import Span
from flows.steps import Goal, Phase
from flows.talk.training.needs import joined, need
from flows.workouts import feeding
from flows.workouts.training import Finished, Hurt, Training
from tests.flows.book import BOOK
from tests.flows.people import MIA, answers
from tests.flows.training import (
    alone,
    begins,
    changed,
    client,
    finishes,
    mia,
    training,
    walks,
)
from tests.flows.world import World

ON = date(2026, 3, 4)
ONE = Finished(
    on=ON,
    phase=Phase.STABILIZATION_ENDURANCE,
    exercises=("squat",),
    effort=6,
    form="good",
    left=3.0,
    cardio=10,
)


def told(*sessions: Finished) -> dict[str, object]:
    return dict(feeding.told(Training(sessions=sessions)))


def test_the_sessions_tell_how_many_how_hard_and_how_clean() -> None:
    other = replace(ONE, effort=7, form="slips", left=8.0)
    assert told(ONE, other) == {"sessions": 2, "effort": 7, "reps_left": 5, "form": "slips"}


def test_a_mean_between_two_counts_as_the_harder_one() -> None:
    assert told(replace(ONE, effort=8), replace(ONE, effort=9))["effort"] == 9
    assert told(replace(ONE, left=2.0), replace(ONE, left=3.0))["reps_left"] == 2


def test_what_one_of_them_does_not_know_is_asked() -> None:
    assert told(ONE, replace(ONE, effort=None, form="", left=None)) == {
        "sessions": 2, "reps_left": 3,
    }  # fmt: skip
    assert told(replace(ONE, left=None)) == {"sessions": 1, "effort": 6, "form": "good"}
    assert told() == {}
    assert told(replace(ONE, told=True)) == {}


def test_pain_is_offered_with_the_worst_and_all_places_and_asked_all_the_same() -> None:
    first = Hurt(where=("knee",), pain=2)
    second = Hurt(where=("neck", "knee"), pain=4, kinds=("dull",))
    training = Training(sessions=(replace(ONE, exercises=(), hurts=(first, second)),))
    assert feeding.told(training) == {}
    assert feeding.offered(training) == {
        "pain": 4, "pain_where": ("knee", "neck"), "pain_kind": ("dull",),
    }  # fmt: skip
    alone = Training(sessions=(replace(ONE, exercises=(), hurts=(first,)),))
    assert feeding.offered(alone)["pain_kind"] == ()
    assert feeding.offered(Training(sessions=(ONE,))) == {}


def test_the_week_may_have_hurt_more_than_its_sessions_and_elsewhere() -> None:
    world = alone()
    hurt = replace(ONE, hurts=(Hurt(where=("knee",), pain=1),))
    changed(world, replace(client(world), training=Training(sessions=(hurt,))))
    world.sleeps(days=6, hours=12)
    answers(world, MIA, ("2", "2", "2", "2"))
    assert "Any pain this week" in world.last(MIA).text
    assert "✓ 1" in world.last(MIA).buttons
    world.taps(MIA, "4")
    assert "☑ Knee" in world.last(MIA).buttons
    answers(world, MIA, ("Hip", "Done", "None of these", "No", "Send ✓"))
    week = client(world).week
    assert week is not None
    assert (week.pain, set(week.pain_where)) == (4, {"knee", "hip"})


def test_the_worst_of_the_week_is_not_less_than_what_a_session_told() -> None:
    world = alone()
    hurt = replace(ONE, hurts=(Hurt(where=("knee",), pain=3),))
    changed(world, replace(client(world), training=Training(sessions=(hurt,))))
    world.sleeps(days=6, hours=12)
    answers(world, MIA, ("2", "2", "2", "2", "0", "No", "Send ✓"))
    week = client(world).week
    assert week is not None
    assert (week.pain, week.pain_where) == (3, ("knee",))
    assert world.sees(MIA, "told me of pain of 3 of 10, so that counts")


def test_the_check_in_asks_only_what_the_sessions_do_not_know() -> None:
    world = alone()
    for _ in range(3):
        world.forges(MIA, "m|session")
        world.taps(MIA, "Start")
        walks(world, typed="8 reps, 3 left")
        finishes(world)
    world.sleeps(days=6, hours=12)
    answers(world, MIA, ("2", "2", "2", "2", "0", "No"))
    summary = world.last(MIA).text
    for part in ("Sessions done: <b>3", "Effort: <b>6", "Reps left: <b>3", "Form: <b>Good"):
        assert part in summary
    world.taps(MIA, "Send ✓")
    assert all(one.told for one in training(world).sessions)
    week = client(world).week
    assert week is not None
    assert (week.sessions_done, week.effort, week.reps_left) == (3, 6, 3)


def test_a_check_in_that_was_missed_counts_them_too() -> None:
    world = alone()
    begins(world)
    walks(world)
    finishes(world)
    world.sleeps(days=15)
    assert all(one.told for one in training(world).sessions)
    assert client(world).calendar.missed


def wanted(world: World) -> Need:
    found = need(mia(world), client(world), ON, BOOK)
    assert found is not None
    return found


def test_a_need_knows_the_cardio_of_the_week_told_last() -> None:
    world = alone()
    assert wanted(world).cardio_minutes is None
    sessions = tuple(replace(ONE, on=date(2026, 3, day)) for day in (1, 2, 8, 9))
    new = replace(
        client(world), week=Week(today=date(2026, 3, 8)), training=Training(sessions=sessions)
    )
    changed(world, new)
    assert wanted(world).cardio_minutes == 20
    changed(world, replace(new, week=Week(today=date(2026, 4, 8))))
    assert wanted(world).cardio_minutes is None


def test_a_need_knows_the_newest_pulse_at_rest() -> None:
    world = alone()
    assert wanted(world).resting_pulse is None
    results = tuple(Result(ability=Ability.RESTING, on=ON, value=value) for value in (65.0, 61.6))
    changed(world, replace(client(world), results=results))
    assert wanted(world).resting_pulse == 62


def test_a_need_knows_who_is_tired() -> None:
    world = alone()
    for week, tired in (
        (Week(sleep=2, stress=2, fatigue=2, soreness=2), False),
        (Week(sleep=6, stress=6, fatigue=6, soreness=6), True),
        (Week(sleep=2), True),
        (Week(missed=True), False),
    ):
        changed(world, replace(client(world), week=week))
        assert wanted(world).tired is tired


def test_a_lighter_load_counts_from_the_day_it_was_told() -> None:
    world = alone()
    verdict = Verdict(
        verdict=Outcome.HOLD, phase=Phase.STABILIZATION_ENDURANCE, level=None, load=(60, 70)
    )
    assert (wanted(world).load, wanted(world).since) == (Span(100, 100), None)
    changed(world, replace(client(world), verdict=verdict))
    assert (wanted(world).load, wanted(world).since) == (Span(60, 70), date(2026, 3, 2))
    changed(world, replace(client(world), week=Week(today=date(2026, 3, 3))))
    assert wanted(world).since == date(2026, 3, 3)


def test_a_need_knows_the_step_the_places_that_hurt_and_what_was_lately() -> None:
    world = alone()
    hurt = replace(ONE, hurts=(Hurt(where=("neck",), pain=1),))
    week = Week(pain=2, pain_where=("knee",))
    new = replace(client(world), week=week, training=Training(sessions=(hurt, ONE)))
    changed(world, new)
    found = wanted(world)
    assert (found.phase, found.goal) == (Phase.STABILIZATION_ENDURANCE, Goal.HEALTH)
    assert found.hurts == ("knee", "neck")
    assert found.recent == (("squat",), ("squat",))
    assert found.place == 2
    calendar = replace(client(world).calendar, planned=0)
    changed(world, replace(client(world), calendar=calendar))
    assert (wanted(world).days, wanted(world).place) == (1, 0)


def test_the_trainers_swap_comes_before_ones_own() -> None:
    theirs = Wishes(swaps=(("a", "b"),), forbidden=("x",), notes=(("a", "slow"),))
    own = Wishes(swaps=(("a", "c"), ("d", "e")))
    found = joined(Training(wishes=theirs, own=own))
    assert found == replace(theirs, swaps=(("a", "b"), ("d", "e")))


def test_what_the_trainer_locked_or_forbade_no_swap_of_ones_own_undoes() -> None:
    theirs = Wishes(locked=("a",), forbidden=("x",))
    own = Wishes(swaps=(("a", "b"), ("c", "x"), ("d", "e")))
    assert joined(Training(wishes=theirs, own=own)).swaps == (("d", "e"),)
