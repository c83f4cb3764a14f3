"""What an owner may write, and what each member reads."""

import pytest

from flows.talk.casts import wording
from flows.words import english
from tests.flows.people import GINA, MIA
from tests.flows.talk.casts.gyms import COUNT, busy, cast_of, remind, writes


@pytest.mark.parametrize(
    "words",
    [
        "Hello {name}, step {step}, week {week}",
        "<b>Monday</b> <i>and <b>Tuesday</b></i>",
        "I <3 you & 5 > 4",
        "",
    ],
)
def test_words_that_can_be_sent(words: str) -> None:
    assert wording.refused(words) is None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Hi {naam}", "I do not know {naam}"),
        ("Hi {}", "I do not know {}"),
        ("Hi {name.__class__}", "I do not know {name.__class__}"),
        ("Hi {bot}", "I do not know {bot}"),
        ("{{name}}", "A brace stands alone"),
        ("smile :}", "A brace stands alone"),
        ("<script>", "Telegram would refuse <script>"),
        ("<b class=x>a</b>", "Telegram would refuse <b class=x>"),
        ("<B>a</B>", "Telegram would refuse <B>"),
        ("<b>a", "does not close as it opens"),
        ("a</i>", "does not close as it opens"),
        ("<b><i>a</b></i>", "does not close as it opens"),
    ],
)
def test_words_that_cannot_be_sent_are_refused_with_the_reason(words: str, why: str) -> None:
    refused = wording.refused(words)
    assert refused is not None
    assert why in english(refused)


def test_each_member_reads_their_own_name_step_and_week() -> None:
    world = busy()
    writes(world, "Hi {name}, week {week} of step {step}: <b>come</b>!")
    assert "Hi ‹name›, week ‹week› of step ‹step›" in world.last(GINA).text
    world.sleeps(days=1)
    world.taps(GINA, "Send to 2")
    assert world.last(MIA).text == "<b>My gym</b>\nHi Mia, week 1 of step 1: <b>come</b>!"
    assert set(world.last(MIA).buttons) == {"No more news of my gym"}


def test_refused_words_are_asked_for_again_and_the_rest_is_kept() -> None:
    world = busy()
    writes(world, "Hi {naam}")
    assert world.sees(GINA, "It cannot be sent like that. I do not know {naam}.")
    assert "Write what they should read" in world.last(GINA).text
    world.types(GINA, "Hi {name}")
    world.taps(GINA, COUNT)
    world.taps(GINA, "Send to 2")
    assert "Hi Mia" in world.last(MIA).text


def test_words_over_the_limit_are_refused() -> None:
    world = busy()
    remind(world, "Everybody", "My own words")
    world.types(GINA, "x" * 801)
    assert "too long" in world.last(GINA).text


def test_a_test_comes_to_the_owner_alone_as_a_member_would_read_it() -> None:
    world = busy()
    writes(world, "Hi {name}, step {step}", "Step 1: stabilization")
    world.taps(GINA, "Test to me")
    tried = world.screens[GINA][-2]
    assert tried.text == "<b>My gym</b>\nHi Gina, step 1"
    assert set(tried.buttons) == {"No more news of my gym"}
    assert "It would go to 2 now" in world.last(GINA).text
    assert not world.sees(MIA, "Hi Mia")
    assert cast_of(world).course.total == 0
    world.taps(GINA, "Send to 2")
    assert world.sees(MIA, "Hi Mia, step 1")
