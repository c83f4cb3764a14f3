"""What lies on a desk, in one message: by urgency, each with its reason and a tap to open it."""

from collections.abc import Callable

from msgspec.structs import replace

from flows.desk import Desk, Lying, Urgency, lying_open, put_off
from flows.effects import Close, Decision, Effect, Show
from flows.hours import EVERY_DAY, Hours
from flows.questions.days import WEEKDAYS
from flows.talk import desk_texts
from flows.talk.desk_texts import by_urgency
from flows.words import Button, Content, T, Text, lines

SLOT = "desk"
MOST = 12
"""How many pings one message lists; the others follow when these are done."""
A_ROW = 2
SECTIONS = {
    Urgency.NOW: T("<b>Now</b>"),
    Urgency.TODAY: T("<b>Today</b>"),
    Urgency.DIGEST: T("<b>Good to know</b>"),
}
PAST = Content((T("This list is behind us. /desk shows what lies there now."),))
BELOW = Content((T("Shown again below."),))
LISTS = ("clients", "parting")
"""The live lists of clients: for their next sessions, and to stop training one."""
MY_HOURS = Button(label=T("My hours"), data="k|hours")
ALL_SEEN = T("Good to know: all seen")
EMPTY = T("Nothing on your desk needs you.")
ANY_TIME = T("You have not told me your hours yet: what comes is told at any time.")


def lies(desk: Desk) -> bool:
    """Say whether anything on a desk needs its trainer, but for what they put off."""
    return any(by_urgency(desk).values())


def listed(desk: Desk, content: Content) -> Decision[Desk]:
    """Show a list at the bottom of the chat; there is one at a time, nothing stays of others."""
    new = Show(slot=SLOT, content=content)
    return Decision(state=replace(desk, listed=True), effects=(*closed(desk), new))


def closed(desk: Desk) -> tuple[Effect, ...]:
    """Take the names and reasons of the last list out of the chat."""
    return (Close(slot=SLOT, content=PAST, quiet=True),) if desk.listed else ()


def paged(
    desk: Desk, slot: str, page: int | None, lists: Callable[[Desk, int], Content]
) -> Decision[Desk]:
    """Show a page of a list of clients: the first at the bottom of the chat, others in place."""
    over = (Close(slot=slot, content=BELOW, quiet=True),) if page is None else ()
    shown = Show(slot=slot, content=lists(desk, page or 0))
    return Decision(state=desk, effects=(*over, shown))


def digest(desk: Desk) -> Content:
    """Say who needs a human today, and why; it rings only where something is urgent."""
    urgent = bool(by_urgency(desk)[Urgency.NOW])
    listed = _listed(desk, T("<b>Your day</b>: {count} on your desk.", count=_count(desk)))
    return Content(listed, _buttons(desk), silent=not urgent)


def card(desk: Desk) -> Content:
    """Show what lies on a desk to its trainer who asks, and the hours it keeps."""
    head = T("<b>Your desk</b>: {count} open.", count=_count(desk)) if lies(desk) else EMPTY
    off = sum(map(put_off, lying_open(desk)))
    later = (T("Put off: {count}.", count=off),) if off else ()
    hours = said(desk.hours) if desk.hours else ANY_TIME
    return Content((*_listed(desk, head), *later, hours), (*_buttons(desk), (MY_HOURS,)))


def said(hours: Hours) -> Text:
    """Say a trainer's hours."""
    days = T("every day")
    if set(hours.days) != set(EVERY_DAY):
        days = desk_texts.joined_up(tuple(WEEKDAYS[day].label for day in hours.days))
    return T(
        "Your hours: {days}, {start}:00 to {end}:00, digest at {digest}:00 ({zone}).",
        days=days,
        start=hours.start,
        end=hours.end,
        digest=hours.digest,
        zone=hours.zone,
    )


def _count(desk: Desk) -> int:
    return sum(map(len, by_urgency(desk).values()))


def _shown(desk: Desk) -> tuple[Lying, ...]:
    """List what one message has room for, the most urgent first."""
    return tuple(one for part in by_urgency(desk).values() for one in part)[:MOST]


def _listed(desk: Desk, head: Text) -> tuple[Text, ...]:
    numbers = {one.ping.id: number for number, one in enumerate(_shown(desk), 1)}
    sections = (
        text
        for urgency, part in by_urgency(desk).items()
        if (listed := [one for one in part if one.ping.id in numbers])
        for text in lines((SECTIONS[urgency], *(_line(one, numbers) for one in listed)))
    )
    left = _count(desk) - len(numbers)
    more = (T("And {count} more: they follow when these are done.", count=left),) if left else ()
    return (head, *sections, *more)


def _line(lying: Lying, numbers: dict[str, int]) -> Text:
    title, number = desk_texts.title(lying.ping), numbers[lying.ping.id]
    if lying.ping.reason is None:
        return T("<b>{number}.</b> {title}", number=number, title=title)
    why = lying.ping.reason
    return T("<b>{number}.</b> {title}\n<i>{why}</i>", number=number, title=title, why=why)


def _buttons(desk: Desk) -> tuple[tuple[Button, ...], ...]:
    opens = tuple(
        Button(
            label=T("{number} {client}", number=number, client=one.ping.client_name),
            data=f"p|{one.ping.id}|open",
        )
        for number, one in enumerate(_shown(desk), 1)
    )
    rows = tuple(opens[place : place + A_ROW] for place in range(0, len(opens), A_ROW))
    seen = Button(label=ALL_SEEN, data="p|all|seen")
    return (*rows, (seen,)) if by_urgency(desk)[Urgency.DIGEST] else rows
