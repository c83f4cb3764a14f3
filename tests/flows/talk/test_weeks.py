"""The weekly rhythm: asked by the clock, nudged, missed, paused, and what a week leads to."""

from datetime import date, timedelta

import pytest

from flows.person import Client
from flows.questionnaires import FORMS
from flows.questions import walk
from flows.steps import Goal, Phase
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
    forces,
    gym,
    joins,
    week,
)
from tests.flows.world import World


def client(world: World) -> Client:
    found = world.person(MIA).client
    assert found is not None
    return found


def trained() -> World:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assessed(world)
    return world


def test_the_check_in_comes_on_its_day_and_hour_and_takes_eleven_taps() -> None:
    world = World()
    assessed(world)
    world.sleeps(days=6, hours=8)
    assert not world.sees(MIA, "How many sessions did you do")
    world.sleeps(hours=2)
    assert world.sees(MIA, "How many sessions did you do")
    assert len(GOOD_WEEK) <= 11
    answers(world, MIA, GOOD_WEEK)
    assert client(world).calendar.last == date(2026, 3, 8)
    assert client(world).calendar.next == date(2026, 3, 15)


def test_an_early_check_in_counts_for_its_day_and_a_late_one_shifts_nothing() -> None:
    world = World()
    assessed(world)
    world.sleeps(days=2)
    world.commands(MIA, "/checkin")
    assert "opens three days before" in world.last(MIA).text
    world.sleeps(days=2)
    world.commands(MIA, "/checkin")
    world.commands(MIA, "/checkin")
    answers(world, MIA, GOOD_WEEK)
    assert client(world).calendar.next == date(2026, 3, 15)
    world.sleeps(days=11)
    answers(world, MIA, GOOD_WEEK)
    assert client(world).calendar.last == date(2026, 3, 17)
    assert client(world).calendar.next == date(2026, 3, 22)


def test_two_nudges_and_no_more() -> None:
    world = World()
    assessed(world)
    world.sleeps(days=7)
    assert sum("Still there?" in one.text for one in world.screens[MIA]) == 0
    world.sleeps(days=1)
    assert world.sees(MIA, "Still there?")
    world.sleeps(days=3)
    opened = world.person(MIA).open
    assert opened is not None
    assert opened.nudges == 2


def test_a_nudge_that_comes_too_late_is_left_out() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    due = world.due(world.now + timedelta(days=2))
    assert due is not None
    world.wakes("person:1", "nudge", due[0], late=timedelta(hours=13))
    assert not world.sees(MIA, "Still there?")
    opened = world.person(MIA).open
    assert opened is not None
    assert opened.nudges == 1


def test_a_timer_that_no_longer_fits_leads_to_nothing() -> None:
    world = World()
    for name in ("checkin", "nudge", "return", "unanswered", "something"):
        world.wakes("person:1", name, world.now)
    assert world.screens == {}


def test_two_missed_weeks_reach_the_trainer() -> None:
    world = trained()
    world.sleeps(days=14)
    assert client(world).calendar.missed == 1
    assert not world.sees(TOM, "misses check-ins")
    world.sleeps(days=7)
    assert world.sees(TOM, "misses check-ins")
    world.commands(MIA, "/why")
    assert "check-in" in world.last(MIA).text
    answers(world, MIA, GOOD_WEEK)
    assert client(world).calendar.missed == 0


@pytest.mark.parametrize(
    ("gap", "step", "words"),
    [
        ("1 week", 2, "the same step"),
        ("2 or 3 weeks", 1, "a step down"),
        ("4 to 7 weeks", 1, "step 1 for 2 weeks"),
        ("8 to 11 weeks", 1, "then the tests again"),
    ],
)
def test_the_way_back_follows_the_gap(gap: str, step: int, words: str) -> None:
    world = World()
    assessed(world)
    for _ in range(2):
        week(world)
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE
    begin_break(world)
    assert world.sees(MIA, "A break until")
    world.commands(MIA, "/checkin")
    assert "on a break" in world.last(MIA).text
    world.commands(MIA, "/pause")
    world.taps(MIA, "I am back")
    answers(world, MIA, (gap, "Travel", "That is right ✓"))
    assert world.sees(MIA, words)
    assert client(world).position.phase == step
    assert client(world).calendar.pause is None


