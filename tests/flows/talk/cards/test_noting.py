"""Private notes: for the trainer's eyes, on the card, gone with the link."""

from datetime import date

from flows.cards import CardAct, CardAsked
from flows.codec import write_state
from flows.desk import Client, Desk, Note
from tests.flows.people import GINA, MIA, TOM
from tests.flows.talk.cards.gyms import card, opens, trained
from tests.flows.world import World


def noted(*notes: str) -> World:
    world = trained()
    opens(world)
    world.taps(TOM, "A private note")
    for words in notes:
        world.taps(TOM, "Write a note")
        world.types(TOM, words)
    return world


def test_notes_stand_on_the_card_the_last_three_of_them() -> None:
    world = noted("First", "Second", "Third", "Likes rowing")
    text = opens(world).text
    assert "<b>Your notes on Mia</b>" in text
    assert "• Monday, 2 March: Likes rowing" in text
    assert "First" not in text
    world.taps(TOM, "A private note")
    assert "First" in card(world).text


def test_a_note_can_be_deleted() -> None:
    world = noted("Likes rowing", "Away in May, and the whole of June as well")
    world.taps(TOM, "Delete: Likes rowing")
    assert "Likes rowing" not in card(world).text
    assert "Delete: Away in May, and the wh…" in card(world).buttons
    world.taps(TOM, "Delete: Away")
    assert "none yet" in card(world).text
    world.forges(TOM, "k|1|unnote|nosuch")
    world.taps(TOM, "Back to the card")
    assert "Your notes" not in card(world).text


def test_only_so_many_notes_are_kept() -> None:
    world = noted(*(f"Note {number}" for number in range(22)))
    assert "Note 1\n" not in card(world).text
    assert card(world).text.count("• ") == 20


def test_nobody_else_sees_a_note() -> None:
    world = noted("Likes rowing")
    for who in (MIA, GINA):
        assert not world.sees(who, "Likes rowing")
    assert b"Likes rowing" not in write_state(world.person(MIA))


def test_a_note_goes_with_the_link() -> None:
    world = noted("Likes rowing")
    world.commands(MIA, "/unlink")
    world.taps(MIA, "Leave My gym (client)")
    assert b"Likes rowing" not in write_state(world.states[f"desk:{TOM}"])


def test_the_newest_notes_are_shown_where_there_is_no_room_for_all() -> None:
    notes = tuple(
        Note(code=f"c{n:05}", on=date(2026, 3, 1), words=f"Note {n} " + "🏋" * 290)
        for n in range(20)
    )
    mia = Client(id=MIA, name="Mia", membership="m", gym_name="G", notes=notes)
    desk = Desk(trainer=TOM, clients=(mia,))
    asked = CardAsked(client=MIA, by_name="Tom", act=CardAct.NOTES)
    world = trained()
    world.states["desk:2"] = desk
    world.tells("desk:2", asked)
    text = world.last(TOM).text
    assert len(text.encode("utf-16-le")) // 2 <= 4096
    assert "Note 19 " in text
    assert "Note 14 " not in text
    assert "15 older ones have no room here." in text
    assert len(world.last(TOM).buttons) >= 20
