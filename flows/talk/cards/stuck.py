"""A client's question that waits for long: their trainer asks it again, answers it, or closes it.

Consent, health and warning signs are the client's own words: those can be asked again, no more.
"""

from datetime import datetime

from msgspec.structs import replace

from flows.cards import CardAct, CardWanted
from flows.effects import Answer, Decision, Record, Repost, Say, Show, then
from flows.events import Tapped, Told, Typed
from flows.people import Sender
from flows.person import Open, Person
from flows.phases.policy import Policy
from flows.programs.book import Book
from flows.questionnaires import FORMS
from flows.questions import data, walk
from flows.questions.emergency import is_emergency
from flows.questions.run import Run
from flows.talk import dialogue, finish, unwell
from flows.talk.cards import saying
from flows.talk.dialogue import Spoken
from flows.words import Button, Content, T, Text

FOR_THEM = frozenset(
    {"intake", "movement", "retest", "checkin", "pause", "comeback", "settings", "session"}
)
"""Forms that a trainer who knows the answers may fill in for a client."""
OWN = FOR_THEM | {"welcome", "health", "signs", "hurt"}
"""Forms that somebody fills in as a client: what else they are at is no trainer's business."""
ALONE = frozenset(
    question.code
    for form in FOR_THEM
    for question in FORMS[form].questions
    if question.key
    in {"symptom_free", "chest_or_hospital", "cleared", "signs", "month", "sign_list", "reminders"}
)
"""Questions, by their code, that a client alone answers, in whatever form they stand."""
WAITS = T("A question waits for {hours} hours: {title}.")
HEAD = T("<b>{name} is asked:</b>")
THEIRS = T("This is for them alone to answer. You can ask it again.")
NOTHING = T("{name} is in the middle of nothing that waits.")
AGAIN = T("{trainer} asks you to go on here.")
ASKED = T("Asked again.")
CLOSED = T("Closed. {name} knows.")
CLOSED_FOR = T("{trainer} closed these questions: {title}. Nothing of it was kept.")
ANSWERED = T("Answered for {name}: {title}. What follows went to them.")
ANSWERED_FOR = T("{trainer} answered for you: {title}.")
WARNING = T("That sounds like an emergency. {name} was shown what to do, and is asked about it.")


def waits(person: Person, at: datetime, policy: Policy) -> Text | None:
    """Say what waits for an answer, and for how long; None while that is not long."""
    if person.open is None or person.open.run.form not in OWN:
        return None
    hours = int((at - person.open.asked).total_seconds()) // 3600
    if hours < policy.coaching.stuck_hours:
        return None
    return T(WAITS.template, hours=hours, title=_title(person.open.run))


def _title(run: Run) -> Text:
    return FORMS[run.form].title


def acted(person: Person, news: CardWanted, event: Told, book: Book) -> Decision[Person]:
    """Show the question that waits, or do with it what the trainer wants."""
    waiting = person.open
    taken = waiting is not None and waiting.taken_by == news.membership
    if waiting is None or not (taken or waits(person, event.at, book.policy)):
        return saying.said(person, news, T(NOTHING.template, name=person.name))
    if news.act is CardAct.NUDGE:
        return _nudged(person, waiting, news)
    if news.act is CardAct.CANCEL and waiting.run.form in FOR_THEM:
        return _closed(person, waiting, news, event)
    if news.act is CardAct.SAY and not _is_theirs(waiting.run, news.what):
        return _said(person, waiting, news, event, book)
    shown = dialogue.screen(waiting.run)
    return saying.shown(person, news, _screen(person, waiting.run, shown))


def _is_theirs(run: Run, what: str = "") -> bool:
    """Say whether what is asked, or what a button is about, is the client's own word."""
    tap, now = data.decode(what), walk.current(FORMS[run.form], run)
    asked = {now.code if now else "", tap.question if tap else ""}
    return run.form not in FOR_THEM or bool(asked & ALONE)


