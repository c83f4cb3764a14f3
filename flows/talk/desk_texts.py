"""What a trainer reads on the desk: the client's own words of reason, and one tap for each act."""

from msgspec.structs import replace

from flows.desk import Desk, Lying, Urgency, lying_open, put_off
from flows.hours import Hours
from flows.news import ClientJoined, ClientLeft
from flows.pings import ACT_LABELS, PINGS, PingAct
from flows.questionnaires import overruling
from flows.talk.calendar import spoken
from flows.ties import Ping
from flows.words import Button, Content, T, Text, english


def plain(text: Text) -> Content:
    """Make a message of one paragraph."""
    return Content((text,))


def _button(ping: Ping, label: Text, act: str) -> Button:
    return Button(label=label, data=f"p|{ping.id}|{act}")


def title(ping: Ping) -> Text:
    """Say what a ping is about, in its kind's words."""
    return T(PINGS[ping.kind].title.template, client=ping.client_name)


def _title(ping: Ping) -> Text:
    return T("<b>{title}</b>", title=title(ping))


def by_urgency(desk: Desk) -> dict[Urgency, tuple[Lying, ...]]:
    """List what needs the trainer, the most urgent first; what they put off does not now."""
    return {
        urgency: tuple(
            one for one in lying_open(desk) if one.urgency is urgency and not put_off(one)
        )
        for urgency in Urgency
    }


def joined_up(labels: tuple[Text, ...]) -> Text:
    """Make one phrase of several labels."""
    said = labels[0]
    for label in labels[1:]:
        said = T("{some}, {more}", some=said, more=label)
    return said


A_ROW = 3
BELOW = plain(T("Told again below."))
NOTHING_NOTED = plain(T("That is no longer open, or no longer yours: nothing was noted."))
SEEN = T("→ Seen. It stays here until it is cleared.")


def ping(ping: Ping, *, seen: bool) -> Content:
    """Show an open ping: what happened, why, and what can be done about it."""
    kind = PINGS[ping.kind]
    stays = seen and bool(ping.items)
    left = [act for act in kind.acts if not (stays and act is PingAct.SEEN)]
    acts = tuple(_button(ping, ACT_LABELS[act], act.value) for act in left)
    noted = (SEEN,) if stays else ()
    clear = tuple(
        (_button(ping, T("Clearance seen: {what}", what=what), f"{PingAct.CLEAR}{place}"),)
        for place, (_, what) in enumerate(ping.items)
    )
    rows = tuple(acts[place : place + A_ROW] for place in range(0, len(acts), A_ROW))
    silent = kind.urgency is not Urgency.NOW
    return Content((_title(ping), *ping.text, *noted), (*clear, *rows), silent=silent)


def put_off_until(lying: Lying, hours: Hours) -> Content:
    """Show a ping that was put off: until when, and a way to have it back."""
    when = T("→ Put off until {day}, {hour}:00.", day=_day(lying), hour=hours.start)
    back = Button(label=T("Show it now"), data=f"p|{lying.ping.id}|open")
    return Content((_title(lying.ping), when), ((back,),))


def _day(lying: Lying) -> Text:
    return T("later") if lying.due is None else spoken(lying.due)


def refused(lying: Ping, why: Text, *, seen: bool) -> Content:
    """Show a ping that stays open, with the reason why the last choice cannot be."""
    shown = ping(lying, seen=seen)
    return replace(shown, paragraphs=(*shown.paragraphs, T("→ {why}", why=why)))


REASONS = {option.key: english(option.label) for option in overruling.REASONS}
OWN_WORDS = "own"
"""The reason that is written instead of tapped."""


def choose_reason(ping: Ping, act: str) -> Content:
    """Ask why, in place of the acts: what overrules the rules is kept with its reason."""
    rows = tuple(
        (_button(ping, option.label, f"{act}.{option.key}"),) for option in overruling.REASONS
    )
    own = _button(ping, T("In my own words"), f"{act}.{OWN_WORDS}")
    last = (own, _button(ping, T("Back"), "back"))
    ask = T("Why? {client} reads it, and it is kept.", client=ping.client_name)
    return Content((_title(ping), ask), (*rows, last))


def settled(ping: Ping, outcome: Text) -> Content:
    """Show a ping that is done with: what happened and what came of it."""
    write = Button(
        label=T("Write to {name}", name=ping.client_name), data=f"k|{ping.client}|write"
    )
    return Content((_title(ping), *ping.text, T("→ {outcome}", outcome=outcome)), ((write,),))


def crowded_out(ping: Ping) -> Content:
    """Show a ping that gave way: what happened, and where to look now."""
    why = T("→ More lies on your desk than it can hold: this one gave way to newer ones.")
    return Content((_title(ping), *ping.text, why))


def joined(news: ClientJoined) -> Content:
    """Tell the trainer about a new client."""
    return Content(
        (
            T("<b>{name}</b> is your client now, at {gym}.", name=news.name, gym=news.gym_name),
            T("You get a ping when they finish the assessment, move, must stop or fall silent."),
        )
    )


def gone(news: ClientLeft) -> Text:
    """Say that a client left, or where they went."""
    if news.to_name:
        return T("You handed {name} over to {to}.", name=news.name, to=news.to_name)
    return T("{name} left. What they told is no longer shown.", name=news.name)


PAGE = 20
"""How many clients one message lists: Telegram takes 100 buttons."""


def _listed(desk: Desk, ask: Text, label: str, data: str, page: int) -> Content:
    """List a page of those who are trained; `data` begins what a button sends."""
    if not desk.clients:
        return plain(T("You train nobody here at the moment."))
    last = (len(desk.clients) - 1) // PAGE
    here = min(page, last)
    rows = tuple(
        (Button(label=T(label, name=one.name), data=f"{data}|{one.id}"),)
        for one in desk.clients[here * PAGE : (here + 1) * PAGE]
    )
    near = ((here - 1, T("‹ {n}", n=here)), (here + 1, T("{n} ›", n=here + 2)))
    turns = tuple(
        Button(label=to, data=f"{data}|page|{number}")
        for number, to in near
        if 0 <= number <= last
    )
    return Content((ask,), (*rows, turns) if turns else rows)


def clients(desk: Desk, page: int = 0) -> Content:
    """List whom this trainer trains, each with a way to end it."""
    ask = T("Whom do you want to stop training?")
    return _listed(desk, ask, "Stop training {name}", "d", page)


NOT_YOURS = plain(T("That is nobody you train. /clients shows whom you do."))


def roster(desk: Desk, page: int = 0) -> Content:
    """List whom this trainer trains, each with a way to their next session."""
    ask = T("Whose next session do you want to see?")
    return _listed(desk, ask, "Next session: {name}", "t", page)