def test_twelve_weeks_off_ask_for_everything_anew() -> None:
    world = World()
    assessed(world)
    begin_break(world)
    world.taps(MIA, "I am back")
    answers(world, MIA, ("12 weeks or more", "Travel", "That is right ✓"))
    assert client(world).position.phase is None
    world.taps(MIA, "Settle: a long break")
    answers(world, MIA, (*INTAKE, *HEALTH, *MOVEMENT))
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE


def begin_break(world: World) -> None:
    world.commands(MIA, "/pause")
    answers(world, MIA, ("Travel", "✓ ", "Pause ✓"))


def test_the_end_of_a_break_is_asked_for_until_it_is_told() -> None:
    world = World()
    assessed(world)
    world.sleeps(days=7)
    begin_break(world)
    assert world.person(MIA).open is None
    world.sleeps(days=7, hours=12)
    assert world.sees(MIA, "Welcome back")
    world.commands(MIA, "/cancel")
    world.sleeps(days=8)
    assert "How long ago did you last train" in world.last(MIA).text
    world.forges(GINA, "m|back")
    assert "not on a break" in world.last(GINA).text


def test_an_illness_that_is_not_over_holds_and_a_fever_with_chest_signs_stops() -> None:
    world = World()
    assessed(world)
    begin_break(world)
    world.taps(MIA, "I am back")
    answers(world, MIA, ("Less than a week", "Illness", "Yes", "Yes", "That is right ✓"))
    assert client(world).position.phase is None


def test_a_week_without_training_asks_why_and_how_long() -> None:
    world = World()
    assessed(world)
    told = ("0", "Illness", "Less than a week", "No", *GOOD_WEEK[4:])
    week(world, MIA, told)
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    assert world.sees(MIA, "You stay")


def test_once_a_month_the_health_is_asked_about_and_a_change_screens_again() -> None:
    world = World()
    assessed(world)
    for _ in range(4):
        week(world)
    monthly = (*GOOD_WEEK[:9], "My health changed", "Done", "Send ✓")
    week(world, MIA, monthly)
    assert client(world).position.phase is None
    world.taps(MIA, "Settle: a change in your health")
    answers(world, MIA, HEALTH)
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE


def test_health_questions_answered_again_for_nothing_change_nothing() -> None:
    world = World()
    assessed(world)
    world.forges(MIA, "m|health")
    answers(world, MIA, HEALTH)
    assert "stays as it is" in world.last(MIA).text
    world.forges(TOM, "m|health")
    assert "independent" in world.last(TOM).text


BALANCE_SHORT = (
    "Done, no pain", "No", "No", "No", "No", "No", "Done, no pain", "10 seconds", "✓ 10 seconds",
    "Not today", "Not today", "That is it ✓",
)  # fmt: skip


def test_a_movement_check_done_after_the_check_in_raises_the_verdict() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, (*WELCOME, *INTAKE, *HEALTH, *BALANCE_SHORT))
    for _ in range(2):
        week(world)
    assert "Movement check now" in world.last(MIA).buttons
    world.taps(MIA, "Movement check now")
    answers(world, MIA, MOVEMENT)
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE
    world.forges(MIA, "m|movement")
    answers(world, MIA, MOVEMENT)
    assert "next check-in counts it" in world.last(MIA).text


def test_the_trainer_may_hold_or_choose_another_step() -> None:
    world = trained()
    for _ in range(2):
        week(world)
    world.taps(TOM, "Hold")
    world.taps(TOM, "I saw it in person")
    assert client(world).pending is None
    assert world.sees(MIA, "Tom wants you to stay")
    week(world)
    world.taps(TOM, "Another step")
    world.taps(TOM, "Back")
    world.taps(TOM, "Another step")
    assert "5 power: not possible" in world.last(TOM).text
    forces(world, 5)
    assert world.sees(TOM, "Not possible")
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    world.taps(TOM, "Approve")
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE
    assert client(world).pending is None


