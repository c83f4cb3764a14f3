"""The mode of a client, chosen by their trainer: who takes the steps up."""

from msgspec.structs import replace

from flows.cards import CardAct, CardWanted
from flows.effects import Decision, Record, Say, then
from flows.events import Told
from flows.person import Client, Person
from flows.programs.book import Book
from flows.steps import Mode
from flows.talk import pinging, trainer
from flows.talk.cards import saying
from flows.talk.cards.showing import MODES
from flows.words import Content, T, Text, lines

HEAD = T(
    "<b>Who takes {name}'s steps up?</b> Now: {mode}. Holds, steps down and stops always act."
)
MEANS = {
    Mode.AUTO: T("<b>auto</b>: they happen by themselves; only steps 4 and 5 wait for your yes."),
    Mode.PROPOSE: T(
        "<b>propose</b>: you are asked for another level and for steps 4 and 5; others happen."
    ),
    Mode.MANUAL: T("<b>manual</b>: none happens and you are not asked; you move them yourself."),
}
TOLD = {
    Mode.AUTO: T(
        "From now on you go up as soon as all is there; {trainer} has a say from step 4."
    ),
    Mode.PROPOSE: T("From now on {trainer} says yes to each step into another level."),
    Mode.MANUAL: T("From now on {trainer} decides on every step up."),
}
DONE = T("{name}: {mode}.")
BY_HAND = T("No longer open: you decide on their steps by hand now.")


def changed(person: Person, news: CardWanted, event: Told, book: Book) -> Decision[Person]:
    """Show the modes, or take the one that was chosen and tell the client."""
    client = person.client
    if client is None:
        return saying.said(person, news, trainer.NO_STEP)
    if news.what not in set(Mode):
        return saying.shown(person, news, _choice(person, client))
    mode = Mode(news.what)
    over = mode is Mode.MANUAL
    settled = pinging.settled(person, client.pending, BY_HAND) if over else ()
    client = replace(client, mode=mode, pending=None if over else client.pending)
    said = Say(content=Content((T(TOLD[mode].template, trainer=news.trainer_name),)))
    record = Record(
        what="mode", at=event.at, policy=book.policy.version, facts=(("mode", mode.value),)
    )
    now = Decision(
        state=replace(person, client=client), effects=(said, *settled), records=(record,)
    )
    done = T(DONE.template, name=person.name, mode=MODES[mode])
    told = then(now, lambda after: saying.shown(after, news, _choice(after, client)))
    return then(told, lambda after: saying.said(after, news, done))


def _choice(person: Person, client: Client) -> Content:
    rows = tuple(
        (saying.button(person.id, label, CardAct.MODE, mode.value),)
        for mode, label in MODES.items()
    )
    head = T(HEAD.template, name=person.name, mode=MODES[client.mode])
    text: tuple[Text, ...] = (head, *lines(MEANS.values()))
    return Content(text, (*rows, saying.back(person.id)))
