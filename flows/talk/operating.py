"""How the bot itself is, for those who run it by its settings: counts, and no names."""

from flows.effects import Decision, Inspect, Say
from flows.people import MAY, Act, PersonId, Role
from flows.person import Person
from flows.running import Inspected
from flows.words import Content, T, Text, lines

NOT_YOURS = Content((T("That is for whoever runs this bot. /help shows what you can do."),))
KINDS = {
    "person": T("People"),
    "gym": T("Gyms"),
    "desk": T("Desks"),
    "broadcast": T("Reminders kept"),
}
WELL = T("The store is well.")


def operates(person: Person, operators: frozenset[PersonId]) -> bool:
    """Say whether somebody may see how the bot is."""
    return person.id in operators and Act.OPERATE in MAY[Role.OPERATOR]


def asked(person: Person, operators: frozenset[PersonId]) -> Decision[Person]:
    """Have a look at the bot, for an operator."""
    if not operates(person, operators):
        return Decision(state=person, effects=(Say(content=NOT_YOURS),))
    return Decision(state=person, effects=(Inspect(),))


def shown(person: Person, news: Inspected, operators: frozenset[PersonId]) -> Decision[Person]:
    """Say what was seen, to who is still an operator."""
    if not operates(person, operators):
        return Decision(state=person)
    found = dict(news.states)
    counts = tuple(
        T("{what}: {count}", what=what, count=found.get(kind, 0)) for kind, what in KINDS.items()
    )
    waiting = T("Waiting to be sent or told: {count}", count=news.waiting)
    title = T("<b>How the bot is</b>")
    content = Content((title, *lines((*counts, waiting)), *_store(news.dangers)))
    return Decision(state=person, effects=(Say(content=content),))


def _store(dangers: tuple[Text, ...]) -> tuple[Text, ...]:
    return tuple(T("The store: {danger}", danger=one) for one in dangers) or (WELL,)
