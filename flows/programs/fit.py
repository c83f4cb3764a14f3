"""How tight the time is: the cuts that are made, and the parts of the body that they leave."""

from msgspec import Struct

from flows.programs.choosing import turn
from flows.programs.day import Day
from flows.programs.goals import FULL, Cut
from flows.programs.kinds import Component, Part
from flows.programs.left import Left, lefts

ALONG = {Part.BICEPS: Part.BACK, Part.TRICEPS: Part.CHEST}
"""Small parts, and the part whose work takes them along."""
Cuts = tuple[Cut, ...]


class Fit(Struct, frozen=True, kw_only=True):
    """The cuts that were made, what they leave of each component, and the parts that are left."""

    made: Cuts
    left: dict[Component, Left]
    parts: tuple[Part, ...]


def ladder(day: Day, parts: tuple[Part, ...]) -> Cuts:
    """Give the goal's cuts in turn; that of the parts once for each but the last."""
    turns = [[cut] * (len(parts) - 1 if cut is Cut.PARTS else 1) for cut in day.emphasis.cuts]
    return tuple(cut for turn in turns for cut in turn)


def fit_of(day: Day, parts: tuple[Part, ...], made: Cuts) -> Fit:
    """Give the fit after some cuts, in whatever order they were made."""
    whole = day.emphasis.cuts
    shares = {cut: max(0, FULL - FULL * made.count(cut) // whole.count(cut)) for cut in made}
    for cut in (Cut.TOTAL, Cut.ARMS):
        parts = _without(parts, cut) if cut in shares else parts
    fewer = made.count(Cut.PARTS)
    return Fit(
        made=made,
        left=lefts(shares),
        parts=_window(day, parts, max(1, len(parts) - fewer)) if fewer else parts,
    )


def _without(parts: tuple[Part, ...], cut: Cut) -> tuple[Part, ...]:
    if cut is Cut.TOTAL:
        return tuple(part for part in parts if part is not Part.TOTAL) or parts
    return tuple(part for part in parts if ALONG.get(part) not in parts)


def _window(day: Day, parts: tuple[Part, ...], count: int) -> tuple[Part, ...]:
    """Take the parts whose turn it is, over the days and weeks that train the same ones."""
    start = turn(day) * count % len(parts)
    return (parts + parts)[start : start + count]
