"""A trainer asks for tests: the client gets a button for them, and the trainer hears back."""

import pytest

from tests.flows.people import MIA, TOM, week
from tests.flows.talk.cards.gyms import card, opens, trained


@pytest.mark.parametrize(
    ("test", "question"),
    [
        ("The movement check", "Movement check"),
        ("The tests of what is trained", "Tests again"),
        ("The health questions", "Your health"),
    ],
)
def test_a_client_is_asked_for_tests_and_begins_with_a_tap(test: str, question: str) -> None:
    world = trained()
    week(world)
    opens(world)
    world.taps(TOM, "Test again")
    assert "What shall Mia do again?" in card(world).text
    world.taps(TOM, test)
    assert "Asked." in world.last(TOM).text
    assert "Tom asks you for this" in world.last(MIA).text
    assert world.records[f"person:{MIA}"][-1].what == "test asked for"
    world.taps(MIA, "Begin")
    assert question in world.last(MIA).text


def test_the_trainer_may_think_again() -> None:
    world = trained()
    opens(world)
    world.taps(TOM, "Test again")
    before = len(world.screens[MIA])
    world.taps(TOM, "Back to the card")
    assert card(world).text.startswith("<b>Mia</b>")
    assert len(world.screens[MIA]) == before
