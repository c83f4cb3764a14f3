"""The end of a session: how it was, what was done, what of it was a record, what comes next."""

from collections.abc import Iterator

from msgspec.structs import replace

from flows import facts
from flows.effects import Close, Decision, Say, then
from flows.events import Event
from flows.person import Person
from flows.programs.book import Book
from flows.programs.lifts import records
from flows.programs.loads import advise
from flows.programs.need import Need
from flows.programs.session import Item
from flows.questions.answers import Answers
from flows.talk import dialogue
from flows.talk.stair_texts import PLAN, UNWELL
from flows.talk.training import words
from flows.talk.training.keeping import kept, minutes, outings
from flows.talk.training.needs import need
from flows.talk.training.record_texts import told
from flows.talk.training.scene import Scene, barred, name, now, scene, shown
from flows.words import Content, T, Text, lines
from flows.workouts.walk import items

NOTHING_DONE = T("Nothing of it was done, so nothing is noted. /today is there whenever you are.")
HEAD = T("<b>Session done</b>. Strength sets: {sets}.")
TIMED = T("<b>Session done</b> in {minutes} min. Strength sets: {sets}.")
ENDED = T("This session does not fit any more: it ended with what was done.")
GONE = T("This session does not fit any more. /today shows what does.")


def asked(one: Scene) -> Decision[Person]:
    """Ask how the session was; one of which nothing was done ends at once."""
    if not any(not mark.skipped for mark in one.workout.marks):
        return gone(one, NOTHING_DONE)
    one = shown(now(one, replace(one.workout, rest=None, count=None, view="")))
    over = Close(slot=one.slot, content=Content((_done(one),)))
    opened = dialogue.opened(one.person, "session", one.event)
    return replace(opened, effects=(over, *opened.effects))


def _done(one: Scene) -> Text:
    sets, long = sum(mark.done is not None for mark in one.workout.marks), minutes(one.workout)
    if long is None:
        return T(HEAD.template, sets=sets)
    return T(TIMED.template, sets=sets, minutes=long)


def answered(person: Person, answers: Answers, event: Event, book: Book) -> Decision[Person]:
    """Take how the session was, and finish it."""
    one = scene(person, event, book)
    if one is None:
        return Decision(state=person)
    effort, form = facts.whole(answers, "effort"), facts.word(answers, "form")
    summary = Content((_done(one), *_records(one)), ((PLAN, UNWELL),))
    return then(kept(one, effort, form), lambda after: _told(after, one, summary))


def fitting(person: Person, event: Event, book: Book) -> Decision[Person]:
    """End the session that may not go on, whatever took its step away."""
    one = scene(person, event, book)
    if one is None or not barred(one):
        return Decision(state=person)
    return gone(one, GONE) if one.workout.begun is None else closed(one, ENDED)


def gone(one: Scene, why: Text) -> Decision[Person]:
    """Take a session away of which nothing was done."""
    over = Close(slot=one.slot, content=Content((why,)))
    return replace(kept(one, None, ""), effects=(over,))


def closed(one: Scene, why: Text) -> Decision[Person]:
    """End a session with what was done, without asking."""
    over = Close(slot=one.slot, content=Content((why, _done(one))))
    ended = dialogue.dropped(one.person, "session")
    after = kept(replace(one, person=ended.state), None, "")
    return replace(after, effects=(*ended.effects, over))


def _told(person: Person, one: Scene, summary: Content) -> Decision[Person]:
    coming = lines(_coming(person, one))
    said = replace(summary, paragraphs=(*summary.paragraphs, *coming))
    return Decision(state=person, effects=(Say(content=said),))


def _records(one: Scene) -> tuple[Text, ...]:
    lifts = {lift.exercise: lift for lift in one.client.lifts}
    found = (
        T("<b>{name}</b>: {record}", name=name(one.book, exercise), record=told(record, one.units))
        for exercise, outing in outings(one)
        for record in records(lifts.get(exercise), outing, one.book.loads)
    )
    return lines(found)


def _coming(person: Person, one: Scene) -> Iterator[Text]:
    """Say the weight of next time and why, for every lift that had one today."""
    client = person.client
    wanted = need(person, client, one.today, one.book) if client else None
    done = {mark.exercise for mark in one.workout.marks if mark.done is not None}
    for item in {item.exercise: item for _, item in items(one.workout)}.values():
        if wanted is not None and item.exercise in done:
            yield from _next(replace(wanted, phase=one.workout.session.phase), one, item)


def _next(wanted: Need, one: Scene, item: Item) -> Iterator[Text]:
    exercise = one.book.library.exercises.get(item.exercise)
    advice = advise(exercise, item.dose, wanted, one.book) if exercise else None
    if advice is not None and advice.kg is not None:
        yield T(
            "Next time, {name}: {kg}. {why}",
            name=name(one.book, item.exercise),
            kg=words.weight(advice.kg, one.units),
            why=advice.reasons[0] if advice.reasons else T(""),
        )
