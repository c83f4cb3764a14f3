"""Which screen a session's message shows: the card, the set that comes now, or a choice."""

from msgspec.structs import replace

from flows.talk.training import swapping
from flows.talk.training.buttons import button, row
from flows.talk.training.card import card
from flows.talk.training.scene import Scene, name
from flows.talk.training.screens import running
from flows.talk.training.words import set_of
from flows.words import Content, T, Text
from flows.workouts.training import Sets

INSTEAD = T("What instead of {name}?")
NOTHING = T("Nothing else fits here: of the same kind, allowed and with your equipment.")
CHANGED = T("Something has changed since this was shown: this is the session now.")
UNSURE = T("How did you mean that?")


def content(one: Scene, problem: Text | None = None) -> Content:
    """Show a session as it stands, under a problem if there is one."""
    screen = _screen(one)
    above = () if problem is None else (problem,)
    return replace(screen, paragraphs=(*above, *screen.paragraphs))


def _screen(one: Scene) -> Content:
    match one.workout.view:
        case swapping.INSTEAD | swapping.NEAR:
            return _instead(one)
        case "unsure":
            return _unsure(one)
        case _ if one.workout.begun is None:
            return card(one)
        case _:
            return running(one)


def _instead(one: Scene) -> Content:
    """Offer what may take the place of an exercise, each with why it fits."""
    at = swapping.at_hand(one)
    found = swapping.offered(one, at[1]) if at else ()
    text = (
        T(INSTEAD.template, name=name(one.book, at[1].exercise if at else "")),
        *(() if found else (NOTHING,)),
        *(T("{name}: {why}.", name=swap.exercise.name, why=swap.why) for swap in found),
    )
    rows = tuple(
        (button(one, swap.exercise.name, f"take{place}"),) for place, swap in enumerate(found)
    )
    out = (("Leave it out today", "out"),) if one.workout.begun else ()
    return Content(text, (*rows, row(one, *out, ("Back", "back"))))


def _unsure(one: Scene) -> Content:
    rows = tuple(
        (button(one, _reading(one, sets), f"read{place}"),)
        for place, sets in enumerate(one.workout.unsure)
    )
    return Content((UNSURE,), (*rows, row(one, ("Back", "back"))))


def _reading(one: Scene, sets: Sets) -> Text:
    said = set_of(sets.done, one.units)
    return said if sets.sets == 1 else T("{n} sets of {set}", n=sets.sets, set=said)
