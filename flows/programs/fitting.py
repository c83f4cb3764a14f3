"""Makes a session fit the minutes: what is left of it when it gets shorter and shorter."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import accumulate

from msgspec import Struct

from flows.programs.choosing import Chosen, turn
from flows.programs.day import Day
from flows.programs.doses import Role
from flows.programs.exercise import Exercise
from flows.programs.figures import Prescription, many, prescribe
from flows.programs.goals import Cut, Squeeze
from flows.programs.growth import FULL
from flows.programs.kinds import Component, Part
from flows.programs.session import Section
from flows.programs.slots import Slot
from flows.programs.template import Frame

MINUTE = 60
Dosing = Callable[[Exercise, Role], Prescription | None]
ALONG = {Part.BICEPS: Part.BACK, Part.TRICEPS: Part.CHEST}
"""Small parts, and the part whose work takes them along."""
DROPS = {
    Component.SPEED: Cut.SPEED,
    Component.PLYOMETRIC: Cut.PLYOMETRIC,
    Component.CORE: Cut.WAKING,
    Component.BALANCE: Cut.WAKING,
}


class Fit(Struct, frozen=True, kw_only=True):
    """How tight the time is, and the parts that are left."""

    squeeze: Squeeze
    parts: tuple[Part, ...]


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


def fitted(day: Day, chosen: Chosen, parts: tuple[Part, ...]) -> tuple[Fit, tuple[Laid, ...]]:
    """Give the longest session that fits the minutes; where none does, the shortest there is."""
    span, whole = day.book.template.minutes, tuple(_fits(day, parts))
    limit = min(max(day.need.minutes, span.low), span.high) * MINUTE
    place = bisect_left(whole, 1, key=lambda fit: _length(laid(day, chosen, fit)) <= limit)
    fit = whole[min(place, len(whole) - 1)]
    return fit, laid(day, chosen, fit)


def _length(sections: tuple[Laid, ...]) -> int:
    return sum(one.seconds for one in sections)


def minutes(sections: tuple[Laid, ...]) -> int:
    """Give the minutes of a session, rounded up."""
    return -(-_length(sections) // MINUTE)


def _fits(day: Day, parts: tuple[Part, ...]) -> Iterator[Fit]:
    """Give ever tighter fits, by the goal's cuts in turn."""
    made, left = list[Cut](), parts
    yield Fit(squeeze=Squeeze(), parts=parts)
    for cut in day.emphasis.cuts:
        made.append(cut)
        squeeze = _squeezed(day, made)
        for fewer in _without(day, left, cut):
            left = fewer
            yield Fit(squeeze=squeeze, parts=fewer)


def _squeezed(day: Day, made: list[Cut]) -> Squeeze:
    all_ = day.emphasis.cuts.count(Cut.RESTS)
    return Squeeze(cuts=frozenset(made), rest=FULL * (all_ - made.count(Cut.RESTS)) // all_)


def _without(day: Day, parts: tuple[Part, ...], cut: Cut) -> Iterator[tuple[Part, ...]]:
    match cut:
        case Cut.TOTAL:
            yield tuple(part for part in parts if part is not Part.TOTAL) or parts
        case Cut.ARMS:
            yield tuple(part for part in parts if ALONG.get(part) not in parts)
        case Cut.PARTS:
            for count in range(len(parts) - 1, 0, -1):
                yield _window(day, parts, count)
        case _:
            yield parts


def _window(day: Day, parts: tuple[Part, ...], count: int) -> tuple[Part, ...]:
    """Take the parts whose turn it is, over the days and weeks that train the same ones."""
    start = turn(day) * count % len(parts)
    return (parts + parts)[start : start + count]


def laid(day: Day, chosen: Chosen, fit: Fit) -> tuple[Laid, ...]:
    """Lay out the sections as they stay under a fit."""
    known: dict[tuple[object, ...], Prescription | None] = {}

    def dose(one: Exercise, role: Role) -> Prescription | None:
        key = (one.component, role, one.measure, one.sided, one.loaded)
        if key not in known:
            known[key] = prescribe(day, one, role, fit.squeeze)
        return known[key]

    return tuple(
        _laid(
            fit, frame, _pieces(day, frame, _staying(day, chosen[frame.section], frame, fit), dose)
        )
        for frame in day.book.template.sections[day.need.phase]
    )


def _staying(day: Day, slots: tuple[Slot, ...], frame: Frame, fit: Fit) -> list[Slot]:
    if frame.section is Section.CHOICE:
        return [slot for slot in slots if slot.locked or Cut.CHOICE not in fit.squeeze.cuts]
    counts = {
        one: 0 if dropped(one, fit.squeeze.cuts) else many(day, one, _role(day, one), fit.squeeze)
        for one in frame.components
    }
    return [slot for slot in slots if slot.locked or _kept(slot, counts, fit)]


def dropped(component: Component, cuts: frozenset[Cut]) -> bool:
    """Whether a component is left out for time."""
    return DROPS.get(component) in cuts


def _role(day: Day, component: Component) -> Role:
    return day.main if component is Component.RESISTANCE else Role.SINGLE


def _kept(slot: Slot, counts: dict[Component, int], fit: Fit) -> bool:
    component = slot.exercise.component
    if component is Component.RESISTANCE and slot.part not in fit.parts:
        return False
    return slot.rank < counts[component]


def _pieces(day: Day, frame: Frame, slots: list[Slot], dose: Dosing) -> tuple[Piece, ...]:
    """Prescribe the slots, no more than the limits or the minutes of the section allow."""
    pieces = [piece for slot in slots if (piece := _piece(slot, dose)) is not None]
    most = day.limits.most.get(Component.RESISTANCE)
    if frame.section is Section.RESISTANCE and most is not None:
        pieces = _first(pieces, most, lambda piece: 1 + (piece.second is not None))
    if frame.minutes is not None:
        pieces = _first(pieces, frame.minutes.high * MINUTE, lambda piece: piece.seconds)
    return tuple(pieces)


def _first(pieces: list[Piece], most: int, weight: Callable[[Piece], int]) -> list[Piece]:
    sums = accumulate(weight(piece) for piece in pieces)
    return [piece for piece, total in zip(pieces, sums, strict=True) if total <= most]


def _piece(slot: Slot, dose: Dosing) -> Piece | None:
    first = dose(slot.exercise, slot.role)
    if first is None:
        return None
    second = dose(slot.mate, slot.mate_role) if slot.mate and slot.mate_role else None
    return Piece(slot=slot, first=first, second=second)


def _laid(fit: Fit, frame: Frame, pieces: tuple[Piece, ...]) -> Laid:
    hurried = frame.section is Section.COOL_DOWN and Cut.EASING in fit.squeeze.cuts
    least = frame.minutes.low * MINUTE if frame.minutes and not hurried else 0
    return Laid(
        frame=frame,
        pieces=pieces,
        seconds=max(least, sum(piece.seconds for piece in pieces)),
    )
