"""What a trainer's own state does with a card's buttons: it asks the desk, or a form first."""

from flows.cards import CardAct, CardAsked, ClientSought
from flows.effects import Answer, Decision, Effect, Say, Tell
from flows.events import Tapped
from flows.news import AnyNews
from flows.people import Act, PersonId, desk_id
from flows.person import Person, allowed
from flows.programs.book import Book
from flows.talk import roster
from flows.talk.training.coaching import NOT_A_TRAINER, OLD


def sought(person: Person, word: str) -> Decision[Person]:
    """Look for a client by name; without one show the roster."""
    if not word:
        return roster.asked(person, "")
    return _told(person, ClientSought(word=word, by_name=person.name))


def _told(person: Person, news: AnyNews) -> Decision[Person]:
    effect: Effect = Say(content=NOT_A_TRAINER)
    if allowed(person, Act.COACH) is not None:
        effect = Tell(to=desk_id(person.id), news=news)
    return Decision(state=person, effects=(effect,))


def asked(
    person: Person, client: PersonId, act: CardAct, what: str = "", words: str = ""
) -> Decision[Person]:
    """Ask the desk for something of a client's card."""
    news = CardAsked(client=client, by_name=person.name, act=act, what=what, words=words)
    return _told(person, news)


def tapped(person: Person, event: Tapped, _book: Book, rest: list[str]) -> Decision[Person]:
    """Do what a card's button says."""
    client, act, *more = rest
    if not (client.isascii() and client.isdecimal()) or act not in set(CardAct):
        return _old(person, event)
    return asked(person, int(client), CardAct(act), "|".join(more))


def _old(person: Person, event: Tapped) -> Decision[Person]:
    answer = Answer(query=event.query, text=OLD, alert=True)
    return Decision(state=person, effects=(answer,))
