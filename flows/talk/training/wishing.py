"""What a client's state does with what their trainer settles: it keeps it, and tells both."""

from msgspec.structs import replace

from flows.coaching import Wished
from flows.effects import Decision, Record, Say, then
from flows.events import Told
from flows.person import Person
from flows.programs.book import Book
from flows.programs.need import Wishes
from flows.talk import stair_texts
from flows.talk.training.next_session import SAID, answered, following, said
from flows.talk.training.swapping import preferred
from flows.words import Content, T

TOLD = T("{trainer} settled for your sessions: {wish}.")
DONE = T("Settled: {wish}.")


def wished(person: Person, news: Wished, event: Told, book: Book) -> Decision[Person]:
    """Keep what the trainer settled, tell the client, and show the trainer what became of it."""
    client = person.client
    if client is None or news.act not in SAID:
        return answered(person, news, following(person, event, book))
    training = client.training
    training = replace(training, wishes=settled(training.wishes, news))
    person = replace(person, client=replace(client, training=training))
    wish = said(news.act, book, news.exercise, to=news.to, note=news.note)
    told = T(TOLD.template, trainer=news.trainer_name, wish=wish)
    record = Record(
        what="wish",
        at=event.at,
        policy=book.policy.version,
        facts=(("act", news.act), ("exercise", news.exercise), ("to", news.to)),
    )
    heard = Say(content=Content((told,), ((stair_texts.PLAN,),), silent=True))
    kept = Decision(state=person, effects=(heard,), records=(record,))
    done = T(DONE.template, wish=wish)
    return then(kept, lambda now: answered(now, news, following(now, event, book, done)))


def settled(wishes: Wishes, news: Wished) -> Wishes:
    """Add a wish to those before; what contradicts it goes."""
    match news.act:
        case "note":
            notes = tuple(one for one in wishes.notes if one[0] != news.exercise)
            return replace(wishes, notes=(*notes, (news.exercise, news.note)))
        case "swap":
            return preferred(_freed(wishes, news.to), news.exercise, news.to)
        case "lock":
            free = _freed(wishes, news.exercise)
            return replace(free, locked=(*free.locked, news.exercise))
        case "forbid":
            free = _freed(wishes, news.exercise)
            return replace(free, forbidden=(*free.forbidden, news.exercise))
        case _:
            return _freed(wishes, news.exercise)


def _freed(wishes: Wishes, exercise: str) -> Wishes:
    """Take back all that was settled about an exercise, but for the note to it."""
    return replace(
        wishes,
        forbidden=tuple(one for one in wishes.forbidden if one != exercise),
        locked=tuple(one for one in wishes.locked if one != exercise),
        swaps=tuple(one for one in wishes.swaps if exercise not in one),
    )
