"""Lays out the sections of a session under a fit: which slots stay, and how long each takes."""

from collections.abc import Callable
from itertools import accumulate

from msgspec import Struct

from flows.programs.choosing import Chosen
from flows.programs.day import Day
from flows.programs.doses import Role
from flows.programs.exercise import Exercise
from flows.programs.figures import Prescription, depends, many, prescribe
from flows.programs.fit import Fit
from flows.programs.goals import Cut
from flows.programs.kinds import Component
from flows.programs.session import Section
from flows.programs.slots import Slot
from flows.programs.template import Frame

MINUTE = 60
Known = dict[tuple[object, ...], Prescription]
Dosing = Callable[[Exercise, Role], Prescription]
DROPS = {
    Component.SPEED: Cut.SPEED,
    Component.PLYOMETRIC: Cut.PLYOMETRIC,
    Component.CORE: Cut.WAKING,
    Component.BALANCE: Cut.WAKING,
}


class Piece(Struct, frozen=True, kw_only=True):
    """A slot that stays, with the prescriptions of its exercise and of its mate."""

    slot: Slot
    first: Prescription
    second: Prescription | None

    @property
    def seconds(self) -> int:
        """How long it takes."""
        return self.first.seconds + (self.second.seconds if self.second else 0)


class Laid(Struct, frozen=True, kw_only=True):
    """One section as it stays, and its seconds: at least those that the template asks."""

    frame: Frame
    pieces: tuple[Piece, ...]
    seconds: int


def laid(day: Day, chosen: Chosen, fit: Fit, known: Known) -> tuple[Laid, ...]:
    """Lay out the sections; `known` keeps what was prescribed for this day already."""

    def dose(one: Exercise, role: Role) -> Prescription:
        left = fit.left[one.component]
        key = depends(one, role, left)
        if key not in known:
            known[key] = prescribe(day, one, role, left)
        return known[key]

    sections = []
    for frame in day.book.template.sections[day.need.phase]:
        staying = _staying(day, chosen[frame.section], frame, fit)
        sections.append(_laid(fit, frame, _pieces(day, frame, staying, dose)))
    return tuple(sections)


def length(sections: tuple[Laid, ...]) -> int:
    """Give the seconds of all sections."""
    return sum(one.seconds for one in sections)


def _staying(day: Day, slots: tuple[Slot, ...], frame: Frame, fit: Fit) -> list[Slot]:
    if frame.section is Section.CHOICE:
        return [slot for slot in slots if slot.locked or Cut.CHOICE not in fit.made]
    counts = {
        one: 0 if dropped(one, fit) else many(day, one, _role(day, one), fit.left[one])
        for one in frame.components
    }
    return [slot for slot in slots if slot.locked or _kept(slot, counts, fit)]


def dropped(component: Component, fit: Fit) -> bool:
    """Whether a component is left out for time."""
    return DROPS.get(component) in fit.made


def _role(day: Day, component: Component) -> Role:
    return day.main if component is Component.RESISTANCE else Role.SINGLE


def _kept(slot: Slot, counts: dict[Component, int], fit: Fit) -> bool:
    component = slot.exercise.component
    if component is Component.RESISTANCE and slot.part not in fit.parts:
        return False
    return slot.rank < counts[component]


def _pieces(day: Day, frame: Frame, slots: list[Slot], dose: Dosing) -> tuple[Piece, ...]:
    """Prescribe the slots, no more than the limits or the minutes of the section allow."""
    pieces = [_piece(slot, dose) for slot in slots]
    most = day.limits.most.get(Component.RESISTANCE)
    if frame.section is Section.RESISTANCE and most is not None:
        pieces = _first(pieces, most, lambda piece: 1 + (piece.second is not None))
    if frame.minutes is not None:
        pieces = _first(pieces, frame.minutes.high * MINUTE, lambda piece: piece.seconds)
    return tuple(pieces)


def _first(pieces: list[Piece], most: int, weight: Callable[[Piece], int]) -> list[Piece]:
    sums = accumulate(weight(piece) for piece in pieces)
    return [piece for piece, total in zip(pieces, sums, strict=True) if total <= most]


def _piece(slot: Slot, dose: Dosing) -> Piece:
    second = dose(slot.mate, slot.mate_role) if slot.mate and slot.mate_role else None
    return Piece(slot=slot, first=dose(slot.exercise, slot.role), second=second)


def _laid(fit: Fit, frame: Frame, pieces: tuple[Piece, ...]) -> Laid:
    hurried = frame.section is Section.COOL_DOWN and Cut.EASING in fit.made
    least = frame.minutes.low * MINUTE if frame.minutes and not hurried else 0
    return Laid(
        frame=frame,
        pieces=pieces,
        seconds=max(least, sum(piece.seconds for piece in pieces)),
    )
