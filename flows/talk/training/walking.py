"""What the buttons of a session do: one set after another, and all that can be done about it."""

from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace

from flows.effects import Answer, Decision, Repost, Show, then
from flows.events import Tapped
from flows.person import Person
from flows.programs.book import Book
from flows.programs.builder import build
from flows.programs.log import Done
from flows.programs.session import Session
from flows.talk import dialogue
from flows.talk.training import ending, swapping
from flows.talk.training.buttons import Pressed, pressed
from flows.talk.training.card import LENGTHS
from flows.talk.training.counting import begun
from flows.talk.training.scene import Scene, barred, now, scene, shown
from flows.talk.training.view import content
from flows.words import T, Text
from flows.workouts.target import meant
from flows.workouts.training import Rest
from flows.workouts.walk import (
    Turn,
    item_turns,
    marked,
    rest_after,
    section_turns,
    skipped,
    undone,
)

OVER = T("That session is from another time. /today shows the one of today.")
BEHIND = T("That is behind us already. Here is where we are.")
ENDED = T("This session does not fit any more: it ended with what was done.")

Does = Callable[[Scene, float | None], Scene]


def tapped(
    person: Person, event: Tapped, book: Book, where: tuple[str, str, str]
) -> Decision[Person]:
    """Do what a button of a session says; one of an older moment changes nothing."""
    code, acts, act = where
    one, said = scene(person, event, book), pressed(acts, act)
    if one is None or said is None or one.workout.code != code:
        answer = Answer(query=event.query, text=OVER, alert=True)
        return Decision(state=person, effects=(answer,))
    if said.acts != one.workout.acts or said.act not in (ACTS.keys() | LEADS.keys()):
        return _behind(one, said, event)
    if barred(one):
        return ending.closed(one, ENDED)
    leads = LEADS.get(said.act)
    return leads(one) if leads else show(ACTS[said.act](one, said.number))


def _behind(one: Scene, said: Pressed, event: Tapped) -> Decision[Person]:
    if said.acts == one.workout.acts - 1:
        return Decision(state=one.person, effects=(Answer(query=event.query),))
    answer = Answer(query=event.query, text=BEHIND)
    return then(Decision(state=one.person, effects=(answer,)), lambda _: show(one, how=Repost))


def show(
    one: Scene, problem: Text | None = None, how: type[Show] | type[Repost] = Show
) -> Decision[Person]:
    """Show a session as it stands now."""
    one = shown(one)
    return Decision(state=one.person, effects=(how(slot=one.slot, content=content(one, problem)),))


def noted(one: Scene, turn: Turn, sets: tuple[Done | None, ...]) -> Scene:
    """Note sets from a turn on, and begin the rest that follows."""
    behind = item_turns(one.workout, turn, one.book.library)[: len(sets)]
    workout = marked(one.workout, behind, sets[: len(behind)])
    seconds = rest_after(workout, behind[-1], one.book.library)
    return now(one, replace(workout, rest=_rest(one, seconds)))


def _rest(one: Scene, seconds: int) -> Rest | None:
    if not seconds:
        return None
    half = one.event.at + timedelta(seconds=seconds / 2)
    long_enough = seconds >= one.book.workouts.shortest_rest
    return Rest(
        until=one.event.at + timedelta(seconds=seconds), half=half if long_enough else None
    )


def _go(one: Scene, _: float | None) -> Scene:
    if one.workout.begun is not None:
        return one
    begins = replace(one.workout, begun=one.event.at, view="", acts=one.workout.acts + 1)
    return now(one, begins)


def _viewed(view: str) -> Does:
    return lambda one, _: now(one, replace(one.workout, view=view, page=0, count=None))


def _page(one: Scene, number: float | None) -> Scene:
    return now(one, replace(one.workout, page=int(number or 0)))


def _minutes(one: Scene, number: float | None) -> Scene:
    """Build the session anew for other minutes; without a number ask for how many."""
    if number is None or number not in LENGTHS or one.workout.begun is not None:
        return now(one, replace(one.workout, view="min"))
    told = swapping.wanted(one)
    built = build(replace(told, minutes=int(number)), one.book) if told else None
    if not isinstance(built, Session):
        return one
    workout = replace(one.workout, session=built, minutes=int(number), view="", page=0)
    return now(one, replace(swapping.replayed(one, workout), acts=workout.acts + 1))


