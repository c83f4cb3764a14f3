"""/today: the card of the session, and kindly what stands in its way."""

import pytest
from msgspec.structs import replace

from flows.phases.position import Week
from flows.programs.kinds import Trait
from flows.steps import Phase
from flows.words import T
from tests.flows.book import BOOK
from tests.flows.people import INTAKE, MIA, answers
from tests.flows.training import (
    alone,
    asks,
    begins,
    changed,
    client,
    finishes,
    item,
    presses,
    screen,
    stands,
    to_strength,
    training,
    turn,
    walks,
    workout,
)
from tests.flows.world import World

WITH_BANDS = tuple("Bands" if one == "Dumbbells" else one for one in INTAKE if one != "Barbell")
WITH_NOTHING = tuple(
    "None of these" if one == "Barbell" else one
    for one in INTAKE
    if one not in {"Dumbbells", "Done"}
)
SECTIONS = ("Warm-up", "Core and balance", "Strength", "Cardio", "Cool-down")


def test_the_session_is_shown_section_by_section() -> None:
    world = alone()
    world.commands(MIA, "/today")
    said = screen(world).text
    assert "Step 1: stabilization endurance" in said
    assert "about 60 minutes" in said
    assert [section for section in SECTIONS if f"<b>{section}</b>" in said] == list(SECTIONS)
    assert "12–20 reps" in said
    assert "weight by feel" in said
    assert set(screen(world).buttons) >= {"Start", "Why these?", "Swap", "Shorter or longer"}


def test_who_has_nothing_hears_of_no_weight() -> None:
    """Also of an exercise that others do with dumbbells."""
    world = alone(WITH_NOTHING)
    world.commands(MIA, "/today")
    seen = [screen(world).text]
    world.taps(MIA, "Start")
    to_strength(world)
    asks(world, replace(item(world), exercise="single_leg_romanian_deadlift"))
    assert "Single-leg Romanian deadlift" in screen(world).text
    while "Finish" not in screen(world).buttons:
        seen += (screen(world).text, *screen(world).buttons)
        presses(world, "done")
    assert not any(word in one for one in seen for word in (" kg", "weight by feel", "Take a w"))


def test_what_holds_for_a_whole_section_is_said_once() -> None:
    world = alone()
    world.commands(MIA, "/today")
    assert screen(world).text.count("tempo 4/2/1/1, 3–4 reps left in reserve, rest 90 s") <= 2


def test_every_exercise_has_its_reason_and_its_source() -> None:
    world = alone()
    stands(world, Phase.MUSCULAR_DEVELOPMENT, 4)
    world.commands(MIA, "/today")
    world.taps(MIA, "Why these?")
    said = screen(world).text
    assert "NASM CPT 7e" in said
    assert "our own proposal" in said
    strength = next(one for one in said.split("<b>") if one.startswith("Strength"))
    assert strength.count("Week 4 on this step") == 1
    assert "Main work for the legs" in strength
    world.taps(MIA, "Back to the session")
    assert "Start" in screen(world).buttons


def test_a_long_session_is_cut_into_pages() -> None:
    world = alone()
    world.commands(MIA, "/today")
    now = workout(world)
    blocks = tuple(replace(one, notes=(T("x" * 1500),)) for one in now.session.blocks)
    long = replace(now, session=replace(now.session, blocks=blocks))
    changed(world, replace(client(world), training=replace(training(world), workout=long)))
    presses(world, "back")
    assert "Page 1" not in screen(world).buttons
    world.taps(MIA, "Page 2")
    assert "Warm-up" not in screen(world).text
    world.taps(MIA, "Page 1")
    assert "Warm-up" in screen(world).text
    presses(world, "page99")
    assert "Cool-down" in screen(world).text


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("view", ["back", "why"])
def test_the_longest_sessions_fit_a_message(phase: Phase, view: str) -> None:
    world = alone()
    stands(world, phase, 6)
    world.commands(MIA, "/today")
    world.types(MIA, "90")
    presses(world, view)
    pages = [screen(world).text]
    while f"Page {len(pages) + 1}" in screen(world).buttons:
        world.taps(MIA, f"Page {len(pages) + 1}")
        pages.append(screen(world).text)
    assert all(len(one) < 4096 for one in pages)
    assert sum("Cool-down" in one for one in pages) == 1


def test_another_length_builds_it_anew() -> None:
    world = alone()
    world.commands(MIA, "/today")
    world.taps(MIA, "Shorter or longer")
    assert "How much time" in screen(world).text
    world.taps(MIA, "30")
    assert workout(world).session.minutes <= 30
    assert "Start" in screen(world).buttons
    world.types(MIA, "45 minutes")
    assert 30 < workout(world).session.minutes <= 45
    world.types(MIA, "go")
    assert workout(world).begun is not None


def test_asked_again_the_same_day_it_keeps_what_was_chosen() -> None:
    world = alone()
    world.commands(MIA, "/today")
    world.taps(MIA, "Shorter or longer")
    world.taps(MIA, "30")
    first = workout(world)
    world.commands(MIA, "/today")
    assert workout(world).session == first.session
    assert workout(world).code != first.code
    world.sleeps(days=2)
    world.commands(MIA, "/today")
    assert workout(world).minutes is None
    assert [one.slot for one in world.screens[MIA]].count(f"workout:{first.code}") == 0


def test_who_was_never_assessed_is_told_how_to_begin() -> None:
    world = World()
    world.commands(MIA, "/today")
    assert "Begin my assessment" in world.last(MIA).buttons


