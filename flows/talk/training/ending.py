"""The end of a session: how it was, what was done, what of it was a record, what comes next."""

from collections.abc import Iterator

from msgspec.structs import replace

from flows import facts
from flows.effects import Close, Decision, Say, then
from flows.events import Event
from flows.person import Person
from flows.programs import diary
from flows.programs.book import Book
from flows.programs.diary import Kept, Put
from flows.programs.lifts import noted, records, told
from flows.programs.loads import advise
from flows.programs.log import Lift, Outing
from flows.programs.need import Need
from flows.programs.session import Item
from flows.questions.answers import Answers
from flows.talk import dialogue
from flows.talk.stair_texts import PLAN, UNWELL
from flows.talk.training import words
from flows.talk.training.needs import need
from flows.talk.training.scene import Scene, name, scene, shown, trained
from flows.words import Content, T, Text, lines
from flows.workouts.training import Finished, Mark, Workout
from flows.workouts.walk import items

NOTHING_DONE = T("Nothing of it was done, so nothing is noted. /today is there whenever you are.")
HEAD = T("<b>Session done</b>: {sets} sets of strength work.")
TIMED = T("<b>Session done</b>: {sets} sets of strength work in {minutes} minutes.")
HOUR = 60
LONGEST = 6 * HOUR
"""Minutes after which a session was not done in one go, so that its length says nothing."""


def asked(one: Scene) -> Decision[Person]:
    """Ask how the session was; one of which nothing was done ends at once."""
    if not any(not mark.skipped for mark in one.workout.marks):
        return closed(one, NOTHING_DONE)
    one = shown(one)
    over = Close(slot=one.slot, content=Content((_done(one),)))
    opened = dialogue.opened(one.person, "session", one.event)
    return replace(opened, effects=(over, *opened.effects))


def _done(one: Scene) -> Text:
    sets = sum(mark.done is not None for mark in one.workout.marks)
    minutes = _minutes(one)
    if minutes is None:
        return T(HEAD.template, sets=sets)
    return T(TIMED.template, sets=sets, minutes=minutes)


def _minutes(one: Scene) -> int | None:
    if one.workout.begun is None:
        return None
    minutes = round((one.event.at - one.workout.begun).total_seconds() / HOUR)
    return minutes if minutes <= LONGEST else None


def answered(person: Person, answers: Answers, event: Event, book: Book) -> Decision[Person]:
    """Take how the session was, and finish it."""
    one = scene(person, event, book)
    if one is None:
        return Decision(state=person)
    effort, form = facts.whole(answers, "effort"), facts.word(answers, "form")
    return _finished(one, effort, form)


def closed(one: Scene, why: Text, *more: Text) -> Decision[Person]:
    """End a session with what was done, without asking."""
    said = (why, *more)
    over = Close(slot=one.slot, content=Content((*said, _done(one))))
    ended = dialogue.dropped(one.person, "session")
    one = replace(one, person=ended.state)
    kept = _kept(one, None, "")
    return replace(kept, effects=(*ended.effects, over, *kept.effects))


def _finished(one: Scene, effort: int | None, form: str) -> Decision[Person]:
    """Finish a session and say what it came to."""
    summary = Content((_done(one), *_records(one)), ((PLAN, UNWELL),))
    kept = _kept(one, effort, form)
    return then(kept, lambda person: _told(person, one, summary))


def _told(person: Person, one: Scene, summary: Content) -> Decision[Person]:
    coming = lines(_coming(person, one))
    said = replace(summary, paragraphs=(*summary.paragraphs, *coming))
    return Decision(state=person, effects=(Say(content=said),))


def _kept(one: Scene, effort: int | None, form: str) -> Decision[Person]:
    """Keep a session in the training and the history; one of which nothing was done in neither."""
    workout, training = one.workout, one.client.training
    marks = tuple(mark for mark in workout.marks if not mark.skipped)
    if not (marks or workout.hurts):
        return Decision(state=trained(one, replace(training, workout=None)).person)
    over = Finished(
        on=one.today,
        phase=workout.session.phase,
        exercises=tuple(dict.fromkeys(mark.exercise for mark in marks)),
        effort=effort,
        form=form,
        left=_left(marks),
        hurts=workout.hurts,
    )
    kept = (*training.sessions, over)[-int(one.book.workouts.remembered) :]
    one = replace(one, client=replace(one.client, lifts=_lifts(one)))
    one = trained(one, replace(training, workout=None, sessions=kept))
    record = diary.record(_entry(one, effort), one.event.at, one.book.policy.version)
    return Decision(state=one.person, records=(record,) if marks else ())


def _entry(one: Scene, effort: int | None) -> Kept:
    puts = tuple(
        Put(exercise=mark.exercise, done=mark.done)
        for mark in one.workout.marks
        if mark.done is not None
    )
    return Kept(
        on=one.today,
        key=one.workout.code,
        sets=puts,
        phase=one.workout.session.phase,
        effort=effort,
        minutes=_minutes(one),
    )


def _left(marks: tuple[Mark, ...]) -> float | None:
    """Give the mean of the reps left, as far as they were told."""
    told_of = [one.done.left for one in marks if one.done and one.done.left is not None]
    return sum(told_of) / len(told_of) if told_of else None


def outings(one: Scene) -> Iterator[tuple[str, Outing]]:
    """Give what was done of each exercise whose sets are noted."""
    asked_of = {item.exercise: item.dose.reps for _, item in items(one.workout)}
    exercises = dict.fromkeys(mark.exercise for mark in one.workout.marks if mark.done)
    for exercise in exercises:
        sets = tuple(mark.done for mark in _of(one.workout, exercise) if mark.done is not None)
        yield (
            exercise,
            Outing(
                on=one.today,
                phase=one.workout.session.phase,
                sets=sets,
                asked=asked_of.get(exercise),
                light=one.workout.light,
            ),
        )


def _of(workout: Workout, exercise: str) -> tuple[Mark, ...]:
    return tuple(mark for mark in workout.marks if mark.exercise == exercise)


def _lifts(one: Scene) -> tuple[Lift, ...]:
    """Add the outings of this session to what is remembered of each lift."""
    found = {lift.exercise: lift for lift in one.client.lifts}
    for exercise, outing in outings(one):
        found[exercise] = noted(found.get(exercise), exercise, outing, one.book.loads)
    return tuple(found.values())


def _records(one: Scene) -> tuple[Text, ...]:
    lifts = {lift.exercise: lift for lift in one.client.lifts}
    found = (
        T("<b>{name}</b>: {record}", name=name(one.book, exercise), record=told(record))
        for exercise, outing in outings(one)
        for record in records(lifts.get(exercise), outing, one.book.loads)
    )
    return lines(found)


def _coming(person: Person, one: Scene) -> Iterator[Text]:
    """Say the weight of next time and why, for every lift that had one today."""
    client = person.client
    wanted = need(person, client, one.today, one.book) if client else None
    for _, item in items(one.workout):
        if wanted is not None and any(mark.done for mark in _of(one.workout, item.exercise)):
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
