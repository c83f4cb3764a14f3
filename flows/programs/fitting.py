"""Makes a session fit the minutes: the goal's cuts as far as they have to go, and no further."""

from bisect import bisect_left
from collections.abc import Callable

from flows.programs.choosing import Chosen
from flows.programs.day import Day
from flows.programs.fit import Cuts, Fit, fit_of, ladder
from flows.programs.goals import Cut
from flows.programs.kinds import Part
from flows.programs.laying import MINUTE, Known, Laid, laid, length


def fitted(day: Day, chosen: Chosen, parts: tuple[Part, ...]) -> tuple[Fit, tuple[Laid, ...]]:
    """Give the fullest session that fits the minutes; where none does, the shortest there is."""
    known: Known = {}
    limit = room(day) * MINUTE

    def lay(made: Cuts) -> tuple[Laid, ...]:
        return laid(day, chosen, fit_of(day, parts, made), known)

    made = _needed(ladder(day, parts), lambda cuts: length(lay(cuts)) <= limit)
    return fit_of(day, parts, made), lay(made)


def _needed(cuts: Cuts, fits: Callable[[Cuts], bool]) -> Cuts:
    """Make as many cuts as it takes, then take back those that it works without, latest first."""
    count = bisect_left(range(len(cuts)), 1, key=lambda place: fits(cuts[:place]))
    made = cuts[:count]
    for cut in dict.fromkeys(reversed(made)):
        while cut in made and fits(fewer := _less(made, cut)):
            made = fewer
    return made


def _less(made: Cuts, cut: Cut) -> Cuts:
    place = made.index(cut)
    return made[:place] + made[place + 1 :]


def room(day: Day) -> int:
    """Give the minutes that a session may take: those there are, within those of a session."""
    span = day.book.template.minutes
    return min(max(day.need.minutes, span.low), span.high)


def minutes(sections: tuple[Laid, ...]) -> int:
    """Give the minutes of a session, rounded up."""
    return -(-length(sections) // MINUTE)
