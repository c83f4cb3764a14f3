"""What trainer and client write to each other through the bot: nobody else reads it.

A reply in Telegram is as good as the button: it points at its message by that message's button.
"""

from flows import facts
from flows.cards import CardAct, CardWanted, LetterAnswered, PingReplied
from flows.effects import Decision, Record, Say, Tell, then
from flows.events import Event, Told, Typed
from flows.people import Act, desk_id
from flows.person import Person, allowed
from flows.programs.book import Book
from flows.questionnaires.letters import LETTER
from flows.questions.answers import Answers
from flows.talk import dialogue
from flows.talk.cards import asking, saying
from flows.ties import Membership
from flows.words import Button, Content, T

WRITES = T("<b>{trainer} writes:</b>")
SENT = T("Your message went to {name}.")
NOT_NOW = T("{name} cannot be written to now: they blocked the bot. Nothing was sent.")
ANSWERED = T("Your answer went to {trainer}.")
NOBODY = T("They are no longer your trainer. Nothing was sent.")
TOO_LONG = T("That is too long to pass on. Please keep it under {n} characters.")


def written(person: Person, news: CardWanted, event: Told, book: Book) -> Decision[Person]:
    """Give a client what their trainer wrote, with a way to answer."""
    if not person.reachable:
        return saying.said(person, news, T(NOT_NOW.template, name=person.name))
    head = T(WRITES.template, trainer=news.trainer_name)
    answer = Button(label=T("Answer"), data=f"a|{news.membership}")
    say = Say(content=Content((head, T("{words}", words=news.words)), ((answer,),)))
    record = Record(what="letter", at=event.at, policy=book.policy.version)
    given = Decision(state=person, effects=(say,), records=(record,))
    return then(given, lambda now: saying.said(now, news, T(SENT.template, name=person.name)))


def answering(person: Person, membership: str, event: Event) -> Decision[Person]:
    """Ask for the answer to a trainer's message, while they are the trainer."""
    if _link(person, membership) is None:
        return Decision(state=person, effects=(Say(content=Content((NOBODY,))),))
    return dialogue.opened(person, "answering", event, {"about": membership})


def told(person: Person, known: Answers, answers: Answers) -> Decision[Person]:
    """Pass on an answer that was asked for."""
    return _answered(person, facts.word(known, "about"), facts.word(answers, "words"))


def _answered(person: Person, membership: str, words: str) -> Decision[Person]:
    link = _link(person, membership)
    if link is None or link.trainer is None:
        return Decision(state=person, effects=(Say(content=Content((NOBODY,))),))
    news = LetterAnswered(client=person.id, membership=membership, words=words)
    done = T(ANSWERED.template, trainer=link.trainer_name)
    return Decision(
        state=person,
        effects=(Tell(to=desk_id(link.trainer), news=news), Say(content=Content((done,)))),
    )


def _link(person: Person, membership: str) -> Membership | None:
    found = (one for one in person.links if one.id == membership and one.trainer is not None)
    return next(found, None)


def replied(person: Person, event: Typed) -> Decision[Person] | None:
    """Pass on a reply to a ping, a card or a letter; None for a reply to anything else."""
    match event.to.split("|"):
        case ["a", membership]:
            return _fitting(person, event) or _answered(person, membership, event.text)
        case ["p", ping, _] if allowed(person, Act.COACH):
            news = PingReplied(ping=ping, words=event.text, by_name=person.name)
            told = Tell(to=desk_id(person.id), news=news)
            return _fitting(person, event) or Decision(state=person, effects=(told,))
        case ["k", client, _, *_] if client.isascii() and client.isdecimal():
            letter = asking.asked(person, int(client), CardAct.WRITE, words=event.text)
            return _fitting(person, event) or letter
        case _:
            return None


def _fitting(person: Person, event: Typed) -> Decision[Person] | None:
    """Say that a reply is too long; None when it is not."""
    if len(event.text) <= LETTER:
        return None
    said = Content((T(TOO_LONG.template, n=LETTER),))
    return Decision(state=person, effects=(Say(content=said),))
