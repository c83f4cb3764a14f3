"""What a finished form leads to: its answers are kept, and the next thing begins."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from flows import facts
from flows.effects import Decision, Record, Say, then
from flows.events import Event
from flows.person import Consent, Person
from flows.programs.book import Book
from flows.questionnaires import FORMS
from flows.questions import walk
from flows.questions.answers import Answers
from flows.questions.run import Run
from flows.talk import (
    begin,
    breaks,
    calendar,
    checkin,
    clearance,
    dialogue,
    known,
    owner,
    retest,
    screening,
    settings,
    unwell,
    weeks,
)
from flows.talk.cards import asking, letters
from flows.talk.casts import ordering
from flows.talk.desks import keeping
from flows.talk.training import coaching, ending, hurting
from flows.ways import Ways
from flows.words import Content, T

CONSENT_VERSION = 1
KEPT = frozenset({"welcome", "intake", "health", "movement"})
UNASKED = frozenset(
    {
        *(
            "desk",
            "gym",
            "solo",
            "invite",
            "reminder",
            "segment",
            "timing",
            "picture",
            "clearance",
            "note",
        ),
        *("session", "settings", "welcome", "wish", "ways", "overruling", "writing", "answering"),
        *("jotting", "stand_in", "in_person", "seen_word"),
    }
)
NO_CONSENT = Content(
    (
        T("Fine. I keep nothing, and without those answers I cannot choose a safe step."),
        T("If you change your mind, send /start."),
    )
)
TOO_YOUNG = Content(
    (
        T("Stairwise is for people of 16 and older. Please come back then: I look forward to it."),
        T("A coach or teacher near you can show you safe training today."),
    )
)
NO_GUARDIAN = Content(
    (T("Please talk to a parent or guardian first, and send /start when one of them agrees."),)
)


class Done(Struct, frozen=True, kw_only=True):
    """A finished form: who, what was known and told, by which event and book."""

    run: Run
    known: Answers
    told: Answers
    event: Event
    book: Book


def turn(person: Person, run: Run, event: Event, book: Book) -> Decision[Person]:
    """Take a finished form; what was put aside before it goes on afterwards."""
    told = walk.result(FORMS[run.form], run)
    done = Done(run=run, known=dict(run.known), told=told, event=event, book=book)
    finished = then(_kept(person, done), lambda now: FINISHES[run.form](now, done))
    return then(finished, lambda now: _aside(now, event))


def _aside(person: Person, event: Event) -> Decision[Person]:
    return Decision(state=person) if person.open else dialogue.resumed(person, event.at)


def _kept(person: Person, done: Done) -> Decision[Person]:
    form = done.run.form
    if person.consent is None or form in UNASKED:
        return Decision(state=person)
    if form in KEPT:
        today = calendar.today(person, done.event.at)
        person = known.keep(person, form, done.run.version, done.told, today)
    record = Record(
        what=f"form {form}",
        at=done.event.at,
        policy=done.book.policy.version,
        facts=tuple(done.told.items()),
    )
    return Decision(state=person, records=(record,))


def _said(person: Person, content: Content) -> Decision[Person]:
    return Decision(state=person, effects=(Say(content=content),))


def _welcome(person: Person, done: Done) -> Decision[Person]:
    if (facts.whole(done.told, "age") or 0) < done.book.policy.age.youngest:
        return _said(person, TOO_YOUNG)
    if facts.yes(done.told, "guardian") is False:
        return _said(person, NO_GUARDIAN)
    if facts.yes(done.told, "consent") is not True:
        return _said(person, NO_CONSENT)
    today = calendar.today(person, done.event.at)
    person = known.keep(person, "welcome", done.run.version, done.told, today)
    person = replace(person, consent=Consent(version=CONSENT_VERSION, at=done.event.at))
    record = Record(
        what="consent given",
        at=done.event.at,
        policy=done.book.policy.version,
        facts=(("version", CONSENT_VERSION),),
    )
    agreed = Decision(state=person, records=(record,))
    return then(agreed, lambda now: begin.go_on(now, done.event, done.book.policy))


def _intake(person: Person, done: Done) -> Decision[Person]:
    person = settings.taken(person, done.told)
    return begin.go_on(person, done.event, done.book.policy)


def _health(person: Person, done: Done) -> Decision[Person]:
    if _assessing(person):
        return begin.go_on(person, done.event, done.book.policy)
    return screening.rescreened(person, done.event, done.book.policy)


def _assessing(person: Person) -> bool:
    """Say whether the assessment is under way: the first one, or a new one after a long break."""
    return person.client is None or begin.missing(person) is not None or _told_anew(person)


def _told_anew(person: Person) -> bool:
    """Say whether all that a long break asks for was answered since."""
    items = person.client.position.items if person.client else ()
    again = [item.opened for item in items if item.code == screening.ANEW]
    return bool(again) and all(
        told.on >= again[0] for told in person.filled if told.form in begin.AGAIN
    )


def moved(person: Person, told: Answers, event: Event, book: Book) -> Decision[Person]:
    """Let a movement check count that was kept just now: for the placement, or the last week."""
    follows = begin.go_on if _assessing(person) else weeks.checked
    counted = follows(person, event, book.policy)
    return then(counted, lambda now: Decision(state=retest.noted(now, told, event, book)))


FINISHES: dict[str, Callable[[Person, Done], Decision[Person]]] = {
    "welcome": _welcome,
    "intake": _intake,
    "health": _health,
    "movement": lambda person, done: moved(person, done.told, done.event, done.book),
    "retest": lambda person, done: retest.told(person, done.told, done.event, done.book),
    "checkin": lambda person, done: checkin.told(
        person, done.known, done.told, done.event, done.book.policy
    ),
    "signs": lambda person, done: unwell.told(person, done.told, done.event, done.book.policy),
    "pause": lambda person, done: breaks.paused(person, done.told, done.event),
    "comeback": lambda person, done: breaks.came_back(
        person, done.told, done.event, done.book.policy
    ),
    "clearance": lambda person, done: clearance.noted(person, done.known, done.told, done.event),
    "hurt": lambda person, done: hurting.told(person, done.told, done.event, done.book),
    "session": lambda person, done: ending.answered(
        person, done.known, done.told, done.event, done.book
    ),
    "note": lambda person, done: coaching.noted(person, {**done.known, **done.told}),
    "wish": lambda person, done: coaching.named(person, {**done.known, **done.told}, done.book),
    "desk": lambda person, done: keeping.told(person, done.told),
    "overruling": lambda person, done: asking.told(person, done.known, done.told),
    "writing": lambda person, done: asking.told(person, done.known, done.told),
    "seen_word": lambda person, done: clearance.vouched(person, done.known, done.told, done.event),
    "in_person": lambda person, done: asking.seen(person, done.known, done.told),
    "answering": lambda person, done: letters.told(person, done.known, done.told),
    "stand_in": lambda person, done: asking.told(person, done.known, done.told),
    "jotting": lambda person, done: asking.told(person, done.known, done.told),
    "ways": lambda person, done: owner.works(
        person,
        facts.word(done.known, "gym"),
        Ways(act_after=int(facts.word(done.told, "act_after"))),
    ),
    "gym": lambda person, done: owner.founded(
        person, facts.word(done.told, "name"), done.event.salt
    ),
    "solo": lambda person, done: owner.alone(
        person, facts.word(done.told, "name"), done.event.salt
    ),
    "invite": lambda person, done: owner.changed(person, {**done.known, **done.told}),
    "reminder": lambda person, done: ordering.drafted(
        person, {**done.known, **done.told}, done.event
    ),
    "segment": lambda person, done: ordering.narrowed(person, {**done.known, **done.told}),
    "timing": lambda person, done: ordering.timed(person, {**done.known, **done.told}),
    "picture": lambda person, done: ordering.pictured(person, {**done.known, **done.told}),
    "settings": lambda person, done: settings.changed(
        person, done.told, done.event, done.book.policy
    ),
}
