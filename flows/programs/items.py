"""Turns what stays of a section into items: doses with their reasons, sources and loads."""

from collections.abc import Iterator
from string import ascii_uppercase

from flows.programs.day import Day
from flows.programs.doses import Role
from flows.programs.exercise import Exercise
from flows.programs.figures import Prescription
from flows.programs.fit import Fit
from flows.programs.laying import Laid, Piece
from flows.programs.loads import advise
from flows.programs.session import Item
from flows.programs.telling import about, bounded, limited, sources
from flows.words import Text


def items(day: Day, fit: Fit, section: Laid) -> tuple[Item, ...]:
    """Give the items of a section in their order; the letters of its pairs begin with A."""
    pairs = iter(ascii_uppercase)
    return tuple(
        item for piece in section.pieces for item in _both(day, fit, piece, _letter(piece, pairs))
    )


def _letter(piece: Piece, letters: Iterator[str]) -> str:
    return next(letters) if piece.second else ""


def _both(day: Day, fit: Fit, piece: Piece, pair: str) -> Iterator[Item]:
    slot = piece.slot
    yield _item(day, fit, (slot.exercise, slot.role, piece.first), slot.why, pair)
    if piece.second is not None and slot.mate is not None and slot.mate_role is not None:
        mate = (slot.mate, slot.mate_role, piece.second)
        yield _item(day, fit, mate, slot.mate_why, pair)


def _item(
    day: Day,
    fit: Fit,
    what: tuple[Exercise, Role, Prescription],
    why: tuple[Text, ...],
    pair: str,
) -> Item:
    exercise, role, given = what
    kinds = bounded(day, exercise, role, fit.left[exercise.component], given.dose)
    amounts = day.amounts(exercise.component, role)
    advice = advise(exercise, given.dose, day.need, day.book)
    return Item(
        exercise=exercise.id,
        dose=given.dose,
        kg=advice.kg,
        pair=pair,
        reasons=(
            *why,
            *about(day, exercise, role, given.dose),
            *limited(day, kinds),
            *advice.reasons,
        ),
        source="; ".join(dict.fromkeys((amounts.source, *sources(day, kinds)))),
    )
