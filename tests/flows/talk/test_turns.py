"""The rarer turns of a conversation."""

from datetime import date

from msgspec.structs import replace

from flows.news import PingRaised, Unreached
from flows.person import Person
from flows.phases.items import Clearance, Item, Kind, Voucher
from flows.phases.signs import Severity
from flows.questions.answers import Answers
from flows.steps import Phase
from flows.talk import clearance_texts, dialogue, known
from tests.flows.people import (
    GINA,
    GOOD_WEEK,
    HEALTH,
    INTAKE,
    MIA,
    MOVEMENT,
    TOM,
    WELCOME,
    answers,
    assessed,
    gym,
    joins,
    week,
)
from tests.flows.policy import DEFAULT
from tests.flows.world import World


def trained() -> World:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assessed(world)
    return world


def at(world: World, **changes: object) -> None:
    """Set Mia's position up as if she had come this far."""
    person = world.person(MIA)
    assert person.client is not None
    position = replace(person.client.position, **changes)
    world.states["person:1"] = replace(person, client=replace(person.client, position=position))


def test_a_form_may_be_finished_in_words() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    for text in ("35", "yes", "yes"):
        world.types(MIA, text)
    assert world.person(MIA).consent is not None
    assert "What do you want most" in world.last(MIA).text


def test_a_button_that_cannot_be_taken_yet_says_why() -> None:
    world = World()
    assessed(world)
    world.commands(MIA, "/unwell")
    done = next(iter(world.last(MIA).buttons.values())).rpartition("|")[0]
    for index in range(60):
        world.forges(MIA, f"{done}|{index}")
    assert world.person(MIA).open is not None or world.person(MIA).client is not None


def test_beginning_twice_shows_the_same_question() -> None:
    world = World()
    world.commands(MIA, "/start")
    begin = world.last(MIA).buttons["Begin my assessment"]
    world.forges(MIA, begin)
    world.forges(MIA, begin)
    assert "How old are you" in world.last(MIA).text
    assert world.person(MIA).aside == ()


def test_who_agreed_already_is_not_asked_again_when_they_join() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, WELCOME)
    world.commands(MIA, "/cancel")
    gym(world)
    joins(world, MIA, "client")
    assert "You are a client" in world.last(MIA).text


def test_who_is_open_and_joins_a_trainer_shows_what_is_open() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, (*WELCOME, *INTAKE, "No", "Yes", *HEALTH[2:], *MOVEMENT))
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assert world.sees(TOM, "must not train now")


def test_the_same_ping_rings_once_and_a_late_settlement_changes_nothing() -> None:
    world = trained()
    ping = world.states["desk:2"].pings[0].ping  # type: ignore[union-attr] # it is a desk
    count = len(world.screens[TOM])
    world.tells("desk:2", PingRaised(ping=ping))
    assert len(world.screens[TOM]) == count
    world.forges(TOM, f"p|{ping.id}|dance")
    world.forges(TOM, f"p|{ping.id}|approve")
    assert world.sees(TOM, "Nothing waits for a yes")


def test_a_clearance_for_what_is_not_open_says_so() -> None:
    world = trained()
    week(world, MIA, (*GOOD_WEEK[:9], "Yes", "Dizzy or light-headed", "Done", "Send ✓"))
    world.taps(TOM, "Clearance seen")
    note = ("A doctor", "Today", "No limit named", "Note it ✓")
    answers(world, TOM, note)
    assert world.sees(TOM, "It is settled")
    ping = next(one.ping for one in world.states["desk:2"].pings if one.ping.items)  # type: ignore[union-attr] # it is a desk
    for place in (0, 9):
        world.forges(TOM, f"p|{ping.id}|clear{place}")
        answers(world, TOM, note)
    client = world.person(MIA).client
    assert client is not None
    assert client.position.phase is Phase.STABILIZATION_ENDURANCE


def test_a_decision_on_somebody_who_must_not_train_is_refused() -> None:
    world = trained()
    ping = world.states["desk:2"].pings[0].ping  # type: ignore[union-attr] # it is a desk
    week(world, MIA, (*GOOD_WEEK[:9], "Yes", "Dizzy or light-headed", "Done", "Send ✓"))
    world.forges(TOM, f"p|{ping.id}|2.seen")
    assert world.sees(TOM, "something has to be cleared first")


