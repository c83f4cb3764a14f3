"""Every act on a card, by everybody: only the trainer of that client does it, while they are."""

import pytest

from flows.cards import CardAct, CardWanted
from tests.flows.people import GINA, MIA, TOM, joins
from tests.flows.talk.cards.gyms import EVE, trained
from tests.flows.world import World

WHAT = {
    CardAct.MOVE: "2",
    CardAct.MODE: "auto",
    CardAct.TEST: "movement",
    CardAct.CLEAR: "sign.chest",
    CardAct.OFFER: "2",
    CardAct.SAY: "q|aaaaaa|age|0",
}


def tap(act: CardAct) -> str:
    return "|".join(("k", str(MIA), act.value, *((WHAT[act],) if act in WHAT else ())))


def two() -> World:
    world = trained()
    joins(world, EVE, "trainer")
    return world


@pytest.mark.parametrize("act", CardAct)
@pytest.mark.parametrize("who", [MIA, GINA, 9])
def test_who_is_no_trainer_is_told_so_whatever_they_tap(act: CardAct, who: int) -> None:
    world = two()
    before = world.person(MIA).client
    world.forges(who, tap(act))
    assert "for trainers" in world.last(who).text
    assert world.person(MIA).client == before


@pytest.mark.parametrize("act", CardAct)
def test_another_trainer_reads_the_same_words_for_a_client_and_for_nobody(act: CardAct) -> None:
    world = two()
    before, desk = world.person(MIA), world.states[f"desk:{TOM}"]
    read = []
    for client in (str(MIA), "99"):
        world.forges(EVE, tap(act).replace(f"k|{MIA}|", f"k|{client}|", 1))
        opened = world.person(EVE).open
        while opened is not None:
            world.commands(EVE, "/cancel")
            opened = world.person(EVE).open
        read.append(world.last(EVE).text)
    assert read[0] == read[1]
    assert world.person(MIA) == before
    assert world.states[f"desk:{TOM}"] == desk


@pytest.mark.parametrize("act", CardAct)
@pytest.mark.parametrize("trainer", [EVE, TOM])
def test_a_client_does_nothing_for_who_is_not_their_trainer_by_that_membership(
    act: CardAct, trainer: int
) -> None:
    world = two()
    right = world.person(MIA).links[0].id
    membership = right if trainer == EVE else "nosuch"
    before, seen = world.person(MIA), {who: len(shown) for who, shown in world.screens.items()}
    wanted = CardWanted(
        membership=membership,
        trainer=trainer,
        trainer_name="X",
        act=act,
        what=WHAT.get(act, ""),
        words="Hello",
    )
    world.tells(f"person:{MIA}", wanted)
    assert world.person(MIA) == before
    assert {who: len(shown) for who, shown in world.screens.items()} == seen