def _swap(one: Scene, _: float | None) -> Scene:
    view = "swap" if one.workout.begun is None else "instead"
    return now(one, replace(one.workout, view=view, count=None))


def _pick(one: Scene, number: float | None) -> Scene:
    return now(one, replace(one.workout, view="instead", picked=int(number or 0)))


def _take(one: Scene, number: float | None) -> Scene:
    at = swapping.at_hand(one)
    found = swapping.offers(one, at) if at else ()
    place = int(number or 0)
    if at is None or place >= len(found):
        return one
    return swapping.swapped(one, at, found[place].exercise)


def _always(one: Scene, _: float | None) -> Scene:
    return swapping.always(one)


def _out(one: Scene, _: float | None) -> Scene:
    turn = one.turn
    if turn is None or one.workout.begun is None:
        return one
    return now(one, skipped(one.workout, item_turns(one.workout, turn, one.book.library)))


def _skip(one: Scene, _: float | None) -> Scene:
    turn = one.turn
    return one if turn is None else now(one, skipped(one.workout, (turn,)))


def _done(one: Scene, _: float | None) -> Scene:
    turn = one.turn
    if turn is None:
        return one
    if turn.item is None or not turn.set:
        return now(one, marked(one.workout, (turn,), (None,)))
    return noted(one, turn, (meant(one.workout, turn, turn.item, one.client.lifts),))


def _all(one: Scene, _: float | None) -> Scene:
    turn = one.turn
    if turn is None or turn.set:
        return one
    behind = section_turns(one.workout, turn, one.book.library)
    return now(one, marked(one.workout, behind, (None,) * len(behind)))


def _undo(one: Scene, _: float | None) -> Scene:
    return now(one, undone(one.workout))


def _drafted(one: Scene, done: Done) -> Scene:
    return now(one, replace(one.workout, draft=done))


def _meant(one: Scene) -> Done:
    turn = one.turn
    if turn is None or turn.item is None:
        return Done()
    return meant(one.workout, turn, turn.item, one.client.lifts)


def _reps(one: Scene, number: float | None) -> Scene:
    most = one.book.workouts.most_reps
    return _drafted(one, replace(_meant(one), reps=int(min(number or 0, most))))


def _kg(one: Scene, number: float | None) -> Scene:
    most = one.book.workouts.most_kg
    return _drafted(one, replace(_meant(one), kg=min(number, most) if number else None))


def _sec(one: Scene, number: float | None) -> Scene:
    most = one.book.workouts.most_seconds
    return _drafted(one, replace(_meant(one), seconds=int(min(number or 0, most))))


def _read(one: Scene, number: float | None) -> Scene:
    """Take one of the ways in which a typed set can be meant."""
    place, turn = int(number or 0), one.turn
    if turn is None or place >= len(one.workout.unsure):
        return now(one, replace(one.workout, view="", unsure=()))
    sets = one.workout.unsure[place]
    return noted(one, turn, (sets.done,) * sets.sets)


def _tempo(one: Scene, _: float | None) -> Scene:
    turn = one.turn
    tempo = turn.item.dose.tempo if turn and turn.item else None
    if tempo is None or one.workout.count is not None:
        return now(one, replace(one.workout, count=None))
    return now(
        one, replace(one.workout, count=begun(tempo, one.book.workouts, one.event.at), rest=None)
    )


def _leave(one: Scene, _: float | None) -> Scene:
    return now(one, replace(one.workout, left=True, rest=None, count=None, view=""))


def _on(one: Scene, _: float | None) -> Scene:
    return now(one, replace(one.workout, left=False, view=""))


def _pain(one: Scene) -> Decision[Person]:
    one = shown(now(one, replace(one.workout, count=None, rest=None)))
    return dialogue.opened(one.person, "hurt", one.event)


ACTS: dict[str, Does] = {
    "go": _go, "why": _viewed("why"), "back": _viewed(""), "page": _page, "min": _minutes,
    "swap": _swap, "pick": _pick, "take": _take, "always": _always, "out": _out, "skip": _skip,
    "done": _done, "all": _all, "undo": _undo, "reps": _reps, "kg": _kg, "sec": _sec,
    "read": _read, "tempo": _tempo, "leave": _leave, "on": _on,
}  # fmt: skip
"""What changes the session and is shown in its place."""

LEADS: dict[str, Callable[[Scene], Decision[Person]]] = {"pain": _pain, "end": ending.asked}
"""What leads to another conversation."""
