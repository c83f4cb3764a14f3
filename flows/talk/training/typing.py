"""What is typed while a session is on: a set, a word for a button, or the name of an exercise."""

import re

from msgspec.structs import replace

from flows.effects import Decision, Repost
from flows.events import Typed
from flows.person import Person
from flows.programs.book import Book
from flows.programs.exercise import Exercise
from flows.programs.session import Item
from flows.programs.weights import IMPERIAL
from flows.questions.answers import Problem
from flows.questions.matching import plain
from flows.talk.training import swapping
from flows.talk.training.acts import ACTS, noted
from flows.talk.training.card import LENGTHS
from flows.talk.training.scene import Scene, now, scene
from flows.talk.training.walking import LEADS, begin, show
from flows.words import T, Text
from flows.workouts import naming, typed
from flows.workouts.readings import Asked
from flows.workouts.swaps import allowed
from flows.workouts.target import meant
from flows.workouts.walk import Turn, items

WORDS = {
    "done": "done", "ok": "done", "yes": "done", "as planned": "done", "next": "done",
    "all done": "all", "all": "all",
    "skip": "skip", "skip set": "skip", "skip exercise": "out", "skip all": "out",
    "leave it out": "out",
    "undo": "undo", "back": "back",
    "swap": "swap", "change": "swap",
    "tempo": "tempo", "count": "tempo",
    "leave": "leave", "later": "leave", "pause": "leave",
    "finish": "end", "end": "end", "finished": "end",
    "go on": "on", "go": "on", "start": "on", "begin": "on",
}  # fmt: skip
HURTS = frozenset(
    {"pain", "pains", "painful", "hurt", "hurts", "hurting", "ache", "aches", "ouch"}
)
"""A text with one of these words is never taken for a set or a name."""
_MINUTES = re.compile(r"(\d{2}) ?(?:min|mins|minutes)?")
HOW = T("Tap a button, or type “done”, “skip”, “undo”, “swap” or “leave”.")
UNKNOWN = T("I know no exercise “{said}” that fits here.")
UNFIT = T(
    "{name} does not fit here: another kind of work, in this session already, or not allowed for "
    "you today."
)


def turn(person: Person, event: Typed, book: Book) -> Decision[Person] | None:
    """Take what was typed; None where it says nothing to a session."""
    one = scene(person, event, book)
    if one is None or not _in_front(one):
        return None
    if one.workout.begun is None:
        return _of_card(one, plain(event.text))
    said = plain(event.text)
    act = "pain" if HURTS & set(said.split()) else WORDS.get(said)
    if act is not None:
        return _acted(one, act)
    return _told(one, event.text)


def _in_front(one: Scene) -> bool:
    """Whether a session was in front of the person later than the open question."""
    waits = one.person.open
    return not one.workout.left and (waits is None or one.workout.shown > waits.asked)


def _of_card(one: Scene, said: str) -> Decision[Person] | None:
    if WORDS.get(said) == "on":
        return begin(one, how=Repost)
    match = _MINUTES.fullmatch(said)
    if match is None or int(match[1]) not in LENGTHS:
        return None
    return show(ACTS["min"](one, float(match[1])), how=Repost)


def _acted(one: Scene, act: str) -> Decision[Person]:
    leads = LEADS.get(act)
    if leads:
        return leads(one)
    after = ACTS[act](one, None)
    return show(after, HOW if after is one else None, Repost)


def _told(one: Scene, text: str) -> Decision[Person]:
    at = one.turn
    found = _read(one, at, at.item, text) if at and at.item and at.set else Problem(HOW)
    if isinstance(found, Problem):
        named = plain(text).removeprefix("swap ").strip()
        known = naming.find(named, one.book.library) is not None
        is_name = known or naming.is_name(named)
        return _named(one, named) if is_name else _refused(one, found.text)
    return found


def _refused(one: Scene, problem: Text) -> Decision[Person]:
    """Say what was wrong above what is on, whatever was on offer before."""
    return show(ACTS["back"](one, None), problem, Repost)


def _read(one: Scene, at: Turn, item: Item, text: str) -> Decision[Person] | Problem:
    found = typed.read(text, _asked(one, at, item), one.book.workouts)
    if isinstance(found, Problem):
        return found
    if len(found) > 1:
        return show(now(one, replace(one.workout, view="unsure", unsure=found)), how=Repost)
    return show(noted(one, at, (found[0].done,) * found[0].sets), how=Repost)


def _asked(one: Scene, at: Turn, item: Item) -> Asked:
    exercise = one.exercise(item.exercise)
    return Asked(
        done=meant(one.workout, at, item, one.client.lifts),
        sets=int(one.book.workouts.most_sets),
        loaded=exercise is not None and exercise.loaded,
        seconds=item.dose.reps is None,
        reps=item.dose.reps,
        imperial=one.units == IMPERIAL,
    )


def _named(one: Scene, said: str) -> Decision[Person]:
    """Swap to the exercise that was named; where it does not fit offer what is near and does."""
    at = swapping.at_hand(one)
    fitting = _fitting(one, at[1]) if at else ()
    if at is None or not fitting:
        return show(one, HOW, Repost)
    found = naming.find(said, one.book.library)
    if found in fitting:
        return show(swapping.swapped(one, at, found), how=Repost)
    problem = (
        T(UNKNOWN.template, said=said) if found is None else T(UNFIT.template, name=found.name)
    )
    near = tuple(exercise.id for exercise in naming.nearest(said, fitting))
    if not near:
        return show(swapping.offering(one), problem, Repost) if found else _refused(one, problem)
    return show(now(one, replace(one.workout, view=swapping.NEAR, offered=near)), problem, Repost)


def _fitting(one: Scene, item: Item) -> tuple[Exercise, ...]:
    old, told = one.book.library.exercises.get(item.exercise), swapping.wanted(one)
    if old is None or told is None:
        return ()
    taken = {item.exercise for _, item in items(one.workout)}
    pool = (new for new in one.book.library.of(old.component) if new.id not in taken)
    return tuple(new for new in pool if allowed(new, old, told, one.book))
