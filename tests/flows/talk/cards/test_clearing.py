"""A hold cleared from the card, by a word that was seen, as far as it reaches."""

from flows.steps import Phase
from tests.flows.people import MIA, TOM, week
from tests.flows.talk.cards.gyms import card, opens, trained
from tests.flows.training import client
from tests.flows.world import World

CHEST = ("Chest, neck", "Done", "Yes, now")
WORD = ("A doctor", "Today", "No limit named", "Note it ✓")


def stopped() -> World:
    world = trained()
    world.commands(MIA, "/unwell")
    for label in CHEST:
        world.taps(MIA, label)
    return world


def clears(world: World, word: tuple[str, ...] = WORD) -> None:
    opens(world)
    world.taps(TOM, "Clearance seen: ")
    for label in word:
        world.taps(TOM, label)


def test_a_word_that_was_seen_gives_the_step_back() -> None:
    world = stopped()
    assert client(world).position.phase is None
    clears(world)
    assert client(world).position.phase is Phase.STABILIZATION_ENDURANCE
    assert world.sees(MIA, "Tom noted a professional's word")
    assert "Noted. It is settled." in world.last(TOM).text
    assert "Clearance seen" not in str(opens(world).buttons)


def test_a_word_from_before_the_sign_does_not_reach() -> None:
    world = stopped()
    clears(world, ("A doctor", "1 to 6 months", "No limit named", "Note it ✓"))
    assert client(world).position.phase is None
    assert world.sees(TOM, "the word is too old or does not reach far enough")
    assert world.sees(TOM, "still has something to be cleared")


def test_what_is_not_open_was_settled_already() -> None:
    world = trained()
    before = client(world)
    for item in ("sign.chest", "nosuch", ""):
        world.forges(TOM, f"k|1|clear|{item}")
        for label in WORD:
            world.taps(TOM, label)
        assert "settled already" in world.last(TOM).text
    assert client(world) == before


def test_what_only_the_questions_themselves_close_has_no_such_button() -> None:
    world = trained()
    week(world)
    world.sleeps(days=1)
    world.commands(MIA, "/pause")
    for label in ("Travel", "+7", "+7", "✓ ", "Pause ✓"):
        world.taps(MIA, label)
    world.sleeps(days=100)
    world.taps(MIA, "I am back")
    for label in ("12 weeks or more", "Travel", "That is right ✓"):
        world.taps(MIA, label)
    assert client(world).position.phase is None
    assert "Clearance seen" not in str(opens(world).buttons)
    assert "• open: a long break" in card(world).text


def test_nobody_but_the_trainer_clears() -> None:
    world = stopped()
    for who in (MIA, 3, 4, 9):
        world.forges(who, "k|1|clear|sign.chest")
        assert "for trainers" in world.last(who).text
    assert client(world).position.phase is None
