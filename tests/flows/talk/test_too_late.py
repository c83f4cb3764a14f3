"""What comes after it was settled: answered in words, and nothing is settled twice."""

from msgspec.structs import replace

from flows.news import Cleared, PingRefused, PingSettled
from flows.steps import Phase
from flows.words import T, english
from tests.flows.people import MIA, TOM
from tests.flows.training import begins, changed, client, screen, trained, workout
from tests.flows.world import START, World

DESK = f"desk:{TOM}"


def first_ping(world: World) -> str:
    """Find the ping of Mia's assessment on Tom's desk."""
    return next(one.slot for one in world.screens[TOM] if one.slot.startswith("ping:"))[5:]


def lying(world: World, ping: str) -> str:
    return next(one.text for one in world.screens[TOM] if one.slot == f"ping:{ping}")


def test_a_word_on_what_is_not_open_settles_its_ping_only() -> None:
    world = trained()
    ping, before = first_ping(world), world.person(MIA).client
    word = Cleared(
        ping=ping, item="sign.chest", membership=world.person(MIA).links[0].id,
        trainer=TOM, trainer_name="Tom", by="doctor", given=START.date(), scope=Phase.POWER,
    )  # fmt: skip
    world.tells(f"person:{MIA}", word)
    assert world.person(MIA).client == before
    assert "settled already" in lying(world, ping)


def test_a_ping_is_settled_once_and_not_refused_afterwards() -> None:
    world = trained()
    ping = first_ping(world)
    world.tells(DESK, PingSettled(ping=ping, text=T("Settled first.")))
    world.tells(DESK, PingSettled(ping=ping, text=T("Settled again.")))
    world.tells(DESK, PingRefused(ping=ping, text=T("Refused.")))
    assert "Settled first." in lying(world, ping)
    assert "again" not in lying(world, ping)
    assert "Refused" not in lying(world, ping)


def test_a_button_of_a_session_that_is_gone_is_answered_aloud() -> None:
    world = trained()
    begins(world)
    world.types(MIA, "leave")
    offered = english(world.person(MIA).offered[0].label)
    changed(world, replace(client(world), training=replace(client(world).training, workout=None)))
    world.types(MIA, offered)
    assert "another time" in world.last(MIA).text


def test_a_tap_on_the_button_just_used_is_swallowed() -> None:
    world = trained()
    begins(world)
    now, text = workout(world), screen(world).text
    world.forges(MIA, f"w|{now.code}|{now.acts - 1}|done")
    assert world.answers[-1].text is None
    assert screen(world).text == text


def test_always_without_a_swap_changes_nothing() -> None:
    world = trained()
    begins(world)
    before = client(world).training.own
    now = workout(world)
    world.forges(MIA, f"w|{now.code}|{now.acts}|always")
    assert client(world).training.own == before
