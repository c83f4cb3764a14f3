"""A conversation that waits for long: asked again, answered or closed by the trainer."""

import pytest

from flows.people import Role
from tests.flows.people import GOOD_WEEK, HEALTH, INTAKE, MIA, TOM, WELCOME, answers, gym
from tests.flows.talk.cards.gyms import card, opens, staffed, trained
from tests.flows.training import client
from tests.flows.world import World


def waiting(hours: float = 25) -> World:
    """Let a check-in of Mia's wait for so long."""
    world = trained()
    while world.person(MIA).open is None:
        world.sleeps(hours=6)
    world.sleeps(hours=hours)
    return world


def looks(world: World) -> None:
    opens(world)
    world.taps(TOM, "The question that waits")


def test_before_a_day_is_over_it_is_the_clients_own() -> None:
    world = waiting(hours=3)
    assert "The question that waits" not in opens(world).buttons
    for act in ("stuck", "nudge", "cancel"):
        world.forges(TOM, f"k|1|{act}")
        assert "in the middle of nothing that waits" in world.last(TOM).text
    assert world.person(MIA).open is not None


def test_the_trainer_sees_the_question_and_asks_it_again() -> None:
    world = waiting()
    looks(world)
    assert "<b>Mia is asked:</b>" in card(world).text
    assert "sessions" in card(world).text
    world.taps(TOM, "Ask them again")
    assert "Tom asks you to go on here" in world.last(MIA).text
    assert "Asked again." in world.last(TOM).text


def test_the_trainer_answers_all_of_it_and_it_counts_as_theirs() -> None:
    world = trained()
    world.commands(MIA, "/pause")
    world.sleeps(hours=25)
    looks(world)
    world.taps(TOM, "Travel")
    while world.person(MIA).open is not None:
        world.taps(TOM, next(one for one in card(world).buttons if "✓" in one))
    assert client(world).calendar.pause is not None
    assert world.sees(MIA, "Tom answered for you: ")
    assert world.sees(MIA, "A break until")
    assert "Answered for Mia" in world.last(TOM).text
    kept = [one.what for one in world.records[f"person:{MIA}"]]
    assert "answered by trainer" in kept
    assert "form pause" in kept


def test_an_answer_in_words_counts_and_a_wrong_one_is_asked_again() -> None:
    world = waiting()
    looks(world)
    world.taps(TOM, "In words")
    world.types(TOM, "lots and lots")
    assert "<b>Mia is asked:</b>" in card(world).text
    assert "Please" in card(world).text
    first = world.person(MIA).open
    assert first is not None
    world.taps(TOM, "In words")
    world.types(TOM, "3")
    after = world.person(MIA).open
    assert after is not None
    assert dict(after.run.answers)["sessions"] == 3
    assert len(first.run.answers) < len(after.run.answers)


def test_the_client_may_go_on_at_any_time_and_then_it_is_theirs_again() -> None:
    world = waiting()
    looks(world)
    world.taps(TOM, "3")
    world.taps(MIA, "6")
    world.forges(TOM, "k|1|stuck")
    assert "in the middle of nothing that waits" in world.last(TOM).text


def test_a_button_of_a_question_that_is_behind_shows_where_they_are() -> None:
    world = waiting()
    looks(world)
    old = card(world).buttons["3"]
    world.taps(TOM, "3")
    world.taps(TOM, "6")
    before = world.person(MIA).open
    world.forges(TOM, old)
    now = world.person(MIA).open
    assert before is not None
    assert now is not None
    assert now.run.answers == before.run.answers
    assert "<b>Mia is asked:</b>" in card(world).text


def test_a_question_can_be_skipped_for_them_where_it_may_be() -> None:
    world = staffed()
    answers(world, MIA, (*WELCOME, *INTAKE[:2]))
    world.sleeps(hours=25)
    looks(world)
    world.taps(TOM, "Skip")
    now = world.person(MIA).open
    assert now is not None
    assert now.run.skipped


def test_the_trainer_closes_it_and_what_was_put_aside_goes_on() -> None:
    world = trained()
    world.commands(MIA, "/pause")
    world.commands(MIA, "/settings")
    world.sleeps(hours=25)
    looks(world)
    world.taps(TOM, "Close it")
    assert world.sees(MIA, "Tom closed these questions")
    assert "Closed. Mia knows." in world.last(TOM).text
    now = world.person(MIA).open
    assert now is not None
    assert now.run.form == "pause"


