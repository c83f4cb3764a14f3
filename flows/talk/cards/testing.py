"""A trainer asks a client to test again: which tests, and a button for them at the client's."""

from flows.cards import CardAct, CardWanted
from flows.effects import Decision, Record, Say, then
from flows.events import Told
from flows.person import Person
from flows.programs.book import Book
from flows.talk.cards import saying
from flows.words import Button, Content, T, Text

WHICH = T("What shall {name} do again?")
TESTS: dict[str, Text] = {
    "movement": T("The movement check"),
    "retest": T("The tests of what is trained"),
    "health": T("The health questions"),
}
ASKED = T("{trainer} asks you for this, when you have a quiet quarter of an hour: {test}.")
TOLD = T("Asked. You hear of it when {name} has done it.")


def asked(person: Person, news: CardWanted, event: Told, book: Book) -> Decision[Person]:
    """Offer the tests to the trainer; the chosen one to the client."""
    test = TESTS.get(news.what)
    if test is None:
        return saying.shown(person, news, _choice(person))
    said = T(ASKED.template, trainer=news.trainer_name, test=test)
    begin = Button(label=T("Begin"), data=f"m|{news.what}")
    record = Record(
        what="test asked for",
        at=event.at,
        policy=book.policy.version,
        facts=(("test", news.what),),
    )
    say = Say(content=Content((said,), ((begin,),)))
    told = Decision(state=person, effects=(say,), records=(record,))
    done = T(TOLD.template, name=person.name)
    return then(told, lambda now: saying.said(now, news, done))


def _choice(person: Person) -> Content:
    rows = tuple(
        (saying.button(person.id, label, CardAct.TEST, test),) for test, label in TESTS.items()
    )
    return Content((T(WHICH.template, name=person.name),), (*rows, saying.back(person.id)))
