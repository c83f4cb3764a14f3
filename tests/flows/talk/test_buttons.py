"""Old, foreign and forged buttons: every tap is answered once, and nothing else happens."""

from datetime import timedelta

import pytest

from tests.flows.people import GINA, MIA, TOM, WELCOME, answers, assessed, gym, joins
from tests.flows.world import World

FORGED = (
    "", "x", "q|", "q|aaaaaa|age|1", "q|aaaaaa|.|y", "p|abc|approve", "p|abc|clear9", "p|abc",
    "g|nosuchgym1|trainer", "g|nosuchgym1|remind", "b|nosuch|send", "b|nosuch|sing", "u|nosuch",
    "d|list", "d|5", "d|x", "i|maybe", "f|maybe", "m|nothing", "c|sign.chest", "c|sign.chest|yes",
    "g|nosuchgym1|zabcdefghijkl", "c|x|no", "|||", "é" * 32,
)  # fmt: skip


@pytest.mark.parametrize("data", FORGED)
@pytest.mark.parametrize("who", [MIA, TOM, GINA])
def test_a_forged_tap_is_answered_once_and_changes_no_step(data: str, who: int) -> None:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assessed(world)
    before = world.person(MIA).client
    count = len(world.answers)
    world.forges(who, data)
    assert len(world.answers) == count + 1
    assert world.person(MIA).client == before


def test_an_old_button_is_answered_kindly_and_never_applied() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    old = next(iter(world.last(MIA).buttons.values()))
    world.taps(MIA, "✓ 35")
    world.forges(MIA, old)
    assert world.answers[-1].text is not None
    opened = world.person(MIA).open
    assert opened is not None
    assert dict(opened.run.answers) == {"age": 35}


def test_a_double_tap_counts_once() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    data = world.last(MIA).buttons["✓ 35 years"]
    world.forges(MIA, data)
    screen = list(world.screens[MIA])
    world.forges(MIA, data)
    assert world.screens[MIA][-1].text == screen[-1].text or world.answers[-1].text is not None
    opened = world.person(MIA).open
    assert opened is not None
    assert dict(opened.run.answers) == {"age": 35}


def test_a_double_tap_that_ends_a_form_shows_the_next_question_once() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, WELCOME[:-1])
    confirm = world.last(MIA).buttons[WELCOME[-1]]
    world.forges(MIA, confirm)
    shown = len(world.screens[MIA])
    world.forges(MIA, confirm)
    assert len(world.screens[MIA]) == shown
    assert world.answers[-1].text is None


@pytest.mark.parametrize("wait", [0, 60])
def test_a_double_tap_makes_one_invitation_and_a_later_tap_another(wait: int) -> None:
    world = World()
    gym(world)
    data = world.last(GINA).buttons["Invite a trainer"]
    world.forges(GINA, data)
    world.now += timedelta(seconds=wait)
    world.forges(GINA, data)
    links = [one for one in world.screens[GINA] if "start=" in one.text]
    assert len(links) == (2 if wait else 1)


def test_the_same_button_after_something_else_is_no_double_tap() -> None:
    world = World()
    gym(world)
    data = world.last(GINA).buttons["Invite a trainer"]
    world.forges(GINA, data)
    world.types(GINA, "one more")
    world.forges(GINA, data)
    assert len([one for one in world.screens[GINA] if "start=" in one.text]) == 2


def test_taps_without_an_open_form_say_so() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    data = world.last(MIA).buttons["✓ 35 years"]
    world.commands(MIA, "/cancel")
    world.forges(MIA, data)
    assert world.answers[-1].alert


def test_somebody_elses_gym_and_reminder_stay_theirs() -> None:
    world = World()
    gym(world)
    data = world.last(GINA).buttons["Invite a trainer"]
    world.forges(MIA, data)
    assert "owner of a gym" in world.last(MIA).text
    assert not any("start=" in one.text for one in world.screens[MIA])


def test_a_wrong_answer_is_told_and_the_question_stays() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    world.types(MIA, "a hundred and fifty")
    assert world.person(MIA).open is not None
    assert "How old are you" in world.last(MIA).text
    world.types(MIA, "thirty five")
    opened = world.person(MIA).open
    assert opened is not None
    assert dict(opened.run.answers) == {"age": 35}