def test_a_trainer_may_pass_over_what_is_not_a_health_stop_and_reads_what() -> None:
    world = World()
    gym(world)
    joins(world, TOM, "trainer")
    joins(world, MIA, "client")
    assessed(world, MIA, (*INTAKE[:4], "Under 6 months", *INTAKE[5:]))
    week(world)
    world.taps(TOM, "Another step")
    world.taps(TOM, "2 strength endurance")
    world.taps(TOM, "I saw it in person")
    assert world.sees(TOM, "You passed over: long enough")


def test_waiting_is_shown_on_the_stairs() -> None:
    world = trained()
    for _ in range(2):
        week(world)
    world.commands(MIA, "/stairs")
    assert "Waiting for your trainer's yes: step 2" in world.last(MIA).text


def test_the_end_of_a_round_is_told_as_a_new_round() -> None:
    world = World()
    assessed(world, MIA, ("Build muscle", *INTAKE[1:]))
    at(world, phase=Phase.MAXIMAL_STRENGTH, weeks_in_phase=4, earned=(Phase(1), Phase(2)))
    week(world)
    assert world.sees(MIA, "A new round begins on step 2")


def test_signs_of_a_week_stop_and_health_answered_with_a_yes_stays_open() -> None:
    world = trained()
    world.forges(MIA, "m|health")
    answers(world, MIA, ("No", "Yes", *HEALTH[2:]))
    client = world.person(MIA).client
    assert client is not None
    assert client.position.phase is None
    assert world.sees(MIA, "chest pain")


def test_a_person_nobody_can_reach_is_marked() -> None:
    world = trained()
    world.tells("person:1", Unreached())
    assert not world.person(MIA).reachable
    code = world.person(GINA).links[0].gym
    assert not world.rosters[f"gym:{code}"]["1"].reachable


def test_old_gym_buttons_do_nothing_new() -> None:
    world = World()
    gym(world)
    code = world.person(GINA).links[0].gym
    count = len(world.screens[GINA])
    for act in ("dance", "x", "forx"):
        world.forges(GINA, f"g|{code}|{act}")
    assert len(world.screens[GINA]) == count
    world.commands(GINA, "/remind")
    world.commands(GINA, "/unlink")
    world.taps(GINA, "Leave My gym (owner)")
    answers(world, GINA, ("Everybody", "Our template", "Count and preview ✓"))
    assert "for the owner of a gym" in world.last(GINA).text


def test_why_and_stairs_of_who_must_not_train() -> None:
    world = World()
    world.commands(MIA, "/start")
    world.taps(MIA, "Begin my assessment")
    answers(world, MIA, (*WELCOME, *INTAKE, "No", "Yes", *HEALTH[2:], *MOVEMENT))
    world.commands(MIA, "/why")
    assert "Clearance pending: chest pain" in world.last(MIA).text
    world.commands(MIA, "/stairs")
    assert "No step at the moment" in world.last(MIA).text


def test_why_after_a_stop_says_so() -> None:
    world = World()
    assessed(world)
    week(world, MIA, (*GOOD_WEEK[:8], "8", "Knee", "Done", "None of these", "No", "Send ✓"))
    world.commands(MIA, "/why")
    assert "Clearance pending: strong pain" in world.last(MIA).text


def test_a_forged_reminder_button_of_the_own_gym_opens_the_form() -> None:
    world = World()
    gym(world)
    world.taps(GINA, "Send a reminder")
    assert "Whom shall it reach" in world.last(GINA).text


def test_pending_words_without_anything_open() -> None:
    world = World()
    assessed(world)
    client = world.person(MIA).client
    assert client is not None
    content = clearance_texts.pending(client, world.now.date(), DEFAULT)
    assert content == clearance_texts.CLEAR_NOW


def test_a_clearance_that_ran_out_stops_even_who_missed_the_check_in() -> None:
    world = trained()
    word = Clearance(by=Voucher.TRAINER, given=date(2025, 3, 10))
    item = Item(
        code="condition.arthritis",
        kind=Kind.CONDITION,
        severity=Severity.REFER,
        opened=date(2025, 3, 10),
        clearance=word,
    )
    health: Answers = {"condition": "yes", "conditions": ("arthritis",)}
    person = world.person(MIA)
    world.states["person:1"] = known.keep(person, "health", 1, health, world.now.date())
    at(world, items=(item,))
    world.sleeps(days=14)
    assert world.sees(MIA, "Clearance pending: arthritis")
    assert world.sees(TOM, "must not train now")
    assert world.person(MIA).open is None


def test_cancelling_nothing_changes_nothing() -> None:
    assert dialogue.cancelled(Person(id=1)).effects == ()