def test_without_a_step_it_is_said_what_is_open() -> None:
    world = alone()
    world.types(MIA, "I had chest pain")
    answers(world, MIA, ("Chest, neck", "Done", "Yes, now"))
    world.commands(MIA, "/today")
    assert "Clearance pending" in world.last(MIA).text
    world.forges(MIA, "m|session")
    assert training(world).workout is None


def test_on_a_break_it_offers_to_come_back() -> None:
    world = alone()
    world.commands(MIA, "/pause")
    answers(world, MIA, ("Travel", "✓ Mon 9 Mar 2026", "Pause ✓"))
    for way in ("m|today", "m|session"):
        world.forges(MIA, way)
        assert "You are on a break" in world.last(MIA).text
        assert training(world).workout is None


def test_a_rest_day_names_the_next_session_and_can_be_passed_over() -> None:
    world = alone()
    world.sleeps(days=1)
    world.commands(MIA, "/today")
    assert "rest day" in world.last(MIA).text
    assert "Wednesday, 4 March" in world.last(MIA).text
    world.taps(MIA, "Show me the next session")
    assert "Start" in screen(world).buttons


def test_who_has_trained_today_is_not_sent_again() -> None:
    world = alone()
    begins(world)
    walks(world)
    finishes(world)
    world.commands(MIA, "/today")
    assert "You have trained today" in world.last(MIA).text


def test_a_week_whose_sessions_are_done_is_a_week_done() -> None:
    world = alone()
    for _ in range(3):
        world.forges(MIA, "m|session")
        world.taps(MIA, "Start")
        walks(world)
        finishes(world)
        world.sleeps(days=1)
    world.commands(MIA, "/today")
    assert "This week's sessions are all done (3)" in world.last(MIA).text


def test_a_week_without_sessions_has_none_today_and_says_so() -> None:
    world = alone()
    idle = replace(client(world).calendar, planned=0)
    changed(world, replace(client(world), calendar=idle))
    world.commands(MIA, "/today")
    assert "No sessions are planned this week" in world.last(MIA).text
    world.taps(MIA, "Show me the next session")
    assert "Start" in world.last(MIA).buttons


def test_the_next_session_is_another_one_of_the_week() -> None:
    world = alone()
    begins(world)
    first = workout(world).session
    walks(world)
    finishes(world)
    world.forges(MIA, "m|session")
    assert workout(world).session != first
    world.taps(MIA, "Start")
    world.forges(MIA, "m|session")
    assert workout(world).begun is not None


def test_what_cannot_be_built_is_refused_in_words() -> None:
    world = alone(WITH_BANDS)
    stands(world, Phase.MAXIMAL_STRENGTH)
    world.commands(MIA, "/today")
    assert training(world).workout is None
    assert "Your equipment: bands" in world.last(MIA).text


def test_a_card_that_cannot_be_built_any_more_is_refused_at_its_start() -> None:
    world = alone(WITH_BANDS)
    world.commands(MIA, "/today")
    card = workout(world)
    stands(world, Phase.MAXIMAL_STRENGTH)
    world.taps(MIA, "Start")
    assert training(world).workout is None
    assert not any(one.slot == f"workout:{card.code}" for one in world.screens[MIA])
    assert "Your equipment: bands" in world.last(MIA).text


def test_a_card_that_no_longer_fits_is_shown_anew_at_its_start() -> None:
    world = alone()
    world.commands(MIA, "/today")
    old = workout(world)
    changed(world, replace(client(world), week=Week(pain=2, pain_where=("knee",))))
    world.taps(MIA, "Start")
    assert workout(world).begun is None
    assert "Something has changed since" in screen(world).text
    assert workout(world).session != old.session
    world.taps(MIA, "Start")
    assert workout(world).begun is not None


@pytest.mark.parametrize("typed", ["hello", "20", "35 min"])
def test_other_words_are_not_for_a_card(typed: str) -> None:
    world = alone()
    world.commands(MIA, "/today")
    before = workout(world)
    world.types(MIA, typed)
    assert workout(world) == before
    assert "I did not understand that" in world.last(MIA).text


def test_cardio_is_told_in_one_sentence_a_line() -> None:
    world = alone()
    begins(world)
    while turn(world).item is not None:
        presses(world, "done")
    said = screen(world).text.splitlines()
    assert "<b>Now:</b> 8 minutes at one pace." in said
    assert any(one.startswith("Zone 1: effort 3 to 4 of 10; ") and one[-1] == "." for one in said)
    assert not any(".," in one for one in said)


def test_cardio_has_its_reason_and_its_source() -> None:
    world = alone()
    world.commands(MIA, "/today")
    world.taps(MIA, "Why these?")
    cardio = next(one for one in screen(world).text.split("<b>") if one.startswith("Cardio"))
    assert "to build a base" in cardio
    assert "(NASM CPT 7e ch. 15" in cardio


def test_who_has_no_roller_reads_what_does_as_well() -> None:
    world = alone()
    world.commands(MIA, "/today")
    assert (
        screen(world).text.count("No roller or ball? A full bottle or a rolled towel does.") == 1
    )


def test_the_letters_of_pairs_are_explained_where_there_are_any() -> None:
    world = alone()
    world.commands(MIA, "/today")
    assert "A letter joins two" not in screen(world).text
    stands(world, Phase.STRENGTH_ENDURANCE, 4)
    world.commands(MIA, "/today")
    assert "A letter joins two that are done in turn" in screen(world).text


def test_a_day_without_jumps_has_no_jump_of_another_name() -> None:
    world = alone()
    world.commands(MIA, "/today")
    assert "No jumps today: a landing that nobody has checked yet." in screen(world).text
    assert "Jump rope" not in screen(world).text
    every = [one for block in workout(world).session.blocks for one in block.items]
    assert all(Trait.JUMP not in BOOK.library.exercises[one.exercise].traits for one in every)
