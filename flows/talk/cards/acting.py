"""What a client's state does when their trainer asks for something of the card: one table."""

from collections.abc import Callable

from flows.cards import CardAct, CardWanted
from flows.effects import Decision
from flows.events import Told
from flows.person import Person
from flows.programs.book import Book
from flows.talk.cards import assessing, clearing, letters, modes, moving, showing, stuck, testing

Does = Callable[[Person, CardWanted, Told, Book], Decision[Person]]


def turn(person: Person, news: CardWanted, event: Told, book: Book) -> Decision[Person]:
    """Do what the trainer asks; that they are this client's trainer was seen before."""
    does = ACTS.get(news.act)
    return Decision(state=person) if does is None else does(person, news, event, book)


ACTS: dict[CardAct, Does] = {
    CardAct.SHOW: showing.shown,
    CardAct.STEPS: moving.steps,
    CardAct.MOVE: moving.moved,
    CardAct.MODE: modes.changed,
    CardAct.TEST: testing.asked,
    CardAct.WRITE: letters.written,
    CardAct.CLEAR: clearing.cleared,
    CardAct.ASSESS: assessing.assessed,
    CardAct.STUCK: stuck.acted,
    CardAct.SAY: stuck.acted,
    CardAct.NUDGE: stuck.acted,
    CardAct.CANCEL: stuck.acted,
}
