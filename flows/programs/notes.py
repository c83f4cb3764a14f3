"""What is said beside a session and its sections: what is left out and why, limits, time."""

from collections.abc import Iterator

from flows.phases.limits import limits
from flows.programs.choosing import parts_of
from flows.programs.day import Day
from flows.programs.fit import ALONG, Fit
from flows.programs.goals import Cut
from flows.programs.kinds import Component, Part
from flows.programs.laying import MINUTE, Laid, dropped
from flows.programs.naming import PARTS, listed
from flows.programs.resisting import empty_parts
from flows.programs.session import Section
from flows.programs.telling import emptied, untimed
from flows.words import T, Text

EASY = T("First some easy walking or cycling: {minutes} min.")
LAST = T("Then some easy walking: {minutes} min.")
ROLLER = T("No roller or ball? A full bottle or a rolled towel does.")
NO_PARTS = T("Nothing that your equipment and limits allow for: {parts}.")
ALONG_NOTE = T("The work for chest and back takes the arms along: there is no time for more.")
TURNS = T("In this time: {parts}. The others have their turn on the next days.")
NO_CHOICE = T("No exercise of your own choice today: the time is short.")
NO_MORE = T("Nothing more is left for an exercise of your own choice.")
SHORT = T("This step takes {minutes} minutes at least, even at its shortest.")
LOCKED_OUT = T("{name} was settled for every session, but it is not for this step or not allowed.")
LIGHTER = T("This is a lighter week.")


def of_section(day: Day, fit: Fit, section: Laid) -> tuple[Text, ...]:
    """Say what is special about a section."""
    if section.frame.section is Section.CHOICE:
        return () if section.pieces else (NO_CHOICE if Cut.CHOICE in fit.made else NO_MORE,)
    return (
        *_missing(day, fit, section),
        *_rolled(section),
        *_filler(section),
        *_bare(day, section),
    )


def _rolled(section: Laid) -> Iterator[Text]:
    """Say at the first rolling what does it where there is no roller: nobody is asked for one."""
    rolls = any(piece.slot.exercise.component is Component.ROLL for piece in section.pieces)
    if rolls and section.frame.section is Section.WARM_UP:
        yield ROLLER


def _missing(day: Day, fit: Fit, section: Laid) -> Iterator[Text]:
    there = {piece.slot.exercise.component for piece in section.pieces}
    for component in section.frame.components:
        if not day.allowed[component]:
            yield emptied(day, component)
        elif component not in there and dropped(component, fit):
            yield untimed(component)


def _filler(section: Laid) -> Iterator[Text]:
    rest = section.seconds - sum(piece.seconds for piece in section.pieces)
    least = section.frame.minutes
    if least and rest >= MINUTE:
        text = EASY if section.frame.section is Section.WARM_UP else LAST
        yield T(text.template, minutes=rest // MINUTE)


def _bare(day: Day, section: Laid) -> Iterator[Text]:
    empty = empty_parts(day, parts_of(day)) if section.frame.section is Section.RESISTANCE else ()
    if empty:
        yield T(NO_PARTS.template, parts=listed(empty))


def of_session(day: Day, parts: tuple[Part, ...], fit: Fit, minutes: int) -> tuple[Text, ...]:
    """Say what the whole session is bound by: a lighter week, time, wishes, and the limits."""
    return (
        *((LIGHTER,) if day.need.lighter else ()),
        *_parts(parts, fit),
        *_long(day, minutes),
        *_wishes(day),
        *(limit.text for limit in limits(day.need.profile, day.book.policy)),
    )


def _parts(parts: tuple[Part, ...], fit: Fit) -> Iterator[Text]:
    arms = [part for part in parts if ALONG.get(part) in parts]
    if Cut.ARMS in fit.made and arms:
        yield ALONG_NOTE
    expected = [part for part in parts if part not in (*arms, Part.TOTAL)]
    if any(part not in fit.parts for part in expected):
        yield T(TURNS.template, parts=listed(tuple(PARTS[part] for part in fit.parts)))


def _long(day: Day, minutes: int) -> Iterator[Text]:
    if minutes > day.need.minutes:
        yield T(SHORT.template, minutes=minutes)


def _wishes(day: Day) -> Iterator[Text]:
    open_ids = {one.id for pool in day.allowed.values() for one in pool}
    for wish in day.need.wishes.locked:
        known = day.book.library.exercises.get(wish)
        if known is not None and wish not in open_ids:
            yield T(LOCKED_OUT.template, name=known.name)
