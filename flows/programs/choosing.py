"""All that a day could hold at most: slots for every section of its template."""

from collections.abc import Iterator

from flows.programs.day import Day
from flows.programs.exercise import Exercise
from flows.programs.kinds import Component, Part
from flows.programs.left import ALL, FEWEST
from flows.programs.preparing import loosening, training
from flows.programs.resisting import offered, resistance
from flows.programs.session import Section
from flows.programs.slots import Slot, single
from flows.programs.splits import Whom
from flows.programs.taking import fresh
from flows.programs.template import Frame
from flows.programs.who import fresh as new_to_training
from flows.words import T

Chosen = dict[Section, tuple[Slot, ...]]
CHOICE = T("Yours to choose: swap it for anything you like.")
EXTRA = T("Beside the plan of the day.")
LOOSE = frozenset(
    {Component.ROLL, Component.STATIC, Component.ACTIVE, Component.DYNAMIC},
)


def parts_of(day: Day) -> tuple[Part, ...]:
    """Give the parts that this day trains; all of them in weeks that mix steps."""
    return _parts(day, day.need.place)


def open_parts(day: Day) -> tuple[Part, ...]:
    """Give those parts of the day that something is left for, else whatever part there is."""
    mine = [part for part in parts_of(day) if offered(day, part, day.main)]
    return tuple(mine or (part for part in Part if offered(day, part, day.main)))


def _parts(day: Day, place: int) -> tuple[Part, ...]:
    need, policy = day.need, day.book.policy
    new = need.mixed or new_to_training(need.profile, policy)
    whom = Whom.ANY if new else Whom.TRAINED
    return day.book.splits.of(whom, need.phase, need.days, place)


def turn(day: Day) -> int:
    """Count the days on this step that trained the same parts before this one."""
    mine = _parts(day, day.need.place)
    same = [place for place in range(day.need.days) if _parts(day, place) == mine]
    before = sum(place < day.need.place for place in same)
    return (day.need.week - 1) * len(same) + before


def chosen(day: Day, parts: tuple[Part, ...]) -> Chosen:
    """Choose for every section; what was settled to be there and is not yet comes as a choice."""
    found: Chosen = {}
    for frame in day.book.template.sections[day.need.phase]:
        if frame.section is not Section.CHOICE:
            slots = (slot for one in frame.components for slot in _section(day, frame, one, parts))
            found[frame.section] = _once(slots)
    found[Section.CHOICE] = (*_settled(day, found), *_choice(day, parts, found))
    return found


def _section(
    day: Day, frame: Frame, component: Component, parts: tuple[Part, ...]
) -> tuple[Slot, ...]:
    if component is Component.RESISTANCE:
        return resistance(day, parts)
    if component not in LOOSE:
        return training(day, component)
    again = component is Component.ROLL and frame.section is Section.COOL_DOWN
    return loosening(day, component, parts, FEWEST if again else ALL)


def _once(slots: Iterator[Slot]) -> tuple[Slot, ...]:
    return tuple({slot.exercise.id: slot for slot in slots}.values())


def _used(found: Chosen) -> set[str]:
    slots = [slot for section in found.values() for slot in section]
    return {one.id for slot in slots for one in (slot.exercise, slot.mate) if one}


def _settled(day: Day, found: Chosen) -> tuple[Slot, ...]:
    wanted = set(day.need.wishes.locked) - _used(found)
    pool = (one for listed in day.allowed.values() for one in listed)
    missing = [one for one in pool if one.id in wanted]
    return tuple(single(day, one, rank, EXTRA) for rank, one in enumerate(missing))


def _choice(day: Day, parts: tuple[Part, ...], found: Chosen) -> tuple[Slot, ...]:
    """Offer one more exercise that is not in the session yet."""
    frames = day.book.template.sections[day.need.phase]
    offers = [one for f in frames if f.section is Section.CHOICE for one in f.components]
    used = _used(found)
    pool = [one for component in offers for one in _offer(day, component, parts)]
    left = [one for one in pool if one.id not in used]
    taken = fresh(left, lambda one: (day.lately.get(one.id, 0),), 1)
    return tuple(single(day, one, rank, CHOICE) for rank, one in enumerate(taken))


def _offer(day: Day, component: Component, parts: tuple[Part, ...]) -> Iterator[Exercise]:
    if component is not Component.RESISTANCE:
        return iter(day.allowed[component])
    return (one for part in parts for one in offered(day, part, day.main))
