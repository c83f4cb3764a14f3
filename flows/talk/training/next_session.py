"""The next session of a client as their trainer sees it, and what may stand in it instead."""

from collections.abc import Iterator

from flows.coaching import SessionWanted, Wished
from flows.effects import Decision, Tell
from flows.events import Told
from flows.news import Notice
from flows.people import person_id
from flows.person import Client, Person
from flows.phases.position import Form
from flows.programs.book import Book
from flows.programs.builder import build
from flows.programs.naming import listed
from flows.programs.need import Need
from flows.programs.session import Block, Item, Refusal, Session
from flows.talk import calendar
from flows.talk.training import words
from flows.talk.training.coaching import ANY, code, slot
from flows.talk.training.needs import need
from flows.talk.training.scene import done_with, name
from flows.words import Button, Content, T, Text, lines
from flows.workouts.swaps import swaps
from flows.workouts.training import Finished

NO_STEP = T("{name} has no step now: something has to be cleared first.")
ON_BREAK = T("{name} is on a break.")
HEAD = T("<b>{name}</b>, next session: {title}")
LAST = T("Last session {day}: {about}.")
FORMS = {
    Form.GOOD: T("technique: good"),
    Form.SLIPS: T("technique: slips"),
    Form.BREAKS: T("technique: breaks"),
}
INSTEAD = T("What instead of {name}, for {client}?")
NOTHING = T("Nothing else fits there.")
SHOWN = 10
"""So many wishes are listed below a session, so that all of it fits one message."""
SAID = {
    "forbid": T("never {exercise}"),
    "lock": T("always {exercise}"),
    "allow": T("{exercise} as it comes"),
    "swap": T("{to} instead of {exercise}"),
    "note": T("a note to {exercise}: {note}"),
}


def wanted(person: Person, news: SessionWanted, event: Told, book: Book) -> Decision[Person]:
    """Show the trainer the next session, or what may take the place of an exercise of it."""
    content = _choices(person, news, event, book) if news.swap else None
    return answered(person, news, content or following(person, event, book))


def answered(person: Person, news: SessionWanted | Wished, content: Content) -> Decision[Person]:
    """Tell the trainer who asked, in their live message of this client."""
    notice = Notice(content=content, slot=slot(person.id))
    return Decision(state=person, effects=(Tell(to=person_id(news.trainer), news=notice),))


def following(person: Person, event: Told, book: Book, *above: Text) -> Content:
    """Show the next session, or why there is none, under what was just settled."""
    client = person.client
    asked = need(person, client, calendar.today(person, event.at), book) if client else None
    if client is None or asked is None:
        return Content((*above, T(NO_STEP.template, name=person.name)))
    if client.calendar.pause is not None:
        return Content((*above, T(ON_BREAK.template, name=person.name)))
    built = build(asked, book)
    if isinstance(built, Refusal):
        return Content((*above, built.text))
    return _session(person, client, (asked, built, above), book)


def _session(
    person: Person, client: Client, made: tuple[Need, Session, tuple[Text, ...]], book: Book
) -> Content:
    asked, built, above = made
    exercises = tuple(dict.fromkeys(one.exercise for block in built.blocks for one in block.items))
    head = T(HEAD.template, name=person.name, title=built.title)
    sections = (text for block in built.blocks for text in _block(asked, block, book))
    rows = tuple(
        (Button(label=name(book, one), data=f"t|{person.id}|{code(one)}"),) for one in exercises
    )
    other = Button(label=T("Another exercise"), data=f"t|{person.id}|{ANY}|form")
    wishes = tuple(_all_settled(client, book))
    more = (T("and {n} more.", n=len(wishes) - SHOWN),) if len(wishes) > SHOWN else ()
    settled = lines((*(T("• {wish}", wish=wish) for wish in wishes[:SHOWN]), *more))
    text = (*above, head, *sections, *settled, *_last(client))
    return Content(text, (*rows, (other,)))


def _block(asked: Need, block: Block, book: Book) -> tuple[Text, ...]:
    listed = tuple(_item(asked, item, book) for item in block.items)
    head = T("<b>{section}</b>", section=words.SECTIONS[block.section])
    return lines((head, *listed)) if listed else ()


def _item(asked: Need, item: Item, book: Book) -> Text:
    exercise = done_with(asked.profile, item.exercise, book)
    load = words.load(item, exercise, book, asked.units)
    about = listed((words.amount(item.dose, exercise), *load))
    return T("• {name}: {about}", name=name(book, item.exercise), about=about)


def _all_settled(client: Client, book: Book) -> Iterator[Text]:
    """List all that is settled."""
    wishes = client.training.wishes
    for exercise in wishes.forbidden:
        yield said("forbid", book, exercise)
    for exercise in wishes.locked:
        yield said("lock", book, exercise)
    for old, new in wishes.swaps:
        yield said("swap", book, old, to=new)
    for exercise, note in wishes.notes:
        yield said("note", book, exercise, note=note)


def said(act: str, book: Book, exercise: str, *, to: str = "", note: str = "") -> Text:
    """Say what is settled about an exercise."""
    return T(SAID[act].template, exercise=name(book, exercise), to=name(book, to), note=note)


def _last(client: Client) -> tuple[Text, ...]:
    """Say how the last session went."""
    done = [one for one in client.training.sessions if one.exercises]
    return (_summary(done[-1]),) if done else ()


def _summary(one: Finished) -> Text:
    count, worst = len(one.exercises), max((hurt.pain for hurt in one.hurts), default=0)
    about = (
        T("1 exercise") if count == 1 else T("{n} exercises", n=count),
        *((T("effort {n}", n=one.effort),) if one.effort is not None else ()),
        *((FORMS[Form(one.form)],) if one.form else ()),
        *((T("pain {n}", n=worst),) if worst else ()),
    )
    return T(LAST.template, day=calendar.spoken(one.on), about=listed(about))


def _choices(person: Person, news: SessionWanted, event: Told, book: Book) -> Content | None:
    """Offer what may take the place of an exercise in this client's sessions."""
    old, client = book.library.exercises.get(news.swap), person.client
    asked = need(person, client, calendar.today(person, event.at), book) if client else None
    if old is None or asked is None:
        return None
    found = swaps(old, asked, book, _taken(asked, book))
    before = code(old.id)
    rows = tuple(
        (
            Button(
                label=swap.exercise.name,
                data=f"t|{person.id}|{before}|swap|{code(swap.exercise.id)}",
            ),
        )
        for swap in found
    )
    text = (
        T(INSTEAD.template, name=old.name, client=person.name),
        *(() if found else (NOTHING,)),
        *(T("{name}: {why}.", name=swap.exercise.name, why=swap.why) for swap in found),
    )
    back = Button(label=T("Back"), data=f"t|{person.id}")
    return Content(text, (*rows, (back,)))


def _taken(asked: Need, book: Book) -> tuple[str, ...]:
    built = build(asked, book)
    if isinstance(built, Refusal):
        return ()
    return tuple(item.exercise for block in built.blocks for item in block.items)
