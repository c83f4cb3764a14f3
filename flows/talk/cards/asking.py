"""What a trainer's own state does with a card's buttons: it asks the desk, or a form first."""

from datetime import date

from flows import facts
from flows.cards import CardAct, CardAsked, ClientSought, OverridesAsked, Told
from flows.effects import Decision, Effect, Say, Tell
from flows.events import Tapped
from flows.news import AnyNews, PingTapped
from flows.people import Act, PersonId, desk_id
from flows.person import Person, allowed
from flows.programs.book import Book
from flows.questions.answers import Answers
from flows.talk import dialogue, roster
from flows.talk.training.coaching import NOT_A_TRAINER, outdated

FORMS = {
    CardAct.MOVE: "overruling",
    CardAct.WRITE: "writing",
    CardAct.NOTE: "jotting",
    CardAct.CLEAR: "seen_word",
    CardAct.ASSESS: "in_person",
}
"""What is asked first; the answers go along with the act."""
MORE = {"jumps": True}
"""Who stands before a trainer may be seen landing; the trainer leaves out what is too much."""


def sought(person: Person, word: str) -> Decision[Person]:
    """Look for a client by name; without one show the roster."""
    if not word:
        return roster.asked(person, "")
    return _told(person, ClientSought(word=word, by_name=person.name))


def overrides(person: Person) -> Decision[Person]:
    """Ask which rules are overruled most."""
    return _told(person, OverridesAsked())


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


def seen(person: Person, known: Answers, answers: Answers) -> Decision[Person]:
    """Pass on a movement check that the trainer saw."""
    return _filled(person, known, tuple(answers.items()))


def vouched(person: Person, known: Answers, answers: Answers, given: date) -> Decision[Person]:
    """Pass on that the trainer saw a professional's word, given on this day."""
    told = (*answers.items(), ("given", given.isoformat()))
    return _filled(person, known, told)


def _filled(person: Person, known: Answers, told: Told) -> Decision[Person]:
    _, client, act, *what = facts.word(known, "about").split("|")
    news = CardAsked(
        client=int(client),
        by_name=person.name,
        act=CardAct(act),
        what="|".join(what),
        told=told,
    )
    return _told(person, news)


def tapped(person: Person, event: Tapped, _book: Book, rest: list[str]) -> Decision[Person]:
    """Do what a card's button says, after a form where it needs one."""
    client, name, *more = rest
    if not (client.isascii() and client.isdecimal()) or name not in set(CardAct):
        return outdated(person, event)
    act = CardAct(name)
    if (act in FORMS or (act is CardAct.SAY and not more)) and allowed(
        person, Act.COACH
    ) is not None:
        return dialogue.opened(
            person, FORMS.get(act, "stand_in"), event, {"about": event.data, **MORE}
        )
    return asked(person, int(client), act, "|".join(more))


def explained(person: Person, event: Tapped) -> Decision[Person]:
    """Ask for a reason in the trainer's own words, for what was chosen on a ping."""
    return dialogue.opened(person, "overruling", event, {"about": event.data})


def told(person: Person, known: Answers, answers: Answers) -> Decision[Person]:
    """Go on with the button that a form was opened for, with the words that it gathered."""
    kind, whom, act, *more = facts.word(known, "about").split("|")
    words = facts.word(answers, "words") or facts.word(answers, "reason")
    if kind == "k":
        return asked(person, int(whom), CardAct(act), "|".join(more), words)
    chosen = act.partition(".")[0]
    return _told(person, PingTapped(ping=whom, act=chosen, by_name=person.name, reason=words))
