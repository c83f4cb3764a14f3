"""A client handed to a colleague: the colleague is asked, the client told, the first lets go."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from flows.cards import CardAct, CardAsked, ClientOffered, HandedOver, HandOver, Offered
from flows.news import AnyNews, TrainerGone, Unlinked
from flows.people import Role
from flows.person import link
from tests.flows.people import GINA, MIA, TOM, gym, joins, week
from tests.flows.talk.cards.gyms import EVE, card, code, opens, trained
from tests.flows.training import client
from tests.flows.world import World


def two(weeks: int = 0) -> World:
    """Let Eve train in Tom's gym as well."""
    world = trained()
    joins(world, EVE, "trainer")
    for _ in range(weeks):
        week(world)
    return world


def offers(world: World) -> None:
    opens(world)
    world.taps(TOM, "Hand over")
    world.taps(TOM, "P4")


def trainer(world: World) -> int | None:
    membership = link(world.person(MIA), Role.CLIENT)
    return membership.trainer if membership else None


def test_a_colleague_is_asked_and_until_they_agree_nothing_changes() -> None:
    world = two()
    opens(world)
    world.taps(TOM, "Hand over")
    assert "To whom do you hand Mia over?" in card(world).text
    assert list(card(world).buttons) == ["P4", "Back to the card"]
    before = len(world.screens[MIA])
    world.taps(TOM, "P4")
    assert "You stay the trainer until they say yes" in card(world).text
    assert "Tom asks you to take Mia" in world.last(EVE).text
    assert trainer(world) == TOM
    assert len(world.screens[MIA]) == before


def test_a_client_who_is_taken_is_told_and_the_new_trainer_sees_where_they_stand() -> None:
    world = two()
    offers(world)
    world.taps(EVE, "I take Mia")
    assert trainer(world) == EVE
    assert world.sees(MIA, "Tom hands you over to P4")
    assert world.sees(EVE, "<b>Mia</b> is your client now")
    assert world.sees(EVE, "you are here: step 1")
    assert world.sees(TOM, "You handed Mia over to P4")
    assert world.rosters[code(world)][str(MIA)].trainer == EVE
    assert world.rosters[code(world)][str(MIA)].trainer_name == "P4"
    assert world.records[f"person:{MIA}"][-1].what == "handed over"


def test_who_handed_over_sees_and_does_nothing_more() -> None:
    world = two()
    offers(world)
    world.taps(EVE, "I take Mia")
    world.forges(TOM, "k|1|show")
    assert "nobody you train" in world.last(TOM).text
    world.commands(TOM, "/roster")
    assert "Mia</b>: " not in world.last(TOM).text
    before = len(world.screens[TOM])
    week(world)
    assert len(world.screens[TOM]) == before
    world.commands(EVE, "/client mia")
    assert card(world, trainer=EVE).text.startswith("<b>Mia</b>")


def test_what_waited_for_a_yes_waits_for_the_new_ones() -> None:
    world = two(2)
    assert client(world).pending is not None
    offers(world)
    world.taps(EVE, "I take Mia")
    assert world.sees(EVE, "Waiting for your yes: step 2")
    world.taps(EVE, "Approve")
    assert client(world).position.phase == 2
    assert client(world).pending is None


def test_a_colleague_may_decline() -> None:
    world = two()
    offers(world)
    world.taps(EVE, "Not now")
    assert "P4 cannot take Mia now" in world.last(TOM).text
    assert trainer(world) == TOM
    world.taps(EVE, "I take Mia")
    assert "no longer open" in world.last(EVE).text
    assert trainer(world) == TOM


def test_an_offer_is_taken_once() -> None:
    world = two()
    offers(world)
    world.taps(EVE, "I take Mia")
    world.taps(EVE, "I take Mia")
    world.now += timedelta(minutes=1)
    world.forges(EVE, f"o|1|2|{world.person(MIA).links[0].gym}|yes")
    assert "no longer open" in world.last(EVE).text
    assert trainer(world) == EVE


def test_only_the_colleague_who_was_asked_can_take_a_client() -> None:
    world = two()
    joins(world, 5, "trainer")
    offers(world)
    for who in (5, GINA, MIA, 9):
        world.forges(who, "o|1|2|yes")
        assert trainer(world) == TOM
    world.forges(EVE, "o|x|2|yes")
    world.forges(EVE, "o|1|²|yes")
    assert trainer(world) == TOM


