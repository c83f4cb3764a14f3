"""Phase reminders: switched on step by step, and each member reads each of them once."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from flows.broadcast import Broadcast, Stage
from flows.gym import Gym
from flows.reach import SETTLED, WEEK, Order, Segment, chosen
from flows.reminded import PhaseOn
from flows.steps import Phase
from flows.talk.casts import wording
from flows.talk.reminder_texts import REASSESS, TEMPLATES
from flows.words import english
from tests.flows.people import GINA, MIA, TOM, assessed, joins
from tests.flows.talk.casts.gyms import EVE, busy
from tests.flows.talk.casts.test_segments import ONE
from tests.flows.world import START, World

NEW, DUE = "Slow and steady counts here", "on step 1: time for the re-assessment"


def shown(world: World) -> World:
    world.commands(GINA, "/gym")
    world.taps(GINA, "Phase reminders")
    return world


def running(world: World) -> list[Broadcast]:
    casts = (one for one in world.states.values() if isinstance(one, Broadcast))
    return [one for one in casts if one.stage is Stage.STANDING]


def heard(world: World, who: int, words: str) -> int:
    return sum(words in one.text for one in world.screens[who])


def test_the_gym_s_owner_sees_all_steps_and_reads_their_words() -> None:
    world = shown(busy())
    assert "at 10:00 where members live" in world.last(GINA).text
    assert "in its week 4" in world.last(GINA).text
    assert world.last(GINA).text.count(": off") == 5
    world.taps(GINA, "Read their words")
    for phase in Phase:
        due = wording.filled(REASSESS[phase], week=4)
        words = f"<b>Step {phase}</b>\n{english(TEMPLATES[phase])}\n{english(due)}"
        assert words in world.last(GINA).text
    world.taps(GINA, "‹ Back")
    assert world.last(GINA).text.count(": off") == 5


def test_each_member_reads_what_counts_once_and_of_the_re_assessment_once() -> None:
    world = shown(busy())
    world.taps(GINA, "Switch on step 1")
    assert "Step 1, stabilization endurance: <b>on</b>" in world.last(GINA).text
    world.sleeps(days=9)
    assert (heard(world, MIA, NEW), heard(world, EVE, NEW), heard(world, MIA, DUE)) == (1, 1, 0)
    world.sleeps(days=33)
    assert (heard(world, MIA, NEW), heard(world, EVE, NEW)) == (1, 1)
    assert (heard(world, MIA, DUE), heard(world, EVE, DUE)) == (1, 1)
    assert world.sees(MIA, "Week 4 on step 1")


def test_switched_off_nothing_more_comes() -> None:
    world = shown(busy())
    world.taps(GINA, "Switch on step 1")
    world.taps(GINA, "Switch on step 5")
    assert {one.order.phase for one in running(world)} == {Phase(1), Phase(5)}
    world.sleeps(seconds=3)
    world.taps(GINA, "Switch off step 1")
    assert [one.order.phase for one in running(world)] == [Phase(5)]
    world.sleeps(days=9)
    assert heard(world, MIA, NEW) == 0


def test_they_wait_for_members_and_end_with_the_gym() -> None:
    world = shown(busy())
    world.taps(GINA, "Switch on step 1")
    [rosters] = [roster for roster in world.rosters.values() if roster]
    members = dict(rosters)
    rosters.clear()
    world.sleeps(days=9)
    rosters.update(members)
    assert len(running(world)) == 1
    world.commands(GINA, "/unlink")
    world.taps(GINA, "My gym")
    assert not any(isinstance(one, Gym) for one in world.states.values())
    assert running(world) == []


def test_they_are_left_like_other_reminders_about_the_step() -> None:
    world = shown(busy())
    world.forges(MIA, "o|steps|off")
    world.taps(GINA, "Switch on step 1")
    world.sleeps(days=9)
    assert (heard(world, MIA, NEW), heard(world, EVE, NEW)) == (0, 1)


@pytest.mark.parametrize("act", ["phase6", "phase0", "phase", "phasex", "phase²"])
def test_forged_buttons_do_nothing(act: str) -> None:
    world = busy()
    code = next(one.code for one in world.states.values() if isinstance(one, Gym))
    world.forges(GINA, f"g|{code}|{act}")
    assert running(world) == []
    world.forges(TOM, f"g|{code}|phase1")
    assert running(world) == []
    assert "for the owner" in world.last(TOM).text


def test_a_step_that_is_on_already_keeps_its_day() -> None:
    world = shown(busy())
    world.taps(GINA, "Switch on step 2")
    [cast] = running(world)
    again = PhaseOn(gym="g", gym_name="G", owner=TOM, phase=Phase(3))
    world.tells(f"broadcast:{cast.code}", again)
    assert running(world) == [cast]


@pytest.mark.parametrize("days", range(60))
def test_whoever_comes_to_a_step_is_new_on_one_day_of_a_week_and_only_once(days: int) -> None:
    came = replace(ONE, since=(START - timedelta(days=days)).date().isoformat())
    rounds = [START + timedelta(days=WEEK * number) for number in range(-9, 9)]
    order = Order(segment=Segment(fresh=True))
    assert sum(chosen((came,), order, at) == (came,) for at in rounds) == 1
    assert (chosen((came,), order, START) == (came,)) is (SETTLED <= days < SETTLED + WEEK)


def test_who_is_on_no_step_is_not_new() -> None:
    assert chosen((replace(ONE, since=""),), Order(segment=Segment(fresh=True)), START) == ()


def test_the_words_of_every_step_fit_under_a_photo_and_are_told_apart() -> None:
    texts = [*TEMPLATES.values(), *REASSESS.values()]
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert wording.too_long("My gym", text, wording.CAPTION) is None


def test_a_new_member_gets_them_when_they_come() -> None:
    world = shown(busy())
    world.taps(GINA, "Switch on step 1")
    world.sleeps(days=20)
    joins(world, 7, "client")
    assessed(world, 7)
    world.sleeps(days=40)
    assert (heard(world, 7, NEW), heard(world, 7, DUE)) == (1, 1)


def test_asked_for_again_they_are_shown_at_the_bottom_of_the_chat() -> None:
    world = shown(busy())
    world.commands(GINA, "/help")
    shown(world)
    assert "Phase reminders of" in world.last(GINA).text
