"""What a client's state gives back to the trainer who asked: a card, a part of it, a line."""

from flows.cards import CardAct, CardSaid, CardShown, CardWanted
from flows.effects import Close, Decision, Effect, Show, Tell
from flows.people import PersonId, desk_id
from flows.person import Person
from flows.phases.clearance import proof
from flows.phases.items import Item, Proof
from flows.phases.wording import what
from flows.programs.book import Book
from flows.words import Button, Content, T, Text

BACK = T("Back to the card")
BELOW = Content((T("Shown again below."),))
RETURN = "back"
"""Asks for the card in the place of a part of it."""


def slot(client: PersonId) -> str:
    """Name the live message of a client's card."""
    return f"card:{client}"


def below(client: PersonId, content: Content) -> tuple[Effect, ...]:
    """Show a card at the bottom of the chat; what its old message said is gone from there."""
    here = slot(client)
    return Close(slot=here, content=BELOW, quiet=True), Show(slot=here, content=content)


def in_place(client: PersonId, content: Content) -> tuple[Effect, ...]:
    """Show a card, or a part of it, where its message is."""
    return (Show(slot=slot(client), content=content),)


def button(client: PersonId, label: Text, act: CardAct, *what: str) -> Button:
    """Make a button that asks for something of a client's card."""
    return Button(label=label, data="|".join(("k", str(client), act.value, *what)))


def back(client: PersonId) -> tuple[Button, ...]:
    """Make the row that leads back to the card."""
    return (button(client, BACK, CardAct.SHOW, RETURN),)


def clearances(
    client: PersonId, items: tuple[Item, ...], book: Book
) -> tuple[tuple[Button, ...], ...]:
    """Make a row for each open item that a word seen by the trainer may clear."""
    vouched = (one for one in items if proof(one, book.policy) is not Proof.ANEW)
    label = "Clearance seen: {what}"
    return tuple(
        (button(client, T(label, what=what(one)), CardAct.CLEAR, one.code),) for one in vouched
    )


def shown(
    person: Person, news: CardWanted, content: Content, *, whole: bool = False, anew: bool = False
) -> Decision[Person]:
    """Show the trainer the card, or with `whole` false a part in its place."""
    told = CardShown(
        client=person.id,
        membership=news.membership,
        content=content,
        whole=whole,
        anew=anew,
        ping=news.what if news.act is CardAct.STEPS else "",
    )
    return Decision(state=person, effects=(Tell(to=desk_id(news.trainer), news=told),))


def said(person: Person, news: CardWanted, text: Text) -> Decision[Person]:
    """Tell the trainer what came of it."""
    told = CardSaid(client=person.id, membership=news.membership, text=text)
    return Decision(state=person, effects=(Tell(to=desk_id(news.trainer), news=told),))
