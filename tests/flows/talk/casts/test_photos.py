"""A photo above a reminder's words."""

import pytest

from tests.flows.people import GINA, MIA, TOM
from tests.flows.talk.casts.gyms import AT_NOON, COUNT, TEMPLATE, busy, cast_of, remind, writes
from tests.flows.world import World


def pictured(world: World, photo: str = "AgAC") -> None:
    world.taps(GINA, "Add a photo")
    world.sends(GINA, "photo", photo=photo)


def test_members_get_it_with_the_words_below() -> None:
    world = busy()
    writes(world, "Hi {name}")
    pictured(world)
    assert "Your photo, and below it:" in world.last(GINA).text
    world.taps(GINA, "Test to me")
    tried = world.screens[GINA][-2]
    assert (tried.photo, tried.text) == ("AgAC", "<b>My gym</b>\nHi Gina")
    world.taps(GINA, "Send to 2")
    assert (world.last(MIA).photo, world.last(MIA).text) == ("AgAC", "<b>My gym</b>\nHi Mia")
    assert set(world.last(MIA).buttons) == {"No more news of my gym"}


def test_it_can_be_taken_away_again() -> None:
    world = busy()
    remind(world, *TEMPLATE)
    pictured(world)
    world.taps(GINA, "Another photo, or none")
    world.taps(GINA, "Without a photo")
    assert "Your photo" not in world.last(GINA).text
    world.taps(GINA, "Send to 2")
    assert world.last(MIA).photo == ""


def test_words_too_long_for_a_photo_are_refused_in_the_preview_with_the_reason() -> None:
    world = busy()
    writes(world, "x" * 700 + "{name}{name}{name}")
    pictured(world)
    assert "It cannot be sent with a photo. With a long name it would have 1092" in (
        world.last(GINA).text
    )
    assert "Send to 2" not in world.last(GINA).buttons
    world.taps(GINA, "Another photo, or none")
    world.types(GINA, "none")
    assert "Send to 2" in world.last(GINA).buttons


def test_one_that_comes_again_comes_with_its_photo() -> None:
    world = busy()
    remind(world, *TEMPLATE, "Another time", "Every week", *AT_NOON)
    pictured(world)
    world.taps(GINA, "Switch it on")
    world.sleeps(days=8)
    assert [one.photo for one in world.screens[MIA] if one.photo] == ["AgAC"]


@pytest.mark.parametrize("kind", ["photo", "sticker"])
def test_a_photo_that_nobody_waits_for_is_answered_as_before(kind: str) -> None:
    world = busy()
    remind(world, "Everybody")
    world.sends(GINA, kind, photo="AgAC")
    assert "I cannot use that" in world.last(GINA).text
    world.sends(MIA, kind, photo="AgAC")
    assert "I cannot use that" in world.last(MIA).text


def test_nobody_else_puts_a_photo_on_it() -> None:
    world = busy()
    writes(world, "Hi {name}")
    data = world.last(GINA).buttons["Add a photo"]
    world.forges(TOM, data)
    world.sends(TOM, "photo", photo="AgAC")
    assert cast_of(world).order.photo == ""


def test_a_photo_without_its_file_is_no_photo() -> None:
    world = busy()
    writes(world, "Hi {name}")
    world.taps(GINA, "Add a photo")
    world.sends(GINA, "photo")
    assert "I cannot use that" in world.last(GINA).text
    world.types(GINA, "here it is")
    assert "Please send a photo" in world.last(GINA).text


def test_names_that_would_burst_the_message_are_refused() -> None:
    world = busy()
    writes(world, "{name}" * 40)
    assert world.sees(GINA, "It cannot be sent like that. With a long name it would have")
    world.types(GINA, "{name}" * 20)
    world.taps(GINA, COUNT)
    assert "Send to 2" in world.last(GINA).buttons
