"""What is said about a history from another app: what is in its file, and what becomes of it."""

from collections.abc import Iterable

from msgspec import Struct

from flows.programs.brought import Matched
from flows.programs.diary import Kept
from flows.programs.exercise import Library
from flows.programs.imports import HEVY, STRONG, Brought, Refusal
from flows.talk import calendar
from flows.words import Button, Content, T, Text, lines

SHOWN = 12
APPS = {STRONG: "Strong", HEVY: "Hevy"}
TOO_BIG = Content(
    (T("This file is over 5 MB, so I did not read it. A CSV export of one app is enough."),)
)
UNREAD = T("The file could not be read as text. Please export it once more, as CSV.")
OVER = T("That file is no longer open. Send it again to see what is in it.")
LEFT = Content((T("Nothing of the file was taken."),))


class Offer(Struct, frozen=True, kw_only=True):
    """A file that was read: all it holds, what of it is new, and what its names mean."""

    code: str
    found: Brought
    new: tuple[Kept, ...]
    matched: Matched
    imperial: bool
    library: Library


def reading(name: str) -> Content:
    """Say that a file is being read."""
    return Content((T("Reading {name} …", name=name),))


def refused(name: str, refusal: Refusal) -> Content:
    """Say why nothing of a file is taken, with the row where there is one."""
    where = T("Row {row}: {why}", row=refusal.row, why=refusal.why) if refusal.row else refusal.why
    kept = T("Nothing of {name} was kept. Correct it, or send another file.", name=name)
    return Content((where, kept))


def nothing_new(found: Brought) -> Content:
    """Say that everything of a file was here before."""
    said = T(
        "All sessions of this file ({count}) are here already. Nothing changed.",
        count=len(found.sessions),
    )
    return Content((said,))


def offered(offer: Offer) -> Content:
    """Say what taking the file over would bring; nothing is kept yet."""
    buttons = (
        Button(label=T("Take it over"), data=f"h|{offer.code}|take"),
        Button(label=T("Leave it"), data=f"h|{offer.code}|leave"),
    )
    paragraphs = (
        T("<b>Your history from {app}</b>", app=APPS[offer.found.source]),
        *_counts(offer),
        *_known(offer),
        *_unknown(offer),
        T("Nothing of it is kept yet."),
    )
    return Content(paragraphs, (buttons,))


def _counts(offer: Offer) -> tuple[Text, ...]:
    found, new = offer.found, offer.new
    here = len(found.sessions) - len(new)
    said = [
        T(
            "New sessions: {count}, from {first} to {last}. Sets: {sets}.",
            count=len(new),
            first=calendar.dated(new[0].on),
            last=calendar.dated(new[-1].on),
            sets=sum(len(one.sets) for one in new),
        )
    ]
    more = (
        (here, T("Sessions that are here already: {count}.", count=here)),
        (found.warm_ups, T("Warm-up sets left out: {count}.", count=found.warm_ups)),
        (found.empty, T("Sets without reps or a time left out: {count}.", count=found.empty)),
        (not found.unit_told, _unit(offer)),
    )
    return lines((*said, *(text for holds, text in more if holds)))


def _unit(offer: Offer) -> Text:
    unit = T("pounds") if offer.imperial else T("kilograms")
    return T(
        "The file does not say the unit of its weights: I take {unit}, as in your /settings.",
        unit=unit,
    )


def _known(offer: Offer) -> tuple[Text, ...]:
    known = offer.matched.known
    if not known:
        return ()
    exercises = offer.library.exercises
    listed = [
        T("{name} → {ours}", name=name, ours=exercises[exercise].name)
        for name, exercise in known[:SHOWN]
    ]
    head = T("<b>Exercises I know: {count}</b>", count=len(known))
    return lines((head, *listed, *_rest(len(known))))


def _rest(count: int) -> Iterable[Text]:
    return (T("… and {more} more", more=count - SHOWN),) if count > SHOWN else ()


def _unknown(offer: Offer) -> tuple[Text, ...]:
    unknown = offer.matched.unknown
    if not unknown:
        return ()
    head = T("<b>Exercises I do not know: {count}</b>", count=len(unknown))
    what = T("Their sets stay in your history; no weight is planned from them.")
    listed = [T("{name}", name=name) for name in unknown[:SHOWN]]
    return lines((head, *listed, *_rest(len(unknown)), what))


def taken(new: tuple[Kept, ...], exercises: int) -> Content:
    """Say what was taken over."""
    said = T(
        "Taken over. Sessions: {sessions}, sets: {sets}. Exercises that go on from there: "
        "{exercises}.",
        sessions=len(new),
        sets=sum(len(one.sets) for one in new),
        exercises=exercises,
    )
    return Content((said,))
