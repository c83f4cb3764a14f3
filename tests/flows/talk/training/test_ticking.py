"""What the clock does: rests and counts tick in place, and a session that waits too long ends."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from flows.programs.session import Tempo
from flows.steps import Phase
from flows.talk.training import counting
from flows.words import english
from flows.workouts.training import Count
from tests.flows.book import BOOK
from tests.flows.people import MIA, answers
from tests.flows.training import (
    ME,
    alone,
    asks,
    begins,
    client,
    item,
    lifting,
    presses,
    screen,
    to_strength,
    training,
    workout,
)
from tests.flows.world import World


def resting() -> World:
    world = alone()
    begins(world)
    to_strength(world)
    asks(world, replace(item(world), dose=replace(item(world).dose, sets=3)))
    world.types(MIA, "done")
    return world


def test_a_rest_is_shown_at_its_half_and_at_its_end_in_the_same_message() -> None:
    world = resting()
    assert "Rest: 90 s, until 09:01:30" in screen(world).text
    count = len(world.screens[MIA])
    world.sleeps(seconds=45)
    assert "Rest: 45 s, until 09:01:30" in screen(world).text
    world.sleeps(seconds=45)
    assert "The rest is over: go." in screen(world).text
    assert workout(world).rest is None
    assert len(world.screens[MIA]) == count
    world.sleeps(minutes=5)
    assert workout(world).rest is None


def test_a_short_rest_has_no_half() -> None:
    world = lifting()
    asks(world, replace(item(world), dose=replace(item(world).dose, rest=15)))
    world.types(MIA, "done")
    rest = workout(world).rest
    assert rest is not None
    assert (rest.half, rest.until) == (None, world.now + timedelta(seconds=15))
    world.sleeps(seconds=15)
    assert "The rest is over" in screen(world).text


def test_a_half_that_comes_too_late_is_not_shown() -> None:
    world = resting()
    before = screen(world).text
    rest = workout(world).rest
    assert rest is not None
    assert rest.half is not None
    world.wakes(ME, "rest", rest.half, late=timedelta(seconds=30))
    assert screen(world).text == before
    assert workout(world).rest is not None
    world.sleeps(seconds=90)
    assert "The rest is over" in screen(world).text


def test_the_next_set_ends_a_rest_and_begins_its_own() -> None:
    world = resting()
    world.sleeps(seconds=10)
    world.types(MIA, "done")
    rest = workout(world).rest
    assert rest is not None
    assert rest.until == world.now + timedelta(seconds=90)
    world.types(MIA, "undo")
    assert workout(world).rest is None


def test_the_tempo_is_counted_beat_after_beat_and_can_be_stopped() -> None:
    world = lifting(Phase.STABILIZATION_ENDURANCE)
    tempo = item(world).dose.tempo
    assert tempo == Tempo(4, 2, 1, 1)
    world.taps(MIA, "Tempo")
    assert "Get ready" in screen(world).text
    world.sleeps(seconds=3)
    assert "Rep 1 of 3: Lower 4 s" in screen(world).text
    world.sleeps(seconds=4)
    assert "Rep 1 of 3: Hold 2 s" in screen(world).text
    world.types(MIA, "tempo")
    assert workout(world).count is None
    assert "Rep 1" not in screen(world).text


def test_a_count_ends_by_itself() -> None:
    world = lifting()
    world.types(MIA, "count")
    world.sleeps(seconds=3 + 3 * 4 - 1)
    assert "Rep 3 of 3: Lift 2 s" in screen(world).text
    world.sleeps(seconds=1)
    assert workout(world).count is None


def test_a_count_that_falls_behind_stops() -> None:
    world = lifting()
    world.taps(MIA, "Tempo")
    count = workout(world).count
    assert count is not None
    world.wakes(ME, "count", count.until, late=timedelta(seconds=9))
    assert workout(world).count is None


def test_without_a_tempo_nothing_is_counted() -> None:
    world = alone()
    begins(world)
    presses(world, "tempo")
    assert workout(world).count is None


@pytest.mark.parametrize("name", ["rest", "count", "workout"])
def test_a_timer_of_nothing_does_nothing(name: str) -> None:
    world = alone()
    before = world.person(MIA)
    world.wakes(ME, name, world.now)
    assert world.person(MIA) == before
    begins(world)
    before = world.person(MIA)
    world.wakes(ME, name, world.now)
    assert world.person(MIA) == before


def test_a_session_that_was_left_waits_some_days_and_ends_with_what_was_done() -> None:
    world = lifting()
    world.types(MIA, "8 x 20 kg")
    world.taps(MIA, "Leave")
    code = workout(world).code
    world.sleeps(days=3)
    assert workout(world).code == code
    world.sleeps(days=2)
    assert training(world).workout is None
    (over,) = training(world).sessions
    assert over.on.isoformat() == "2026-03-02"
    assert world.sees(MIA, "waited too long and ended with what was done")
    assert client(world).lifts[0].outings[-1].on.isoformat() == "2026-03-02"
    (kept,) = [one for one in world.records[ME] if one.what == "session"]
    assert dict(kept.facts)["on"] == "2026-03-02"


def test_a_card_that_nobody_started_goes_without_a_trace() -> None:
    world = alone()
    world.commands(MIA, "/today")
    world.sleeps(days=5)
    assert training(world).workout is None
    assert training(world).sessions == ()
    assert world.sees(MIA, "This session was for another day")


def test_ticks_leave_no_trace_in_the_history() -> None:
    world = resting()
    before = len(world.records[ME])
    world.sleeps(minutes=2)
    assert len(world.records[ME]) == before


def test_a_rest_ends_when_the_session_does() -> None:
    world = resting()
    world.types(MIA, "finish")
    before = [one.text for one in world.screens[MIA]]
    world.sleeps(minutes=2)
    assert [one.text for one in world.screens[MIA]] == before
    answers(world, MIA, ("6", "Good"))
    assert len(training(world).sessions) == 1


def test_beats_say_themselves() -> None:
    listed = counting.beats(Tempo(2, 0, 2, 0), BOOK.workouts)
    assert [english(one.word) for one in listed[:3]] == ["Get ready…", "Lower", "Lift"]
    last = Count(beat=len(listed) - 1, until=World().now)
    assert counting.following(last, Tempo(2, 0, 2, 0), BOOK.workouts, World().now) is None