def _screen(person: Person, run: Run, shown: Content) -> Content:
    def asks(label: Text, act: CardAct) -> Button:
        return saying.button(person.id, label, act)

    head = T(HEAD.template, name=person.name)
    last = (asks(T("Ask them again"), CardAct.NUDGE),)
    close = asks(T("Close it"), CardAct.CANCEL)
    if _is_theirs(run):
        row = (*last, close) if run.form in FOR_THEM else last
        text = (head, T("{title}", title=_title(run)), THEIRS)
        return Content(text, (row, saying.back(person.id)))
    rows = tuple(tuple(_theirs(person, one) for one in row) for row in shown.buttons)
    more = (asks(T("In words"), CardAct.SAY), close)
    wordy = tuple(tuple(one for one in row if one is not None) for row in rows)
    kept = tuple(row for row in wordy if row)
    return Content((head, *shown.paragraphs), (*kept, more, last, saying.back(person.id)))


def _theirs(person: Person, one: Button) -> Button | None:
    """Make a button of the question one of the trainer's; ways out are the client's own."""
    tap = data.decode(one.data)
    if tap is None or tap.question in ALONE:
        return None
    return saying.button(person.id, one.label, CardAct.SAY, one.data)


def _nudged(person: Person, waiting: Open, news: CardWanted) -> Decision[Person]:
    above = T(AGAIN.template, trainer=news.trainer_name)
    again = Repost(slot=dialogue.slot_of(waiting.run), content=dialogue.screen(waiting.run, above))
    asked = Decision(state=person, effects=(again,))
    return then(asked, lambda now: saying.said(now, news, ASKED))


def _closed(person: Person, waiting: Open, news: CardWanted, event: Told) -> Decision[Person]:
    said = T(CLOSED_FOR.template, trainer=news.trainer_name, title=_title(waiting.run))
    closed = dialogue.dropped(person, waiting.run.form)
    told = then(closed, lambda now: Decision(state=now, effects=(Say(content=Content((said,))),)))
    on = then(told, lambda now: dialogue.resumed(now, event.at))
    return then(on, lambda now: saying.said(now, news, T(CLOSED.template, name=person.name)))


def _said(
    person: Person, waiting: Open, news: CardWanted, event: Told, book: Book
) -> Decision[Person]:
    if is_emergency(news.words):
        asked = unwell.asked(person, event)
        warned = T(WARNING.template, name=person.name)
        return then(asked, lambda now: saying.said(now, news, warned))
    spoken = _spoken(person, waiting, news, event)
    heard = tuple(one for one in spoken.decision.effects if not isinstance(one, Answer))
    decided = replace(spoken.decision, effects=heard)
    if spoken.done is None:
        seen = (one.content for one in heard if isinstance(one, Show | Repost))
        shown = next(seen, dialogue.screen(waiting.run))
        return then(decided, lambda now: _on(now, now.open or waiting, shown, news))
    done = spoken.done
    ended = then(decided, lambda now: _told(now, done, news, event, book))
    return then(ended, lambda now: finish.turn(now, done, event, book))


def _spoken(person: Person, waiting: Open, news: CardWanted, event: Told) -> Spoken:
    who = Sender(id=person.id, name=person.name, language=person.language)
    tap = data.decode(news.what)
    if tap is None:
        typed = Typed(
            id=event.id,
            at=event.at,
            salt=event.salt,
            sender=who,
            chat=person.id,
            text=news.words,
        )
        return dialogue.typed(person, waiting, typed)
    tapped = Tapped(
        id=event.id,
        at=event.at,
        salt=event.salt,
        sender=who,
        chat=person.id,
        data=news.what,
        query="",
    )
    return dialogue.tapped(person, tap, tapped)


def _on(person: Person, waiting: Open, shown: Content, news: CardWanted) -> Decision[Person]:
    """Show the trainer what the client sees next, for as long as they are at it."""
    now = replace(waiting, taken_by=news.membership)
    content = _screen(person, now.run, shown)
    return saying.shown(replace(person, open=now), news, content, anew=bool(news.words))


def _told(
    person: Person, done: Run, news: CardWanted, event: Told, book: Book
) -> Decision[Person]:
    title = _title(done)
    heard = T(ANSWERED_FOR.template, trainer=news.trainer_name, title=title)
    record = Record(
        what="answered by trainer",
        at=event.at,
        policy=book.policy.version,
        facts=(("form", done.form),),
    )
    told = Decision(state=person, effects=(Say(content=Content((heard,))),), records=(record,))
    answered = T(ANSWERED.template, name=person.name, title=title)
    return then(told, lambda now: saying.said(now, news, answered))