def test_without_a_colleague_there_is_nobody_to_hand_to() -> None:
    world = trained()
    opens(world)
    world.taps(TOM, "Hand over")
    assert "Nobody else trains at My gym" in card(world).text
    world.forges(TOM, "k|1|offer|99")
    assert "Nobody else trains" in card(world).text
    world.forges(TOM, f"k|1|offer|{TOM}")
    assert "Nobody else trains" in card(world).text


def test_a_trainer_of_another_gym_is_not_a_colleague() -> None:
    world = trained()
    gym(world, 6)
    joins(world, EVE, "trainer", 6)
    opens(world)
    world.taps(TOM, "Hand over")
    assert "Nobody else trains at My gym" in card(world).text
    news = ClientOffered(client=MIA, client_name="Mia", gym=code(world)[4:], by=TOM, by_name="Tom")
    before = len(world.screens[EVE])
    world.tells(f"person:{EVE}", news)
    assert len(world.screens[EVE]) == before


def test_what_comes_after_the_client_left_changes_nothing() -> None:
    world = two()
    membership = world.person(MIA).links[0].id
    offers(world)
    world.commands(MIA, "/unlink")
    world.taps(MIA, "Leave My gym (client)")
    world.taps(EVE, "I take Mia")
    assert "no longer open" in world.last(EVE).text
    world.tells(f"desk:{TOM}", Offered(client=MIA, to=EVE, to_name="P4"))
    late = HandedOver(membership=membership, trainer=TOM, to=EVE, to_name="P4")
    world.tells(f"person:{MIA}", late)
    assert world.person(MIA).links == ()


@pytest.mark.parametrize("by", [EVE, 9])
def test_a_gym_answers_its_own_trainers_only(by: int) -> None:
    world = trained()
    wish = HandOver(by=by, by_name="X", client=MIA, client_name="Mia", to=TOM)
    before = len(world.screens[TOM])
    world.tells(code(world), wish)
    assert len(world.screens[TOM]) == before


def test_a_mode_and_the_history_go_along_with_the_client() -> None:
    world = two()
    opens(world)
    for label in ("Mode", "auto"):
        world.taps(TOM, label)
    offers(world)
    world.taps(EVE, "I take Mia")
    world.commands(EVE, "/client mia")
    assert "Mode: auto." in card(world, trainer=EVE).text


def test_private_notes_stay_behind() -> None:
    world = two()
    note = CardAsked(client=MIA, by_name="Tom", act=CardAct.NOTE, words="Hates burpees")
    world.tells(f"desk:{TOM}", note)
    offers(world)
    world.taps(EVE, "I take Mia")
    world.commands(EVE, "/client mia")
    assert not world.sees(EVE, "burpees")


def test_a_client_who_trains_too_is_not_handed_to_themselves() -> None:
    world = two()
    joins(world, MIA, "trainer")
    opens(world)
    world.taps(TOM, "Hand over")
    assert "Mia" not in card(world).buttons
    asked = HandOver(by=TOM, by_name="Tom", client=MIA, client_name="Mia", to=MIA)
    world.tells(f"gym:{code(world)}", asked)
    assert not world.sees(MIA, "asks you to take")


def test_a_colleague_who_left_this_gym_and_trains_elsewhere_takes_nobody() -> None:
    world = two()
    gym(world, 6)
    joins(world, EVE, "trainer", 6)
    offers(world)
    world.forges(EVE, f"u|{world.person(EVE).links[0].id}")
    world.taps(EVE, "I take Mia")
    assert trainer(world) == TOM
    assert "for trainers" in world.last(EVE).text


@pytest.mark.parametrize(
    "late",
    [
        lambda key: TrainerGone(membership=key, trainer=TOM, trainer_name="Tom"),
        lambda key: Unlinked(membership=key, trainer=TOM, by_name="Tom"),
    ],
    ids=["who left", "who let go"],
)
def test_what_the_first_trainer_does_after_their_client_is_gone_is_not_about_them(
    late: Callable[[str], AnyNews],
) -> None:
    world = two()
    key = world.person(MIA).links[0].id
    world.tells(f"person:{MIA}", HandedOver(membership=key, trainer=TOM, to=EVE, to_name="P4"))
    world.tells(f"person:{MIA}", late(key))
    assert trainer(world) == EVE
