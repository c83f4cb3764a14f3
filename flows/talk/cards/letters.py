"""What trainer and client write to each other through the bot: nobody else reads it.

A reply in Telegram is as good as the button: it points at its message by that message's button.
"""

from flows import facts
from flows.cards import CardAct, CardWanted, LetterAnswered, PingReplied
from flows.effects import Decision, Record, Say, Tell, then
from flows.events import Event, Told, Typed
from flows.people import Act, PersonId, desk_id
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
BY_REPLY: dict[str, CardAct] = {
    CardAct.WRITE: CardAct.WRITE,
    CardAct.SHOW: CardAct.WRITE,
    CardAct.NOTE: CardAct.NOTE,
    CardAct.UNNOTE: CardAct.NOTE,
    CardAct.SAY: CardAct.SAY,
}
"""What a reply is, by the act of the first button of what it is a reply to."""
TOO_LONG = T("That is too long to pass on. Please keep it under {n} characters.")


def written(person: Person, news: CardWanted, event: Told, book: Book) -> Decision[Person]:
    """Give a client what their trainer wrote, with a way to answer."""
    if not person.reachable:
        return saying.said(person, news, T(NOT_NOW.template, name=person.name))
    head = T(WRITES.template, trainer=news.trainer_name)
    answer = Button(label=T("Answer"), data=f"a|{news.membership}|{news.trainer}")
    say = Say(content=Content((head, T("{words}", words=news.words)), ((answer,),)))
    record = Record(what="letter", at=event.at, policy=book.policy.version)
    given = Decision(state=person, effects=(say,), records=(record,))
    return then(given, lambda now: saying.said(now, news, T(SENT.template, name=person.name)))


def answering(person: Person, about: str, event: Event) -> Decision[Person]:
    """Ask for the answer to a trainer's message, while they are the trainer."""
    if _link(person, about) is None:
        return Decision(state=person, effects=(Say(content=Content((NOBODY,))),))
    return dialogue.opened(person, "answering", event, {"about": about})


def told(person: Person, known: Answers, answers: Answers) -> Decision[Person]:
    """Pass on an answer that was asked for."""
    return _answered(person, facts.word(known, "about"), facts.word(answers, "words"))


def _answered(person: Person, about: str, words: str) -> Decision[Person]:
    link = _link(person, about)
    if link is None or link.trainer is None:
        return Decision(state=person, effects=(Say(content=Content((NOBODY,))),))
    news = LetterAnswered(client=person.id, membership=link.id, words=words)
    done = T(ANSWERED.template, trainer=link.trainer_name)
    return Decision(
        state=person,
        effects=(Tell(to=desk_id(link.trainer), news=news), Say(content=Content((done,)))),
    )


def _link(person: Person, about: str) -> Membership | None:
    """Find the membership of a letter, by its id and the trainer who wrote."""
    return next((one for one in person.links if f"{one.id}|{one.trainer}" == about), None)


def replied(person: Person, event: Typed) -> Decision[Person] | None:
    """Pass on a reply to a ping, a card or a letter; None for a reply to anything else."""
    match event.to.split("|"):
        case ["a", *about]:
            return _fitting(person, event) or _answered(person, "|".join(about), event.text)
        case ["p", ping, act] if act != "open" and allowed(person, Act.COACH):
            news = PingReplied(ping=ping, words=event.text, by_name=person.name)
            told = Tell(to=desk_id(person.id), news=news)
            return _fitting(person, event) or Decision(state=person, effects=(told,))
        case ["k", client, act, *more] if client.isdecimal() and _does(act, more):
            return _fitting(person, event) or _written(person, int(client), act, event)
        case _:
            return None


def _does(act: str, more: list[str]) -> bool:
    """Say whether a reply to a message with this button is about one client, and no list."""
    return act in BY_REPLY and not (act == CardAct.SHOW and more)


def _written(person: Person, client: PersonId, act: str, event: Typed) -> Decision[Person]:
    return asking.asked(person, client, BY_REPLY[act], words=event.text)


def _fitting(person: Person, event: Typed) -> Decision[Person] | None:
    """Say that a reply is too long; None when it is not."""
    if len(event.text) <= LETTER:
        return None
    said = Content((T(TOO_LONG.template, n=LETTER),))
    return Decision(state=person, effects=(Say(content=said),))
