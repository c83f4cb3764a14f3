"""What each command does; a person may always give one, whatever else is open."""

from collections.abc import Callable

from flows.effects import Decision, Say, then
from flows.events import Commanded
from flows.people import Act
from flows.person import Person, gyms
from flows.programs.book import Book
from flows.talk import (
    begin,
    breaks,
    calendar,
    checkin,
    dialogue,
    groups,
    link_texts,
    links,
    menu,
    operating,
    owner,
    plan,
    privacy,
    retest,
    roster,
    settings,
    stairs,
    unwell,
)
from flows.talk.cards import asking
from flows.talk.desks import keeping
from flows.talk.gyms.invite_texts import REFUSED
from flows.talk.training import coaching, lifting, today, walking
from flows.words import Content, T

Command = Callable[[Person, Commanded, Book], Decision[Person]]

UNKNOWN = T("I do not know that command. /help lists what I can do.")
NOTHING_TO_CANCEL = T("There is nothing to cancel. /help shows what I can do.")
ANOTHER = "new"
"""What stands behind /gym to open another one."""
_INVITE_LENGTH = 32
_CUT_OFF = 16
"""What is longer than this and no invitation was one, before something went missing."""


def turn(person: Person, event: Commanded, book: Book) -> Decision[Person]:
    """Do what a command says; of an unknown one say so."""
    command = COMMANDS.get(event.name.lower())
    return said(person, Content((UNKNOWN,))) if command is None else command(person, event, book)


def said(person: Person, content: Content) -> Decision[Person]:
    """Say something and change nothing."""
    return Decision(state=person, effects=(Say(content=content),))


def _start(person: Person, event: Commanded, book: Book) -> Decision[Person]:
    if len(event.argument) == _INVITE_LENGTH and event.argument.isalnum():
        return links.shown(person, event.argument)
    if len(event.argument) > _CUT_OFF:
        return said(person, REFUSED.content)
    return begin.start(person, event, book.policy)


def _help(person: Person, _event: Commanded, _book: Book) -> Decision[Person]:
    offered = Decision(state=person, effects=(menu.offer(person),))
    return then(offered, lambda same: said(same, menu.help_for(same)))


def _cancel(person: Person, event: Commanded, book: Book) -> Decision[Person]:
    if person.open is None:
        session = walking.leave(person, event, book)
        return session or said(person, Content((NOTHING_TO_CANCEL,)))
    return then(dialogue.cancelled(person), lambda left: dialogue.resumed(left, event.at))


def _gym(person: Person, event: Commanded, _book: Book) -> Decision[Person]:
    mine = gyms(person, Act.COUNT)
    if not (mine or event.argument) and (person.links or person.client is not None):
        return said(person, owner.WHAT_FOR)
    if not mine or event.argument.lower() == ANOTHER:
        return dialogue.opened(person, "gym", event)
    return owner.card(person, *mine) if len(mine) == 1 else owner.which(person, mine, "card")


def _remind(person: Person, event: Commanded, _book: Book) -> Decision[Person]:
    mine = gyms(person, Act.REMIND)
    if not mine:
        return owner.refused(person)
    if len(mine) > 1:
        return owner.which(person, mine, "remind")
    return dialogue.opened(person, "reminder", event, {"gym": mine[0].gym})


def _unlink(person: Person, _event: Commanded, _book: Book) -> Decision[Person]:
    return said(person, link_texts.choose(person))


def _clients(person: Person, _event: Commanded, _book: Book) -> Decision[Person]:
    return coaching.roster(person)


COMMANDS: dict[str, Command] = {
    "start": _start,
    "help": _help,
    "cancel": _cancel,
    "checkin": lambda person, event, book: checkin.asked_for(person, event, book.policy),
    "today": today.today,
    "lift": lifting.asked,
    "stairs": lambda person, _event, _book: stairs.where(person),
    "why": lambda person, event, book: stairs.why(
        person, calendar.today(person, event.at), book.policy
    ),
    "plan": lambda person, event, book: plan.shown(person, event.at, book),
    "retest": lambda person, event, book: retest.asked_for(person, event, book.policy),
    "unwell": lambda person, event, _book: unwell.asked(person, event),
    "pause": lambda person, event, _book: breaks.pause(person, event),
    "settings": lambda person, event, _book: settings.opened(person, event),
    "privacy": lambda person, _event, _book: privacy.privacy(person),
    "export": lambda person, _event, _book: privacy.export(person),
    "forget": lambda person, _event, _book: privacy.asked(person),
    "gym": _gym,
    "solo": lambda person, event, _book: owner.solo(person, event),
    "status": lambda person, _event, book: operating.asked(person, book.operators),
    "connect": lambda person, _event, _book: groups.how(person),
    "remind": _remind,
    "clients": _clients,
    "desk": lambda person, _event, _book: keeping.asked(person),
    "roster": lambda person, event, _book: roster.asked(person, event.argument),
    "overrides": lambda person, _event, _book: asking.overrides(person),
    "client": lambda person, event, _book: asking.sought(person, event.argument),
    "unlink": _unlink,
}
