"""A movement check that a trainer saw with their own eyes counts as the client's own."""

from flows.cards import CardWanted
from flows.effects import Decision, Record, Say, then
from flows.events import Told
from flows.person import Person
from flows.programs.book import Book
from flows.questionnaires.movement import MOVEMENT
from flows.talk import calendar, dialogue, finish, known
from flows.talk.cards import saying
from flows.words import Content, T

TOLD = T("{trainer} saw your movement check in person, and recorded it.")
DONE = T("Recorded. It counts as {name}'s movement check from today on.")
NO_CONSENT = T(
    "{name} has not agreed yet that answers are kept: that is theirs alone, with /start."
)


def assessed(person: Person, news: CardWanted, event: Told, book: Book) -> Decision[Person]:
    """Keep what the trainer saw, and go on as if the client had told it."""
    if person.consent is None:
        return saying.said(person, news, T(NO_CONSENT.template, name=person.name))
    told, today = dict(news.told), calendar.today(person, event.at)
    record = Record(
        what="form movement, seen by the trainer",
        at=event.at,
        policy=book.policy.version,
        facts=news.told,
    )
    closed = dialogue.dropped(person, MOVEMENT.name)
    kept = known.keep(closed.state, MOVEMENT.name, MOVEMENT.version, told, today)
    heard = Say(content=Content((T(TOLD.template, trainer=news.trainer_name),)))
    noted = Decision(state=kept, effects=(*closed.effects, heard), records=(record,))
    counted = then(noted, lambda now: finish.moved(now, told, event, book))
    done = T(DONE.template, name=person.name)
    return then(counted, lambda now: saying.said(now, news, done))
