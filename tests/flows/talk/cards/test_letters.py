"""Trainer and client write to each other through the bot; a reply is as good as a button."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from flows.cards import HandedOver, LetterAnswered
from flows.decide import decide
from flows.desk import Desk
from flows.effects import Say
from flows.events import Told
from flows.hours import Hours
from flows.news import AnyNews, ClientJoined, ClientLeft
from tests.flows.book import BOOK
from tests.flows.people import GINA, GOOD_WEEK, MIA, TOM, joins, week
from tests.flows.talk.cards.gyms import EVE, card, opens, trained
from tests.flows.talk.desks.desks import OFFICE, rings
from tests.flows.world import World

BAD = (*GOOD_WEEK[:8], "7", "Knee", "Done", "None of these", "No", "Send ✓")


def written(words: str = "How is the knee?") -> World:
    """Let Tom write to Mia from her card."""
    world = trained()
    opens(world)
    world.taps(TOM, "Write")
    world.types(TOM, words)
    return world


def test_a_trainer_writes_from_the_card_and_the_client_reads_it() -> None:
    world = written("How is <b>the</b> {knee}?")
    assert world.last(MIA).text == "<b>Tom writes:</b>\nHow is <b>the</b> {knee}?"
    assert "Your message went to Mia." in world.last(TOM).text


def test_the_answer_comes_back_by_its_button_and_goes_on() -> None:
    world = written()
    world.taps(MIA, "Answer")
    world.types(MIA, "Better, thank you")
    assert "Your answer went to Tom." in world.last(MIA).text
    assert world.last(TOM).text == "<b>Mia answers:</b>\nBetter, thank you"
    world.taps(TOM, "Write back")
    world.taps(TOM, "Well done, keep going!")
    assert "Well done" in world.last(MIA).text
    world.taps(TOM, "Mia's card")
    assert world.last(TOM).text.startswith("<b>Mia</b>")


def test_replies_go_both_ways_without_any_button() -> None:
    world = written()
    world.replies(MIA, "Tom writes", "It is fine")
    assert world.last(TOM).text == "<b>Mia answers:</b>\nIt is fine"
    world.replies(TOM, "Mia answers", "Good. See you on Monday")
    assert "See you on Monday" in world.last(MIA).text
    assert world.person(MIA).open is None


def test_a_reply_to_a_ping_is_a_message_to_its_client() -> None:
    world = trained()
    world.replies(TOM, "Mia finished the assessment", "Welcome, Mia!")
    assert world.last(MIA).text == "<b>Tom writes:</b>\nWelcome, Mia!"
    world.taps(TOM, "Seen")
    world.replies(TOM, "→ Seen.", "And well done")
    assert "And well done" in world.last(MIA).text


def test_a_reply_to_a_card_is_a_message_too() -> None:
    world = trained()
    opens(world)
    world.replies(TOM, "<b>Mia</b>, My gym", "Hello")
    assert "Hello" in world.last(MIA).text


def test_a_reply_to_anything_else_is_an_ordinary_text() -> None:
    world = trained()
    week(world)
    world.replies(MIA, "You stay on", "why")
    assert "Decided by policy" in world.last(MIA).text
    world.commands(MIA, "/settings")
    world.replies(MIA, "You stay on", "what")
    assert not world.sees(TOM, "answers")


def test_an_emergency_in_a_letter_brings_the_words_that_help_and_the_letter_arrives() -> None:
    world = written()
    world.replies(MIA, "Tom writes", "I have chest pain")
    assert world.sees(MIA, "call {emergency}")
    assert world.person(MIA).open is not None
    assert world.last(TOM).text == "<b>Mia answers:</b>\nI have chest pain"


def test_an_emergency_in_an_answer_that_was_asked_for_is_passed_on_as_well() -> None:
    world = written()
    world.taps(MIA, "Answer")
    world.types(MIA, "I had chest pain on the stairs")
    assert world.sees(MIA, "call {emergency}")
    assert "chest pain on the stairs" in world.last(TOM).text


def test_a_trainer_may_write_about_an_emergency() -> None:
    world = trained()
    week(world, told=BAD)
    world.replies(TOM, "must not train", "With chest pain call 112 at once")
    assert "With chest pain call 112" in world.last(MIA).text


def test_who_blocked_the_bot_gets_nothing_and_the_trainer_is_told() -> None:
    world = trained()
    world.blocks(MIA)
    before = len(world.screens[MIA])
    opens(world)
    world.taps(TOM, "Write")
    world.types(TOM, "Hello?")
    assert "cannot be written to now" in world.last(TOM).text
    assert len(world.screens[MIA]) == before


def test_what_is_too_long_is_not_sent_and_said() -> None:
    world = written()
    before = len(world.screens[TOM])
    world.replies(MIA, "Tom writes", "x" * 1001)
    assert "too long to pass on" in world.last(MIA).text
    assert len(world.screens[TOM]) == before
    for part in ("Mia finished", "<b>Mia</b>, My gym"):
        opens(world)
        world.replies(TOM, part, "x" * 1001)
        assert "too long to pass on" in world.last(TOM).text
    world.replies(MIA, "Tom writes", "x" * 1000)
    assert world.last(TOM).text.endswith("x" * 1000)


def test_nothing_reaches_who_is_no_longer_the_trainer() -> None:
    world = written()
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave My gym (trainer)")
    world.replies(MIA, "Tom writes", "Are you there?")
    assert "no longer your trainer" in world.last(MIA).text
    world.taps(MIA, "Answer")
    assert "no longer your trainer" in world.last(MIA).text
    assert not world.sees(TOM, "answers")


def test_an_answer_begun_too_late_reaches_nobody() -> None:
    world = written()
    world.taps(MIA, "Answer")
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave My gym (trainer)")
    world.types(MIA, "Hello?")
    assert world.sees(MIA, "no longer your trainer")
    assert not world.sees(TOM, "answers")


def test_nothing_reaches_who_is_no_longer_the_client() -> None:
    world = written()
    world.taps(MIA, "Answer")
    world.commands(MIA, "/unlink")
    world.taps(MIA, "Leave My gym (client)")
    before = len(world.screens[MIA])
    world.replies(TOM, "went to Mia", "Come back!")
    assert "nobody you train" in world.last(TOM).text
    assert len(world.screens[MIA]) == before
    world.forges(TOM, "k|1|write")
    world.types(TOM, "Please")
    assert len(world.screens[MIA]) == before


def test_an_answer_that_comes_late_to_a_desk_is_not_shown() -> None:
    world = written()
    before = len(world.screens[TOM])
    world.tells(f"desk:{TOM}", LetterAnswered(client=MIA, membership="nosuch", words="x"))
    assert len(world.screens[TOM]) == before


NIGHT, DAY = datetime(2026, 3, 7, 3, tzinfo=UTC), datetime(2026, 3, 9, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "at", "silent"),
    [(OFFICE, NIGHT, True), (OFFICE, DAY, False), (None, NIGHT, False)],
)
@pytest.mark.parametrize("what", ["answered", "joined", "left"])
def test_what_is_not_urgent_rings_the_trainer_in_their_hours_only(
    hours: Hours | None, at: datetime, what: str, *, silent: bool
) -> None:
    world = trained()
    desk = world.state("desk:2")
    assert isinstance(desk, Desk)
    key = desk.clients[0].membership
    told: dict[str, AnyNews] = {
        "answered": LetterAnswered(client=MIA, membership=key, words="Cannot sleep"),
        "joined": ClientJoined(client=9, name="P9", membership="m9", gym="g", gym_name="G"),
        "left": ClientLeft(client=MIA, name="Mia", membership=key),
    }
    event = Told(id="e", at=at, salt="s", source="person:1", rev=99, news=told[what])
    effects = decide(replace(desk, hours=hours), event, BOOK).effects
    assert [one.content.silent for one in effects if isinstance(one, Say)] == [silent]


def test_a_reply_to_what_a_gym_laid_on_a_desk_reaches_nobody_and_says_so() -> None:
    world = trained()
    joins(world, EVE, "manager")
    joins(world, EVE, "trainer")
    rings(world, "pain")
    world.sleeps(hours=1)
    world.replies(EVE, "nobody looked at a ping about Mia", "Are you well?")
    assert not world.sees(MIA, "Are you well?")
    assert "nobody you train" in world.last(EVE).text


@pytest.mark.parametrize("who", [GINA, EVE, 9])
def test_a_stranger_can_write_to_nobody(who: int) -> None:
    world = trained()
    world.commands(who, "/help")
    before = len(world.screens[MIA])
    for data in ("k|1|write", "p|x|seen", "a|nosuch"):
        world.screens[who][-1].buttons = {"x": data}
        world.replies(who, world.last(who).text[:10], "psst")
    assert len(world.screens[MIA]) == before


def test_a_reply_to_a_ping_that_is_gone_says_so() -> None:
    world = trained()
    world.screens[TOM][-1].buttons = {"x": "p|nosuch|seen"}
    world.replies(TOM, world.last(TOM).text[:10], "Hello")
    assert "nobody you train" in world.last(TOM).text


def test_a_letter_is_in_the_history_without_its_words() -> None:
    world = written("Secret")
    kept = [one for one in world.records[f"person:{MIA}"] if one.what == "letter"]
    assert len(kept) == 1
    assert "Secret" not in str(kept)


def test_an_answer_is_for_who_wrote_and_not_for_who_came_after() -> None:
    world = written()
    joins(world, EVE, "trainer")
    key = world.person(MIA).links[0].id
    world.tells(f"person:{MIA}", HandedOver(membership=key, trainer=TOM, to=EVE, to_name="P4"))
    world.replies(MIA, "Tom writes", "Just for you, Tom")
    assert "no longer your trainer" in world.last(MIA).text
    world.taps(MIA, "Answer")
    assert "no longer your trainer" in world.last(MIA).text
    assert not world.sees(EVE, "Just for you")


def test_a_reply_to_a_list_is_a_letter_to_nobody() -> None:
    world = trained()
    world.commands(TOM, "/roster")
    world.replies(TOM, "your clients", "step 2")
    assert not world.sees(MIA, "Tom writes")
    world.commands(TOM, "/desk")
    world.replies(TOM, "Mia", "Welcome!")
    assert not world.sees(MIA, "Tom writes")
    world.forges(TOM, "k|1|mode")
    world.replies(TOM, "Who takes Mia's steps up?", "as it is")
    assert not world.sees(MIA, "Tom writes")


def test_a_reply_to_private_notes_is_one_of_them() -> None:
    world = trained()
    opens(world)
    world.taps(TOM, "A private note")
    for words in ("Moves house in May", "Afraid of the barbell"):
        world.replies(TOM, "Your notes on Mia", words)
        assert words in card(world).text
    assert not world.sees(MIA, "barbell")


def test_a_reply_to_the_question_that_waits_answers_it() -> None:
    world = trained()
    while world.person(MIA).open is None:
        world.sleeps(hours=6)
    world.sleeps(hours=25)
    opens(world)
    world.taps(TOM, "The question that waits")
    world.replies(TOM, "Mia is asked", "3")
    now = world.person(MIA).open
    assert now is not None
    assert dict(now.run.answers)["sessions"] == 3
    assert not world.sees(MIA, "Tom writes")
