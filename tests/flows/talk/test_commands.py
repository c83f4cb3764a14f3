"""Every command, in every situation, says something that helps."""

import pytest

from flows.talk.commands import COMMANDS
from tests.flows.people import GINA, MIA, TOM, assessed, gym, joins, week
from tests.flows.world import World

GROUP = -100


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_answers_a_newcomer(command: str) -> None:
    world = World()
    world.commands(MIA, f"/{command}")
    assert world.screens.get(MIA) or world.exported == [MIA]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_answers_a_client_in_the_middle_of_something(command: str) -> None:
    world = World()
    assessed(world)
    world.commands(MIA, "/settings")
    before = len(world.screens[MIA])
    world.commands(MIA, f"/{command}")
    assert len(world.screens[MIA]) > before or world.exported == [MIA] or command == "cancel"


def test_an_unknown_command_and_an_unexpected_text_get_a_hint() -> None:
    world = World()
    assessed(world)
    world.commands(MIA, "/dance")
    assert "/help" in world.last(MIA).text
    world.types(MIA, "hello there")
    assert "/help" in world.last(MIA).text


def test_start_greets_newcomers_clients_and_those_in_the_middle() -> None:
    world = World()
    world.commands(MIA, "/start")
    assert world.sees(MIA, "independent")
    world.taps(MIA, "Begin my assessment")
    world.commands(MIA, "/start")
    assert world.sees(MIA, "Let us go on")
    assert "How old are you" in world.last(MIA).text


def test_start_goes_on_with_the_assessment_after_a_cancel() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    for label in ("✓ 35", "Yes", "That is right ✓"):
        world.taps(MIA, label)
    world.commands(MIA, "/cancel")
    assert world.sees(MIA, "Nothing of it was kept")
    world.commands(MIA, "/start")
    assert "What do you want most" in world.last(MIA).text


def test_the_help_names_what_needs_no_command() -> None:
    world = World()
    assessed(world)
    world.commands(MIA, "/help")
    assert "8x60" in world.last(MIA).text
    assert "CSV export of Strong or Hevy" in world.last(MIA).text


def test_start_shows_a_client_the_stairs_and_a_trainer_the_help() -> None:
    world = World()
    assessed(world)
    world.commands(MIA, "/start")
    assert "you are here: step 1" in world.last(MIA).text
    gym(world)
    joins(world, TOM, "trainer")
    world.commands(TOM, "/start")
    assert "/unlink" in world.last(TOM).text


def test_menus_follow_the_roles() -> None:
    world = World()
    gym(world)
    assert "gym" in world.offered[GINA]
    assert "checkin" not in world.offered[GINA]
    joins(world, MIA, "client")
    assert "checkin" in world.offered[MIA]


def test_cancel_takes_up_what_was_put_aside_and_has_nothing_to_do_otherwise() -> None:
    world = World()
    world.commands(MIA, "/cancel")
    assert "nothing to cancel" in world.last(MIA).text
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    world.commands(MIA, "/unwell")
    world.commands(MIA, "/cancel")
    assert "How old are you" in world.last(MIA).text


def test_in_a_group_there_is_one_sentence_and_a_link() -> None:
    world = World()
    world.commands(MIA, "/checkin", chat=GROUP)
    assert "private chats only" in world.last(GROUP).text
    assert list(world.last(GROUP).buttons.values()) == ["https://t.me/{bot}?start=hello"]
    world.types(MIA, "my knee hurts", chat=GROUP)
    world.sends(MIA, "sticker", chat=GROUP)
    assert len(world.screens[GROUP]) == 1
    assert MIA not in world.screens


def test_what_cannot_be_read_gets_a_hint() -> None:
    world = World()
    world.sends(MIA, "voice")
    assert "type it" in world.last(MIA).text
    world.sends(MIA, "edited")
    assert "edited" in world.last(MIA).text


def test_a_parked_update_is_apologised_for_and_its_tap_answered() -> None:
    world = World()
    world.parks(MIA, query="q7")
    assert "Sorry" in world.last(MIA).text
    assert [answer.query for answer in world.answers] == ["q7"]
    world.parks(MIA)
    assert len(world.answers) == 1


def test_stairs_why_and_plan_follow_the_weeks() -> None:
    world = World()
    assessed(world)
    world.commands(MIA, "/why")
    assert "Stairwise's own rule" in world.last(MIA).text
    week(world)
    world.commands(MIA, "/why")
    assert "What leads up" in world.last(MIA).text
    world.commands(MIA, "/plan")
    assert "Next check-in: Sunday, 15 March" in world.last(MIA).text
    world.commands(MIA, "/stairs")
    assert "week 2" in world.last(MIA).text


def test_unlink_lists_what_there_is_to_end() -> None:
    world = World()
    world.commands(MIA, "/unlink")
    assert "not linked" in world.last(MIA).text
    gym(world)
    joins(world, TOM, "trainer")
    world.commands(GINA, "/unlink")
    assert "closes the gym" in world.last(GINA).text
    world.commands(TOM, "/unlink")
    assert "Stop training a client…" in world.last(TOM).buttons


def test_only_owners_remind() -> None:
    world = World()
    world.commands(MIA, "/remind")
    assert "owner of a gym" in world.last(MIA).text


def test_a_cancel_is_answered_at_the_bottom_of_the_chat() -> None:
    world = World()
    assessed(world)
    world.commands(MIA, "/pause")
    world.commands(MIA, "/help")
    world.commands(MIA, "/cancel")
    assert world.screens[MIA][-1].text == "Left. Nothing of it was kept."
