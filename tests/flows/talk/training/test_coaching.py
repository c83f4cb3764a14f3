"""A trainer's say: the next session seen, an exercise swapped, settled, and noted; only theirs."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from flows.coaching import SessionAsked, Wished, WishTold
from flows.desk import Client, Desk
from flows.effects import Record
from flows.programs.kinds import Component
from flows.programs.need import Wishes
from flows.steps import Phase
from flows.talk.training.coaching import code
from flows.talk.training.wishing import settled
from flows.words import english
from flows.workouts.walk import items
from tests.flows.book import BOOK
from tests.flows.people import GINA, INTAKE, MIA, TOM, answers, assessed, joins
from tests.flows.training import (
    ME,
    changed,
    client,
    finishes,
    screen,
    stands,
    trained,
    training,
    walks,
    workout,
)
from tests.flows.world import World

ANNA = 7


def forges(world: World, who: int, data: str) -> None:
    """Tap long enough after the last tap to be meant anew."""
    world.now += timedelta(seconds=5)
    world.forges(who, data)


def looking() -> World:
    world = trained()
    world.commands(TOM, "/clients")
    world.taps(TOM, "Next session: Mia")
    return world


def view(world: World) -> str:
    return next(one.text for one in world.screens[TOM] if one.slot == f"next:{MIA}")


def exercises(world: World) -> list[str]:
    """List what the next session of Mia has."""
    forges(world, MIA, "m|session")
    return [one.exercise for _, one in items(workout(world))]


def strength(world: World) -> str:
    library = BOOK.library.exercises
    return next(one for one in exercises(world) if library[one].component is Component.RESISTANCE)


def name(exercise: str) -> str:
    return english(BOOK.library.exercises[exercise].name)


def wishes(world: World) -> list[Record]:
    return [one for one in world.records[ME] if one.what == "wish"]


def test_the_next_session_of_a_client_is_shown_section_by_section() -> None:
    world = looking()
    assert "<b>Mia</b>, next session: Step 1: stabilization endurance" in view(world)
    for section in ("Warm-up", "Strength", "Cool-down"):
        assert f"<b>{section}</b>" in view(world)
    assert name(strength(world)) in world.last(TOM).buttons


def test_the_last_session_is_summed_up_for_the_trainer() -> None:
    world = trained()
    forges(world, MIA, "m|session")
    world.taps(MIA, "Start")
    walks(world)
    world.taps(MIA, "Undo")
    world.types(MIA, "pain")
    answers(world, MIA, ("2", "Neck", "Done", "None of these"))
    walks(world)
    finishes(world, effort="7", form="Slips at times")
    world.commands(TOM, "/clients")
    world.taps(TOM, "Next session: Mia")
    assert "Last session Monday, 2 March: " in view(world)
    assert "effort 7, technique: slips, pain 2." in view(world)


@pytest.mark.parametrize(("label", "kept"), [("Never", "forbidden"), ("Always", "locked")])
def test_an_exercise_is_settled_and_both_are_told(label: str, kept: str) -> None:
    world = looking()
    exercise = strength(world)
    world.taps(TOM, name(exercise))
    assert f"<b>{name(exercise)}</b>: what shall be with it?" in view(world)
    world.taps(TOM, label)
    assert getattr(training(world).wishes, kept) == (exercise,)
    assert f"Settled: {label.lower()} {name(exercise)}." in view(world)
    assert world.sees(MIA, f"Tom settled for your sessions: {label.lower()} {name(exercise)}.")
    assert (exercise in exercises(world)) is (label == "Always")
    assert dict(wishes(world)[0].facts)["exercise"] == exercise
    world.taps(TOM, "Another exercise")
    answers(world, TOM, ())
    world.types(TOM, name(exercise))
    world.taps(TOM, "As it comes")
    assert training(world).wishes == Wishes()


def test_what_is_always_there_is_said_to_be_the_trainers_choice() -> None:
    world = looking()
    exercise = strength(world)
    world.taps(TOM, name(exercise))
    world.taps(TOM, "Always")
    forges(world, MIA, "m|session")
    assert "Tom chose this." in screen(world).text


def test_a_swap_offers_what_fits_this_client() -> None:
    world = looking()
    exercise = strength(world)
    world.taps(TOM, name(exercise))
    world.taps(TOM, "Swap")
    assert f"What instead of {name(exercise)}, for Mia?" in view(world)
    offered = [one for one in world.last(TOM).buttons if one != "Back"]
    world.taps(TOM, offered[0])
    (pair,) = training(world).wishes.swaps
    assert pair[0] == exercise
    assert name(pair[1]) == offered[0]
    assert exercise not in exercises(world)
    assert world.sees(MIA, f"{offered[0]} instead of {name(exercise)}.")


def test_where_nothing_else_fits_it_is_said() -> None:
    world = looking()
    exercise = strength(world)
    others = tuple(one for one in BOOK.library.exercises if one != exercise)
    told = replace(training(world), wishes=Wishes(forbidden=others))
    changed(world, replace(client(world), training=told))
    world.taps(TOM, name(exercise))
    world.taps(TOM, "Swap")
    assert "Nothing else fits there." in view(world)
    world.taps(TOM, "Back")
    assert "next session" in view(world)


def test_a_note_stands_beside_the_exercise() -> None:
    world = looking()
    exercise = strength(world)
    world.taps(TOM, name(exercise))
    world.taps(TOM, "A note")
    world.taps(TOM, "Slow and steady, please")
    assert training(world).wishes.notes == ((exercise, "Slow and steady, please"),)
    forges(world, MIA, "m|session")
    assert "Tom: Slow and steady, please" in screen(world).text
    forges(world, TOM, f"t|{MIA}|{code(exercise)}|note")
    world.types(TOM, "Mind your knees")
    assert training(world).wishes.notes == ((exercise, "Mind your knees"),)
    assert "a note to" in view(world)
    assert all("knees" not in str(one.facts) for one in wishes(world))


def test_many_wishes_and_long_notes_fit_one_message() -> None:
    world = trained()
    notes = tuple((one, "n" * 160) for one in tuple(BOOK.library.exercises)[:40])
    told = replace(training(world), wishes=Wishes(notes=notes))
    person = world.person(MIA)
    settings = replace(person.settings, minutes=90)
    world.states[ME] = replace(person, settings=settings)
    changed(world, replace(client(world), training=told))
    world.forges(TOM, f"t|{MIA}")
    assert "and 30 more." in view(world)
    assert len(view(world)) < 4096


def test_an_unknown_name_is_offered_the_three_nearest() -> None:
    world = looking()
    world.taps(TOM, "Another exercise")
    world.types(TOM, "goblin squat")
    world.taps(TOM, "Never")
    assert "I know no exercise “goblin squat”" in world.last(TOM).text
    assert len(world.last(TOM).buttons) == 3
    world.taps(TOM, "Goblet squat")
    assert training(world).wishes.forbidden == ("goblet_squat",)
    world.taps(TOM, "Another exercise")
    world.types(TOM, "banana")
    world.taps(TOM, "Never")
    assert world.last(TOM).text == "I know no exercise “banana”."
    assert not world.last(TOM).buttons


def test_who_has_no_step_or_is_on_a_break_has_no_next_session() -> None:
    world = trained()
    stands(world, None)
    forges(world, TOM, f"t|{MIA}")
    assert "Mia has no step now" in world.last(TOM).text
    stands(world, Phase.STABILIZATION_ENDURANCE)
    world.commands(MIA, "/pause")
    answers(world, MIA, ("Travel", "✓ Mon 9 Mar 2026", "Pause ✓"))
    forges(world, TOM, f"t|{MIA}")
    assert "Mia is on a break" in world.last(TOM).text


def test_what_cannot_be_built_is_told_to_the_trainer_too() -> None:
    world = trained()
    bands = tuple("Bands" if one == "Dumbbells" else one for one in INTAKE if one != "Barbell")
    other = World()
    assessed(other, intake=bands)
    filled = other.person(MIA).filled
    world.states[ME] = replace(world.person(MIA), filled=filled)
    stands(world, Phase.MAXIMAL_STRENGTH)
    forges(world, TOM, f"t|{MIA}")
    assert "Your equipment: bands" in world.last(TOM).text
    forges(world, TOM, f"t|{MIA}|{code('goblet_squat')}|swap")
    assert "What instead of Goblet squat, for Mia?" in world.last(TOM).text


def test_a_client_who_was_not_assessed_has_no_session() -> None:
    world = trained()
    joins(world, ANNA, "client")
    forges(world, TOM, f"t|{ANNA}")
    assert "has no step now" in world.last(TOM).text
    forges(world, TOM, f"t|{ANNA}|{code('goblet_squat')}|swap")
    assert "has no step now" in world.last(TOM).text
    forges(world, TOM, f"t|{ANNA}|{code('goblet_squat')}|forbid")
    assert world.person(ANNA).client is None


@pytest.mark.parametrize("data", ["t|1", "t|1|any|form", "t|1|{squat}|forbid"])
def test_only_their_own_trainer_sees_and_settles(data: str) -> None:
    world = trained()
    joins(world, 8, "trainer")
    before = training(world)
    forges(world, 8, data.format(squat=code("goblet_squat")))
    if world.person(8).open:
        world.types(8, "goblet squat")
        world.taps(8, "Never")
    assert "nobody you train" in world.last(8).text
    forges(world, ANNA, data.format(squat=code("goblet_squat")))
    if world.person(ANNA).open:
        world.types(ANNA, "goblet squat")
        world.taps(ANNA, "Never")
    assert "That is for trainers" in world.last(ANNA).text
    assert training(world) == before


def test_news_of_a_membership_that_ended_does_nothing() -> None:
    world = trained()
    before = training(world)
    world.tells(
        ME,
        Wished(
            membership="old", trainer=TOM, trainer_name="Tom", act="forbid", exercise="push_up"
        ),
    )
    assert training(world) == before


def test_a_wish_that_nobody_can_have_is_not_kept() -> None:
    world = trained()
    before = training(world)
    wish = WishTold(client=MIA, by_name="Tom", act="explode", exercise="push_up")
    world.tells(f"desk:{TOM}", wish)
    assert training(world) == before
    assert "next session" in view(world)
    world.tells(f"desk:{TOM}", SessionAsked(client=MIA, by_name="Tom", swap="lost"))
    assert "next session" in view(world)


@pytest.mark.parametrize(
    "data",
    [
        "t|x",
        "t|²",
        "t|1|nobody",
        "t|1|nobody|forbid",
        "t|1|{squat}|explode",
        "t|1|{squat}|swap|nobody",
        "t|1|nobody|swap|{squat}",
        "t|1|{squat}|lock|{squat}",
    ],
)
def test_a_forged_button_of_a_trainer_is_from_another_time(data: str) -> None:
    world = trained()
    before = training(world)
    forges(world, TOM, data.format(squat=code("goblet_squat")))
    text = world.answers[-1].text
    assert text is not None
    assert "from another time" in english(text)
    assert training(world) == before


def test_who_trains_nobody_sees_nobody() -> None:
    world = World()
    world.commands(GINA, "/gym")
    world.taps(GINA, "My gym")
    joins(world, TOM, "trainer")
    world.commands(TOM, "/clients")
    assert "You train nobody" in world.last(TOM).text
    world.commands(ANNA, "/clients")
    assert "That is for trainers" in world.last(ANNA).text


def wish(act: str, exercise: str, to: str = "") -> Wished:
    return Wished(
        membership="m", trainer=TOM, trainer_name="Tom", act=act, exercise=exercise, to=to
    )


def test_what_contradicts_a_wish_goes() -> None:
    found = settled(Wishes(forbidden=("a",), swaps=(("a", "b"),)), wish("lock", "a"))
    assert found == Wishes(locked=("a",))
    assert settled(found, wish("forbid", "a")) == Wishes(forbidden=("a",))
    assert settled(Wishes(forbidden=("b",)), wish("swap", "a", "b")).forbidden == ()
    assert settled(found, wish("allow", "a")) == Wishes()


def full(count: int = 45) -> World:
    """Let Tom train more people than one message can list."""
    world = trained()
    desk = world.state("desk:2")
    assert isinstance(desk, Desk)
    more = tuple(
        Client(id=100 + n, name=f"P{n:02}", membership=f"m{n}", gym_name="G") for n in range(count)
    )
    world.states["desk:2"] = replace(desk, clients=(*desk.clients, *more))
    return world


@pytest.mark.parametrize(
    ("command", "list_", "says"),
    [("/clients", "t", "Next session: "), ("/unlink", "d", "Stop training ")],
)
def test_the_lists_of_clients_come_in_pages(command: str, list_: str, says: str) -> None:
    world = full()
    world.commands(TOM, command)
    if command == "/unlink":
        world.taps(TOM, "Stop training a client…")
    first = world.last(TOM)
    assert list(first.buttons)[:2] == [f"{says}Mia", f"{says}P00"]
    assert (len(first.buttons), list(first.buttons)[-1]) == (21, "2 ›")
    world.taps(TOM, "2 ›")
    assert list(first.buttons)[-2:] == ["‹ 1", "3 ›"]
    world.taps(TOM, "3 ›")
    assert list(first.buttons) == [*(f"{says}P{n}" for n in range(39, 45)), "‹ 2"]
    forges(world, TOM, f"{list_}|page|99")
    assert "‹ 2" in first.buttons
    forges(world, TOM, f"{list_}|page|x")
    assert world.last(TOM).text


def test_a_list_of_clients_is_in_the_chat_once() -> None:
    world = full()
    for _ in range(2):
        world.commands(TOM, "/clients")
    lists = [one for one in world.screens[TOM] if "Next session: P00" in one.buttons]
    assert lists == [world.last(TOM)]
    assert world.sees(TOM, "Shown again below.")
    world.commands(TOM, "/unlink")
    world.taps(TOM, "Leave")
    assert not [one for one in world.screens[TOM] if "Next session: P00" in one.buttons]
