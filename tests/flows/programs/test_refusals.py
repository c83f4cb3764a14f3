"""Nothing is built above what health and equipment allow; the refusal says which it is."""

import pytest
from msgspec.structs import replace

from flows.phases.profile import Condition, Equipment, Profile
from flows.programs.builder import build
from flows.programs.kinds import Component
from flows.programs.need import Need, Wishes
from flows.programs.session import Refusal, Session
from flows.steps import Phase
from flows.words import english
from tests.flows.book import BOOK
from tests.flows.phases.people import CLEAN
from tests.flows.programs.building import P1, P2, P3, P4, P5, STRONG, need


def refused(asked: Need) -> Refusal:
    found = build(asked, BOOK)
    assert isinstance(found, Refusal), found
    return found


@pytest.mark.parametrize(
    ("equipment", "phase"),
    [
        ((), P3),
        (None, P3),
        ((Equipment.BANDS,), P3),
        ((Equipment.DUMBBELLS,), P4),
        ((Equipment.DUMBBELLS,), P5),
        ((Equipment.BALL_AND_ROOM,), P4),
    ],
)
def test_equipment_below_what_the_step_needs_is_said(
    equipment: tuple[Equipment, ...] | None, phase: Phase
) -> None:
    told = refused(need(phase, profile=replace(STRONG, equipment=equipment)))
    assert told.rule == "cap.equipment"
    assert "Dumbbells open step 3" in english(told.text)


def test_a_condition_that_does_not_reach_the_step_is_named() -> None:
    told = refused(need(P2, profile=replace(STRONG, conditions=(Condition.CORONARY,))))
    assert told.rule == "cap.coronary"
    assert "a heart condition" in english(told.text)


def test_what_is_unknown_or_was_judged_refuses_nothing() -> None:
    assert isinstance(build(need(P3, profile=replace(STRONG, age=None)), BOOK), Session)
    fell = replace(STRONG, fell_last_year=True)
    assert isinstance(build(need(P2, profile=fell), BOOK), Session)
    assert isinstance(build(need(P1, profile=Profile(), movement=None), BOOK), Session)


def test_nothing_left_is_said() -> None:
    every = tuple(one.id for one in BOOK.library.of(Component.RESISTANCE))
    told = refused(need(P1, movement=CLEAN, wishes=Wishes(forbidden=every)))
    assert told.rule == "nothing_left"
    assert "talk to your trainer" in english(told.text)
