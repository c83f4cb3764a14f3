"""A trainer notes on the card that they saw a professional's written word on something open."""

from datetime import date

from flows import facts
from flows.cards import CardWanted
from flows.effects import Decision
from flows.events import Told
from flows.news import Cleared
from flows.person import Person
from flows.programs.book import Book
from flows.steps import Phase
from flows.talk import clearance


def cleared(person: Person, news: CardWanted, event: Told, book: Book) -> Decision[Person]:
    """Clear an item as far as the word reaches, and say what came of it."""
    told = dict(news.told)
    word = Cleared(
        ping="",
        item=news.what,
        membership=news.membership,
        trainer=news.trainer,
        trainer_name=news.trainer_name,
        by=facts.word(told, "by"),
        given=date.fromisoformat(facts.word(told, "given")),
        scope=Phase(int(facts.word(told, "scope"))),
    )
    return clearance.given(person, word, event, book.policy)
