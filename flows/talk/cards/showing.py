"""The card itself: where a client stands, why, how it goes lately, and what can be done."""

from collections.abc import Iterator
from datetime import date

from flows.cards import CardAct, CardWanted
from flows.effects import Decision
from flows.events import Told
from flows.person import Client, Judged, Person
from flows.phases.items import Item
from flows.phases.wording import what
from flows.programs.book import Book
from flows.reach import week_of
from flows.steps import PHASE_NAMES, Mode
from flows.talk import calendar, placing, stair_texts
from flows.talk.cards import saying, stuck, trends
from flows.words import Button, Content, T, Text, lines

MODES = {
    Mode.AUTO: T("auto"),
    Mode.PROPOSE: T("propose"),
    Mode.MANUAL: T("manual"),
}
UNPLACED = T("Not assessed yet.")


def shown(person: Person, news: CardWanted, event: Told, book: Book) -> Decision[Person]:
    """Show the card; at the bottom of the chat unless it takes the place of a part of it."""
    content = card(person, news, event, book)
    return saying.shown(person, news, content, whole=True, anew=news.what != saying.RETURN)


def card(person: Person, news: CardWanted, event: Told, book: Book, *above: Text) -> Content:
    """Make the card, under what was just done."""
    today = calendar.today(person, event.at)
    link = next(one for one in person.links if one.id == news.membership)
    items = placing.open_now(person.client, today, book.policy) if person.client else ()
    clear = saying.clearances(person.id, items, book)
    waits = stuck.waits(person, event.at, book.policy)
    text = (
        *above,
        T("<b>{name}</b>, {gym}", name=person.name, gym=link.gym_name),
        *((UNPLACED,) if person.client is None else _told(person.client, items, today)),
        *((waits,) if waits else ()),
        *((T("They cannot be written to now: they blocked the bot."),) * (not person.reachable)),
    )
    return Content(text, tuple(_buttons(person, clear, open_long=waits is not None)))


def _told(client: Client, items: tuple[Item, ...], today: date) -> Iterator[Text]:
    yield from _stands(client, items, today)
    yield from _waiting(client)
    yield from lines(_judged(one) for one in reversed(client.judged))
    yield from trends.lately(client.position.past)
    yield from trends.since(client.training.sessions)
    verdict = client.verdict
    yield from stair_texts.limits(verdict.limits if verdict else client.placement.limits)
    yield from lines(_calendar(client, today))


def _stands(client: Client, items: tuple[Item, ...], today: date) -> Iterator[Text]:
    position = client.position
    if position.phase is None:
        yield T("<b>No step now: must not train.</b>")
        yield from lines(T("• open: {what}", what=what(item)) for item in items)
        return
    yield T(
        "<b>Step {step}, {name}</b>, week {week}, since {day}.",
        step=int(position.phase),
        name=PHASE_NAMES[position.phase],
        week=week_of(client.entered, today),
        day=calendar.spoken(client.entered),
    )
    route = stair_texts.drawn(client.placement.route, position.phase)
    yield T("Route: {route}", route=route)


def _waiting(client: Client) -> Iterator[Text]:
    goal = client.position.goal.replace("_", " ")
    yield T("Goal: {goal}. Mode: {mode}.", goal=goal, mode=MODES[client.mode])
    if client.pending is not None:
        step = stair_texts.step(client.pending.phase)
        day = calendar.spoken(client.pending.since.date())
        yield T("Waits for your yes since {day}: {step}.", day=day, step=step)


def _judged(one: Judged) -> Text:
    """Say in one line what a week came to, and why."""
    said = T("• {day}: {verdict}.", day=calendar.spoken(one.on), verdict=one.head)
    for reason in one.reasons:
        said = T("{said} {reason}", said=said, reason=reason)
    return said


def _calendar(client: Client, today: date) -> Iterator[Text]:
    weeks = client.calendar
    if weeks.pause is not None:
        yield T("On a break until {day}.", day=calendar.spoken(weeks.pause.until))
        return
    if weeks.missed:
        yield T("Check-ins missed running: {count}.", count=weeks.missed)
    if weeks.last is not None:
        ago = calendar.ago((today - weeks.last).days)
        yield T("Last check-in: {day}, {ago}.", day=calendar.spoken(weeks.last), ago=ago)
    yield T("Next check-in: {day}.", day=calendar.spoken(weeks.next))


def _buttons(
    person: Person, clear: tuple[tuple[Button, ...], ...], *, open_long: bool
) -> Iterator[tuple[Button, ...]]:
    def asks(label: Text, act: CardAct, *more: str) -> Button:
        return saying.button(person.id, label, act, *more)

    yield (asks(T("Write"), CardAct.WRITE), asks(T("A private note"), CardAct.NOTES))
    if open_long:
        yield (asks(T("The question that waits"), CardAct.STUCK),)
    yield from clear
    if person.client is not None:
        session = Button(label=T("Next session"), data=f"t|{person.id}")
        yield (asks(T("Move"), CardAct.STEPS), session)
        yield (asks(T("Mode"), CardAct.MODE), asks(T("Test again"), CardAct.TEST))
    yield (
        asks(T("Assess in person"), CardAct.ASSESS),
        asks(T("Hand over"), CardAct.HAND),
    )
