"""The shipped tables belong together: each figure has its source, each name is known."""

import csv

import pytest

from flows.phases.profile import Condition, Fault
from flows.programs.bounds import Kind
from flows.programs.doses import Quantity, Role
from flows.programs.equipment import WEIGHTS
from flows.programs.kinds import Component
from flows.programs.session import Span
from flows.programs.who import CHECKPOINTS, WORDS
from flows.questionnaires.lists import PLACES
from flows.steps import Level, Phase
from tests.flows.book import BOOK, read
from tests.flows.programs.grid import HIGHEST
from tests.flows.programs.keeping import cut

TABLES = (
    "bounds", "doses", "goals", "muscles", "remedies", "splits", "template", "twins", "weeks",
)  # fmt: skip
FOUND = BOOK.library.exercises
NAMES = {
    Kind.SETS: Quantity.SETS,
    Kind.REPS: Quantity.REPS,
    Kind.PERCENT: Quantity.PERCENT,
    Kind.LEFT: Quantity.LEFT,
    Kind.REST: Quantity.REST,
}


def within_reach(who: str) -> set[Phase]:
    highest = HIGHEST["pregnancy_early" if who == "pregnancy" else who] if who in HIGHEST else 5
    return {phase for phase in Phase if phase <= highest}


@pytest.mark.parametrize("name", TABLES)
def test_each_row_has_a_source_and_what_is_ours_is_never_the_books(name: str) -> None:
    for row in csv.DictReader(read(f"{name}.csv").splitlines()):
        assert row["confidence"] in {"A", "B", "C", "D"}, row
        assert row["source"], row
        if row["source"] == "our own proposal" or "ours" in row["source"]:
            assert row["confidence"] == "D", row
        if row["confidence"] == "A":
            assert row["source"].startswith("NASM CPT 7e ch. "), row


def test_figures_have_units() -> None:
    for name in ("bounds", "doses", "template"):
        for row in csv.DictReader(read(f"{name}.csv").splitlines()):
            assert bool(row["unit"]) == bool(row["low"] or row["high"]), row


def test_each_step_has_figures_for_all_its_template_asks() -> None:
    for phase, frames in BOOK.template.sections.items():
        for component in {one for frame in frames for one in frame.components}:
            assert (component, Role.SINGLE, phase) in BOOK.doses.amounts


def test_each_exercise_has_figures_on_each_of_its_steps() -> None:
    for one in FOUND.values():
        for phase in one.phases:
            assert (one.component, Role.SINGLE, phase) in BOOK.doses.amounts, one.id


def test_every_group_fault_and_place_is_bounded_and_has_its_words() -> None:
    who = {row.who for row in BOOK.bounds}
    assert who <= set(WORDS)
    assert {str(one) for one in Condition} <= who
    assert {f"hurts_{place.key}" for place in PLACES} <= who
    assert {f"{one}_{Fault.MAJOR}" for one in CHECKPOINTS} <= who


def test_pairs_of_the_book_are_in_the_library_and_fit_their_step() -> None:
    levels = {Phase.STRENGTH_ENDURANCE: Level.STABILIZATION, Phase.POWER: Level.POWER}
    assert BOOK.twins
    for (phase, strength), paired in BOOK.twins.items():
        assert FOUND[strength].level is Level.STRENGTH
        assert phase in FOUND[strength].phases
        for one in paired:
            assert FOUND[one].level is levels[phase]
            assert FOUND[one].part is FOUND[strength].part


def test_only_sets_and_reps_of_conditions_go_outside_of_a_step() -> None:
    """Where a condition leaves a step nothing of its own figures, it was meant to."""
    apart = set()
    for row in BOOK.bounds:
        for phase in row.phases & within_reach(row.who):
            amounts = BOOK.doses.amounts[Component.RESISTANCE, Role.SINGLE, phase]
            amount = amounts.figures.get(NAMES[row.kind]) if row.kind in NAMES else None
            if amount is not None:
                own = Span(amount.low, amount.high)
                limit = Span(row.low or 0, row.high if row.high is not None else 1000)
                kept = cut(own, limit)
                if not own.low <= kept.low <= kept.high <= own.high:
                    apart.add((row.who, row.kind, int(phase)))
    assert apart == {
        ("cancer", Kind.SETS, 2),
        ("cancer", Kind.PERCENT, 2),
        ("pregnancy", Kind.PERCENT, 2),
    }


def test_what_has_a_weight_is_what_there_are_steps_for() -> None:
    assert all(BOOK.loads.steps[units].keys() == WEIGHTS for units in BOOK.loads.steps)