@pytest.mark.parametrize("form", ["welcome", "health", "signs"])
def test_consent_health_and_signs_are_for_the_client_alone(form: str) -> None:
    world = staffed()
    if form == "health":
        answers(world, MIA, (*WELCOME, *INTAKE))
    if form == "signs":
        world.commands(MIA, "/unwell")
    world.sleeps(hours=25)
    looks(world)
    assert "for them alone to answer" in card(world).text
    assert list(card(world).buttons) == ["Ask them again", "Back to the card"]
    opened = world.person(MIA).open
    assert opened is not None
    assert opened.run.form == form
    for data in ("k|1|cancel", f"k|1|say|q|{opened.run.code}|age|0"):
        world.forges(TOM, data)
        still = world.person(MIA).open
        assert still is not None
        assert still.run.answers == opened.run.answers
    world.taps(TOM, "Ask them again")
    assert "Tom asks you to go on here" in world.last(MIA).text


def test_words_of_an_emergency_are_never_just_an_answer() -> None:
    world = waiting()
    looks(world)
    world.taps(TOM, "In words")
    world.types(TOM, "she has chest pain")
    assert world.sees(MIA, "call {emergency}")
    opened = world.person(MIA).open
    assert opened is not None
    assert opened.run.form == "signs"
    assert world.sees(TOM, "That sounds like an emergency")


def test_the_whole_assessment_can_be_helped_along_but_for_their_own_words() -> None:
    world = staffed()
    answers(world, MIA, (*WELCOME, *INTAKE, *HEALTH))
    world.sleeps(hours=30)
    looks(world)
    for label in ("Done, no pain", "No", "No", "No", "No", "No", "Done, no pain", "60 seconds"):
        world.taps(TOM, label)
    for label in ("✓ 60 seconds", "Not today", "Not today", "That is it ✓"):
        world.taps(TOM, label)
    assert client(world).position.phase == 1


def test_what_waits_for_nobody_is_nothing() -> None:
    world = trained()
    world.forges(TOM, "k|1|stuck")
    assert "in the middle of nothing" in world.last(TOM).text
    world.forges(TOM, "k|1|say|q|aaaaaa|age|0")
    assert "in the middle of nothing" in world.last(TOM).text


@pytest.mark.parametrize("told", [WELCOME[:-1], (*WELCOME, *INTAKE, *HEALTH[:-1])])
def test_what_is_for_them_alone_is_named_and_not_shown(told: tuple[str, ...]) -> None:
    world = staffed()
    answers(world, MIA, told)
    world.sleeps(hours=25)
    looks(world)
    assert "for them alone" in card(world).text
    assert "look it over" not in card(world).text


@pytest.mark.parametrize("act", ["remind", "ways"])
def test_what_a_client_is_in_the_middle_of_elsewhere_is_no_business_of_theirs(act: str) -> None:
    world = trained()
    gym(world, MIA)
    owned = next(one.gym for one in world.person(MIA).links if one.role is Role.OWNER)
    world.forges(MIA, f"g|{owned}|{act}")
    assert world.person(MIA).open is not None
    world.sleeps(hours=25)
    assert "The question that waits" not in opens(world).buttons
    world.forges(TOM, "k|1|stuck")
    assert "in the middle of nothing that waits" in world.last(TOM).text


def test_warning_signs_are_the_clients_own_word_and_the_rest_may_go_on_after() -> None:
    world = waiting()
    looks(world)
    for label in GOOD_WEEK[:9]:
        world.taps(TOM, label)
    now = world.person(MIA).open
    assert now is not None
    assert "for them alone" in card(world).text
    world.forges(TOM, f"k|1|say|q|{now.run.code}|signs|1")
    world.forges(TOM, "k|1|say")
    world.types(TOM, "No")
    after = world.person(MIA).open
    assert after is not None
    assert "signs" not in dict(after.run.answers)
    world.taps(MIA, "No")
    world.sleeps(hours=25)
    looks(world)
    assert not [one for one in card(world).buttons.values() if "|signs|" in one]
    world.taps(TOM, "Send ✓")
    assert world.person(MIA).open is None
    assert client(world).calendar.last is not None


def test_a_form_that_has_come_to_the_clients_own_word_may_still_be_closed() -> None:
    world = waiting()
    looks(world)
    for label in GOOD_WEEK[:9]:
        world.taps(TOM, label)
    world.taps(TOM, "Close it")
    assert world.person(MIA).open is None