def test_an_approval_that_was_overtaken_by_a_worse_week_does_nothing() -> None:
    world = trained()
    for _ in range(2):
        week(world)
    ping = world.person(MIA).client
    assert ping is not None
    assert ping.pending is not None
    week(world, MIA, (*GOOD_WEEK[:3], "Breaks under load", *GOOD_WEEK[4:]))
    assert client(world).pending is None
    assert world.sees(TOM, "No longer open")
    world.forges(TOM, f"p|{ping.pending.ping}|approve")
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE


def test_an_approval_nobody_gives_is_asked_for_again_each_week() -> None:
    world = trained()
    for _ in range(2):
        week(world)
    world.sleeps(days=7, hours=1)
    assert world.sees(MIA, "has not answered yet")
    assert world.sees(TOM, "Weeks so far: 1")
    world.taps(TOM, "Approve")
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE


def test_a_ping_that_was_seen_is_closed_and_stays_so() -> None:
    world = trained()
    world.taps(TOM, "Seen")
    assert "→ Seen." in world.last(TOM).text
    data = "p|" + str(world.states["desk:2"].pings[0].ping.id)  # type: ignore[union-attr] # it is a desk
    count = len(world.screens[TOM])
    world.forges(TOM, f"{data}|seen")
    world.forges(TOM, f"{data}|sing")
    assert len(world.screens[TOM]) == count


def test_settings_move_the_check_in_and_the_goal() -> None:
    world = World()
    assessed(world)
    world.commands(MIA, "/settings")
    answers(world, MIA, ("✎ Check-in day", "Wed", "✎ Goal", "Lose fat", "Save ✓"))
    assert client(world).calendar.next == date(2026, 3, 4)
    assert client(world).position.goal is Goal.FAT_LOSS
    assert "Your route: [1] → 2 → 3" in world.last(MIA).text
    world.commands(MIA, "/settings")
    world.taps(MIA, "Save ✓")
    assert "Saved." in world.last(MIA).text


def test_a_goal_whose_route_has_not_the_step_goes_to_the_next_lower_one() -> None:
    world = World()
    intake = ("Build muscle", *INTAKE[1:])
    assessed(world, MIA, intake)
    for _ in range(8):
        week(world)
    assert client(world).position.phase is Phase.MUSCULAR_DEVELOPMENT
    world.commands(MIA, "/settings")
    answers(world, MIA, ("✎ Goal", "Perform in sport", "Save ✓"))
    assert client(world).position.phase is Phase.STRENGTH_ENDURANCE


def test_losing_fat_is_refused_at_a_low_weight() -> None:
    world = World()
    intake = (INTAKE[0], INTAKE[1], "170 cm", "✓ 170 cm", "50 kg", "✓ 50 kg", *INTAKE[4:])
    assessed(world, MIA, intake)
    world.commands(MIA, "/settings")
    answers(world, MIA, ("✎ Goal", "Lose fat", "Save ✓"))
    assert "not a goal we would take you to" in world.last(MIA).text
    assert client(world).position.goal is Goal.HEALTH


def test_a_week_that_was_planned_free_is_held_against_nobody() -> None:
    world = World()
    assessed(world)
    world.sleeps(days=7)
    answers(world, MIA, GOOD_WEEK[:-1])
    answers(world, MIA, ("✎ Days next week", "0", "Send ✓"))
    assert client(world).calendar.planned == 0
    world.sleeps(days=7)
    assert world.sees(MIA, "The plan was 0")


def test_a_run_of_an_older_form_goes_on_in_the_form_of_today() -> None:
    run = walk.begin(FORMS["intake"], "aaaaaa")
    assert walk.resumed(FORMS["intake"], run) == run
