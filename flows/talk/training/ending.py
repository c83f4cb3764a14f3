"""The end of a session: how it was, what was done, what of it was a record, what comes next."""

from collections.abc import Iterator

from msgspec.structs import replace

from flows import facts
from flows.effects import Close, Decision, Say, then
from flows.events import Event
from flows.person import Person
from flows.programs import diary
from flows.programs.book import Book
from flows.programs.lifts import records
from flows.programs.loads import advise
from flows.programs.naming import listed
from flows.programs.need import Need
from flows.programs.session import Item
from flows.programs.weights import weight
from flows.questions.answers import Answers
from flows.talk import dialogue
from flows.talk.stair_texts import PLAN, UNWELL
from flows.talk.training.keeping import felt, kept, minutes, outings
from flows.talk.training.needs import need
from flows.talk.training.record_texts import told
from flows.talk.training.scene import Scene, barred, name, scene, shown
from flows.words import Content, T, Text, lines
from flows.workouts.walk import items

NOTHING_DONE = T("Nothing of it was done, so nothing is noted. /today is there whenever you are.")
HEAD = T("<b>Session done</b>: {about}.")
BARE = T("<b>Session done</b>.")
ENDED = T("This session does not fit any more: it ended with what was done.")
NOTED = T("Noted, thank you.")
KEY = "session"
"""By this the questions at the end know which session they are about."""
GONE = T("This session does not fit any more. /today shows what does.")


def asked(one: Scene) -> Decision[Person]:
    """End the session with what was done, and ask how it was; an answer is welcome, no more."""
    if not _done_of(one):
        return gone(one, NOTHING_DONE)
    known: Answers = {KEY: one.workout.code}
    return then(_ended(one), lambda after: dialogue.opened(after, "session", one.event, known))


def _ended(one: Scene) -> Decision[Person]:
    """Keep what was done, and say what of it was a record and what comes next time."""
    one = shown(one)
    over = Decision(
        state=one.person, effects=(Close(slot=one.slot, content=Content((_done(one),))),)
    )
    ended = then(over, lambda _: kept(one))
    return then(ended, lambda after: _told(after, one, _records(one)))


def _done_of(one: Scene) -> bool:
    """Whether anything of a session was done."""
    return any(not mark.skipped for mark in one.workout.marks)


def _done(one: Scene) -> Text:
    sets, long = sum(mark.done is not None for mark in one.workout.marks), minutes(one.workout)
    counted = "{n} set of strength work" if sets == 1 else "{n} sets of strength work"
    about = (
        *((T(counted, n=sets),) if sets else ()),
        *((T("{n} min", n=long),) if long else ()),
    )
    return T(HEAD.template, about=listed(about)) if about else BARE


def answered(
    person: Person, known: Answers, answers: Answers, event: Event, book: Book
) -> Decision[Person]:
    """Take how the session was; one that was asked about before it ended is ended first."""
    one, key = scene(person, event, book), facts.word(known, KEY)
    if not key and one is not None and one.workout.begun is not None:
        ended = _ended(one)
        return then(ended, lambda after: _felt(after, one.workout.code, answers, event, book))
    return _felt(person, key, answers, event, book)


def _felt(
    person: Person, key: str, answers: Answers, event: Event, book: Book
) -> Decision[Person]:
    effort, form = facts.whole(answers, "effort"), facts.word(answers, "form")
    client = person.client
    after = felt(client.training, effort, form) if client else None
    if client is None or after is None or after == client.training:
        return Decision(state=person)
    return Decision(
        state=replace(person, client=replace(client, training=after)),
        effects=(Say(content=Content((NOTED,), ((PLAN, UNWELL),))),),
        records=(diary.felt(key, effort, event.at, book.policy.version),),
    )


def fitting(person: Person, event: Event, book: Book) -> Decision[Person]:
    """End the session that may not go on, whatever took its step away."""
    one = scene(person, event, book)
    if one is None or not barred(one):
        return Decision(state=person)
    return closed(one, ENDED) if _done_of(one) else gone(one, GONE)


def gone(one: Scene, why: Text) -> Decision[Person]:
    """Take a session away of which nothing was done."""
    over = Close(slot=one.slot, content=Content((why,)))
    return replace(kept(one), effects=(over,))


def closed(one: Scene, why: Text) -> Decision[Person]:
    """End a session with what was done, without asking; nothing may have been."""
    if not _done_of(one):
        return gone(one, why)
    over = Close(slot=one.slot, content=Content((why, _done(one))))
    ended = dialogue.dropped(one.person, "session")
    after = kept(replace(one, person=ended.state))
    return replace(after, effects=(*ended.effects, over))


def _told(person: Person, one: Scene, records: tuple[Text, ...]) -> Decision[Person]:
    said = (*records, *lines(_coming(person, one)))
    return Decision(state=person, effects=(Say(content=Content(said)),) if said else ())


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
            kg=weight(advice.kg, one.units),
            why=advice.reasons[0] if advice.reasons else T(""),
        )
